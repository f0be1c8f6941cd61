// A poisoned site: published files that somebody changed. What they hold is drawn as words,
// refused or left out; the page stays quick, no policy is broken and the rest of the portal works.
import { filterFold, openAlive, rows, status, typed } from './atlas.mjs';
import { alter, box, expect, heading, menu, open, test, words } from './portal.mjs';
import { button, say } from './quiz.mjs';

const { app, nav } = words.vi;
const PAGE = '**/content/vi/thuat-ngu-*.json';
const SEARCH = '**/content/vi/search-*.json';
const MODELS = '**/content/vi/models-*.json';
const QUIZ = /\/content\/vi\/quiz-[0-9a-f]{16}\.json$/;
const MARKUP = '<script>window.taken = 1</script><img src="/x" onerror="window.taken = 1">';
const OVERRIDE = 'Tuyên \u202egnauQ';
/** No task of the page keeps it from answering for longer, in milliseconds. */
const PATIENCE = 1000;

/** Serves a file of the site with its JSON changed. */
const poison = (page, pattern, change) => alter(page, pattern, (bytes) => {
  const data = JSON.parse(bytes.toString('utf8'));
  return JSON.stringify(change(data) ?? data);
});

/** Every text of a tree, changed. */
const texts = (node, change) => {
  if (Array.isArray(node)) return node.map((inside) => texts(inside, change));
  return typeof node === 'string' ? change(node) : node;
};

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      window.longest = Math.max(window.longest, ...list.getEntries().map((entry) => entry.duration));
    }).observe({ type: 'longtask', buffered: true });
  });
});

/** Nothing ran, nothing leads to what runs, nothing took long; other pages open as ever. */
async function checkHarmless(page) {
  const found = await page.evaluate(() => {
    const main = document.querySelector('main');
    const links = [...main.querySelectorAll('a, form, use')].flatMap((link) => ['href', 'action', 'xlink:href']
      .map((name) => link.getAttribute(name)).filter(Boolean));
    return {
      taken: window.taken,
      markup: main.querySelectorAll('script, img, iframe, object, embed, base, meta, [onerror], [onclick]').length,
      runs: links.filter((href) => !/^(\/(?![/\\])|#|\?|https:|tel:)/.test(href)),
      turned: /[\u202a-\u202e\u2066-\u2069]/.test(main.textContent),
    };
  });
  expect(found).toEqual({ taken: undefined, markup: 0, runs: [], turned: false });
  expect(await page.evaluate(() => window.longest), 'the longest task').toBeLessThan(PATIENCE);
  await expect(page.locator('html')).not.toHaveAttribute('data-fault', 'panic');
  // While a question stands, the menu is out of sight.
  if (await menu(page, nav.explainers).isVisible()) await menu(page, nav.explainers).click();
  else await open(page, 'giai-thich/');
  await expect(heading(page, nav.explainers)).toBeVisible();
  expect(await page.evaluate(() => window.longest), 'the longest task').toBeLessThan(PATIENCE);
}

/** From home to the glossary, whose file is poisoned. */
async function travel(page) {
  await open(page, '');
  await menu(page, nav.glossary).click();
}

test('markup in page data is words', async ({ page }) => {
  await poison(page, PAGE, (data) => texts(data, (text) => (/^[/#]|^https?:/.test(text) || text.length < 12 ? text : MARKUP)));
  await travel(page);
  await expect(heading(page, MARKUP)).toBeFocused();
  await expect(page).toHaveTitle(new RegExp('<script>'));
  await checkHarmless(page);
});

for (const to of ['javascript:window.taken=1', 'java\tscript:window.taken=1', 'data:text/html,x', '//evil.example/', '/\\evil.example/']) {
  test(`links to ${JSON.stringify(to)} in page data lead nowhere`, async ({ page }) => {
    await poison(page, PAGE, (data) => texts(data, (text) => (/^\/[a-z]/.test(text) ? to : text)));
    await travel(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const poisoned = page.getByRole('main').getByRole('link', { name: 'Băng rộng' }).first();
    await expect(poisoned).toHaveAttribute('href', '#');
    await poisoned.click();
    await expect(page).toHaveURL(/thuat-ngu/);
    await checkHarmless(page);
  });
}

for (const [what, change] of Object.entries({
  'a text of ten megabytes': (data) => { data[1] = 'a'.repeat(10_000_000); },
  'a text of a megabyte': (data) => { data[1] = 'ă '.repeat(400_000); },
  'names that turn around': (data) => { data[0] = OVERRIDE; },
  'lists without end': (data) => { data[2] = Array(4_500_000).fill(0); },
  'more values than a page has': (data) => { data[2] = Array(1_000_000).fill(0); },
})) {
  test(`a page with ${what} is refused, and said to be`, async ({ page }) => {
    await poison(page, PAGE, change);
    await travel(page);
    await expect(heading(page, app.title_error)).toBeFocused();
    await expect(page.getByRole('alert')).toContainText(app.error_broken);
    await checkHarmless(page);
  });
}

test('poisoned documents are found as words', async ({ page }) => {
  await poison(page, SEARCH, ([documents, synonyms]) => {
    for (const document of documents) {
      document[2] = `${MARKUP} ${document[2]}`;
      document[3] = 'javascript:window.taken=1';
      document[5] = MARKUP;
    }
    return [documents, [...synonyms, ...Array(300).fill(['a', 'b'])]];
  });
  await open(page, 'tim/');
  await box(page).fill('chuyen doi so');
  const first = page.getByRole('main').getByRole('link').filter({ hasText: '<script>' }).first();
  await expect(first).toHaveAttribute('href', '#');
  await first.click();
  await checkHarmless(page);
});

test('a question as long as a book is answered at once', async ({ page }) => {
  await open(page, 'tim/');
  await box(page).fill('ddooir soos '.repeat(20_000));
  await expect(page.getByRole('status').filter({ hasText: /kết quả|Không/ }).first()).toBeVisible();
  await checkHarmless(page);
});

test('a list of a hundred thousand models is refused, and the served list stays', async ({ page }) => {
  await poison(page, MODELS, ([listing, phrases]) => {
    const [entries, ...rest] = listing;
    const many = Array.from({ length: 100_000 }, (_, n) => [`m${n}`, `${entries[0][1]} ${n}`, ...entries[0].slice(2)]);
    return [[many, ...rest], phrases];
  });
  const before = await page.request.get('mo-hinh/').then((answer) => answer.text());
  await open(page, 'mo-hinh/');
  await expect(rows(page)).toHaveCount(before.match(/<li[^>]*><a href="\/mo-hinh\//g)?.length ?? 129);
  await checkHarmless(page);
});

test('points without number on the map of a few thousand models stay quick', async ({ page }) => {
  await poison(page, MODELS, ([listing, phrases]) => {
    const [entries, ...rest] = listing;
    const many = Array.from({ length: 20_000 }, (_, n) => {
      const entry = [...entries[n % entries.length]];
      entry[0] = `m${n}`;
      entry[1] = n % 2 ? MARKUP : 'Chợ';
      return entry;
    });
    // Of a province and a kind that are not there: left out.
    many[0][3] = 9999;
    many[1][10] = 9999;
    return [[many, ...rest], phrases];
  });
  await openAlive(page, 'mo-hinh/');
  await filterFold(page).click();
  await typed(page).fill('script');
  await expect(status(page)).toContainText(/\d/);
  await expect(rows(page).first()).toContainText('<script>');
  await checkHarmless(page);
});

test('a list whose names turn around is refused, and the served list stays', async ({ page }) => {
  await poison(page, MODELS, ([listing]) => { listing[0][0][1] = OVERRIDE; });
  await open(page, 'mo-hinh/');
  await expect(rows(page).first()).toBeVisible();
  await checkHarmless(page);
});

for (const [what, change] of Object.entries({
  'no options': (row) => { row[5] = 0; },
  'one number': (row) => { row[0] = 7; },
  'numbers out of range': (row) => { row[1] = 60_000; row[4] = 60_000; row[10] = [60_000]; row[11] = [0, 0, 0, 0]; },
})) {
  test(`a self-check whose questions have ${what} does not break down`, async ({ page }) => {
    await poison(page, QUIZ, ([deck]) => { deck[3].forEach(change); });
    await open(page, 'tu-danh-gia/');
    await expect(page.locator('html')).toHaveAttribute('data-quiz', /ready|run/);
    await button(page, `${say.vi.start_button}: ${say.vi.mode_quick}`).click();
    // The address names the question before its words have come.
    if (await page.evaluate(() => location.hash.startsWith('#cau-'))) {
      await expect(page.locator('html')).toHaveAttribute('data-quiz', 'run');
    }
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await checkHarmless(page);
  });
}
