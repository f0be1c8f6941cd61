// The table of docs/reliability.md and the titles of the tests say the same.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const here = new URL('./', import.meta.url);
const text = (path) => readFileSync(new URL(path, here), 'utf8');
/** Where each row is tested, by the titles of tests and of the cases that make titles. */
const tested = new Map();
for (const file of readdirSync(here).filter((name) => name.endsWith('.spec.mjs'))) {
  for (const [, row] of text(file).matchAll(/['"`](F-\d\d) /g)) {
    tested.set(row, (tested.get(row) ?? new Set()).add(file.replace('.spec.mjs', '')));
  }
}
const rows = new Map([...text('../../docs/reliability.md').matchAll(/^\| (F-\d\d) \|[^|]*\|[^|]*\| ([^|]*) \|/gm)]
  .map(([, row, files]) => [row, files.split(', ')]));

test('every row of the fault matrix is in the table', () => {
  const range = (from, to) => Array.from({ length: to - from + 1 }, (_, n) => `F-${String(from + n).padStart(2, '0')}`);
  const all = [...range(1, 15), ...range(20, 32), ...range(40, 48), ...range(60, 77)];
  expect([...rows.keys()]).toEqual(all);
});

test('every row of the table has the tests that it names, and every test its row', () => {
  const said = Object.fromEntries([...rows].map(([row, files]) => [row, [...files].sort()]));
  const found = Object.fromEntries([...tested].map(([row, files]) => [row, [...files].sort()]));
  expect(found).toEqual(said);
});
