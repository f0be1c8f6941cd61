// Every figure can say where it comes from: who, when, how sure.
import { MISSING_FILE, content, expect, heading, link, menu, open, test, violations, words } from './portal.mjs';

const { app, passports, statuses, confidences } = words.vi;
const figure = (page, name) => page.getByRole('main').getByRole('link', { name }).first();
const dialog = (page) => page.getByRole('dialog');

test('a figure opens its passport by keyboard, and Escape returns to the figure', async ({ page }) => {
  await open(page, '');
  const share = figure(page, '14,02% GDP');
  await share.focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page)).toHaveAccessibleName(/14,02% GDP/);
  await expect(dialog(page)).toContainText(statuses.estimate);
  for (const label of [passports.source, passports.as_of, passports.status, passports.confidence, passports.place]) {
    await expect(dialog(page).getByRole('term').filter({ hasText: label }).first()).toBeVisible();
  }
  await expect(dialog(page)).toContainText('2025');
  await expect(dialog(page)).toContainText(confidences.single_source);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(share).toBeFocused();
  await expect(page).toHaveURL(/\/$/);
});

test('the passport names the source with its date', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await figure(page, 'mức 2').click();
  await expect(dialog(page)).toContainText('CafeF. ngày 11 tháng 8 năm 2025');
  await expect(dialog(page).getByRole('link', { name: 'cafef.vn' })).toBeVisible();
});

test('the passport closes by its button and opens again for another figure', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await figure(page, 'mức 2').click();
  await dialog(page).getByRole('button', { name: app.close, exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(figure(page, 'mức 2')).toBeFocused();
  await figure(page, 'hơn 83,5 triệu người').press('Enter');
  await expect(dialog(page)).toHaveAccessibleName(/83,5 triệu/);
  await expect(dialog(page)).toHaveCount(1);
});

test('the keyboard stays inside an open passport', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await figure(page, 'mức 2').click();
  await expect(dialog(page)).toBeVisible();
  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    const isOutside = await page.evaluate(() =>
      document.activeElement !== document.body && !document.activeElement.closest('dialog'));
    expect(isOutside).toBe(false);
  }
});

test('an open passport is accessible on a narrow screen, light and dark', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await open(page, 'giai-thich/vneid/');
  await figure(page, 'hơn 83,5 triệu người').click();
  await expect(dialog(page)).toBeVisible();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
  }
  expect(await dialog(page).evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
});

test('a copied citation carries the caution, the source and the address', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'giai-thich/vneid/');
  await figure(page, 'hơn 83,5 triệu người').click();
  await dialog(page).getByRole('button', { name: app.cite }).click();
  await expect(page.getByRole('status').filter({ hasText: app.copied })).toHaveCount(1);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const { caution } = content('vi', 'facts').find((fact) => fact.id === 'id-03');
  expect(copied).toContain('83,5 triệu');
  expect(copied).toContain(caution.replace(/\.$/, ''));
  expect(copied).toContain('VietNamNet');
  expect(copied).toContain(page.url());
});

test('a button pressed twice takes its own words back', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await open(page, 'giai-thich/vneid/');
  await figure(page, 'hơn 83,5 triệu người').click();
  await dialog(page).getByRole('button', { name: app.cite }).click();
  const button = dialog(page).getByRole('button', { name: app.copied });
  await button.click();
  await page.clock.runFor(1000);
  await expect(button).toBeVisible();
  await page.clock.runFor(9000);
  await expect(dialog(page).getByRole('button', { name: app.cite })).toBeVisible();
});

test('a copied report names the figure and the page', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '');
  await figure(page, '14,02% GDP').click();
  await dialog(page).getByRole('button', { name: app.report }).click();
  await expect(page.getByRole('status').filter({ hasText: app.copied })).toHaveCount(1);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('14,02% GDP');
  expect(copied).toContain(page.url());
});

test('where copying is denied, the button says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await open(page, '');
  await figure(page, '14,02% GDP').click();
  await dialog(page).getByRole('button', { name: app.cite }).click();
  await expect(dialog(page).getByText(app.copy_failed)).toBeVisible();
});

test('figures of drawn pages open their own passports', async ({ page }) => {
  await open(page, '');
  await link(page, 'VNeID dùng vào việc gì?').click();
  await expect(heading(page, /VNeID/)).toBeFocused();
  await figure(page, 'mức 2').press('Enter');
  await expect(dialog(page)).toContainText('CafeF');
  await page.keyboard.press('Escape');
  await expect(figure(page, 'mức 2')).toBeFocused();
  await menu(page, words.vi.nav.explainers).click();
  await expect(heading(page, words.vi.nav.explainers)).toBeFocused();
  await expect(dialog(page)).toBeHidden();
});

test('Back closes nothing but the page: no passport is left over it', async ({ page }) => {
  await open(page, '');
  await link(page, 'VNeID dùng vào việc gì?').click();
  await expect(heading(page, /VNeID/)).toBeFocused();
  await figure(page, 'mức 2').click();
  await expect(dialog(page)).toBeVisible();
  await page.goBack();
  await expect(link(page, 'VNeID dùng vào việc gì?')).toBeVisible();
  await expect(dialog(page)).toBeHidden();
});

test('a passport that comes late does not open over the page one has gone on to', async ({ page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/content/vi/giai-thich/vneid-*.json', async (route) => { await held; await route.continue(); });
  await open(page, 'giai-thich/vneid/');
  await figure(page, 'mức 2').click();
  await menu(page, words.vi.nav.explainers).click();
  await expect(heading(page, words.vi.nav.explainers)).toBeFocused();
  const come = page.waitForResponse(/giai-thich\/vneid-/);
  release();
  await (await come).finished();
  // Time for the program to read the file: until nothing is left to do.
  await page.evaluate(() => new Promise((resolve) => { requestIdleCallback(() => requestAnimationFrame(() => setTimeout(resolve, 0))); }));
  await expect(dialog(page)).toHaveCount(0);
});

test('a passport that cannot come gives way to the list of sources', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  await page.route('**/content/vi/giai-thich/vneid-*.json', (route) => route.abort());
  await open(page, 'giai-thich/vneid/');
  await figure(page, 'mức 2').click();
  await expect(page).toHaveURL(/\/nguon\/#f-id-04$/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('every fact of a page leads to a place that exists among the sources', async ({ page }) => {
  await open(page, 'nguon/');
  const places = await page.evaluate(() => [...document.querySelectorAll('[id^="f-"]')].map(({ id }) => id));
  for (const address of ['', 'giai-thich/vneid/', 'giai-thich/doc-bang-xep-hang/', 'thuat-ngu/', 'dong-thoi-gian/']) {
    await open(page, address);
    const wanted = await page.getByRole('main').locator('a[href*="nguon/#f-"]')
      .evaluateAll((links) => links.map((a) => a.hash.slice(1)));
    expect(wanted.filter((id) => !places.includes(id)), address).toEqual([]);
  }
});
