// Rows F-40 to F-48 of the fault matrix: a device that keeps nothing, too little, or nonsense.
// Saved self-checks that are broken, reloaded or resumed (F-43, F-44, F-46): self-check-states.spec.mjs.
import { expect, test } from './oracle.mjs';
import { box, content, heading, menu, open, settings, words } from './portal.mjs';
import {
  NOW, answer, asked, attempt, begin, button, goOn, kept, longCode, openCheck, result, run, say, stored, title,
} from './quiz.mjs';

const { app, nav, lenses, settings: names } = words.vi;
const { vi } = say;
const terms = content('vi', 'pages').glossary.title;
const radio = (page, name) => page.getByRole('radio', { name, exact: true });
const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Choices, search, and the page on privacy work from memory alone. */
async function checkMemoryOnly(page) {
  await open(page, 'giai-thich/vneid/');
  const light = await paper(page);
  await settings(page).click();
  await radio(page, names.theme_dark).check();
  expect(await paper(page)).not.toBe(light);
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: lenses.label }).getByRole('link', { name: lenses.student }).click();
  await expect(page).toHaveURL(/\?ai=student$/);
  await menu(page, nav.explainers).click();
  await box(page).fill('vneid');
  await expect(page.getByRole('status').filter({ hasText: app.search_count.replace('{n}', '').trim() })).toBeVisible();
  await page.getByRole('contentinfo').getByRole('link', { name: nav.privacy }).click();
  await expect(page.getByText(app.device_keys)).toBeVisible();
  await page.getByRole('button', { name: app.device_erase }).click();
  await expect(page.getByText(app.device_erased)).toBeVisible();
}
/** The self-check works, and says once that nothing is kept. */
async function checkQuietNote(page) {
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  await asked(page, 1, { of: 8 });
  await expect(page.getByText(vi.memory_only)).toHaveCount(1);
  await run(page, { of: 8, to: 2 });
  await asked(page, 3, { of: 8 });
}

test('F-40 a profile that blocks site data takes nothing away', async ({ launch }) => {
  const { page } = await launch({ preferences: { profile: { default_content_setting_values: { cookies: 2 } } } });
  await checkMemoryOnly(page);
  expect(await page.evaluate(() => { try { return localStorage.length; } catch ({ name }) { return name; } })).toBe('SecurityError');
  await checkQuietNote(page);
});

test('F-42 a full storage takes nothing away', async ({ page }) => {
  await page.goto('tro-nang/');
  await page.evaluate(() => {
    for (let size = 1 << 22, n = 0; size >= 1; n += 1) {
      try { localStorage.setItem(`other.${n}`, 'x'.repeat(size)); } catch { size >>= 1; }
    }
  });
  await checkMemoryOnly(page);
  await checkQuietNote(page);
  expect(await stored(page), 'no room for even one').toBeNull();
});

const NONSENSE = {
  'of names that are not ours': { theme: '__proto__', text: 'constructor', lens: 'toString' },
  'of numbers': { theme: 'NaN', text: '-1', lens: '1e999' },
  'of another form': { theme: '{"theme":"dark"}', text: '[130]', lens: 'null' },
  'of an old program': { theme: 'Dark', text: '130%', lens: 'hoc-sinh', 'quiz-v0': '{"answers":[' },
  'of four million letters': { theme: 'x', text: 'x', lens: 'x', old: 'x'.repeat(4_000_000) },
};
for (const [what, values] of Object.entries(NONSENSE)) {
  test(`F-43 choices ${what} are as none`, async ({ page }) => {
    await page.goto('tro-nang/');
    await page.evaluate((all) => {
      for (const [key, value] of Object.entries(all)) localStorage.setItem(`buoc-so.${key}`, value);
    }, values);
    await open(page, 'giai-thich/vneid/');
    await settings(page).click();
    await expect(radio(page, names.theme_auto)).toBeChecked();
    await expect(radio(page, names.text_100)).toBeChecked();
    await page.keyboard.press('Escape');
    await open(page, 'rieng-tu/');
    await page.getByRole('button', { name: app.device_erase }).click();
    await expect(page.getByText(app.device_erased)).toBeVisible();
    expect(await kept(page)).toEqual([]);
  });
}

test('F-44 a page loaded again stands at the same question, with the focus on it', async ({ page }) => {
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  await answer(page, await asked(page, 1, { of: 8 }));
  await goOn(page);
  const item = await asked(page, 2, { of: 8 });
  const before = await stored(page);
  await page.reload();
  expect((await asked(page, 2, { of: 8 })).id).toBe(item.id);
  expect(await stored(page)).toBe(before);
});

test('F-45 two tabs with one self-check disturb neither each other nor what is kept', async ({ context, page }) => {
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  await answer(page, await asked(page, 1, { of: 8 }));
  await goOn(page);
  const other = await context.newPage();
  await openCheck(other);
  await button(other, vi.resume).click();
  await run(other, { from: 2, to: 4, of: 8 });
  await page.bringToFront();
  await answer(page, await asked(page, 2, { of: 8 }));
  await goOn(page);
  await asked(page, 3, { of: 8 });
  for (const tab of [page, other]) {
    await tab.bringToFront();
    await tab.reload();
    await expect(title(tab)).toBeVisible();
    await expect(tab.getByText(vi.dropped)).toHaveCount(0);
    await expect(button(tab, vi.answer).or(button(tab, vi.next))).toBeVisible();
  }
  await other.close();
});

test('F-46 a browser that was ended, and started again, offers to go on', async ({ launch }) => {
  const before = await launch();
  await openCheck(before.page);
  await begin(before.page, { mode: 'quick' });
  await run(before.page, { to: 2, of: 8 });
  const third = await asked(before.page, 3, { of: 8 });
  await before.context.close();
  const { page } = await launch();
  await openCheck(page);
  await button(page, vi.resume).click();
  expect((await asked(page, 3, { of: 8 })).id).toBe(third.id);
});

for (const year of ['1990-01-01', '2099-12-31']) {
  test(`F-47 a clock of ${year} changes nothing`, async ({ page }) => {
    await page.clock.setFixedTime(new Date(year));
    await open(page, '');
    await menu(page, nav.glossary).click();
    await expect(heading(page, terms)).toBeFocused();
    await open(page, 'giai-thich/cuoc-goi-lua-dao/');
    await expect(heading(page, content('vi', 'explainers/cuoc-goi-lua-dao').task)).toBeVisible();
  });
}

test('F-47 a clock that jumps back in the middle of a self-check changes nothing', async ({ page }) => {
  test.slow();
  await page.clock.setFixedTime(new Date('2026-11-23T10:00'));
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  await run(page, { of: 8, to: 3 });
  await page.clock.setFixedTime(new Date('1990-01-01'));
  expect(await run(page, { from: 4, of: 8 })).toBe(8);
  expect((await result(page)).code).toBeTruthy();
});

test('F-48 one button leaves nothing on the device', async ({ page }) => {
  await page.goto('tro-nang/');
  await page.evaluate(([key, text]) => {
    for (const [name, value] of [['buoc-so.theme', 'dark'], [key, text], ['another-app', 'stays']]) localStorage.setItem(name, value);
    sessionStorage.setItem('buoc-so.fault', '1');
  }, [NOW, attempt(longCode())]);
  await open(page, 'rieng-tu/');
  await page.getByRole('button', { name: app.device_erase }).click();
  await expect(page.getByText(app.device_erased)).toBeVisible();
  expect(await kept(page), 'what belongs to somebody else stays').toEqual(['another-app']);
});
