// What the tests of lists, maps and figures share: the authored rows, and the parts of the map page.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, open, words } from './portal.mjs';

const shared = (name) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../public/content/shared/${name}.json`, import.meta.url)), 'utf8'));

export const models = shared('models');
export const provinces = shared('provinces');
export const communes = shared('communes');
export const regions = shared('regions');
export const indicators = shared('indicators').map((indicator) => indicator.id);
/** The archipelagos as the page names them, and the page each belongs to. */
export const ISLES = ['hoang_sa', 'truong_sa'].map((key) => ({
  name: words.vi.map[key],
  of: words.vi.map[`${key}_of`],
  short: words.vi.map[`${key}_short`],
  page: key === 'hoang_sa' ? /\/tinh\/da-nang\/$/ : /\/tinh\/khanh-hoa\/$/,
}));

/** Words with their gaps filled: `fill('{n} mô hình', { n: 3 })`. */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (gap, key) => (key in values ? String(values[key]) : gap));

/** Waits until lists, maps and tables work. */
export const alive = (page) => expect(page.locator('html')).toHaveAttribute('data-atlas', 'ready');

/** Opens an address and waits until its lists, maps and tables work. */
export async function openAlive(page, address) {
  await open(page, address);
  await alive(page);
}

const list = (page) => page.locator('#list');
export const rows = (page) => list(page).getByRole('listitem');
export const status = (page) => list(page).getByRole('status');
export const filterFold = (page) =>
  list(page).locator('summary', { hasText: words.vi.models.filter_title });
export const facet = (page, name) => list(page).getByRole('combobox', { name, exact: true });
export const typed = (page) => list(page).getByRole('searchbox');
/** The drawing: hidden from readers of the tree, who have the lists. */
export const drawing = (page) => page.locator('svg[data-map]');
export const tool = (page, name) =>
  page.getByRole('group', { name: words.vi.map.tools }).getByRole('button', { name, exact: true });
export const mapSelect = (page, name) =>
  page.getByRole('group', { name: words.vi.map.tools }).getByRole('combobox', { name });
export const mapMore = (page) => page.locator('#map summary', { hasText: words.vi.map.more });
export const viewBox = (page) => drawing(page).getAttribute('viewBox');
export const sheet = (page, name) => page.getByRole('heading', { level: 3, name, exact: true })
  .and(page.locator('#map h3'));

/** The numbers that the drawing shows, by province code. */
export const badges = (page) => drawing(page).evaluate((svg) => Object.fromEntries(
  [...svg.querySelectorAll('[data-kind="badge"]')]
    .filter((badge) => badge.getBoundingClientRect().width > 0)
    .map((badge) => [badge.dataset.code, Number(badge.querySelector('text').textContent)])));

/** Waits until count, list and map all say `n`. */
export async function expectCount(page, n) {
  const { atlas } = words.vi;
  await expect(status(page)).toHaveText(n ? fill(atlas.count, { n }) : `${atlas.none}. ${atlas.none_help}`);
  await expect(rows(page)).toHaveCount(n);
  const sum = Object.values(await badges(page)).reduce((a, b) => a + b, 0);
  expect(sum, 'the numbers on the map').toBe(n);
}

/** Where a finger meets a province: the middle of its badge. */
export async function spot(page, code) {
  const badge = drawing(page).locator(`[data-kind="badge"][data-code="${code}"] circle`);
  await badge.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await badge.boundingBox();
  return [x + width / 2, y + height / 2];
}

/**
 * For each archipelago whether the drawing shows its name, its province and its dots, big enough
 * to read and inside the frame; empty when all is well.
 */
export const missingIsles = (page, selector = 'svg[data-map]') => page.evaluate(([where, isles]) => {
  const svg = document.querySelector(where);
  const frame = svg.getBoundingClientRect();
  const inside = (element) => {
    const { left, right, top, bottom, height } = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && height >= 6
      && left >= frame.left - 1 && right <= frame.right + 1 && top >= frame.top - 1 && bottom <= frame.bottom + 1;
  };
  const texts = [...svg.querySelectorAll('text')].filter(inside);
  const found = [];
  for (const { name, of } of isles) {
    const label = texts.find((text) => text.textContent.trim() === name);
    if (!label) { found.push(`${name} is not named`); continue; }
    if (of && !texts.some((text) => text.textContent.trim() === of)) found.push(`${name}: ${of} is missing`);
    const dots = [...label.parentElement.querySelectorAll('circle')].filter((dot) => {
      const { left, right, top, bottom } = dot.getBoundingClientRect();
      return right > left && left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
    });
    if (dots.length < 5) found.push(`${name}: ${dots.length} islands`);
  }
  // Boxes do not cover each other.
  const boxes = [...svg.querySelectorAll('[data-box] rect')]
    .map((box) => box.getBoundingClientRect()).filter((box) => box.width > 0);
  boxes.forEach((a, at) => boxes.slice(at + 1).forEach((b) => {
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) found.push('the boxes cover each other');
  }));
  return found;
}, [selector, selector === 'svg[data-map]' ? ISLES : ISLES.map(({ short }) => ({ name: short }))]);

/** The text of a printed page; `pages` as `pdftotext` takes them (Debian: poppler-utils; xtask installs it). */
export async function paper(page, pages = []) {
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const read = spawnSync('pdftotext', [...pages, '-layout', '-', '-'], { input: pdf, maxBuffer: 1 << 26 });
  expect(read.error, 'pdftotext is missing: install poppler-utils').toBeUndefined();
  expect(read.status, String(read.stderr)).toBe(0);
  return read.stdout.toString().replace(/\s+/g, ' ');
}

/** What several pages hold, read without loading them one by one. */
export async function readPages(context, request, addresses, look) {
  const blank = await context.newPage();
  const found = [];
  for (const address of addresses) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    const html = await answer.text();
    found.push(await blank.evaluate(([text, source]) => {
      const page = new DOMParser().parseFromString(text, 'text/html');
      return new Function('page', `return (${source})(page)`)(page);
    }, [html, look.toString()]));
  }
  await blank.close();
  return found;
}
