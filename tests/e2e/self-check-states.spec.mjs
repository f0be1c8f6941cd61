// What is kept of an attempt, what survives, and what never leaves the device.
import { test } from './oracle.mjs';
import { MISSING_FILE, expect, heading, menu, open, words } from './portal.mjs';
import {
  BEFORE, NOW, UNKNOWN, answer, asked, attempt, begin, button, fill, finish, goOn, kept, longCode, openCheck, result,
  run, say, stored, title, verdict,
} from './quiz.mjs';

const { vi } = say;
const KEYS = [BEFORE, NOW].sort();
const offer = (page, n) =>
  page.getByRole('heading', { name: fill(vi.resume_title, { n, of: 18 }), exact: true });

/** Lays a text on the device before the page starts. */
const lay = (page, values) => page.addInitScript((all) => {
  for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value);
}, values);

test('F-44 a page that is loaded again stands at the same question', async ({ page }) => {
  await openCheck(page);
  await begin(page);
  for (let n = 1; n <= 4; n += 1) {
    const item = await asked(page, n);
    await page.reload();
    expect((await asked(page, n)).id, `question ${n}`).toBe(item.id);
    const options = () => page.getByRole('main').getByRole('group').first().innerText();
    const before = await options();
    await page.reload();
    await asked(page, n);
    expect(await options(), 'in the same order').toBe(before);
    await answer(page, item, { how: n % 2 ? 'right' : 'wrong' });
    await page.reload();
    await expect(title(page)).toHaveText(item.stem);
    await expect(page.getByText(vi.read_only)).toBeVisible();
    await goOn(page);
  }
});

test('F-46 a page that was closed offers to go on', async ({ context, page }) => {
  await openCheck(page);
  await begin(page);
  await run(page, { to: 3 });
  const fourth = await asked(page, 4);
  await page.close();
  const later = await context.newPage();
  await openCheck(later);
  await expect(offer(later, 4)).toBeVisible();
  await button(later, vi.resume).click();
  expect((await asked(later, 4)).id).toBe(fourth.id);
  await later.goBack();
  await expect(offer(later, 4)).toBeVisible();
  await button(later, vi.restart).click();
  await expect(offer(later, 4)).toHaveCount(0);
  expect(await kept(later)).toEqual([]);
});

test('a question that comes late is not drawn over the page one has gone on to', async ({ page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/content/vi/quiz-d*', async (route) => { await held; await route.continue(); });
  await openCheck(page);
  await button(page, `${vi.start_button}: ${vi.mode_quick}`).click();
  await expect(page).toHaveURL(/#cau-1$/);
  await menu(page, words.vi.nav.explainers).click();
  await expect(heading(page, words.vi.nav.explainers)).toBeFocused();
  const come = page.waitForResponse(/quiz-d/);
  release();
  await (await come).finished();
  // Time for the program to read the file: until nothing is left to do.
  await page.evaluate(() => new Promise((resolve) => { requestIdleCallback(() => requestAnimationFrame(() => setTimeout(resolve, 0))); }));
  await expect(heading(page, words.vi.nav.explainers)).toBeVisible();
  await expect(page.locator('#quiz')).toHaveCount(0);
});

test('an address deep inside leads to the nearest question there is', async ({ page }) => {
  await openCheck(page);
  await begin(page);
  await run(page, { to: 2 });
  for (const [at, hash] of [['#cau-17', '#cau-3'], ['#ket-qua', '#cau-3'], ['#cau-0', ''], ['#x', '']]) {
    await page.goto('about:blank');
    await openCheck(page, { at });
    await expect.poll(() => page.evaluate(() => location.hash), at).toBe(hash);
  }
});

test('Back shows what was answered, to be read only, and Forward returns', async ({ page }) => {
  await openCheck(page);
  await begin(page);
  const first = await asked(page, 1);
  await answer(page, first, { how: 'wrong' });
  await goOn(page);
  const second = await asked(page, 2);
  await page.goBack();
  await expect(title(page)).toHaveText(first.stem);
  await expect(verdict(page)).toHaveText(new RegExp(`${vi.wrong}$`));
  await expect(page.getByText(vi.read_only)).toBeVisible();
  const main = page.getByRole('main');
  await expect(main.getByRole('radio').or(main.getByRole('checkbox')).or(main.getByRole('combobox'))).toHaveCount(0);
  await expect(button(page, vi.answer)).toHaveCount(0);
  await page.goForward();
  expect((await asked(page, 2)).id).toBe(second.id);
  await button(page, vi.back).click();
  await expect(title(page)).toHaveText(first.stem);
  await button(page, vi.next).click();
  expect((await asked(page, 2)).id).toBe(second.id);
});

test('F-40 where storage is denied the self-check works, and says what that means', async ({ page }) => {
  test.slow();
  await page.addInitScript(() => {
    const closed = { get() { throw new DOMException('closed', 'SecurityError'); } };
    Object.defineProperty(window, 'localStorage', closed);
    Object.defineProperty(window, 'sessionStorage', closed);
  });
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  await asked(page, 1, { of: 8 });
  await expect(page.getByText(vi.memory_only)).toBeVisible();
  expect(await run(page, { of: 8 })).toBe(8);
  await result(page);
});

test('F-42 where storage is full the self-check works, and says what that means', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  await run(page, { of: 8, to: 2 });
  await asked(page, 3, { of: 8 });
  await expect(page.getByText(vi.memory_only)).toBeVisible();
});

const whole = longCode({ answers: [UNKNOWN] });
const BROKEN = {
  'cut off': attempt(whole).slice(0, -3),
  'with another letter': attempt(whole).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
  'with letters of another script': attempt(whole.replace(/.{4}$/, 'đôơư')),
  'in a form of somebody else': '{"v":2,"answers":[1,2,3]}',
  'in another version': attempt(whole).replace('1;', '2;'),
  'with choices that do not exist': attempt(whole).replace('00000000', '99999999'),
  'of a question that does not exist': attempt(longCode({ answers: [[511, 0]] })),
  'that answers one question twice': attempt(longCode({ answers: [UNKNOWN, UNKNOWN] })),
  empty: '',
  'of a hundred thousand letters': 'K'.repeat(100_000),
};
for (const [what, text] of Object.entries(BROKEN)) {
  test(`F-43 an attempt ${what} is dropped, said, and another begins`, async ({ page }) => {
    await page.goto('tro-nang/');
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [NOW, text]);
    await openCheck(page, { at: '#cau-2' });
    await expect(page.getByRole('status').filter({ hasText: vi.dropped })).toBeVisible();
    expect(await stored(page)).toBeNull();
    await expect(title(page)).toBeVisible();
    await begin(page);
    await asked(page, 1);
    expect(await stored(page)).toMatch(/^1;/);
  });
}

test('an attempt with another bank is dropped, and the reason is said', async ({ page }) => {
  await page.goto('tro-nang/');
  const text = attempt(longCode({ bank: 4095, answers: [UNKNOWN] }));
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [NOW, text]);
  await openCheck(page);
  await expect(page.getByRole('status').filter({ hasText: vi.bank_changed })).toBeVisible();
  expect(await stored(page)).toBeNull();
});

test('a whole attempt of these codes goes on', async ({ page }) => {
  await lay(page, { [NOW]: attempt(whole) });
  await openCheck(page);
  await expect(offer(page, 2)).toBeVisible();
});

test('F-43 a broken earlier attempt is dropped and takes nothing away', async ({ page }) => {
  await page.goto('tro-nang/');
  await page.evaluate(([key, now, last]) => {
    localStorage.setItem(key, now);
    localStorage.setItem(last, 'x');
  }, [NOW, attempt(whole), BEFORE]);
  await openCheck(page);
  await expect(offer(page, 2)).toBeVisible();
  expect(await kept(page)).toEqual([NOW]);
});

test('another attempt asks other questions and compares with care', async ({ page }) => {
  test.slow();
  const first = [];
  await finish(page, { mode: 'quick', each: (item) => first.push(item.id) });
  await button(page, vi.again).click();
  const second = [];
  await run(page, { of: 8, each: (item) => second.push(item.id) });
  await result(page);
  expect(second.filter((id) => first.includes(id))).toEqual([]);
  await expect(page.getByText(vi.change_none).or(page.getByText(vi.change_up)).or(page.getByText(vi.change_down))).toBeVisible();
  expect(await kept(page)).toEqual(KEYS);
});

test('one button leaves nothing on the device', async ({ page }) => {
  test.slow();
  await finish(page, { mode: 'quick' });
  await button(page, vi.again).click();
  await run(page, { of: 8 });
  await result(page);
  expect(await kept(page)).toEqual(KEYS);
  await button(page, vi.erase).click();
  await expect(page.getByRole('status').filter({ hasText: vi.erased })).toBeVisible();
  expect(await kept(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { name: vi.start_title })).toBeVisible();
  await expect(button(page, vi.see_result)).toHaveCount(0);
  expect(await kept(page)).toEqual([]);
});

test('the privacy page shows what the self-check keeps, and erases it', async ({ page }) => {
  const { app } = words.vi;
  await openCheck(page);
  await begin(page);
  await run(page, { to: 1 });
  await asked(page, 2);
  await open(page, 'rieng-tu/');
  await expect(page.getByRole('main').getByText(NOW)).toBeVisible();
  await page.getByRole('button', { name: app.device_erase }).click();
  expect(await kept(page)).toEqual([]);
  await openCheck(page);
  await expect(button(page, vi.resume)).toHaveCount(0);
});

test('once the first question stands, no network is needed to the end', async ({ context, page }) => {
  test.slow();
  await openCheck(page);
  await begin(page);
  await asked(page, 1);
  const come = () => performance.getEntriesByType('resource')
    .filter(({ name, responseEnd }) => responseEnd > 0 && /\/quiz-d\d/.test(name)).length;
  await expect.poll(() => page.evaluate(come)).toBe(6);
  // The last that comes unasked.
  await expect(page.getByText(words.vi.offline.title, { exact: true })).toBeAttached();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await run(page);
  const { steps } = await result(page);
  expect(steps).toHaveLength(3);
  await button(page, vi.again).click();
  await button(page, vi.belief_skip).first().click();
  await asked(page, 1);
  await context.setOffline(false);
});

test('nothing of a whole attempt leaves the device', async ({ baseURL, page, watch }) => {
  test.slow();
  const sent = [];
  page.on('request', (request) => {
    const { origin, search } = new URL(request.url());
    const isPlain = request.method() === 'GET' && !search && request.postData() === null;
    if (!isPlain || origin !== new URL(baseURL).origin) sent.push(`${request.method()} ${request.url()}`);
  });
  await finish(page);
  const { code } = await result(page);
  expect(await kept(page)).toEqual([NOW]);
  await page.getByRole('textbox', { name: vi.print_name }).fill('Sùng Thị Mẩy');
  await page.goto('ket-qua/');
  await page.getByRole('textbox', { name: vi.open_field }).fill(code);
  await button(page, vi.open_button).click();
  await expect(page.getByText(fill(vi.open_level, { code }))).toBeVisible();
  expect(sent).toEqual([]);
  expect(watch.requests.filter(({ href }) => href.includes(code) || href.includes('KNS'))).toEqual([]);
  expect(await kept(page)).toEqual([NOW]);
  expect(await page.evaluate(async () => [
    (await caches.keys()).length, (await indexedDB.databases()).length, document.cookie,
  ])).toEqual([0, 0, '']);
});

test('questions that come late are said to be on their way', async ({ page, watch }) => {
  watch.allow(MISSING_FILE);
  let release;
  const gate = new Promise((go) => { release = go; });
  await page.route('**/content/vi/quiz-d*', async (route) => {
    await gate;
    await route.continue();
  });
  await openCheck(page);
  await begin(page);
  await expect(page.getByRole('status').filter({ hasText: vi.waiting })).toBeVisible();
  release();
  await asked(page, 1);
  await expect(page.getByRole('status').filter({ hasText: vi.waiting })).toHaveCount(0);
});
