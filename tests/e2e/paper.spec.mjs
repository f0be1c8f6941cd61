// What comes out of a printer: the text, its address and its date, and nothing to click.
import { paper } from './atlas.mjs';
import { expect, menu, open, test, words } from './portal.mjs';

const HIDDEN_PART = 'Em thạo điện thoại hơn ông bà';
const date = /\d+ tháng \d+ năm \d{4}/;

test('paper carries the text, the address and the date, and opens every fold', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await page.emulateMedia({ media: 'print' });
  const text = await paper(page);
  expect(text).toContain('VNeID dùng làm gì');
  expect(text).toContain(words.vi.headings.steps);
  expect(text).toContain(HIDDEN_PART);
  expect(text).toContain(words.vi.site.print_note.split('{date}')[0].trim());
  expect(text).toContain('/giai-thich/vneid/');
  expect(text).toMatch(date);
});

test('folds that printing opened are closed again', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.getByText(HIDDEN_PART)).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.getByText(HIDDEN_PART)).toBeHidden();
});

test('paper has no menu, no buttons and no search box', async ({ page }) => {
  await open(page, 'giai-thich/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(menu(page, words.vi.nav.glossary)).toBeHidden();
  await expect(page.getByRole('searchbox')).toBeHidden();
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText(date).filter({ visible: true }).first()).toBeVisible();
});

test('a page reached by links prints its own address', async ({ page }) => {
  await open(page, 'giai-thich/');
  await page.getByRole('main').locator('a[href$="giai-thich/vneid/"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.getByRole('contentinfo').getByText(page.url())).toBeVisible();
});

test('a page printed from the dark is dark on white', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  await open(page, 'giai-thich/vneid/');
  await page.evaluate(() => { document.documentElement.dataset.theme = 'dark'; });
  const colours = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { backgroundColor, color };
  });
  expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' });
});

test('the print button prints', async ({ page }) => {
  await page.addInitScript(() => { window.print = () => { window.wasPrinted = true; }; });
  await open(page, 'giai-thich/vneid/');
  await page.getByRole('button', { name: words.vi.app.print }).press('Enter');
  expect(await page.evaluate(() => window.wasPrinted)).toBe(true);
});
