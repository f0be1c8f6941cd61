// Three people on their way: one who listens, one with a deadline, one before a meeting.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  MISSING_FILE, box, content, dist, expect, heading, link, menu, open, overflow, ready, routes, test, violations, words,
} from './portal.mjs';
import {
  ISLES, alive, badges, communes, expectCount, facet, fill, filterFold, models, openAlive, paper, rows, status,
} from './atlas.mjs';
import { begin, group, hands, run, title } from './quiz.mjs';

const { app, atlas, choices, models: names, passports, statuses, province_page: place } = words.vi;
const map = content('vi', 'pages').map;
const results = (page) =>
  page.getByRole('search').locator('..').getByRole('listitem').filter({ has: page.getByRole('link') });
const main = (page) => page.getByRole('main');
/** Everything that is announced from now on. */
const listen = (page) => page.evaluate(() => {
  window.said = [];
  const box = document.getElementById('announce');
  new MutationObserver(() => { if (box.textContent) window.said.push(box.textContent); })
    .observe(box, { childList: true, characterData: true, subtree: true });
});

test.describe('J-6: a resident who listens looks for a model near by', () => {
  const wanted = models.filter(({ pillar, scope }) => pillar === 'society' && scope === 'commune');

  test('the list comes before the map, is filtered by keyboard, and says how many there are', async ({ page }) => {
    await open(page, '');
    await listen(page);
    await menu(page, words.vi.nav.map).press('Enter');
    await expect(heading(page, map.title)).toBeFocused();
    await alive(page);
    await expect.poll(() => page.evaluate(() => window.said)).toEqual([fill(app.arrived, { title: map.title })]);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const order = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(order.indexOf(names.list_title)).toBeLessThan(order.indexOf(words.vi.map.map_title));
    await filterFold(page).press('Enter');
    await facet(page, names.pillar).selectOption('society');
    await facet(page, names.scope).selectOption('commune');
    await expectCount(page, wanted.length);
    await expect(status(page)).toHaveText(fill(atlas.count, { n: wanted.length }));
    expect(Object.keys(await badges(page)).length).toBe(new Set(wanted.map(({ province }) => province)).size);
  });

  test('a card opens with result, source and date, and Back leads to the same place of the list', async ({ page }) => {
    await openAlive(page, 'ban-do/?tru-cot=society&pham-vi=commune');
    await expectCount(page, wanted.length);
    const card = rows(page).first().getByRole('link');
    const name = await card.textContent();
    await card.press('Enter');
    await expect(heading(page, name)).toBeFocused();
    await expect(page.getByRole('heading', { name: names.results })).toBeVisible();
    await expect(main(page).getByRole('term').filter({ hasText: names.source }).last()).toBeVisible();
    await expect(main(page).getByRole('definition').filter({ hasText: /\d{4}/ }).first()).toBeVisible();
    await page.goBack();
    await alive(page);
    await expectCount(page, wanted.length);
    await expect(rows(page).getByRole('link', { name, exact: true })).toBeFocused();
  });

  test('what the tree tells names both archipelagos and no file', async ({ page }) => {
    await openAlive(page, 'ban-do/');
    const tree = await page.locator('body').ariaSnapshot();
    for (const { name, of } of ISLES) expect(tree.split(`${name} ${of}`).length - 1).toBeGreaterThanOrEqual(2);
    expect(tree).not.toMatch(/\.(svg|png|jpe?g|webp|json)\b/);
  });

  test('a drawing of ranks tells its sentence, and its table has the same numbers', async ({ page }) => {
    await open(page, 'chi-so/tuyen-quang-xep-hang/');
    const drawing = page.locator('#trend').getByRole('img');
    await expect(drawing).toHaveAccessibleName(/44\/63.*58\/63.*48\/63.*38\/63/);
    const cells = await page.locator('#trend').getByRole('cell').allTextContents();
    for (const rank of ['44/63', '58/63', '48/63', '38/63']) expect(cells.join(' ')).toContain(rank);
  });

  test('one way through: a model, back to its place, twelve questions, the drawing of ranks, by keyboard alone', async ({ page }) => {
    test.setTimeout(180_000);
    const hand = hands.keyboard(page);
    const isOne = async () => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    };
    await open(page, '');
    await menu(page, words.vi.nav.map).press('Enter');
    await expect(heading(page, map.title)).toBeFocused();
    await alive(page);
    await filterFold(page).press('Enter');
    await facet(page, names.scope).selectOption('commune');
    const card = rows(page).nth(2).getByRole('link');
    const name = await card.textContent();
    await card.press('Enter');
    await expect(heading(page, name)).toBeFocused();
    await isOne();
    await page.goBack();
    await expect(rows(page).getByRole('link', { name, exact: true })).toBeFocused();
    await menu(page, words.vi.nav.self_check).press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-quiz', /ready|run/);
    await isOne();
    await begin(page, { hand });
    const each = async (item) => {
      await expect(group(page, item)).toBeVisible();
      await expect(title(page)).toBeFocused();
    };
    expect(await run(page, { to: 12, hand, each })).toBe(12);
    // In the middle of the questions the frame holds the way home only.
    await page.getByRole('banner').getByRole('link', { name: words.vi.site.name, exact: true }).press('Enter');
    await isOne();
    await menu(page, words.vi.nav.indicators).press('Enter');
    await expect(heading(page, content('vi', 'pages').indicators.title)).toBeFocused();
    await main(page).locator('a[href$="/chi-so/tuyen-quang-xep-hang/"]').first().press('Enter');
    await isOne();
    await expect(page.locator('#trend').getByRole('img')).toHaveAccessibleName(/38\/63/);
    await expect(page.locator('#trend').getByRole('cell', { name: '38/63' })).toBeVisible();
  });

  test('no two pages of a language have the same title', () => {
    const seen = new Map();
    const twice = [];
    for (const route of routes()) {
      const [, title] = readFileSync(join(dist, route, 'index.html'), 'utf8').match(/<title>([^<]*)/);
      const key = `${route.startsWith('en/')} ${title}`;
      if (seen.has(key)) twice.push([title, seen.get(key), route]);
      seen.set(key, route);
    }
    expect(twice).toEqual([]);
  });
});

test.describe('J-7: a journalist checks a figure before five', () => {
  const QUERY = 'kinh te so tuyen quang 20';

  test('three actions lead from the search to the source, and the figure is said to be a target', async ({ context, page }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, 'tim/');
    await box(page).fill(QUERY);
    const hit = results(page).first();
    await expect(hit.getByRole('link')).toHaveAttribute('href', /\/chi-so\/tuyen-quang-kinh-te-so\//);
    // 1: the hit. 2: the figure. The third would be the source itself.
    await hit.getByRole('link').click();
    await expect(heading(page, /Kinh tế số Tuyên Quang/)).toBeFocused();
    const figure = page.locator('#target').getByRole('link', { name: /20% GRDP/ }).first();
    await figure.click();
    const passport = page.getByRole('dialog');
    await expect(passport).toContainText(statuses.target);
    await expect(passport).toContainText(passports.due);
    await expect(passport).toContainText('2025');
    await expect(passport).toContainText('ngày 15 tháng 11 năm 2021');
    await expect(passport.getByRole('link', { name: 'vietnam.vn' })).toHaveAttribute('href', /^https:\/\/vietnam\.vn\//);
    await passport.getByRole('button', { name: app.cite }).click();
    await expect(passport.getByRole('button', { name: app.copied })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('20% GRDP');
    expect(copied.toLowerCase()).toContain(statuses.target.toLowerCase());
    expect(copied).toContain('https://vietnam.vn/');
    expect(copied).toContain(page.url());
    await page.keyboard.press('Escape');
    await expect(figure).toBeFocused();
    await expect(page.locator('#target figcaption')).toContainText('6,19% GRDP');
    await expect(page.locator('#target figcaption')).toContainText(/13,81 điểm %/);
  });

  test('no result of the search says 20 % of GRDP as if it had been reached', async ({ page }) => {
    await open(page, 'tim/');
    await box(page).fill(QUERY);
    await expect(results(page).first()).toBeVisible();
    for (const text of await results(page).allInnerTexts()) {
      if (/20\s?%/.test(text) && /GRDP/.test(text)) expect(text).toMatch(/mục tiêu|đích/i);
    }
  });

  test('the rank of 2023 has its base, and 2024 stands apart', async ({ page }) => {
    await open(page, 'chi-so/tuyen-quang-xep-hang/');
    await expect(page.locator('#trend figcaption')).toContainText('38/63');
    await expect(page.locator('#trend')).toContainText(words.vi.indicators.breaks);
  });
});

test.describe('J-10: the leader of a commune, ten minutes before a meeting', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the old name leads to today\'s province, with the date of the change', async ({ page }) => {
    await open(page, 'tim/');
    await box(page).fill('ha giang');
    const hit = results(page).filter({ has: page.locator('a[href*="/tinh/tuyen-quang/"]') }).first();
    await expect(hit).toBeVisible();
    await hit.getByRole('link').tap();
    await expect(heading(page, 'Tỉnh Tuyên Quang')).toBeVisible();
    await expect(main(page)).toContainText('gộp từ ngày 1 tháng 7 năm 2025');
    for (const part of [place.stand, place.promised, place.lacking, place.nearest]) {
      await expect(page.locator('#summary').getByRole('heading', { name: part })).toBeVisible();
    }
  });

  test('the old name of a commune leads to its successor, with the date', async ({ page }) => {
    await open(page, 'tinh/thai-nguyen/');
    const units = communes.provinces['thai-nguyen'];
    await link(page, fill(place.communes, { n: units.length })).tap();
    const title = fill(place.communes_title, { name: 'Thái Nguyên' });
    await expect(heading(page, title)).toBeFocused();
    await expect(main(page)).toContainText('Từ ngày 1 tháng 7 năm 2025');
    await alive(page);
    const field = page.getByLabel(place.communes_filter);
    const shown = main(page).getByRole('row').filter({ has: page.getByRole('rowheader') });
    await expect(shown).toHaveCount(units.length);
    await field.fill('vi huong');
    await expect(shown).toHaveCount(1);
    await expect(shown.getByRole('rowheader')).toHaveText('Xã Phủ Thông');
    await expect(shown.getByRole('cell')).toContainText('xã Vi Hương');
    await expect(shown.getByRole('cell')).toContainText('(huyện Bạch Thông, Bắc Kạn)');
    await field.fill('khong co xa nay');
    await expect(shown).toHaveCount(0);
    await expect(page.getByText(place.communes_none)).toBeVisible();
    await field.fill('');
    await expect(shown).toHaveCount(units.length);
    await expect(main(page)).toContainText('vietnamadminunits 1.0.4');
    expect(await overflow(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  test('the names of all communes can be read without the program', async ({ page, watch }) => {
    watch.allow(MISSING_FILE);
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto('xa-phuong/da-nang/');
    await expect(page.getByRole('rowheader', { name: 'Đặc khu Hoàng Sa', exact: true })).toBeVisible();
    await expect(page.getByLabel(place.communes_filter)).toBeHidden();
    await page.goto('xa-phuong/khanh-hoa/');
    await expect(page.getByRole('rowheader', { name: 'Đặc khu Trường Sa', exact: true })).toBeVisible();
  });

  const ANSWERS = '?o-dau=commune&vung-dat=highland&mang=low&tien=low&nguoi=low';
  test('three models fit the commune, the same ones each time, each with reason, cost, evidence and failure', async ({ context, page }) => {
    await openAlive(page, `mo-hinh/${ANSWERS}`);
    const fits = page.locator('#fit').getByRole('listitem');
    await expect(fits).toHaveCount(3);
    const told = await fits.allInnerTexts();
    for (const text of told) expect(text).toMatch(new RegExp(`(${atlas.fit_why}|${atlas.fit_but}) .+\\.`));
    const again = await context.newPage();
    await openAlive(again, `mo-hinh/${ANSWERS}`);
    await expect(again.locator('#fit').getByRole('listitem')).toHaveCount(3);
    expect(await again.locator('#fit').getByRole('listitem').allInnerTexts()).toEqual(told);
    const addresses = await fits.getByRole('link').evaluateAll((links) => links.map((a) => a.pathname));
    for (const address of addresses) {
      await open(page, address.slice(1));
      const takes = page.locator('#takes');
      await expect(takes.getByRole('term').filter({ hasText: names.budget })).toBeVisible();
      await expect(takes.getByRole('definition').first()).toHaveText(new RegExp(`^(${names.low}|${names.medium}|${names.high})$`));
      await expect(takes).toContainText(names.takes_note);
      await expect(page.locator('#proof')).toContainText(new RegExp(Object.values(choices.evidence_long).map((text) => text.replace(/[.?]/g, '\\$&')).join('|')));
      await expect(page.locator('#stumbles').getByRole('paragraph')).not.toBeEmpty();
    }
  });

  const leader = content('vi', 'pages').leader;
  for (const isAlive of [true, false]) {
    test(`ten questions to oneself: each answer says what follows, nothing stays, ${isAlive ? 'with' : 'without'} the program`, async ({ page, watch }) => {
      watch.allow(MISSING_FILE);
      if (!isAlive) await page.route('**/*.{js,wasm}', (route) => route.abort());
      await page.goto('mo-hinh/');
      if (isAlive) await alive(page);
      const before = await page.evaluate(() => JSON.stringify(localStorage));
      const part = page.locator('#leader');
      await part.locator('summary').tap();
      await expect(part.getByRole('group')).toHaveCount(10);
      for (const { title: asks, items } of leader.sections) {
        const question = part.getByRole('group', { name: asks });
        const follows = question.getByRole('status').getByRole('paragraph');
        await expect(follows).toHaveCount(0);
        for (const [n, answer] of [names.leader_yes, names.leader_partly, names.leader_no].entries()) {
          await question.getByRole('radio', { name: answer, exact: true }).check();
          await expect(follows).toHaveCount(1);
          await expect(follows).toContainText(items[n].replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
        }
      }
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(before);
      await page.reload();
      expect(await page.locator('#leader input:checked').count()).toBe(0);
    });
  }

  test('home to paper in eight taps', async ({ page }) => {
    await page.addInitScript(() => { window.print = () => { window.wasPrinted = true; }; });
    await open(page, '');
    let taps = 0;
    const tap = async (target) => { taps += 1; await target.tap(); };
    await tap(page.getByRole('contentinfo').getByRole('link', { name: words.vi.nav.provinces, exact: true }));
    await expect(heading(page, content('vi', 'pages').provinces.title)).toBeFocused();
    await tap(link(page, 'Tuyên Quang'));
    await expect(heading(page, 'Tỉnh Tuyên Quang')).toBeFocused();
    await tap(page.getByRole('button', { name: app.print, exact: true }));
    await expect.poll(() => page.evaluate(() => window.wasPrinted)).toBe(true);
    expect(taps).toBeLessThanOrEqual(8);
    const text = await paper(page, ['-f', '1', '-l', '1']);
    expect(text).toContain(place.nearest);
  });

  test('the three proposals are open to everybody, light and dark, on a phone', async ({ page }) => {
    await openAlive(page, `mo-hinh/${ANSWERS}`);
    await ready(page);
    await expect(page.locator('#fit').getByRole('listitem')).toHaveCount(3);
    for (const [width, colorScheme] of [[320, 'light'], [320, 'dark'], [1280, 'light'], [1280, 'dark']]) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect.soft(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
  });
});
