// Rows F-75 to F-77 of the fault matrix: pages that are turned, rewritten by others, or pressed in haste.
import { expect, test } from './oracle.mjs';
import { box, content, heading, holdBack, menu, open, ready, words } from './portal.mjs';
import { answer, asked, begin, button, fillIn, openCheck, result, run, say, verdict } from './quiz.mjs';

const { app, nav } = words.vi;
const { vi } = say;
const terms = content('vi', 'pages').glossary.title;
const found = (page) => page.getByRole('status').filter({ hasText: app.search_count.replace('{n}', '').trim() });

test('F-75 a screen that is split, turned and half covered by a keyboard keeps the question', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 823 });
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  const item = await asked(page, 1, { of: 8 });
  await fillIn(page, item);
  for (const [width, height] of [[823, 412], [412, 300], [320, 568], [412, 823]]) {
    await page.setViewportSize({ width, height });
    expect((await asked(page, 1, { of: 8 })).id).toBe(item.id);
  }
  await button(page, vi.answer).click();
  await expect(verdict(page)).toHaveText(new RegExp(`${vi.right}$`));
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

test('F-76 an extension that rewrote the served page disturbs nothing', async ({ page }) => {
  const release = await holdBack(page, '**/*.wasm');
  await page.goto('giai-thich/');
  await translate(page);
  release();
  await ready(page);
  await box(page).fill('vneid');
  await expect(found(page)).toBeVisible();
  await menu(page, nav.glossary).click();
  await expect(heading(page, terms)).toBeFocused();
  await page.goBack();
  await expect(heading(page, nav.explainers)).toBeFocused();
});

test('F-76 an extension that rewrites drawn pages disturbs nothing', async ({ page }) => {
  await open(page, '');
  await menu(page, nav.explainers).click();
  await expect(heading(page, nav.explainers)).toBeFocused();
  await box(page).fill('vneid');
  await expect(found(page)).toBeVisible();
  await translate(page);
  await box(page).fill('chuyen doi so');
  await expect(page.getByRole('search').locator('..').getByRole('listitem').first())
    .toContainText('huyển đổi số');
  await translate(page);
  await menu(page, nav.glossary).click();
  await expect(heading(page, terms)).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

test('F-76 an extension that rewrites a question leaves the self-check whole', async ({ page }) => {
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  await asked(page, 1, { of: 8 });
  await translate(page);
  await button(page, vi.dont_know).or(page.getByRole('radio', { name: vi.dont_know })).first().click();
  if (await button(page, vi.answer).isVisible()) await button(page, vi.answer).click();
  await expect(verdict(page)).toBeVisible();
  await translate(page);
  await button(page, vi.next).click();
  await asked(page, 2, { of: 8 });
});

test('F-77 twenty presses in a row count as one answer', async ({ page }) => {
  test.slow();
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  await fillIn(page, await asked(page, 1, { of: 8 }));
  await button(page, vi.answer).evaluate((one) => { for (let n = 0; n < 20; n += 1) one.click(); });
  await expect(verdict(page)).toHaveText(new RegExp(`${vi.right}$`));
  await button(page, vi.next).evaluate((one) => { for (let n = 0; n < 20; n += 1) one.click(); });
  await asked(page, 2, { of: 8 });
  expect(await run(page, { from: 2, of: 8 })).toBe(8);
  await result(page);
});

test('F-77 a double press answers, and passes over no question', async ({ page }) => {
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  for (const n of [1, 2, 3]) {
    await fillIn(page, await asked(page, n, { of: 8 }));
    await button(page, vi.answer).dblclick();
    await expect(verdict(page), 'the explanation is there to read').toBeVisible();
    await button(page, vi.next).click();
  }
  await asked(page, 4, { of: 8 });
});

test('F-77 Back pressed again and again ends on a page that is whole', async ({ page }) => {
  await open(page, '');
  for (const name of [nav.explainers, nav.glossary, nav.models, nav.indicators, nav.explainers]) {
    await menu(page, name).click();
    await expect(menu(page, name)).toHaveAttribute('aria-current', 'page');
  }
  await page.evaluate(() => { for (let n = 0; n < 4; n += 1) setTimeout(() => history.back(), n * 10); });
  await expect(page).toHaveURL(/giai-thich\/$/);
  await expect(heading(page, nav.explainers)).toBeFocused();
  await page.evaluate(() => { for (let n = 0; n < 5; n += 1) { history.forward(); history.back(); } });
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

/** Random numbers that are the same in every run. */
function chance(seed) {
  let state = seed;
  return (n) => {
    state = Math.imul(state ^ state >>> 15, 0x2c1b3c6d) + 0x9e3779b9 | 0;
    return (state >>> 0) % n;
  };
}
const HANDLES = ':is(a[href^="/"]:not([download]), button, summary, input[type="radio"], input[type="checkbox"])';
for (const seed of [1, 2]) {
  test(`F-77 a monkey, seed ${seed}, presses sixty things and finds no blank page`, async ({ oracle, page }) => {
    test.slow();
    oracle.mayLoad(page, 60);
    const pick = chance(seed);
    await open(page, seed === 1 ? '' : 'tu-danh-gia/');
    const trail = [];
    for (let n = 0; n < 60; n += 1) {
      const chosen = await page.evaluate(([selector, number]) => {
        const all = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && !one.closest('[inert]'));
        const one = all[number % all.length];
        const name = one.textContent.trim().slice(0, 30) || one.value;
        one.click();
        if (number % 7 === 0) history.back();
        return name;
      }, [HANDLES, pick(10_000)]).catch(() => 'the page was left');
      trail.push(chosen);
      await expect(page.getByRole('heading', { level: 1 }).first(), trail.slice(-5).join(' → ')).toBeVisible();
    }
    await expect(page.locator('html')).not.toHaveAttribute('data-fault');
  });
}
