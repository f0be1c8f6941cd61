// The portal in a folder of somebody else's host: nothing may reach outside of it.
// That no request leaves the folder: see `watch` in portal.mjs.
import {
  MISSING_FILE, TEMPLATES, box, expect, heading, link, menu, open, test, words,
} from './portal.mjs';

const { nav } = words.vi;

test('every template opens below the base and all its files arrive', async ({ page }) => {
  const failed = [];
  page.on('response', (answer) => { if (answer.status() !== 200) failed.push(answer.url()); });
  for (const template of [...TEMPLATES, 'en/', 'en/giai-thich/vneid/']) {
    await open(page, template);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(failed).toEqual([]);
});

test('every link of a page stays below the base', async ({ page, baseURL }) => {
  for (const template of TEMPLATES) {
    await open(page, template);
    const outside = await page.evaluate((base) =>
      [...document.querySelectorAll('a[href]')]
        .filter((a) => a.origin === location.origin && !a.href.startsWith(base))
        .map((a) => a.href), baseURL);
    expect(outside, template).toEqual([]);
  }
});

test('links lead from page to page without leaving the document', async ({ page }) => {
  await open(page, '');
  await page.evaluate(() => { window.marked = true; });
  await link(page, 'VNeID dùng vào việc gì?').click();
  await expect(page).toHaveURL('giai-thich/vneid/');
  await expect(heading(page, /VNeID/)).toBeFocused();
  await menu(page, nav.explainers).click();
  await expect(page).toHaveURL('giai-thich/');
  await expect(menu(page, nav.explainers)).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(heading(page, /VNeID/)).toBeFocused();
  expect(await page.evaluate(() => window.marked)).toBe(true);
});

test('search finds and leads on', async ({ page }) => {
  await open(page, '');
  await page.getByRole('banner').getByRole('link', { name: nav.search }).click();
  await box(page).fill('48 nq tu');
  await expect(page).toHaveURL('tim/?q=48%20nq%20tu');
  await page.getByRole('main').getByRole('link', { name: /48-NQ\/TU/ }).first().click();
  await expect(page).toHaveURL('van-ban/#48-nq-tu');
});

test('a figure opens its passport', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await page.getByRole('main').getByRole('link', { name: 'mức 2', exact: true }).first().click();
  await expect(page.getByRole('dialog')).toContainText('CafeF');
});

test('the other language lies below the base, too', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL('en/giai-thich/vneid/');
});

test('without its program the portal still links below the base', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('');
  await expect(page.getByText(words.vi.recovery.failed)).toBeVisible();
  await menu(page, nav.explainers).click();
  await expect(page).toHaveURL('giai-thich/');
});

test('the form of the search page sends below the base', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('giai-thich/');
  await box(page).fill('vneid');
  await box(page).press('Enter');
  await expect(page).toHaveURL('tim/?q=vneid');
  await context.close();
});

test('what does not exist says so in the frame of the portal', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  const answer = await page.goto('khong-co/');
  expect(answer.status()).toBe(404);
  await menu(page, nav.explainers).click();
  await expect(page).toHaveURL('giai-thich/');
});
