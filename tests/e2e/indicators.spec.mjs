// Indicators: drawings equal to their tables, nothing joined that does not belong together,
// every figure with its kind, its word and its source.
import { readFileSync } from 'node:fs';
import { content, expect, open, ready, routes, test, words } from './portal.mjs';
import { alive, fill, indicators, openAlive, paper, provinces } from './atlas.mjs';

const { indicators: names, app, statuses, headings } = words.vi;
const dialog = (page) => page.getByRole('dialog');
const main = (page) => page.getByRole('main');
const file = (id, ending) => `chi-so/${id}/${id}.${ending}`;

/** Rows of a CSV file as objects. */
function table(text) {
  const rows = [];
  let row = [''];
  let isQuoted = false;
  for (const letter of text.replace(/^\ufeff/, '').replace(/\r/g, '')) {
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === ',' && !isQuoted) row.push('');
    else if (letter === '\n' && !isQuoted) { rows.push(row); row = ['']; } else row[row.length - 1] += letter;
  }
  if (row.length > 1) rows.push(row);
  const clean = (cell) => cell.replace(/^"|"$/g, '').replace(/""/g, '"');
  const [head, ...body] = rows.map((cells) => cells.map(clean));
  return body.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at]])));
}

test('the overview leads to every indicator', async ({ page }) => {
  await open(page, 'chi-so/');
  for (const id of indicators) {
    const { title } = content('vi', 'indicators').find((words_) => words_.id === id);
    await expect(main(page).getByRole('link', { name: title, exact: true })).toHaveAttribute('href', `/chi-so/${id}/`);
  }
});

const drawn = routes().filter((route) => /^(en\/)?chi-so\/.+/.test(route));
for (const route of drawn) {
  test(`no line of /${route} joins two ways of counting, and each drawing has a table with its numbers`, async ({ page }) => {
    await open(page, route);
    const { astray, unsaid, twins } = await page.evaluate(() => {
      const found = { astray: [], unsaid: [], twins: 0 };
      for (const line of document.querySelectorAll('.chart__line')) {
        const group = line.closest('[data-base]');
        if (!group) { found.astray.push(`a line without a base: ${line.getAttribute('d')}`); continue; }
        const field = group.querySelector('.chart__field');
        const others = [...group.closest('svg').querySelectorAll('[data-base]')].filter((other) => other !== group);
        if (!others.length) continue;
        const { x, width } = line.getBBox();
        const room = field.getBBox();
        if (x < room.x - 1 || x + width > room.x + room.width + 1) found.astray.push(`a line leaves ${group.dataset.base}: ${line.getAttribute('d')}`);
      }
      for (const figure of document.querySelectorAll('figure.plot')) {
        const svg = figure.querySelector('svg.chart');
        if (!svg) continue;
        const text = figure.querySelector('table')?.textContent ?? '';
        found.twins += 1;
        for (const label of svg.querySelectorAll('.chart__rank, .chart__now')) {
          const [number] = label.textContent.match(/\d+([.,]\d+)?(\/\d+)?(?=\D|$)/) ?? [];
          const isHead = /^(trên|of|out of) \d+$/.test(label.textContent.trim());
          if (number && !isHead && !text.includes(number)) found.unsaid.push(label.textContent);
        }
        const names = svg.getAttribute('aria-labelledby');
        if (!document.getElementById(names)?.textContent.trim()) found.unsaid.push(`no sentence: ${names}`);
      }
      return found;
    });
    expect(astray).toEqual([]);
    expect(unsaid).toEqual([]);
    if (!/thuong-mai|so-sanh|2022|viet-nam/.test(route)) expect(twins).toBeGreaterThan(0);
  });
}

test('the rank 58 of 2021 is said to be worked out, in the sentence, the drawing and the table', async ({ page }) => {
  await open(page, 'chi-so/tuyen-quang-xep-hang/');
  const trend = page.locator('#trend');
  await expect(trend.locator('figcaption')).toContainText(`58/63 (2021, ${names.derived})`);
  await expect(trend.getByRole('row').filter({ hasText: '58/63' })).toContainText(`${statuses.derived}: 48 + 10 = 58`);
  const beside = await trend.locator('svg').evaluate((svg) => {
    const texts = [...svg.querySelectorAll('text')];
    return texts[texts.findIndex((one) => one.textContent === '58/63') + 1].textContent;
  });
  expect(beside).toBe(names.derived);
  expect(await trend.locator('.chart__dot--hollow').count()).toBe(1);
  expect(table(await fetched(page, file('tuyen-quang-xep-hang', 'csv')))
    .filter(({ value }) => value === '58').map(({ status, formula }) => [status, formula])).toEqual([['derived', '48 + 10 = 58']]);
});

/** A file of the site as text. */
const fetched = async (page, address) => (await page.request.get(address)).text();

test('the table of ranks equals what is recorded of the former province', async ({ page }) => {
  await open(page, 'chi-so/tuyen-quang-xep-hang/');
  const { dti } = provinces.former.find(({ id }) => id === 'tuyen-quang-cu');
  const trend = page.locator('#trend');
  for (const { year, rank, of: base } of dti) {
    const row = trend.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`\\b${year}\\b`) }) });
    await expect(row).toContainText(`${rank}/${base}`);
    await expect(trend.locator('svg')).toContainText(`${rank}/${base}`);
  }
});

test('sums of several platforms are nowhere: 713 is in no text and no file', async ({ page }) => {
  for (const prefix of ['', 'en/']) {
    await open(page, `${prefix}chi-so/quang-tri-thuong-mai/`);
    const texts = [await page.locator('html').evaluate((html) => html.innerText)];
    for (const ending of ['csv', 'json']) texts.push(await fetched(page, prefix + file('quang-tri-thuong-mai', ending)));
    for (const text of texts) {
      expect(text).toContain('520');
      expect(text).not.toMatch(/(?<!\d)713(?!\d)/);
    }
  }
});

const ABOUT_TARGET = ['chi-so/', 'chi-so/tuyen-quang-kinh-te-so/', 'tinh/tuyen-quang/', 'tru-cot/kinh-te-so/', 'giai-thich/doc-bang-xep-hang/', 'giai-thich/nghi-quyet-noi-gi/', 'nguon/'];
for (const address of ABOUT_TARGET) {
  test(`/${address} never says 20 % of GRDP without saying that it is a target`, async ({ page }) => {
    await open(page, address);
    const bare = await page.evaluate(() => {
      const blocks = 'tr, li, p, dd, dt, figcaption, h1, h2, h3, svg text';
      const found = [];
      const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const around = walker.currentNode.parentElement;
        const text = (around.closest('.row') ?? around.closest(blocks))?.textContent ?? walker.currentNode.data;
        if (/\b20\s?%/.test(walker.currentNode.data) && /GRDP/.test(text) && !/mục tiêu|đích/i.test(text)) found.push(text.slice(0, 160));
      }
      return found;
    });
    expect(bare).toEqual([]);
  });
}

test('the target is a target in the files to take away, with the word of its source', async ({ page }) => {
  const rows = table(await fetched(page, file('tuyen-quang-kinh-te-so', 'csv')));
  const targets = rows.filter(({ value, unit }) => ['20', '30'].includes(value) && unit === 'percent-grdp');
  expect(targets.map(({ value, status, op, due }) => [value, status, op, due]))
    .toEqual([['20', 'target', '≈', '2025'], ['30', 'target', '≈', '2030']]);
});

test('“more than 90 %” keeps its word on the page, in the files and on paper', async ({ page }) => {
  await open(page, 'chi-so/quang-tri-2022/');
  // The note that speaks of the word itself stands aside.
  const note = content('vi', 'indicators').find(({ id }) => id === 'quang-tri-2022').notes.find((one) => one.includes('90%'));
  const whole = (text) => {
    const all = [...text.replace(/\s+/g, ' ').replace(note, '').matchAll(/(\S+)\s+90\s?%/g)].map(([, word]) => word);
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all)).toEqual(new Set([words.vi.ops.above]));
  };
  whole(await main(page).innerText());
  const rows = table(await fetched(page, file('quang-tri-2022', 'csv'))).filter(({ value }) => value === '90');
  expect(rows.length).toBeGreaterThan(0);
  for (const { op } of rows) expect(op).toBe('>');
  const data = JSON.stringify(JSON.parse(await fetched(page, file('quang-tri-2022', 'json'))));
  expect(data).toMatch(/"op":">"/);
  whole(await paper(page));
});

for (const id of indicators) {
  test(`the files of ${id} come as table and as data, with every column`, async ({ page }) => {
    await open(page, `chi-so/${id}/`);
    for (const [name, type, ending] of [[names.download_csv, /^text\/csv/, 'csv'], [names.download_json, /^application\/json/, 'json']]) {
      const link = main(page).getByRole('link', { name, exact: true });
      const address = await link.getAttribute('href');
      const answer = await page.request.get(address);
      expect(answer.status(), address).toBe(200);
      expect(answer.headers()['content-type'], address).toMatch(type);
      const coming = page.waitForEvent('download');
      await link.click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe(`buoc-so-${id}.${ending}`);
      const text = readFileSync(await download.path(), 'utf8');
      if (ending === 'json') { expect(JSON.parse(text)).toBeTruthy(); continue; }
      expect(text.codePointAt(0), 'the mark that spreadsheets need').toBe(0xfeff);
      const rows = table(text);
      expect(rows.length).toBeGreaterThan(0);
      for (const column of ['status', 'op', 'geo_basis', 'rank_base', 'caution', 'source_title', 'url', 'formula', 'decimal']) {
        expect(Object.keys(rows[0])).toContain(column);
      }
      for (const row of rows) {
        expect(row.status, JSON.stringify(row)).not.toBe('');
        expect(row.op, JSON.stringify(row)).not.toBe('');
        expect(row.decimal).toBe('.');
        if (row.status === 'derived') expect(row.formula, JSON.stringify(row)).not.toBe('');
      }
    }
  });
}

test('a table sorts by a column, the other way at a second press, and what is unknown stays last', async ({ page }) => {
  await openAlive(page, 'chi-so/so-sanh-tinh/');
  const part = page.locator('#provinces-34');
  const header = part.getByRole('columnheader').filter({ hasText: '2024 /34' });
  const button = part.getByRole('button', { name: fill(names.sort, { column: '2024 /34' }) });
  const column = () => part.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.children[1].textContent.trim()));
  const ranks = async () => (await column()).map((text) => Number(text.split('/')[0])).filter((rank) => !Number.isNaN(rank));
  const before = await ranks();
  await button.click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  const up = await ranks();
  expect(up).toEqual([...before].sort((a, b) => a - b));
  expect((await column()).slice(up.length).every((text) => text === headings.unknown)).toBe(true);
  await button.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  expect(await ranks()).toEqual([...up].reverse());
  expect((await column()).slice(up.length).every((text) => text === headings.unknown)).toBe(true);
  const name = part.getByRole('columnheader').filter({ hasText: names.column_place });
  await part.getByRole('button', { name: fill(names.sort, { column: names.column_place }) }).click();
  await expect(name).toHaveAttribute('aria-sort', 'ascending');
  await expect(header).toHaveAttribute('aria-sort', 'none');
  const sorted = await part.getByRole('rowheader').allInnerTexts();
  expect(sorted).toHaveLength(provinces.today.length);
  expect(sorted[0]).toBe('An Giang');
  expect(sorted.at(-1)).toBe('Vĩnh Long');
});

test('a table narrows by a name without accents and says when nothing fits', async ({ page }) => {
  await openAlive(page, 'chi-so/so-sanh-tinh/');
  const part = page.locator('#provinces-34');
  const box = part.getByRole('searchbox', { name: names.filter });
  const rows = part.locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(provinces.today.length);
  await box.fill('tuyen quang');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Tuyên Quang');
  await box.fill('zzqq');
  await expect(rows).toHaveCount(0);
  await expect(part.getByText(names.filter_none)).toBeVisible();
  await expect.soft(part.getByRole('status').filter({ hasText: names.filter_none }), 'said to those who do not see it').toBeVisible();
  await box.fill('');
  await expect(rows).toHaveCount(provinces.today.length);
  await expect(part.getByText(names.filter_none)).toBeHidden();
});

test('a table reached by links sorts, too', async ({ page }) => {
  await open(page, 'chi-so/');
  const { title } = content('vi', 'indicators').find(({ id }) => id === 'so-sanh-tinh');
  await main(page).getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  await alive(page);
  const part = page.locator('#provinces-63');
  await part.getByRole('button').first().click();
  await expect(part.locator('th[aria-sort="ascending"]')).toHaveCount(1);
});

test('the two bases are two tables, and no row holds a rank of both without its base', async ({ page }) => {
  await open(page, 'chi-so/so-sanh-tinh/');
  const cells = await page.locator('#provinces-34 tbody td:nth-child(2)').allInnerTexts();
  for (const cell of cells) expect(cell === headings.unknown || /^\d+\/34$/.test(cell), cell).toBe(true);
  expect(await page.locator('#provinces-63 tbody').innerText()).not.toMatch(/\/34/);
  await expect(page.locator('#provinces-63 tbody').getByRole('row')).toHaveCount(63);
});

test('a copied citation holds figure, unit, kind, date, source and address', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.setFixedTime(new Date('2026-11-23T09:00:00+07:00'));
  await open(page, 'chi-so/tuyen-quang-kinh-te-so/');
  await page.locator('#target').getByRole('link', { name: '6,19% GRDP' }).first().click();
  await expect(dialog(page)).toContainText(statuses.estimate);
  await dialog(page).getByRole('button', { name: app.cite }).click();
  await expect(dialog(page).getByRole('button', { name: app.copied })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ['6,19% GRDP', '2023', 'Người Tây Bắc', 'https://nguoitaybac.vn/', page.url()]) expect(copied).toContain(part);
  expect(copied.toLowerCase()).toContain(statuses.estimate.toLowerCase());
  expect(copied, 'when it was read').toMatch(/23(\/| tháng )11(\/| năm )2026/);
});

test('the passport of a worked-out figure says how it was worked out', async ({ page }) => {
  await open(page, 'chi-so/tuyen-quang-kinh-te-so/');
  await page.locator('#target figcaption').getByRole('link', { name: /13,81/ }).click();
  await expect(dialog(page)).toContainText(statuses.derived);
  await expect(dialog(page)).toContainText('20 − 6,19 = 13,81');
});

test('an address with a part opens at that part', async ({ page }) => {
  await page.goto('chi-so/tuyen-quang-kinh-te-so/#words');
  await ready(page);
  await expect(page.locator('#words').getByRole('heading')).toBeInViewport();
});
