// Provinces: 34 of today, each with the names before July 2025, its place and its neighbours.
import { content, expect, heading, open, ready, settings, test, words } from './portal.mjs';
import {
  ISLES, expectCount, fill, missingIsles, models, openAlive, paper, provinces, readPages, regions,
} from './atlas.mjs';

const { province_page: names, passports, atlas } = words.vi;
const title = content('vi', 'pages').provinces.title;
const unit = (id) => provinces.former.find((former) => former.id === id);
const before = (name) => fill(passports.before_2025, { name });
const neighbours = (page) => page.getByRole('list').filter({ has: page.locator('a.chip') })
  .and(page.locator('#neighbours ul')).getByRole('link');

test('the list leads to all 34 provinces, by region', async ({ page }) => {
  await open(page, 'tinh/');
  await expect(heading(page, title)).toBeVisible();
  for (const region of regions) {
    const inside = provinces.today.filter((province) => province.region === region.id);
    const section = page.locator(`#${region.id}`);
    await expect(section.getByRole('heading', { level: 2 })).toContainText(`(${inside.length})`);
    expect((await section.getByRole('link').allTextContents()).sort()).toEqual(inside.map(({ name }) => name).sort());
  }
  const all = await page.getByRole('main').locator('a[href^="/tinh/"]').evaluateAll((links) =>
    [...new Set(links.map((a) => a.pathname))]);
  expect(all.filter((path) => path !== '/tinh/').sort()).toEqual(provinces.today.map(({ id }) => `/tinh/${id}/`).sort());
});

for (const [lang, prefix] of [['vi', ''], ['en', 'en/']]) {
  test(`each province names what it was made of, shows where it lies and counts its models in ${lang}`, async ({ context, request }) => {
    const addresses = provinces.today.map(({ id }) => `${prefix}tinh/${id}/`);
    const pages = await readPages(context, request, addresses, (page) => ({
      title: page.querySelector('h1').textContent,
      text: page.querySelector('main').textContent.replace(/\s+/g, ' '),
      thumb: page.querySelector('.map--thumb svg')?.getAttribute('aria-label') ?? '',
      inThumb: [...page.querySelectorAll('.map--thumb text')].map((one) => one.textContent),
      models: page.querySelector('#models h2')?.textContent ?? '',
      rows: page.querySelectorAll('#models .row').length,
      map: [...page.querySelectorAll('a')].map((a) => a.getAttribute('href')).find((to) => to.includes('ban-do/?')),
    }));
    const { map, passports: said } = words[lang];
    pages.forEach((page, at) => {
      const { id, name, name_en: english, merged_from: merged } = provinces.today[at];
      const called = lang === 'vi' ? name : english;
      expect.soft(page.title).toContain(called);
      for (const former of merged.filter(() => merged.length > 1).map(unit)) {
        expect.soft(page.text, id).toContain(fill(said.before_2025, { name: former.name }));
      }
      for (const isle of ['hoang_sa', 'truong_sa']) {
        expect.soft(page.thumb, id).toContain(map[isle].replace(/^Quần/, 'quần'));
        expect.soft(page.thumb, id).toContain(map[`${isle}_of`].replace(/[()]/g, ''));
        expect.soft(page.inThumb, id).toContain(map[`${isle}_short`]);
      }
      const n = models.filter(({ province }) => province === id).length;
      expect.soft(page.models, id).toContain(String(n));
      expect.soft(page.rows, id).toBe(n);
      expect.soft(page.map, id).toBe(`/${prefix}ban-do/?tinh=${id}`);
    });
  });
}

for (const width of [1280, 320]) {
  test(`the small map of a province names both archipelagos in sight at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const id of ['tuyen-quang', 'da-nang', 'khanh-hoa', 'ca-mau']) {
      await open(page, `tinh/${id}/`);
      expect(await missingIsles(page, '.map--thumb svg'), id).toEqual([]);
    }
  });
}

test('Tuyên Quang says that it holds the former Hà Giang, and what was whose', async ({ page }) => {
  await open(page, 'tinh/tuyen-quang/');
  await expect(heading(page, 'Tỉnh Tuyên Quang')).toBeVisible();
  await expect(page.getByRole('heading', { name: before('Hà Giang'), exact: true })).toBeVisible();
  await expect(page.locator('#truoc-2025').getByRole('heading', { name: before('Tuyên Quang'), exact: true })).toBeVisible();
  // A rank in 63 belongs to a former province, by name.
  const bare = await page.evaluate(() => [...document.querySelectorAll('main :is(li, figcaption, tr)')]
    .filter((block) => !block.querySelector('li, figcaption, tr') && /\/63/.test(block.textContent))
    .filter((block) => !/trước 7\/2025/.test(block.closest('.row, figure, tr, .stack')?.textContent ?? block.textContent))
    .map((block) => block.textContent));
  expect(bare).toEqual([]);
});

test('the name of a former province leads to what is said of it', async ({ page }) => {
  await open(page, 'tinh/tuyen-quang/');
  await page.getByRole('main').getByRole('link', { name: 'Hà Giang', exact: true }).first().click();
  await expect(page.locator(':target')).toContainText('ngày 30 tháng 6 năm 2025');
  await expect(page.locator(':target')).toBeInViewport();
});

test('what is recorded of a former province is not denied further down', async ({ page }) => {
  await open(page, 'tinh/tuyen-quang/');
  await expect(page.locator('#ranks')).toContainText('57/63');
  await expect(page.locator('#ha-giang')).not.toContainText(words.vi.headings.unknown);
});

test('Đà Nẵng and Khánh Hòa name the archipelago they hold', async ({ page }) => {
  for (const [id, { name }] of [['da-nang', ISLES[0]], ['khanh-hoa', ISLES[1]]]) {
    await open(page, `tinh/${id}/`);
    await expect(page.getByRole('main').getByRole('paragraph').filter({ hasText: new RegExp(name, 'i') }).first()).toBeVisible();
  }
});

test('neighbours are wide enough for a thumb and open the neighbour', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, 'tinh/tuyen-quang/');
  await expect(page.getByRole('heading', { name: atlas.neighbours })).toBeVisible();
  await expect(neighbours(page)).toHaveText(['Cao Bằng', 'Lào Cai', 'Thái Nguyên', 'Phú Thọ']);
  for (const chip of await neighbours(page).all()) {
    expect((await chip.boundingBox()).height).toBeGreaterThanOrEqual(44);
  }
  await neighbours(page).filter({ hasText: 'Lào Cai' }).click();
  await expect(heading(page, 'Tỉnh Lào Cai')).toBeFocused();
  await expect(page).toHaveURL(/\/tinh\/lao-cai\/$/);
  await expect(neighbours(page).filter({ hasText: 'Tuyên Quang' })).toBeVisible();
});

test('neighbours know each other', async ({ context, request }) => {
  const near = await readPages(context, request, provinces.today.map(({ id }) => `tinh/${id}/`), (page) =>
    [...page.querySelectorAll('#neighbours a')].map((a) => a.getAttribute('href').split('/').at(-2)));
  const byId = new Map(provinces.today.map(({ id }, at) => [id, near[at]]));
  for (const [id, others] of byId) {
    expect(others.length, id).toBeGreaterThan(0);
    for (const other of others) expect(byId.get(other), `${id} and ${other}`).toContain(id);
  }
});

test('“on the map” opens the map with the models of the province', async ({ page }) => {
  await open(page, 'tinh/tuyen-quang/');
  await page.getByRole('main').getByRole('link', { name: names.on_map }).click();
  await expect(page).toHaveURL(/\/ban-do\/\?tinh=tuyen-quang$/);
  await ready(page);
  await expectCount(page, models.filter(({ province }) => province === 'tuyen-quang').length);
});

test('the summary of a province prints on one sheet with its address and date', async ({ page }) => {
  await open(page, 'tinh/tuyen-quang/');
  const first = await paper(page, ['-f', '1', '-l', '1']);
  for (const part of ['Tỉnh Tuyên Quang', names.stand, names.promised, names.lacking, names.nearest, 'Làng du lịch số Lô Lô Chải']) {
    expect(first).toContain(part);
  }
  expect(first).toMatch(/Số liệu tới ngày \d+ tháng \d+ năm \d{4}/);
  expect(first).toContain('/tinh/tuyen-quang/');
  const second = await paper(page, ['-f', '2', '-l', '2']);
  expect(second).not.toContain(names.nearest);
});

test('a printed province names both archipelagos', async ({ page }) => {
  await open(page, 'tinh/ca-mau/');
  const text = await paper(page);
  for (const { short } of ISLES) expect(text).toContain(short);
  await page.emulateMedia({ media: 'print' });
  expect(await missingIsles(page, '.map--thumb svg')).toEqual([]);
});

test('a former province typed into the list of provinces leads to the one of today', async ({ page }) => {
  await open(page, 'tinh/');
  const box = page.getByRole('main').getByRole('searchbox', { name: words.vi.app.search_label });
  await box.fill('ha giang');
  const hit = page.getByRole('main').getByRole('listitem').filter({ has: page.locator('a[href="/tinh/tuyen-quang/"], a[href^="/tinh/tuyen-quang/#"]') }).first();
  await expect(hit).toContainText(/Hà Giang/);
  await hit.getByRole('link').first().click();
  await expect(heading(page, 'Tỉnh Tuyên Quang')).toBeVisible();
});

test('the list of provinces gives way to text twice as large on the smallest screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, 'tinh/');
  await settings(page).click();
  await page.getByRole('radio', { name: words.vi.settings.text_200 }).check();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await openAlive(page, 'ban-do/');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
