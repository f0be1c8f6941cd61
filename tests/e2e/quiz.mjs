// The self-check as a person meets it: what is asked, and every way to answer.
import { readFileSync } from 'node:fs';
import { content, expect, open } from './portal.mjs';

/** What the self-check says, by language. */
export const told = { vi: content('vi', 'quiz/words'), en: content('en', 'quiz/words') };
export const say = { vi: told.vi.phrases, en: told.en.phrases };
/** Words with their places filled: `fill(say.vi.progress, { n: 7, of: 18 })`. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
/** Words with anything in their places. */
export const pattern = (text) =>
  new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')}$`);
/** A text of the bank as it reads, without the stars of strong words. */
export const flat = (text) => text.replaceAll('*', '');

const shared = (n) =>
  JSON.parse(readFileSync(new URL(`../../public/content/shared/quiz/d${n}.json`, import.meta.url), 'utf8'));
/** Every question by what it asks, by language. */
const bank = { vi: new Map(), en: new Map() };
for (const lang of Object.keys(bank)) {
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const rows = new Map(shared(n).map((row) => [row.id, row]));
    for (const { options, ...item } of content(lang, `quiz/d${n}`)) {
      const row = rows.get(item.id);
      const rest = { ...item, ...row, stem: flat(item.stem) };
      const text = (id, name) => flat(options[id][name] ?? '');
      const texts = row.options.map((id) => ({ id, text: text(id, 'text'), partner: text(id, 'partner') }));
      bank[lang].set(rest.stem, { ...rest, options: texts });
    }
  }
}
/** The number of a question with one right answer, and the response "I don't know". */
export const UNKNOWN = [[...bank.vi.values()].find(({ type }) => type === 'single').no, 7];

/** Every key of the device. */
export const kept = (page) =>
  page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort());
export const NOW = 'buoc-so.quiz-now';
export const BEFORE = 'buoc-so.quiz-last';
/** What lies under a key. */
export const stored = (page, key = NOW) => page.evaluate((name) => localStorage.getItem(name), key);

/** Tabs until the control, or a radio of its group, has the focus. */
async function tabTo(page, control) {
  await expect(control).toBeVisible();
  const isThere = () => control.evaluate((wanted) => {
    const active = document.activeElement;
    return active === wanted || (wanted.type === 'radio' && active.name === wanted.name);
  });
  for (let n = 0; n < 90; n += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${control}`);
}

/** Ways to use controls: with a mouse, a finger, the keyboard alone. */
export const hands = {
  mouse: () => ({
    press: (button) => button.click(),
    pick: (control) => control.check(),
    choose: (list, label) => list.selectOption({ label }),
  }),
  finger: () => ({
    press: (button) => button.tap(),
    async pick(control) {
      await control.tap();
      await expect(control).toBeChecked();
    },
    async choose(list, label) {
      await list.tap();
      await list.selectOption({ label });
    },
  }),
  keyboard: (page) => ({
    async press(button) {
      await tabTo(page, button);
      await page.keyboard.press('Enter');
    },
    async pick(control) {
      await tabTo(page, control);
      const isThere = await control.evaluate((input) => input === document.activeElement);
      if (isThere) await page.keyboard.press('Space');
      for (let n = 0; n < 6 && !await control.isChecked(); n += 1) await page.keyboard.press('ArrowDown');
      await expect(control).toBeChecked();
    },
    async choose(list, label) {
      await tabTo(page, list);
      const shown = () => list.evaluate((select) => select.selectedOptions[0].label);
      for (let n = 0; n < 6 && await shown() !== label; n += 1) await page.keyboard.press('ArrowDown');
      expect(await shown()).toBe(label);
    },
  }),
};

export const button = (page, name) => page.getByRole('button', { name, exact: true });
/** The group that is the question; its name is what is asked. */
export const group = (page, item) => page.getByRole('group', { name: item.stem, exact: true });
export const title = (page) => page.getByRole('heading', { level: 1 });
/** The heading of what follows an answer. */
export const verdict = (page, lang = 'vi') => {
  const { right, nearly, wrong, unknown } = say[lang];
  const name = new RegExp([right, nearly, wrong, unknown].map((text) => pattern(text).source).join('|'));
  return page.getByRole('heading', { level: 2, name });
};

/** The self-check with its questions at hand. */
export async function openCheck(page, { lang = 'vi', at = '' } = {}) {
  await open(page, `${lang === 'vi' ? '' : `${lang}/`}tu-danh-gia/${at}`);
  await expect(page.locator('html')).toHaveAttribute('data-quiz', /ready|run/);
}

/** Starts an attempt; what a person believes is passed over. */
export async function begin(page, { mode = 'full', lang = 'vi', hand = hands.mouse(page) } = {}) {
  const words = say[lang];
  await hand.press(button(page, `${words.start_button}: ${words[`mode_${mode}`]}`));
  if (mode !== 'full' && mode !== 'domain') return;
  await expect(title(page)).toHaveText(words.belief_title);
  await hand.press(button(page, words.belief_skip).first());
}

/** The question that stands, the `n`-th; with its words and its key. */
export async function asked(page, n, { lang = 'vi', of = 18 } = {}) {
  const words = say[lang];
  const progress = of ? fill(words.progress, { n, of }) : fill(words.progress_practice, { n });
  await expect(page.getByText(progress, { exact: true })).toBeVisible();
  await expect(button(page, words.answer)).toBeVisible();
  const stem = await title(page).textContent();
  const item = bank[lang].get(stem);
  expect(item, `a question of the bank: ${stem}`).toBeDefined();
  return item;
}

/** Options that make a right or a wrong answer. */
function wanted(item, how) {
  const isKey = ({ id }) => item.key.includes(id);
  if (how === 'right') return item.options.filter(isKey);
  const others = item.options.filter((option) => !isKey(option));
  return item.type === 'single' ? others.slice(0, 1) : others;
}

/** Puts rows in the order of the bank with the buttons for up, or out of it. */
async function order(page, item, hand, words, isRight) {
  const up = words.up.split('{')[0];
  const names = item.options.map(({ text }) => fill(words.up, { name: text }));
  const rows = () => group(page, item).getByRole('button', { name: up })
    .evaluateAll((buttons) => buttons.map((each) => each.getAttribute('aria-label')));
  if (!isRight) {
    if ((await rows()).join() === names.join()) await hand.press(button(page, names[1]));
    return;
  }
  for (const [place, name] of names.entries()) {
    for (let at = (await rows()).indexOf(name); at > place; at -= 1) {
      await hand.press(button(page, name));
      // A tap is over before its click: the row has to have moved.
      await expect.poll(async () => (await rows()).indexOf(name)).toBe(at - 1);
    }
    expect((await rows())[place]).toBe(name);
  }
}

/** Fills the form of a question, without sending it. */
export async function fillIn(page, item, { how = 'right', lang = 'vi', hand = hands.mouse(page) } = {}) {
  const words = say[lang];
  const area = group(page, item);
  const named = (role, name) => area.getByRole(role, { name, exact: true });
  const isRight = how === 'right';
  switch (item.type) {
    case 'single': return hand.pick(named('radio', wanted(item, how)[0].text));
    case 'multi':
      for (const { text } of wanted(item, how)) await hand.pick(named('checkbox', text));
      return undefined;
    case 'tap':
      for (const { text } of wanted(item, how)) await hand.press(named('button', text));
      return undefined;
    case 'order': return order(page, item, hand, words, isRight);
    case 'match':
      for (const [n, { text }] of item.options.entries()) {
        const { partner } = item.options[isRight ? n : (n + 1) % item.options.length];
        await hand.choose(named('combobox', text), partner);
      }
      return undefined;
    default: {
      await hand.pick(named('radio', words[`verdict_${isRight ? item.verdict : 'unsure'}`]));
      if (!isRight || item.verdict !== 'scam') return undefined;
      const signs = page.getByRole('group', { name: words.hint_marks });
      for (const { text } of wanted(item, how)) await hand.pick(signs.getByRole('checkbox', { name: text, exact: true }));
      return undefined;
    }
  }
}

/** Answers a question and waits for what follows: `right`, `wrong` or `unknown`. */
export async function answer(page, item, { how = 'right', lang = 'vi', hand = hands.mouse(page) } = {}) {
  const words = say[lang];
  if (how !== 'unknown') await fillIn(page, item, { how, lang, hand });
  else if (item.type === 'single') await hand.pick(page.getByRole('radio', { name: words.dont_know }));
  const isSaid = how === 'unknown' && item.type !== 'single';
  await hand.press(button(page, isSaid ? words.dont_know : words.answer));
  await expect(verdict(page, lang), `${item.id}, ${how}`).toHaveText(new RegExp(`${words[how]}$`));
  await expect(verdict(page, lang)).toBeFocused();
}

/** Goes on after an answer; `false` when the result comes. */
export async function goOn(page, { lang = 'vi', hand = hands.mouse(page) } = {}) {
  const words = say[lang];
  const next = button(page, words.next);
  const isMore = await next.isVisible();
  await hand.press(isMore ? next : button(page, words.see_result));
  return isMore;
}

/** Every other answer wrong, one in seven unknown: something went well, something comes next. */
export const mixed = (n) => (n % 7 === 0 ? 'unknown' : ['wrong', 'right'][n % 2]);

/** From the first question, or another, to the result; the number of questions. */
export async function run(page, { from = 1, to = 60, how = mixed, of = 18, lang = 'vi', hand, each } = {}) {
  const way = { lang, hand: hand ?? hands.mouse(page) };
  for (let n = from; n <= to; n += 1) {
    const item = await asked(page, n, { lang, of });
    await each?.(item, n);
    await answer(page, item, { ...way, how: how(n) });
    if (!await goOn(page, way)) return n;
  }
  return to;
}

/** A whole attempt from the start page to its result. */
export async function finish(page, { mode = 'full', ...options } = {}) {
  await openCheck(page, options);
  await begin(page, { mode, ...options });
  const n = await run(page, { of: mode === 'full' ? 18 : 8, ...options });
  await expect(page.getByRole('img', { name: say[options.lang ?? 'vi'].qr_label })).toBeVisible();
  return n;
}

/** What a result says: the sentence, the steps, the code. */
export async function result(page, lang = 'vi') {
  const words = say[lang];
  const qr = page.getByRole('img', { name: words.qr_label });
  await expect(qr).toBeVisible();
  const section = page.locator('section', { has: page.getByRole('heading', { level: 2, name: words.steps, exact: true }) });
  const steps = await section.getByRole('listitem').allInnerTexts();
  const code = await page.getByText(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/).textContent();
  return { sentence: await title(page).textContent(), steps, code, qr };
}

/** The places of sentences about levels and zones. */
export const isLevel = (lang = 'vi') =>
  new RegExp(['level_one', 'level_two'].map((name) => pattern(say[lang][name]).source).join('|'));

// --- codes, written a second time from quiz/design.md, section 8 ---

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bits = (number, width) => number.toString(2).padStart(width, '0').slice(-width);
const pieces = (text, width) => text.match(new RegExp(`.{1,${width}}`, 'g')).map((part) => parseInt(part.padEnd(width, '0'), 2));

/** CRC-16/CCITT-FALSE. */
function crc16(bytes) {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let n = 0; n < 8; n += 1) crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

/** A long code; `answers` are pairs of a question's number and a response. */
export function longCode({ bank: number = 1, mode = 1, seed = 7, tag = 9, answers = [] } = {}) {
  const head = [[1, 4], [mode, 4], [number, 12], [0, 6], [tag, 8], [answers.length, 6], [seed, 32]];
  const body = answers.flatMap(([no, response]) => [[no, 9], [response, 7]]);
  const text = [...head, ...body].map(([value, width]) => bits(value, width)).join('');
  const whole = text + bits(crc16(pieces(text, 8)), 16);
  return `KNS${pieces(whole, 5).map((symbol) => SYMBOLS[symbol]).join('')}`;
}

/** A short code: two check symbols over GF(32), whose polynomial is x^5 + x^2 + 1; roots 2 and 4. */
export function shortCode({ mode = 1, theta = 32, se = 3, states = 0, seat = 0, tag = 33 } = {}) {
  const fields = [[1, 3], [mode, 2], [theta, 6], [se, 3], [states, 12], [seat, 6], [tag, 8]];
  const word = pieces(fields.map(([value, width]) => bits(value, width)).join(''), 5);
  const twice = (number) => (number & 16 ? number << 1 ^ 0b100101 : number << 1);
  // The rest of word x^2 by x^2 + 6x + 8.
  let [high, low] = [0, 0];
  for (const symbol of word) {
    const [two, four] = [twice(high ^ symbol), twice(twice(high ^ symbol))];
    [high, low] = [low ^ two ^ four, twice(four)];
  }
  const text = [...word, high, low].map((symbol) => SYMBOLS[symbol]).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** An attempt as the device keeps it. */
export const attempt = (code) => `1;00000000;2026-11-22;${code}`;
