// The self-check from its first question to its result, for every hand, eye and ear.
import {
  MISSING_FILE, OF_COLOUR, expect, heading, open, overflow, settings, test, violations, words,
} from './portal.mjs';
import {
  answer, asked, begin, button, fill, fillIn, finish, flat, goOn, group, hands, isLevel, openCheck, result, run, say,
  stored, title, told, verdict,
} from './quiz.mjs';

const { vi } = say;
const NARROW = { width: 320, height: 568 };
const KINDS = ['single', 'multi', 'order', 'match', 'tap', 'spot'];

/** Everything that a full result says. */
async function expectResult(page, lang = 'vi') {
  const { phrases, levels } = { phrases: say[lang], levels: told[lang].levels };
  const { sentence, steps, code, qr } = await result(page, lang);
  expect(sentence).toMatch(isLevel(lang));
  await expect(title(page)).toBeFocused();
  expect(steps).toHaveLength(3);
  for (const step of steps) {
    for (const name of ['step_today', 'step_lesson', 'step_person', 'step_place']) expect(step).toContain(phrases[name]);
  }
  await expect(page.getByText(phrases.not_official, { exact: true }).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  await expect(qr).toBeVisible();
  const stairs = page.getByRole('img', { name: levels.map(({ name }) => name).join(', ') });
  await expect(stairs).toHaveAccessibleName(new RegExp(sentence));
  expect(await overflow(page)).toEqual([]);
}

test('all questions are answered with the keyboard alone', async ({ page }) => {
  test.setTimeout(240_000);
  expect(await finish(page, { hand: hands.keyboard(page) })).toBeLessThanOrEqual(18);
  await expectResult(page);
});

test('all questions are answered in English', async ({ page }) => {
  test.slow();
  expect(await finish(page, { lang: 'en' })).toBeLessThanOrEqual(18);
  await expectResult(page, 'en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('with a finger on a small screen', () => {
  test.use({ hasTouch: true, viewport: NARROW });
  test('all questions are answered, and nothing leaves the screen', async ({ page }) => {
    test.slow();
    const each = async () => expect.soft(await overflow(page)).toEqual([]);
    expect(await finish(page, { hand: hands.finger(page), each })).toBeLessThanOrEqual(18);
    await expectResult(page);
  });
});

test('a short attempt speaks of zones, never of levels', async ({ page }) => {
  expect(await finish(page, { mode: 'quick' })).toBe(8);
  const { sentence } = await result(page);
  expect(sentence).not.toMatch(isLevel());
  expect(['zone_1', 'zone_2', 'zone_3'].some((zone) => sentence.includes(vi[zone]))).toBe(true);
  await expect(page.getByText(vi.lead_zone)).toBeVisible();
});

test('what a person believes of each domain stands beside the answers', async ({ page }) => {
  test.slow();
  await openCheck(page);
  await button(page, `${vi.start_button}: ${vi.mode_full}`).click();
  await expect(title(page)).toHaveText(vi.belief_title);
  await expect(title(page)).toBeFocused();
  for (const { name } of told.vi.domains) {
    const domain = page.getByRole('group', { name });
    await expect(domain.getByRole('radio', { checked: true })).toHaveCount(0);
    await domain.getByRole('radio', { name: told.vi.beliefs[3], exact: true }).check();
  }
  await button(page, vi.belief_go).click();
  await run(page);
  const table = page.getByRole('region', { name: vi.belief_table }).getByRole('table');
  for (const { name } of told.vi.domains) {
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    await expect(row.getByRole('cell').first()).toHaveText(told.vi.beliefs[3]);
  }
});

test('a screen reader meets one question, with nothing chosen', async ({ page }) => {
  await openCheck(page);
  await begin(page);
  for (let n = 1; n <= 7; n += 1) {
    const item = await asked(page, n);
    await expect(title(page)).toBeFocused();
    await expect(page).toHaveTitle(new RegExp(`^${fill(vi.progress, { n, of: 18 })}`));
    await expect(group(page, item).getByRole('heading', { level: 1, name: item.stem })).toBeVisible();
    await expect(group(page, item)).toHaveAccessibleDescription(vi[`hint_${item.type}`]);
    await expect(page.getByRole('main').locator(':checked:is(input)')).toHaveCount(0);
    await expect(page.getByRole('button', { pressed: true })).toHaveCount(0);
    for (const list of await page.getByRole('main').getByRole('combobox').all()) await expect(list).toHaveValue('');
    if (item.type === 'single') await expect(page.getByRole('radio').last()).toHaveAccessibleName(vi.dont_know);
    else await expect(button(page, vi.dont_know)).toBeVisible();
    await answer(page, item, { how: n % 2 ? 'right' : 'unknown' });
    await expect(page.getByRole('main').getByRole('textbox').or(page.getByRole('radio'))).toHaveCount(0);
    await goOn(page);
  }
});

/** Walks until a question of this kind stands. */
async function reach(page, kind) {
  await openCheck(page);
  await begin(page, { mode: 'practice' });
  for (let n = 1; n <= 50; n += 1) {
    const item = await asked(page, n, { of: 0 });
    if (item.type === kind) return { item, n };
    await answer(page, item, { how: n % 2 ? 'right' : 'unknown' });
    await goOn(page);
  }
  throw new Error(`no question of the kind ${kind}`);
}

/**
 * What axe, a narrow screen and large text have to say of the page as it stands. At its end the button rests in its
 * place; further up it passes over rows on their way, which says nothing of their size: see the test of focus.
 */
async function expectFair(page, what) {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    const rules = colorScheme === 'dark' ? OF_COLOUR : undefined;
    expect.soft(await violations(page, rules), `${what}, ${colorScheme}`).toEqual([]);
  }
  expect.soft(await overflow(page), `${what}, 320 px`).toEqual([]);
  await page.evaluate(() => { document.documentElement.dataset.text = '200'; });
  expect.soft(await overflow(page), `${what}, 320 px, text 200 %`).toEqual([]);
  await page.evaluate(() => { delete document.documentElement.dataset.text; });
}

/** What can be chosen or pressed in the question, as tall as a thumb needs it. */
const small = (page) => page.locator('form label:has(input), form button, form select').filter({ visible: true })
  .evaluateAll((all) => all.filter((one) => !one.matches('.back') && one.getBoundingClientRect().height < 44)
    .map((one) => `${Math.round(one.getBoundingClientRect().height)} px: ${one.textContent.slice(0, 40)}`));

for (const kind of KINDS) {
  test(`${kind}: everybody can use the question, its error and its feedback`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(NARROW);
    const { item, n } = await reach(page, kind);
    await expectFair(page, 'question');
    expect.soft(await small(page)).toEqual([]);
    if (kind !== 'order') {
      const words = { match: vi.error_match, spot: vi.error_spot }[kind] ?? vi.error_choose;
      await button(page, vi.answer).click();
      const error = page.getByText(words, { exact: true });
      await expect(error).toBeFocused();
      await expect(error).toBeInViewport();
      await expect(group(page, item)).toHaveAccessibleDescription(new RegExp(`${words}$`));
      const progress = fill(vi.progress_practice, { n });
      await expect(page).toHaveTitle(new RegExp(`^${vi.error} ${progress}`));
      await button(page, vi.answer).click();
      await expect(page, 'said once').toHaveTitle(new RegExp(`^${vi.error} ${progress}`));
      await expectFair(page, 'error');
    }
    await fillIn(page, item);
    await expectFair(page, 'filled in');
    await answer(page, item, { how: 'wrong' });
    await expect(page).toHaveTitle(new RegExp(`^${fill(vi.progress_practice, { n })}`));
    for (const { text } of item.options) await expect(page.getByRole('main').getByText(text, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('main')).toContainText(flat(item.explain ?? item.next));
    await expectFair(page, 'feedback');
  });
}

test('everybody can use the start, what comes before, the result and what follows', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize(NARROW);
  await openCheck(page);
  await button(page, `${vi.start_button}: ${vi.mode_full}`).click();
  await expectFair(page, 'beliefs');
  await button(page, vi.belief_go).click();
  await run(page, { to: 2 });
  await openCheck(page);
  await expect(button(page, vi.resume)).toBeVisible();
  await expectFair(page, 'start with what can be gone on with');
  await button(page, vi.resume).click();
  await run(page, { from: 3 });
  await result(page);
  await expectFair(page, 'result');
});

test('the rows to choose from have room, and the button comes into view with large text', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await reach(page, 'single');
  for (const size of ['text_100', 'text_200']) {
    await settings(page).click();
    await page.getByRole('radio', { name: words.vi.settings[size], exact: true }).check();
    await page.keyboard.press('Escape');
    expect(await small(page)).toEqual([]);
    await button(page, vi.answer).scrollIntoViewIfNeeded();
    await expect(button(page, vi.answer)).toBeInViewport({ ratio: 1 });
    // Nothing lies over it.
    await button(page, vi.answer).click({ trial: true });
  }
});

/** What the focus is on, where something else lies over the middle of it. */
const covered = (page) => page.evaluate(() => {
  const focused = document.activeElement;
  const { bottom, height, left, top, width } = focused.getBoundingClientRect();
  const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const seen = document.elementFromPoint(left + width / 2, middle);
  const own = focused.closest('label') ?? focused;
  return height && (own.contains(seen) || seen?.contains(own)) ? '' : focused.outerHTML.slice(0, 120);
});

for (const kind of ['single', 'multi', 'order', 'match', 'spot']) {
  test(`${kind}: the button never covers what has the focus`, async ({ page }) => {
    await page.setViewportSize(NARROW);
    await reach(page, kind);
    await title(page).focus();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let n = 1; n <= 14; n += 1) {
        await page.keyboard.press(key);
        await expect.poll(() => covered(page), { message: `${key} ${n}` }).toBe('');
      }
    }
  });
}

test('rows are moved by buttons, and the new place is said', async ({ page }) => {
  const { item } = await reach(page, 'order');
  const names = (key) => group(page, item).getByRole('button', { name: vi[key].split('{')[0] })
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  const [first, second] = await names('down');
  await button(page, first).press('Enter');
  await expect(button(page, first)).toBeFocused();
  expect((await names('down')).slice(0, 2)).toEqual([second, first]);
  const name = first.replace(vi.down.split('{')[0], '');
  await expect(page.getByRole('status').filter({ hasText: fill(vi.moved, { name, n: 2 }) })).toHaveCount(1);
});

test('the signs of a scam are asked for once a message is called one', async ({ page }) => {
  const { item } = await reach(page, 'spot');
  const signs = page.getByRole('group', { name: vi.hint_marks });
  await expect(signs).toBeHidden();
  await group(page, item).getByRole('radio', { name: vi.verdict_scam, exact: true }).check();
  await expect(signs.getByRole('checkbox')).toHaveCount(item.options.length);
  await expect(signs.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await group(page, item).getByRole('radio', { name: vi.verdict_genuine, exact: true }).check();
  await expect(signs).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page can be read, and each of the eight barriers leads to a page', async ({ page, request }) => {
    await page.goto('tu-danh-gia/');
    await expect(title(page)).toBeVisible();
    await expect(page.getByText(vi.not_official, { exact: true })).toBeVisible();
    expect(told.vi.barriers).toHaveLength(8);
    for (const { title: name, text, step } of told.vi.barriers) {
      const fold = page.locator('details').filter({ has: page.locator('summary', { hasText: name }) });
      await expect(fold.getByText(text)).toBeHidden();
      await fold.locator('summary').click();
      await expect(fold.getByText(text)).toBeVisible();
      await expect(fold.getByText(step)).toBeVisible();
      const links = await fold.getByRole('link').evaluateAll((all) => all.map((a) => a.href));
      expect(links.length, name).toBeGreaterThan(0);
      for (const href of links) expect((await request.get(href)).status(), href).toBe(200);
    }
    await expect(page.getByRole('button', { name: vi.start_button })).toHaveCount(0);
  });
});

test('questions that do not come are asked for again, and no answer is lost', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  let isBroken = false;
  await page.route('**/content/vi/quiz-d*', (route) => (isBroken ? route.abort() : route.continue()));
  await openCheck(page);
  isBroken = true;
  await begin(page);
  const alert = page.getByRole('alert');
  await expect(alert.getByRole('heading', { name: vi.failed })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await button(page, vi.retry).click();
  // The heading that stood had lost the focus to the button: this one is new.
  await expect(alert.getByRole('heading', { name: vi.failed }), 'still no way').toBeFocused();
  isBroken = false;
  await button(page, vi.retry).click();
  const first = await asked(page, 1);
  await answer(page, first);
  await goOn(page);
  const second = await asked(page, 2);
  const before = await stored(page);
  isBroken = true;
  await page.reload();
  await expect(alert.getByRole('heading', { name: vi.failed })).toBeVisible();
  expect(await stored(page)).toBe(before);
  isBroken = false;
  await button(page, vi.retry).click();
  expect((await asked(page, 2)).id).toBe(second.id);
});

test('where the words do not come, the page says so, asks again when told, and all else can be read', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  let n = 0;
  let isBroken = true;
  await page.route(/\/content\/vi\/quiz-[0-9a-f]{16}\.json/, (route) => {
    n += 1;
    return isBroken ? route.abort() : route.continue();
  });
  await open(page, 'tu-danh-gia/');
  const status = page.getByRole('status').filter({ hasText: vi.failed });
  const retry = status.getByRole('button', { name: vi.retry });
  await expect(retry).toBeVisible();
  await expect(page.getByRole('button', { name: vi.start_button })).toHaveCount(0);
  await expect(heading(page, /./)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const before = n;
  await retry.click();
  await expect.poll(() => n, 'asked again, twice as always').toBe(before + 2);
  await expect(retry, 'still no way, and the button is where it was').toBeFocused();
  isBroken = false;
  await retry.press('Enter');
  await expect(page.getByRole('heading', { name: vi.start_title })).toBeFocused();
  await begin(page);
  await asked(page, 1);
});
