// The main things that people do, by hand: from the pointer or the key to the next paint.
import { words } from '../../tests/e2e/portal.mjs';
import { guest, interaction, noted, quiet, visit } from './visit.mjs';

/** A guest on a page that has come to rest. */
const on = (path, needs, act) => (setting) => guest(setting, async (own) => {
  const { page } = await visit(own, path);
  await noted(page, 'ready', needs);
  await quiet(own);
  return act(page, own);
});
const row = (what, value) => ['action', what, value];

export const actions = {
  /** Follows a link of the menu; the page that follows comes over the line and is timed apart. */
  journey: on('', 'ready', async (page) => {
    const start = await page.evaluate((label) => {
      addEventListener('click', () => {
        const from = performance.now();
        const heading = document.querySelector('#content h1');
        const look = () => {
          const now = document.querySelector('#content h1');
          if (now && now !== heading && now.textContent !== heading.textContent) window.bench.painted('travelled');
          else requestAnimationFrame(look);
        };
        window.bench.left = from;
        requestAnimationFrame(look);
      }, { capture: true, once: true });
      return label;
    }, words.vi.nav.label);
    const link = page.getByRole('navigation', { name: start }).getByRole('link').first();
    const toPaint = await interaction(page, () => link.click());
    await noted(page, 'travelled');
    const took = await page.evaluate(() => window.bench.times.travelled - window.bench.left);
    return [row('menu link', toPaint), ['journey', 'page painted', took]];
  }),

  settings: on('', 'ready', async (page) => {
    const summary = page.locator('details.settings summary');
    const opened = await interaction(page, () => summary.click());
    const chosen = await interaction(page, () => page.locator('[data-settings] input[name="theme"][value="dark"]').click());
    return [row('open settings', opened), row('dark colours', chosen)];
  }),

  /** The first keys come while the file is loading, the others when it has been read; a finger stays on a key. */
  search: on('tim/', 'ready', async (page, own) => {
    await page.locator('#q').focus();
    const early = await interaction(page, () => page.keyboard.type('vn', { delay: 60 }));
    await page.locator('[data-island="search"] .results a[href]').first().waitFor();
    await quiet(own);
    let late = 0;
    for (const key of 'eid') late = Math.max(late, await interaction(page, () => page.keyboard.press(key, { delay: 80 })));
    return [row('key in search, file loading', early), row('key in search', late)];
  }),

  passport: on('', 'ready', async (page) => {
    const figure = page.locator('main [data-passport]').first();
    await figure.scrollIntoViewIfNeeded();
    const opened = await interaction(page, () => figure.click());
    await page.getByRole('dialog').waitFor();
    const closed = await interaction(page, () => page.keyboard.press('Escape'));
    return [row("figure's passport", opened), row('close passport', closed)];
  }),

  filter: on('ban-do/', 'atlas', async (page) => {
    await page.locator('#list summary').first().click();
    await page.locator('#list select[name="linh-vuc"]').focus();
    const rows = [];
    for (let n = 0; n < 3; n += 1) rows.push(row('map filter', await interaction(page, () => page.keyboard.press('ArrowDown'))));
    return rows;
  }),

  /** Presses on Start, an option, Answer and Next, with every kind of question that comes. */
  quiz: on('tu-danh-gia/', 'quiz', async (page, own) => {
    const rows = [];
    const press = async (what, control) => rows.push(row(what, await interaction(page, () => control.click())));
    await press('start self-check', page.locator('[data-key="start"][data-value="quick"]'));
    for (let n = 0; n < 3; n += 1) {
      const form = page.locator('#quiz form[data-kind="question"]');
      await form.waitFor();
      // Words of the next questions are fetched meanwhile.
      await quiet(own, 4_000);
      const lists = form.locator('select');
      for (let at = 0; at < await lists.count(); at += 1) await lists.nth(at).selectOption({ index: at + 1 });
      const choice = form.locator('label:has(input[name="answer"]), [data-key="mark"]').first();
      if (await choice.count()) await press('choose option', choice);
      await press('submit answer', form.locator('button[type="submit"]'));
      await page.locator('#verdict').waitFor();
      await press('next question', page.locator('#quiz [data-key="next"]'));
    }
    return rows;
  }),
};
