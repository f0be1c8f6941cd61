// The first page: five tasks, help against fraud, three doors, search within reach.
import { LANGUAGES, content, expect, link, open, overflow, test, words } from './portal.mjs';

for (const [lang, prefix] of Object.entries(LANGUAGES)) {
  const home = content(lang, 'home');

  test(`the five tasks in ${lang} lead to their explainers`, async ({ page }) => {
    await open(page, prefix);
    expect(home.tasks).toHaveLength(5);
    for (const task of home.tasks) {
      await expect(link(page, task.title)).toHaveAttribute('href', new RegExp(`/${prefix}giai-thich/${task.explainer}/$`));
    }
    await link(page, home.tasks[0].title).click();
    await expect(page).toHaveURL(new RegExp(`/${prefix}giai-thich/${home.tasks[0].explainer}/$`));
  });

  test(`somebody under pressure reads in ${lang} what to do and whom to call`, async ({ page }) => {
    await open(page, prefix);
    const main = page.getByRole('main');
    await expect(page.getByRole('heading', { name: home.scam.title })).toBeVisible();
    await expect(main.getByRole('link', { name: '113' }).first()).toHaveAttribute('href', 'tel:113');
    await expect(main.getByRole('link', { name: '156' })).toHaveAttribute('href', 'tel:156');
    for (const step of home.scam.steps) {
      await expect(main.getByText(step.match(/\*\*(.+?)\*\*/)[1]).first()).toBeVisible();
    }
  });

  test(`three doors in ${lang} say what lies behind them`, async ({ page }) => {
    await open(page, prefix);
    await expect(page.getByRole('heading', { name: home.doors_title })).toBeVisible();
    for (const door of home.doors) {
      await expect(page.getByRole('heading', { name: door.title, exact: true })).toBeVisible();
      await expect(page.getByText(door.meta).first()).toBeVisible();
    }
    await link(page, home.doors[0].title).click();
    await expect(page).toHaveURL(new RegExp(`/${prefix}giai-thich/$`));
  });
}

test('search is a few keys away', async ({ page }) => {
  await open(page, '');
  const tool = page.getByRole('banner').getByRole('link', { name: words.vi.nav.search });
  const isThere = () => tool.evaluate((element) => element === document.activeElement);
  let stops = 0;
  while (!(await isThere()) && stops < 12) {
    await page.keyboard.press('Tab');
    stops += 1;
  }
  await expect(tool).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tim\/$/);
  await expect(page.getByRole('searchbox')).toBeVisible();
});

test('a phone shows the first task before anybody scrolls far', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '');
  const first = await link(page, content('vi', 'home').tasks[0].title).boundingBox();
  expect(first.y + first.height).toBeLessThanOrEqual(800);
  expect(await overflow(page)).toEqual([]);
});

test('on a phone every link and button is large enough for a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, '');
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, summary, header a, footer a, .button')]
      .filter((element) => element.checkVisibility() && !element.matches('.skip'))
      .map((element) => [element.textContent.trim(), element.getBoundingClientRect()])
      .filter(([, area]) => area.height < 44 || area.width < 24)
      .map(([text, area]) => `${text}: ${Math.round(area.width)} x ${Math.round(area.height)}`));
  expect(small).toEqual([]);
});
