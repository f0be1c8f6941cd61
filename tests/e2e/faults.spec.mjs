// Broken files, hostile networks, closed storage: each is named, none takes the page away.
import {
  MISSING_FILE, alter, box, expect, halve, heading, holdBack, link, menu, open, ready, settings, test,
  words,
} from './portal.mjs';

const { app, nav, recovery } = words.vi;
const PAGE = '**/content/vi/thuat-ngu-*.json';
const WASM = '**/*.wasm';
const notice = (page, text) => page.getByRole('status').filter({ hasText: text });

/** From home to the glossary, whose file is broken, and on to a page that is whole. */
async function checkFailure(page, why) {
  await open(page, '');
  await menu(page, nav.glossary).click();
  await expect(heading(page, app.title_error)).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(app.title_error));
  await expect(page.getByRole('alert')).toContainText(why);
  await expect(page.getByRole('link', { name: app.full_page })).toBeVisible();
  await menu(page, nav.explainers).click();
  await expect(heading(page, nav.explainers)).toBeFocused();
}

test('a page file that broke off gives a page that says so', async ({ page }) => {
  await halve(page, PAGE);
  await checkFailure(page, app.error_broken);
});

test('a log-in page in place of a page file is not taken for content', async ({ page }) => {
  await page.route(PAGE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><h1>Wi-Fi</h1>' }));
  await checkFailure(page, app.error_broken);
  await expect(page.getByText('Wi-Fi', { exact: true })).toHaveCount(0);
});

test('a page file that is missing gives a page that says so', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  await page.route(PAGE, (route) => route.fulfill({ status: 404, body: '' }));
  await checkFailure(page, app.error_missing);
});

test('no network gives a page that says so', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  await page.route(PAGE, (route) => route.abort('internetdisconnected'));
  await checkFailure(page, app.error_offline);
});

const MUTANTS = {
  'an empty file': '', 'a number': '7', 'an empty list': '[]', 'an empty object': '{}', 'null': 'null',
  'a byte order mark': '\ufeff[]', 'deep nesting': '['.repeat(5000), 'a huge number': '[1e999999]',
};
for (const [name, body] of Object.entries(MUTANTS)) {
  test(`${name} in place of a page gives a page that says so`, async ({ page }) => {
    await page.route(PAGE, (route) => route.fulfill({ contentType: 'application/json', body }));
    await checkFailure(page, app.error_broken);
  });
}

test('Try again shows the page once its file has healed', async ({ page }) => {
  await halve(page, PAGE);
  await open(page, '');
  await menu(page, nav.glossary).click();
  const retry = page.getByRole('button', { name: app.retry });
  await retry.press('Enter');
  await expect(heading(page, app.title_error)).toBeFocused();
  await page.unroute(PAGE);
  await retry.press('Enter');
  await expect(heading(page, /Từ khó/)).toBeFocused();
  await expect(page).toHaveTitle(/Từ khó/);
  await expect(page).toHaveURL(/thuat-ngu\/$/);
});

test('the plain page stands behind a page that failed', async ({ page }) => {
  await halve(page, PAGE);
  await open(page, '');
  await menu(page, nav.glossary).click();
  await page.getByRole('link', { name: app.full_page }).click();
  await expect(heading(page, /Từ khó/)).toBeVisible();
});

test('Back leaves a page that failed', async ({ page }) => {
  await halve(page, PAGE);
  await open(page, '');
  await menu(page, nav.glossary).click();
  await expect(heading(page, app.title_error)).toBeFocused();
  await page.goBack();
  await expect(link(page, 'VNeID dùng vào việc gì?')).toBeVisible();
});

for (const file of ['words', 'index']) {
  const pattern = file === 'words' ? '**/content/vi/words-*.json' : '**/content/index-*.json';
  test(`links lead on when the ${file} file broke off`, async ({ page }) => {
    await halve(page, pattern);
    await open(page, 'giai-thich/');
    await page.getByRole('main').locator('a[href$="giai-thich/vneid/"]').click();
    await expect(page).toHaveURL(/giai-thich\/vneid\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('contentinfo').getByRole('link', { name: '113' })).toBeVisible();
  });
}

test('a program with one altered byte is refused and the page stays readable', async ({ page, watch }) => {
  watch.allow(/integrity/, MISSING_FILE);
  await alter(page, WASM, (bytes) => {
    bytes[bytes.length >> 1] ^= 1;
    return bytes;
  });
  await page.goto('giai-thich/vneid/');
  await expect(notice(page, recovery.failed)).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-ready');
  await expect(heading(page, /VNeID/)).toBeVisible();
  await menu(page, nav.explainers).click();
  await expect(heading(page, nav.explainers)).toBeVisible();
});

for (const [name, pattern] of [['program', WASM], ['script of the program', '**/app-*.js']]) {
  test(`a ${name} that is missing is named and the page stays readable`, async ({ page, watch }) => {
    watch.allow(MISSING_FILE, /integrity/);
    await page.route(pattern, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('giai-thich/vneid/');
    await expect(notice(page, recovery.failed)).toBeVisible();
    await expect(heading(page, /VNeID/)).toBeVisible();
  });
}

test('a log-in page in place of the program is refused', async ({ page, watch }) => {
  watch.allow(/integrity/, MISSING_FILE);
  await page.route(WASM, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Wi-Fi</h1>' }));
  await page.goto('');
  await expect(notice(page, recovery.failed)).toBeVisible();
});

test('a style sheet that does not come leaves everything to read', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  await page.route('**/*.css', (route) => route.abort());
  await open(page, 'giai-thich/cuoc-goi-lua-dao/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: words.vi.headings.steps })).toBeVisible();
});

test('closed storage takes nothing away', async ({ page }) => {
  await page.addInitScript(() => {
    const closed = { get() { throw new DOMException('closed', 'SecurityError'); } };
    Object.defineProperty(window, 'localStorage', closed);
    Object.defineProperty(window, 'sessionStorage', closed);
  });
  await open(page, 'giai-thich/vneid/');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await settings(page).click();
  await page.getByRole('radio', { name: words.vi.settings.theme_dark }).check();
  expect(await paper()).not.toBe(light);
  await page.keyboard.press('Escape');
  const lenses = page.getByRole('navigation', { name: words.vi.lenses.label });
  await lenses.getByRole('link', { name: words.vi.lenses.student }).click();
  await expect(page).toHaveURL(/\?ai=student$/);
  await menu(page, nav.explainers).click();
  await box(page).fill('vneid');
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
  await page.getByRole('contentinfo').getByRole('link', { name: nav.privacy }).click();
  await expect(page.getByText(app.device_none)).toBeVisible();
  await page.getByRole('button', { name: app.device_erase }).click();
  await expect(page.getByText(app.device_erased)).toBeVisible();
});

test('nonsense in storage is ignored', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('buoc-so.theme', '__proto__');
    localStorage.setItem('buoc-so.text', '-1');
    localStorage.setItem('buoc-so.lens', 'x'.repeat(100_000));
  });
  await open(page, 'giai-thich/vneid/');
  await settings(page).click();
  await expect(page.getByRole('radio', { name: words.vi.settings.theme_auto })).toBeChecked();
  await expect(page.getByRole('radio', { name: words.vi.settings.text_100 })).toBeChecked();
});

/** As a translating extension does: every piece of text wrapped in an element of its own. */
const translate = (page) => page.getByRole('main').evaluate((main) => {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  texts.filter((text) => text.data.trim()).forEach((text) => {
    const font = document.createElement('font');
    font.textContent = text.data;
    text.replaceWith(font);
  });
});

test('an extension that rewrote the served page disturbs nothing', async ({ page }) => {
  const release = await holdBack(page, WASM);
  await page.goto('giai-thich/');
  await translate(page);
  release();
  await ready(page);
  await box(page).fill('vneid');
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
  await menu(page, nav.glossary).click();
  await expect(heading(page, /Từ khó/)).toBeFocused();
  await page.goBack();
  await expect(heading(page, nav.explainers)).toBeFocused();
});

test('an extension that rewrites drawn pages disturbs nothing', async ({ page }) => {
  await open(page, '');
  await menu(page, nav.explainers).click();
  await expect(heading(page, nav.explainers)).toBeFocused();
  await box(page).fill('vneid');
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
  await translate(page);
  await box(page).fill('chuyen doi so');
  await expect(page.getByRole('search').locator('..').getByRole('listitem').first())
    .toContainText('huyển đổi số');
  await translate(page);
  await menu(page, nav.glossary).click();
  await expect(heading(page, /Từ khó/)).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

test('a fault of the program is owned up to, and does not ask for reloads for ever', async ({ page, watch }) => {
  watch.allow(/RuntimeError|unreachable/);
  const fail = () => page.evaluate(() => {
    setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); });
  });
  await open(page, 'giai-thich/vneid/');
  await fail();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(recovery.panic);
  await alert.getByRole('button', { name: recovery.reload }).click();
  await ready(page);
  await expect(alert).toHaveCount(0);
  await fail();
  await expect(alert).toContainText(recovery.again);
  await alert.getByRole('button', { name: recovery.close }).click();
  await expect(alert).toHaveCount(0);
});

test('a strange clock changes nothing', async ({ page }) => {
  await page.clock.setFixedTime(new Date('1990-01-01'));
  await open(page, '');
  await menu(page, nav.glossary).click();
  await expect(heading(page, /Từ khó/)).toBeFocused();
});
