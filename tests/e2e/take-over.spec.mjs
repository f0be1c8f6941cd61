// The program arrives late and nobody notices: what was opened, typed or scrolled stays.
import {
  MISSING_FILE, box, expect, heading, holdBack, link, ready, scrollY, test, words,
} from './portal.mjs';

const waiting = (page) => expect(page.locator('html')).not.toHaveAttribute('data-ready');

test('a link works before the program arrives', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('');
  await link(page, 'VNeID dùng vào việc gì?').click();
  await expect(page).toHaveURL(/\/giai-thich\/vneid\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('VNeID');
  await waiting(page);
  release();
});

for (const [path, name] of [['', 'app'], ['ban-do/', 'atlas'], ['tu-danh-gia/', 'quiz']]) {
  test(`/${path} asks for its program beside the start-up script, and once`, async ({ page }) => {
    const program = new RegExp(`/assets/${name}-[0-9a-f]+(_bg)?\\.(js|wasm)$`);
    const asked = [];
    page.on('request', (request) => { if (program.test(request.url())) asked.push(request.url()); });
    const release = await holdBack(page, '**/boot-*.js');
    await page.goto(path, { waitUntil: 'commit' });
    await expect.poll(() => asked.length, { message: 'asked for while the start-up script is still coming' }).toBe(2);
    release();
    await ready(page);
    expect(new Set(asked).size, 'nothing comes twice').toBe(asked.length);
  });
}

test('folds opened before stay open', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('giai-thich/vneid/');
  await page.getByText(words.vi.headings.contents).click();
  await page.getByText(words.vi.lenses.student_title).click();
  const inside = page.getByRole('main').locator('a[href="#steps"]');
  await expect(inside).toBeVisible();
  await waiting(page);
  release();
  await ready(page);
  await expect(inside).toBeVisible();
  await expect(page.getByText('Em thạo điện thoại hơn ông bà')).toBeVisible();
});

test('words typed before stay and give results, and the cursor stays in the box', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('thuat-ngu/');
  await box(page).click();
  await page.keyboard.type('vneid');
  await waiting(page);
  release();
  await ready(page);
  await expect(box(page)).toHaveValue('vneid');
  await expect(box(page)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
  await page.keyboard.type(' muc 2');
  await expect(box(page)).toHaveValue('vneid muc 2');
});

test('words sent before the program arrives are searched for when it does', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('giai-thich/');
  await box(page).fill('vneid');
  await box(page).press('Enter');
  await expect(page).toHaveURL(/\/tim\/\?q=vneid$/);
  await waiting(page);
  release();
  await expect(box(page)).toHaveValue('vneid');
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
});

test('the place on the page and the focus are kept', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('giai-thich/');
  const target = page.getByRole('main').locator('a[href$="giai-thich/vneid/"]');
  await target.focus();
  await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const before = await scrollY(page);
  expect(before).toBeGreaterThan(300);
  await waiting(page);
  release();
  await ready(page);
  await expect(target).toBeFocused();
  expect(await scrollY(page)).toBe(before);
});

test('a settings panel opened before stays open', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('');
  await page.locator('summary', { hasText: words.vi.settings.title }).click();
  await waiting(page);
  release();
  await ready(page);
  await expect(page.getByRole('radio', { name: words.vi.settings.theme_dark })).toBeVisible();
});

const SIZES = [{ width: 360, height: 740 }, { width: 1280, height: 800 }];
/** Where nothing may move, and where panels that need the program may push a little. */
const STILL = [
  ['', 0.02], ['giai-thich/cuoc-goi-lua-dao/', 0.02], ['thuat-ngu/', 0.02], ['en/', 0.02],
  ['rieng-tu/', 0.1], ['tim/?q=vneid', 0.1], ['ban-do/', 0.02], ['mo-hinh/', 0.02], ['tinh/tuyen-quang/', 0.02],
  ['chi-so/tuyen-quang-xep-hang/', 0.02], ['chi-so/so-sanh-tinh/', 0.02], ['ban-do/?tru-cot=society', 0.1],
  ['mo-hinh/?o-dau=market', 0.1],
];
for (const [address, limit] of STILL) {
  for (const viewport of SIZES) {
    test(`/${address} does not move while it loads at ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.addInitScript(() => {
        window.shift = 0;
        window.shifted = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (entry.hadRecentInput) continue;
            window.shift += entry.value;
            window.shifted.push(...entry.sources.map(({ node }) => node?.textContent?.slice(0, 40)));
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address);
      await ready(page);
      // What only the program can do stands, too.
      await expect(page.locator('[data-island]:not([data-live])')).toHaveCount(0);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
      }));
      const { shift, shifted } = await page.evaluate(() => ({ shift: window.shift, shifted: window.shifted }));
      expect(shift, shifted.join(' | ')).toBeLessThanOrEqual(limit);
    });
  }
}

test('a heading that names the page stands though no script comes', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('giai-thich/vneid/', { waitUntil: 'commit' });
  await expect(heading(page, /VNeID/)).toBeVisible();
});
