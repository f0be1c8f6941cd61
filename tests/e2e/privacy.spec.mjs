// Nothing leaves the device, nothing is kept that the privacy page does not show.
// That no test sends anything elsewhere, sets a cookie or breaks the policy: see portal.mjs.
import { test } from './oracle.mjs';
import { box, expect, heading, link, menu, open, settings, words } from './portal.mjs';

const { app, nav, settings: names } = words.vi;
const radio = (page, name) => page.getByRole('radio', { name, exact: true });
const kept = (page) => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
const toPrivacy = (page) =>
  page.getByRole('contentinfo').getByRole('link', { name: nav.privacy }).click();

test('a long visit calls no other host, sends nothing and sets no cookie', async ({ context, page, watch }) => {
  await open(page, '');
  await link(page, 'VNeID dùng vào việc gì?').click();
  await expect(heading(page, /VNeID/)).toBeFocused();
  await page.getByRole('main').getByRole('link', { name: 'mức 2', exact: true }).first().click();
  await page.keyboard.press('Escape');
  for (const name of [nav.explainers, nav.glossary, nav.models]) {
    await menu(page, name).click();
    await expect(menu(page, name)).toHaveAttribute('aria-current', 'page');
  }
  await page.getByRole('link', { name: nav.search }).first().click();
  await expect(page).toHaveURL(/\/tim\/$/);
  await box(page).fill('tỉnh mới');
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(new Set(watch.requests.map((url) => url.origin)).size).toBe(1);
  // What was typed stays out of every address that is asked for, but for the page itself.
  const asked = watch.requests.filter((url) => url.search).map((url) => url.pathname);
  expect(asked).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('a visit without choices leaves nothing on the device', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await menu(page, nav.explainers).click();
  await expect(heading(page, nav.explainers)).toBeFocused();
  expect(await kept(page)).toEqual([]);
  expect(await page.evaluate(async () => [
    (await caches.keys()).length, (await indexedDB.databases()).length,
    (await navigator.serviceWorker.getRegistrations()).length,
  ])).toEqual([0, 0, 0]);
});

test('F-48 the privacy page lists what is kept and erases it', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await settings(page).click();
  await radio(page, names.theme_dark).check();
  await radio(page, names.text_130).check();
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: words.vi.lenses.label })
    .getByRole('link', { name: words.vi.lenses.student }).click();
  await toPrivacy(page);
  const main = page.getByRole('main');
  for (const name of [app.theme_key, app.text_key, app.lens_key]) {
    await expect(main.getByText(`: ${name} (`)).toBeVisible();
  }
  expect((await kept(page)).sort()).toEqual(['buoc-so.lens', 'buoc-so.text', 'buoc-so.theme']);
  await page.getByRole('button', { name: app.device_erase }).press('Enter');
  await expect(main.getByRole('status').filter({ hasText: app.device_erased })).toBeVisible();
  await expect(main.getByText(app.device_none)).toBeVisible();
  expect(await kept(page)).toEqual([]);
  await page.reload();
  await expect(main.getByText(app.device_none)).toBeVisible();
  await settings(page).click();
  await expect(radio(page, names.theme_auto)).toBeChecked();
  await expect(radio(page, names.text_100)).toBeChecked();
});

test('after erasing, the settings show at once that nothing is chosen', async ({ page }) => {
  await open(page, 'rieng-tu/');
  await settings(page).click();
  await radio(page, names.theme_dark).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: app.device_erase }).click();
  await expect(page.getByText(app.device_erased)).toBeVisible();
  await settings(page).click();
  await expect(radio(page, names.theme_auto)).toBeChecked();
});

test('after erasing, the next page forgets the way of reading, too', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  const chip = (name) =>
    page.getByRole('navigation', { name: words.vi.lenses.label }).getByRole('link', { name });
  await chip(words.vi.lenses.student).click();
  await toPrivacy(page);
  await page.getByRole('button', { name: app.device_erase }).click();
  await expect(page.getByText(app.device_erased)).toBeVisible();
  await menu(page, nav.explainers).click();
  await page.getByRole('main').locator('a[href$="giai-thich/y-te-so/"]').click();
  await expect(chip(words.vi.lenses.all)).toHaveAttribute('aria-current', 'true');
});

test('the privacy page counts what the page fetched: some here, none elsewhere', async ({ page }) => {
  await open(page, 'rieng-tu/');
  const main = page.getByRole('main');
  const own = app.device_requests.replace('{origin}', new URL(page.url()).origin).replace('{n}', '');
  await expect(main.getByText(new RegExp(`${own}[1-9]\\d*$`))).toBeVisible();
  await expect(main.getByText(app.device_foreign.replace('{n}', '0'))).toBeVisible();
});

test('links to other sites tell them nothing', async ({ page }) => {
  await open(page, 'nguon/');
  const foreign = await page.getByRole('main').getByRole('link').evaluateAll((links) =>
    links.filter((a) => a.origin !== location.origin && a.protocol.startsWith('http'))
      .filter((a) => !a.relList.contains('noreferrer') || !a.relList.contains('noopener'))
      .map((a) => a.href));
  expect(foreign).toEqual([]);
});
