// What the reader chooses: who is reading, how large the text is, light or dark.
import { expect, heading, link, open, settings, test, words } from './portal.mjs';

const { lenses, settings: names } = words.vi;
const radio = (page, name) => page.getByRole('radio', { name, exact: true });
const rootSize = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const chip = (page, name) =>
  page.getByRole('navigation', { name: lenses.label }).getByRole('link', { name });
const FOR_PUPILS = 'Em thạo điện thoại hơn ông bà';

test('a way of reading opens its part, stands in the address and survives a reload', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await expect(page.getByText(FOR_PUPILS)).toBeHidden();
  await chip(page, lenses.student).click();
  await expect(page).toHaveURL(/vneid\/\?ai=student$/);
  await expect(chip(page, lenses.student)).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText(FOR_PUPILS)).toBeVisible();
  await page.reload();
  await expect(page.getByText(FOR_PUPILS)).toBeVisible();
  await expect(chip(page, lenses.student)).toHaveAttribute('aria-current', 'true');
});

test('an address that names a way of reading opens it for anybody', async ({ page }) => {
  await open(page, 'giai-thich/vneid/?ai=student');
  await expect(page.getByText(FOR_PUPILS)).toBeVisible();
  await expect(chip(page, lenses.all)).not.toHaveAttribute('aria-current');
});

test('a way of reading goes along to the next page and can be laid aside', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await chip(page, lenses.business).press('Enter');
  await page.getByRole('main').locator('a[href$="giai-thich/y-te-so/"]').click();
  await expect(page).toHaveURL(/y-te-so\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(chip(page, lenses.business)).toHaveAttribute('aria-current', 'true');
  await chip(page, lenses.all).click();
  await expect(page).toHaveURL(/y-te-so\/$/);
  await page.reload();
  await expect(chip(page, lenses.all)).toHaveAttribute('aria-current', 'true');
  await expect(chip(page, lenses.business)).not.toHaveAttribute('aria-current');
});

test('text size and colours are chosen by keyboard and survive a reload', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  const [size, light] = [await rootSize(page), await paper(page)];
  await settings(page).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(radio(page, names.text_100)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(radio(page, names.text_130)).toBeChecked();
  expect(await rootSize(page)).toBeCloseTo(size * 1.3, 1);
  await page.keyboard.press('Tab');
  await expect(radio(page, names.theme_auto)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(radio(page, names.theme_dark)).toBeChecked();
  expect(await paper(page)).not.toBe(light);
  const dark = await paper(page);
  await page.keyboard.press('Escape');
  await expect(radio(page, names.theme_dark)).toBeHidden();
  await expect(settings(page)).toBeFocused();
  await page.reload();
  expect(await rootSize(page)).toBeCloseTo(size * 1.3, 1);
  expect(await paper(page)).toBe(dark);
  await settings(page).click();
  await expect(radio(page, names.theme_dark)).toBeChecked();
  await expect(radio(page, names.text_130)).toBeChecked();
});

test('chosen text size and colours go along to the next page', async ({ page }) => {
  await open(page, '');
  const size = await rootSize(page);
  await settings(page).click();
  await radio(page, names.text_200).check();
  await radio(page, names.theme_dark).check();
  const dark = await paper(page);
  await page.keyboard.press('Escape');
  await link(page, 'VNeID dùng vào việc gì?').click();
  await expect(heading(page, /VNeID/)).toBeFocused();
  expect(await rootSize(page)).toBeCloseTo(size * 2, 1);
  expect(await paper(page)).toBe(dark);
});

test('without a choice the page follows the device', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, '');
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paper(page)).not.toBe(light);
  await settings(page).click();
  await radio(page, names.theme_light).check();
  expect(await paper(page)).toBe(light);
});

test('a click beside the panel closes it', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await settings(page).click();
  await expect(radio(page, names.text_130)).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(radio(page, names.text_130)).toBeHidden();
});
