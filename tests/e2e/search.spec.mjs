// Search as people type it: without accents, with Telex or VNI keys, by old names.
import { box, expect, halve, heading, link, menu, open, test, words } from './portal.mjs';

const { app } = words.vi;
const status = (page) => page.getByRole('search').locator('..').getByRole('status');
const results = (page) =>
  page.getByRole('search').locator('..').getByRole('listitem').filter({ has: page.getByRole('link') });
const first = (page) => results(page).first();

const CASES = [
  ['without accents', 'chuyen doi so la gi', /Chuyển đổi số là gì/],
  ['with accents', 'cuộc gọi lừa đảo', /gọi/],
  ['with Telex keys', 'chuyeenr ddooir soos', /[Cc]huyển đổi số/],
  ['with VNI keys', 'chuye63n d9o63i so61', /[Cc]huyển đổi số/],
  ['with a slip of the finger', 'chueyn doi so', /[Cc]huyển đổi số/],
  ['by a former province without accents', 'vinh phuc', /Vĩnh Phúc|Phú Thọ/],
  ['by a former province', 'Kon Tum', /Kon Tum|Quảng Ngãi/],
  ['by the number of a document', '48 nq tu', /48-NQ\/TU/],
  ['by an abbreviation', 'cccd', /VNeID|căn cước/i],
  ['from the beginning of a word', 'deepf', /AI|giả/],
];
for (const [how, query, wanted] of CASES) {
  test(`words are found ${how}`, async ({ page }) => {
    await open(page, 'tim/');
    await box(page).pressSequentially(query);
    await expect(first(page)).toContainText(wanted);
    await expect(status(page)).toContainText(/\d+ kết quả/);
  });
}

test('the number of a document finds the document itself first', async ({ page }) => {
  await open(page, 'tim/');
  await box(page).fill('48 nq tu');
  await expect(first(page)).toContainText(app.kind_document);
  await first(page).getByRole('link').click();
  await expect(page).toHaveURL(/\/van-ban\/#48-nq-tu$/);
  await expect(page.locator(':focus')).toContainText('48-NQ/TU');
});

test('keys that were read as accents are named', async ({ page }) => {
  await open(page, 'tim/');
  await box(page).fill('chuyeenr ddooir soos');
  await expect(status(page)).toContainText(app.search_understood.replace('{text}', 'chuyển đổi số'));
});

test('the address holds the search and opens it again', async ({ page }) => {
  await open(page, 'tim/');
  await box(page).fill('học bạ');
  await expect(first(page)).toBeVisible();
  await expect(page).toHaveURL(`tim/?q=${encodeURIComponent('học bạ')}`);
  const found = await first(page).innerText();
  await page.reload();
  await expect(box(page)).toHaveValue('học bạ');
  await expect(first(page)).toHaveText(found, { useInnerText: true });
});

test('Back from a result returns to the results', async ({ page }) => {
  await open(page, 'tim/');
  await box(page).fill('vneid');
  await results(page).filter({ hasText: 'VNeID dùng làm gì' }).getByRole('link').click();
  await expect(page).toHaveURL(/giai-thich\/vneid\/$/);
  await expect(heading(page, /VNeID/)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/tim\/\?q=vneid$/);
  await expect(box(page)).toHaveValue('vneid');
  await expect(first(page)).toBeVisible();
});

test('arrow keys walk through the results and Escape returns to the box', async ({ page }) => {
  await open(page, 'tim/');
  await box(page).fill('vneid');
  await expect(first(page)).toBeVisible();
  await box(page).press('ArrowDown');
  await expect(first(page).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('vneid');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/tim/);
});

test('nothing found is said kindly, with a way on', async ({ page }) => {
  await open(page, 'tim/');
  await box(page).fill('zzqqxxyy');
  await expect(status(page)).toContainText(app.search_none);
  await expect(page.getByText(app.search_none_help)).toBeVisible();
  await expect(results(page)).toHaveCount(0);
  await expect(link(page, 'danh sách bài')).toBeVisible();
});

test('one letter asks for one more', async ({ page }) => {
  await open(page, 'tim/');
  await box(page).fill('v');
  await expect(status(page)).toHaveText(app.search_short);
  await box(page).fill('');
  await expect(status(page)).toHaveText('');
});

test('more results come when they are asked for', async ({ page }) => {
  await open(page, 'tim/');
  await box(page).fill('chuyen doi so');
  await expect(results(page)).toHaveCount(10);
  await page.getByRole('button', { name: app.search_more }).click();
  await expect(results(page)).toHaveCount(20);
  await expect(box(page)).toHaveValue('chuyen doi so');
});

test('a search from another page gives results there and leads to the search page', async ({ page }) => {
  await open(page, 'giai-thich/');
  await box(page).fill('vneid');
  await expect(first(page)).toContainText('VNeID');
  await expect(page).toHaveURL(/giai-thich\/$/);
  await box(page).press('Enter');
  await expect(page).toHaveURL(/\/tim\/\?q=vneid$/);
  await expect(heading(page, words.vi.nav.search)).toBeFocused();
  await expect(box(page)).toHaveValue('vneid');
  await expect(first(page)).toBeVisible();
});

test('the English pages search in English', async ({ page }) => {
  await open(page, 'en/tim/');
  await box(page, 'en').fill('scam call');
  await expect(first(page)).toContainText(/call/i);
  await expect(status(page)).toContainText('results');
  await first(page).getByRole('link').click();
  await expect(page).toHaveURL(/\/en\//);
});

test('what looks like markup is only text', async ({ page }) => {
  await open(page, 'tim/');
  await box(page).fill('<img src=x onerror=alert(1)>');
  await expect(status(page)).toHaveText(new RegExp(`${app.search_none}|${app.search_one}|${app.search_count.replace('{n}', '\\d+')}`));
  await expect(page.getByRole('main').getByRole('img')).toHaveCount(0);
});

test('a search file that broke off is named while everything else works', async ({ page }) => {
  await halve(page, '**/content/vi/search-*.json');
  await open(page, 'tim/');
  await box(page).fill('vneid');
  await expect(status(page)).toHaveText(app.search_failed);
  await expect(page.getByText(app.error_broken)).toBeVisible();
  await menu(page, words.vi.nav.explainers).click();
  await expect(heading(page, words.vi.nav.explainers)).toBeFocused();
});

test('a search file that heals is used at the next letter', async ({ page }) => {
  await halve(page, '**/content/vi/search-*.json');
  await open(page, 'tim/');
  await box(page).fill('vnei');
  await expect(status(page)).toHaveText(app.search_failed);
  await page.unroute('**/content/vi/search-*.json');
  await box(page).pressSequentially('d');
  await expect(first(page)).toContainText('VNeID');
});
