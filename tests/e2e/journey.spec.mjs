// Following links without leaving the page: title, focus, announcement, history.
import { test } from './oracle.mjs';
import { expect, heading, link, menu, open, ready, scrollY, unfold, words } from './portal.mjs';

const { nav } = words.vi;
const announced = (page, title) =>
  expect(page.getByRole('status').filter({ hasText: words.vi.app.arrived.replace('{title}', title) }));

/** Marks the document, to see later that it was never left. */
const mark = (page) => page.evaluate(() => { window.marked = true; });
const isMarked = (page) => page.evaluate(() => window.marked === true);

/** Writes down everything that live regions say from now on; one in a closed fold says nothing. */
const hark = (page) => page.evaluate(() => {
  window.said = [];
  new MutationObserver((changes) => {
    const regions = new Set(changes.map(({ target }) =>
      (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)
        ?.closest('[role=status], [role=alert], [aria-live]')));
    regions.forEach((region) => {
      const text = region?.checkVisibility() && region.textContent.trim();
      if (text) window.said.push(text);
    });
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
});

test('a followed link sets title and heading and announces itself once', async ({ page }) => {
  await open(page, '');
  await mark(page);
  await hark(page);
  await menu(page, nav.glossary).click();
  await expect(page).toHaveURL(/\/thuat-ngu\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/ – Bước Số$/);
  const [title] = (await page.title()).split(' – Bước Số');
  await announced(page, title).toHaveCount(1);
  // A journey of over a second is said to be on its way.
  const said = (await page.evaluate(() => window.said)).filter((text) => text !== words.vi.app.loading);
  expect(said).toEqual([words.vi.app.arrived.replace('{title}', title)]);
  expect(await isMarked(page)).toBe(true);
});

test('a first page keeps the focus where the browser put it', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await expect(page.locator('body')).toBeFocused();
});

test('the title is that of the served page', async ({ page }) => {
  for (const address of ['giai-thich/', 'thuat-ngu/', 'chi-so/']) {
    await open(page, address);
    const served = await page.title();
    await open(page, '');
    await page.getByRole('navigation', { name: nav.label }).locator(`a[href$="/${address}"]`).click();
    await expect(page).toHaveTitle(served);
  }
});

test('the menu marks where the reader is', async ({ page }) => {
  await open(page, 'chi-so/');
  await expect(menu(page, nav.indicators)).toHaveAttribute('aria-current', 'page');
  await menu(page, nav.explainers).click();
  await expect(menu(page, nav.explainers)).toHaveAttribute('aria-current', 'page');
  await expect(menu(page, nav.indicators)).not.toHaveAttribute('aria-current');
  await page.getByRole('main').locator('a[href$="giai-thich/vneid/"]').click();
  await expect(heading(page, /VNeID/)).toBeFocused();
  await expect(menu(page, nav.explainers)).toHaveAttribute('aria-current', 'true');
});

test('the skip link moves the focus into the content, on served and on drawn pages', async ({ page }) => {
  await open(page, '');
  const skip = page.getByRole('link', { name: words.vi.site.skip });
  const jump = async (first) => {
    await skip.focus();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(first).toBeFocused();
  };
  await jump(link(page, nav.explainers));
  await menu(page, nav.explainers).click();
  await expect(heading(page, nav.explainers)).toBeFocused();
  await jump(page.getByRole('main').getByRole('link', { name: nav.home }));
});

test('the skip link is the first stop of the keyboard', async ({ page }) => {
  await open(page, '');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: words.vi.site.skip })).toBeFocused();
});

test('Back and Forward return to where the reader was', async ({ page }) => {
  await open(page, 'giai-thich/');
  const target = page.getByRole('main').locator('a[href$="giai-thich/y-te-so/"]');
  await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const before = await scrollY(page);
  expect(before).toBeGreaterThan(500);
  await target.click();
  await expect(page).toHaveURL(/y-te-so\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await scrollY(page)).toBeLessThan(50);
  await page.evaluate(() => window.scrollTo(0, 400));
  await expect.poll(() => page.evaluate(() => history.state?.y)).toBe(400);
  await page.goBack();
  await expect(heading(page, nav.explainers)).toBeFocused();
  await expect.poll(async () => Math.abs(await scrollY(page) - before)).toBeLessThanOrEqual(50);
  await page.goForward();
  await expect(page).toHaveURL(/y-te-so\/$/);
  await expect.poll(async () => Math.abs(await scrollY(page) - 400)).toBeLessThanOrEqual(50);
});

test('Back from a place on the page returns to where the reader was', async ({ page }) => {
  await open(page, 'giai-thich/');
  await page.getByRole('main').locator('a[href$="giai-thich/vneid/"]').click();
  await expect(heading(page, /VNeID/)).toBeFocused();
  await page.getByText(words.vi.headings.contents).click();
  const related = page.getByRole('main').locator('a[href="#related"]');
  await related.scrollIntoViewIfNeeded();
  const before = await scrollY(page);
  await related.click();
  await expect.poll(() => scrollY(page)).toBeGreaterThan(before + 1000);
  await page.goBack();
  await expect(page).toHaveURL(/vneid\/$/);
  await expect.poll(async () => Math.abs(await scrollY(page) - before)).toBeLessThanOrEqual(50);
});

test('Back through three pages shows each of them', async ({ page }) => {
  await open(page, '');
  await menu(page, nav.explainers).click();
  await expect(heading(page, nav.explainers)).toBeFocused();
  await menu(page, nav.glossary).click();
  await expect(page).toHaveURL(/thuat-ngu\/$/);
  await menu(page, nav.models).click();
  await expect(page).toHaveURL(/mo-hinh\/$/);
  await page.goBack();
  await expect(heading(page, /Từ khó/)).toBeVisible();
  await page.goBack();
  await expect(heading(page, nav.explainers)).toBeVisible();
  await page.goBack();
  await expect(link(page, 'VNeID dùng vào việc gì?')).toBeVisible();
});

test('F-77 an impatient reader arrives at the last link', async ({ page }) => {
  await open(page, '');
  await page.evaluate(([...paths]) => {
    const links = [...document.querySelectorAll('header a')];
    for (let turn = 0; turn < 4; turn += 1) {
      paths.forEach((path) => links.find((a) => a.pathname.endsWith(path)).click());
    }
  }, ['/giai-thich/', '/thuat-ngu/', '/chi-so/']);
  await expect(page).toHaveURL(/\/chi-so\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(menu(page, nav.indicators)).toHaveAttribute('aria-current', 'page');
});

test('an address with a place opens at that place', async ({ page }) => {
  await open(page, 'giai-thich/vneid/#related');
  await expect(page.getByRole('heading', { name: words.vi.headings.related })).toBeInViewport();
});

test('a list of contents leads to its places', async ({ page }) => {
  await open(page, '');
  await link(page, 'VNeID dùng vào việc gì?').click();
  await expect(heading(page, /VNeID/)).toBeFocused();
  await page.getByText(words.vi.headings.contents).click();
  await page.getByRole('main').locator('a[href="#today"]').click();
  await expect(page).toHaveURL(/vneid\/#today$/);
  await expect(page.getByRole('heading', { name: words.vi.headings.today })).toBeInViewport();
});

test('a link to a place on another page goes there and takes the focus along', async ({ page }) => {
  await open(page, 'giai-thich/nghi-quyet-noi-gi/');
  await mark(page);
  await unfold(page);
  await page.getByRole('main').locator('a[href$="van-ban/#48-nq-tu"]').first().click();
  await expect(page).toHaveURL(/van-ban\/#48-nq-tu$/);
  await expect(page.locator(':focus')).toContainText('48-NQ/TU');
  await expect(page.locator(':focus')).toBeInViewport();
  expect(await isMarked(page)).toBe(true);
});

test('the other language shows the same page, on served and on drawn pages', async ({ page }) => {
  await open(page, 'giai-thich/vneid/');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/giai-thich\/vneid\/$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await ready(page);
  await menu(page, words.en.nav.glossary, 'en').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('link', { name: 'Tiếng Việt' }).click();
  await expect(page).toHaveURL(/\/thuat-ngu\/$/);
  await expect(page).not.toHaveURL(/\/en\//);
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
});

test('a link opens in a new tab when the reader asks for one', async ({ context, page }) => {
  await open(page, '');
  const opened = context.waitForEvent('page');
  await menu(page, nav.glossary).click({ modifiers: ['ControlOrMeta'] });
  await expect(await opened).toHaveURL(/thuat-ngu\/$/);
  await expect(page).toHaveURL(/\/$/);
});

test('a slow page says that it is opening', async ({ page }) => {
  await open(page, '');
  let release;
  const gate = new Promise((done) => { release = done; });
  await page.route('**/content/vi/thuat-ngu-*.json', async (route) => {
    await gate;
    await route.continue();
  });
  await menu(page, nav.glossary).click();
  await expect(page.getByRole('status').filter({ hasText: words.vi.app.loading })).toHaveCount(1);
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true');
  release();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('main')).not.toHaveAttribute('aria-busy');
});

test('an address that leads nowhere says so and helps on', async ({ page, watch }) => {
  watch.allow(/404/);
  await open(page, 'giai-thich/khong-co/');
  await expect(heading(page, 'Chưa thấy trang này')).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await menu(page, nav.explainers).click();
  await expect(heading(page, nav.explainers)).toBeFocused();
});
