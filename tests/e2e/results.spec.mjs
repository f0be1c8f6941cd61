// A result travels: in a picture, in ten letters, on paper. It opens anywhere and names nobody.
import { spawnSync } from 'node:child_process';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { OF_COLOUR, expect, open, overflow, test, violations } from './portal.mjs';
import {
  UNKNOWN, asked, begin, button, fill, finish, isLevel, kept, longCode, openCheck, result, run, say, shortCode, title,
  told,
} from './quiz.mjs';

const { vi } = say;
const NARROW = { width: 320, height: 568 };
/** A code that the method gives as its example. */
const CODE = '5JBAN-4D5D7';

/** The codes page with its program at work. */
async function openCodes(page, at = '') {
  await open(page, `ket-qua/${at}`);
  await expect(page.locator('html')).toHaveAttribute('data-quiz', /ready|run/);
}

const box = (page) => page.getByRole('textbox', { name: vi.open_field });
/** Types a code, and waits for an answer in the place of answers. */
async function type(page, code) {
  await box(page).fill(code);
  await button(page, vi.open_button).click();
}
const opened = (page, code) => page.getByText(fill(vi.open_level, { code }), { exact: true });

/** What an independent decoder reads in the picture as the screen shows it. */
async function scanned(qr) {
  const { data, width, height } = PNG.sync.read(await qr.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

/** The address that the button copies. */
async function copied(page) {
  await button(page, vi.copy).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#KNS');
  return page.evaluate(() => navigator.clipboard.readText());
}

test.describe('a whole result', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('the picture holds the address, and the address opens the same result for anybody', async ({ baseURL, browser, page }) => {
    test.slow();
    await finish(page);
    const own = await result(page);
    const address = await copied(page);
    expect(address).toMatch(new RegExp(`^${baseURL}ket-qua/#KNS[0-9A-HJKMNP-TV-Z]+$`));
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      expect(await scanned(own.qr), colorScheme).toBe(address);
    }
    await page.setViewportSize(NARROW);
    expect(await scanned(own.qr), '320 px').toBe(address);

    const somebody = await browser.newContext();
    const other = await somebody.newPage();
    await other.goto(address);
    const theirs = await result(other);
    expect(theirs.sentence).toBe(own.sentence);
    expect(theirs.steps).toEqual(own.steps);
    expect(theirs.code).toBe(own.code);
    expect(await scanned(theirs.qr)).toBe(address);
    await expect(button(other, vi.erase)).toHaveCount(0);
    expect(await kept(other)).toEqual([]);
    await other.reload();
    expect((await result(other)).sentence).toBe(own.sentence);
    await somebody.close();
  });

  test('in English the address leads to the English page', async ({ page }) => {
    test.slow();
    await finish(page, { lang: 'en', mode: 'quick' });
    const { qr, sentence } = await result(page, 'en');
    const address = await scanned(qr);
    expect(address).toContain('/en/ket-qua/#KNS');
    await page.goto('about:blank');
    await page.goto(address);
    expect((await result(page, 'en')).sentence).toBe(sentence);
  });

  test('the ten letters open what they say', async ({ page }) => {
    test.slow();
    await finish(page);
    const { code } = await result(page);
    await openCodes(page);
    for (const typed of [code, code.toLowerCase(), code.replace('-', ' '), code.replace('-', '')]) {
      await page.reload();
      await type(page, typed);
      await expect(opened(page, code)).toBeVisible();
    }
    await expect(page.getByRole('status').getByRole('heading', { name: isLevel() })).toBeVisible();
    await expect(page.getByText(vi.open_mode_full, { exact: true })).toBeVisible();
    await expect(page.getByText(vi.open_form)).toBeVisible();
  });
});

test('one wrong letter is proposed, and opens only when the person says so', async ({ page }) => {
  await openCodes(page);
  for (const [n, typed] of ['6JBAN-4D5D7', '5JBAN-4D5D8', '5JBAX-4D5D7'].entries()) {
    await page.reload();
    await type(page, typed);
    const status = page.getByRole('status').filter({ hasText: vi.open_propose });
    await expect(status.getByText(CODE, { exact: true })).toBeVisible();
    await expect(page.getByText(vi.open_form)).toHaveCount(0);
    if (n === 0) {
      await page.setViewportSize(NARROW);
      expect(await violations(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
    }
    await button(page, fill(vi.open_yes, { code: CODE })).press('Enter');
    await expect(opened(page, CODE)).toBeVisible();
    await expect(page.getByText(vi.open_propose)).toHaveCount(0);
  }
});

test('letters that look alike are read as they were meant', async ({ page }) => {
  await openCodes(page);
  for (const tag of [0, 1, 27]) {
    const code = shortCode({ tag });
    const typed = code.replaceAll('0', 'o').replace('1', 'l').replaceAll('1', 'i').replaceAll('V', 'u');
    expect(typed).not.toBe(code);
    await page.reload();
    await type(page, typed);
    await expect(opened(page, code)).toBeVisible();
  }
});

test('two wrong letters never open, whatever is proposed', async ({ page }) => {
  await openCodes(page);
  let n_refused = 0;
  for (const typed of ['6KBAN-4D5D7', '5JBAN-4D5E8', '5JB5N-4DXD7', 'ZJBAN-4D5DZ', '5JCBN-4D5D7', '0JBAN-0D5D7']) {
    await page.reload();
    await type(page, typed);
    const refused = page.getByText(vi.open_bad);
    await expect(refused.or(page.getByText(vi.open_propose))).toBeVisible();
    n_refused += Number(await refused.isVisible());
    await expect(page.getByText(vi.open_form)).toHaveCount(0);
  }
  expect(n_refused).toBeGreaterThan(2);
});

test('what is no code is refused in words', async ({ page }) => {
  await openCodes(page);
  for (const typed of ['', 'abc', '0000000000', 'đường-chữ!', '5JBAN-4D5D75']) {
    await page.reload();
    await type(page, typed);
    await expect(page.getByRole('status').filter({ hasText: vi.open_bad }), typed).toBeVisible();
  }
  expect(await violations(page)).toEqual([]);
});

test('an address that was cut or changed says so', async ({ page }) => {
  const whole = longCode({ answers: [UNKNOWN] });
  const last = whole.at(-1);
  for (const code of [whole.slice(0, -1), `${whole}0`, `${whole.slice(0, -1)}${last === '0' ? '1' : '0'}`, 'KNS', 'KNS!!', longCode({})]) {
    await page.goto('about:blank');
    await openCodes(page, `#${code}`);
    await expect(page.getByRole('status').filter({ hasText: vi.open_damaged }), code).toBeVisible();
    await expect(box(page)).toBeVisible();
  }
  expect(await violations(page)).toEqual([]);
});

test('a result of another bank opens as far as it fits, and says so', async ({ page }) => {
  const code = longCode({ answers: [UNKNOWN, [511, 3]] });
  await openCodes(page, `#${code}`);
  await expect(page.getByText(vi.open_foreign)).toBeVisible();
  await expect(title(page)).toBeVisible();
});

test('an address can be typed or pasted instead of a code', async ({ baseURL, page }) => {
  const code = longCode({ answers: [UNKNOWN] });
  await openCodes(page);
  // As pasting does: the field takes no more than it allows.
  await box(page).focus();
  await page.keyboard.insertText(`${baseURL}ket-qua/#${code}`);
  await button(page, vi.open_button).click();
  await expect(page.getByRole('img', { name: vi.qr_label })).toBeVisible();
});

test('everybody can use a result that was opened', async ({ page }) => {
  await page.setViewportSize(NARROW);
  await openCodes(page, `#${longCode({ answers: [UNKNOWN] })}`);
  await result(page);
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await violations(page, colorScheme === 'dark' ? OF_COLOUR : undefined), colorScheme).toEqual([]);
  }
  expect(await overflow(page)).toEqual([]);
  await openCodes(page, `#${CODE}`);
  await page.reload();
  await expect(opened(page, CODE)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

/** Text and paper size of what comes out of a printer. */
async function printed(page) {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const tool = (name, ...rest) => spawnSync(name, rest, { input: pdf, maxBuffer: 1 << 26 });
  const read = tool('pdftotext', '-layout', '-', '-');
  const about = tool('pdfinfo', '-f', '1', '-l', '9', '-');
  expect([read.error, about.error], 'install poppler-utils: xtask does it on Debian').toEqual([undefined, undefined]);
  const sizes = about.stdout.toString().match(/(?<=size: +)\d+.*(?= pts)/g).map((size) => size.replace(/\.\d+/g, ''));
  return { text: read.stdout.toString().replace(/\s+/g, ' '), sizes: [...new Set(sizes)] };
}

test('paper carries the sentence, the steps, the code and the name, in two sizes', async ({ page }) => {
  test.slow();
  const name = 'Sùng Thị Mẩy';
  await finish(page);
  const { sentence, code } = await result(page);
  const expectSheet = ({ text }) => {
    for (const words of [vi.sheet, sentence, vi.steps, code, vi.not_official, vi.step_place]) expect(text).toContain(words);
    for (const words of [vi.print, vi.again, vi.erase, vi.print_name_note]) expect(text).not.toContain(words);
  };
  const blank = await printed(page);
  expectSheet(blank);
  expect(blank.text).not.toContain(vi.sheet_name);
  await page.getByRole('textbox', { name: vi.print_name }).fill(name);
  for (const [size, points] of [[vi.paper_a4, '594 x 841'], [vi.paper_a5, '420 x 594']]) {
    await page.getByRole('group', { name: vi.paper }).getByRole('radio', { name: size }).check();
    const sheet = await printed(page);
    expectSheet(sheet);
    expect(sheet.text).toContain(name);
    expect(sheet.sizes, size).toEqual([points]);
  }
  const everything = await page.evaluate(async () => JSON.stringify([
    { ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state, await caches.keys(),
    (await indexedDB.databases()).length,
  ]));
  expect(everything).not.toContain(name);
  await page.goBack();
  await page.goForward();
  await result(page);
  await expect(page.getByRole('radio', { name: vi.paper_a4 })).toBeChecked();
  expect((await printed(page)).sizes, 'what is chosen is what is printed').toEqual(['594 x 841']);
  await page.reload();
  await result(page);
  await expect(page.getByRole('textbox', { name: vi.print_name })).toHaveValue('');
  expect((await printed(page)).text).not.toContain(name);
});

test('the button prints the page as it stands', async ({ page }) => {
  await page.addInitScript(() => { window.print = () => { window.hasPrinted = true; }; });
  await openCheck(page);
  await begin(page, { mode: 'quick' });
  await run(page, { of: 8 });
  await button(page, vi.print).click();
  expect(await page.evaluate(() => window.hasPrinted)).toBe(true);
});

test('a result can be looked at before the end, and the questions go on', async ({ page }) => {
  await openCheck(page);
  await begin(page);
  for (let n = 1; n <= 4; n += 1) await run(page, { from: n, to: n });
  await asked(page, 5);
  await expect(button(page, vi.result_now)).toHaveCount(0);
  await run(page, { from: 5, to: 5 });
  await page.goBack();
  await button(page, vi.result_now).click();
  await result(page);
  await expect(page.getByText(fill(vi.lead_few, { n: 5 }))).toBeVisible();
  await page.goBack();
  await button(page, vi.next).click();
  await asked(page, 6);
});

test('all right answers lead to somebody else to help', async ({ page }) => {
  test.slow();
  await finish(page, { how: () => 'right' });
  const { sentence } = await result(page);
  await expect(page.getByText(vi.steps_none)).toBeVisible();
  expect(sentence).toContain(told.vi.levels[3].name);
});
