// Medians, tables, and the part of a document that is written by a machine.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { read, target } from './targets.mjs';

/** The middle of some numbers; of an even count, between the two. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Collects values by scenario and metric, in the order in which they first come. */
export class Results {
  #rows = new Map();

  /** Adds numbers of one run; a text instead of a number says why there is none. */
  add(found) {
    for (const [what, metric, value] of found) {
      const key = `${what}\n${metric}`;
      const row = this.#rows.get(key) ?? { what, metric, values: [], why: undefined };
      if (typeof value === 'number' && Number.isFinite(value)) row.values.push(value); else row.why = String(value);
      this.#rows.set(key, row);
    }
  }

  /** Rows with median, least, most, target and whether it was met. */
  rows(profile) {
    return [...this.#rows.values()].map(({ what, metric, values, why }) => {
      if (!values.length) return { what, metric, why };
      const wanted = target(profile, what, metric);
      const middle = median(values);
      return {
        what, metric, median: middle, least: Math.min(...values), most: Math.max(...values), values,
        ...(wanted && { target: wanted.most, stretch: wanted.stretch, met: middle <= wanted.most }),
      };
    });
  }
}

/** Columns of text, each as wide as its widest cell. */
function columns(table) {
  const widths = table[0].map((_, at) => Math.max(...table.map((line) => line[at].length)));
  return table.map((line) => line.map((cell, at) => cell.padEnd(widths[at])).join('  ').trimEnd()).join('\n');
}

/** The words of a row: what, metric, median, spread, target, verdict. */
function cells({ what, metric, why, ...row }) {
  if (why) return [what, metric, why, '', '', ''];
  const wanted = row.target === undefined ? '' : read(metric, row.target);
  const stretch = row.stretch && `, stretch ${read(metric, row.stretch)} ${row.median <= row.stretch ? 'met' : 'missed'}`;
  const verdict = row.target === undefined ? '' : `${row.met ? 'met' : 'missed'}${stretch ?? ''}`;
  return [what, metric, read(metric, row.median), spread({ metric, ...row }), wanted, verdict];
}

/** Least and most; nothing when they are one value. */
const spread = ({ metric, least, most }) => (least < most ? `${read(metric, least)} – ${read(metric, most)}` : '');

const HEAD = ['scenario', 'metric', 'median', 'min – max', 'target', 'result'];
/** Rows as a table for people. */
export const text = (rows) => columns([HEAD, ...rows.map(cells)]);

const line = (words) => `| ${words.join(' | ')} |`;
/** A Markdown table. */
export const table = (head, lines) => [line(head), line(head.map(() => '---')), ...lines.map(line)].join('\n');

const LOAD = ['FCP', 'content', 'LCP', 'CLS', 'interactive', 'wire at interactive', 'wire', 'requests', 'longest task', 'blocking', 'heap', 'wasm'];
/** Targets that hold for every page. */
const EVERYWHERE = ['content', 'LCP', 'CLS', 'wasm'];
/** On how many pages a target is met, and the page that is furthest from it. */
function everywhere(rows) {
  const wanted = rows.filter(({ target: most }) => most !== undefined);
  if (!wanted.length) return [];
  const worst = wanted.reduce((one, other) => (other.median > one.median ? other : one));
  const { metric } = worst;
  return [[metric, read(metric, worst.target), `${wanted.filter(({ met }) => met).length} of ${wanted.length}`, `\`${worst.what}\` ${read(metric, worst.median)}`]];
}

/** First visits as one line for each page; all else a line for each number. Targets that are missed are bold. */
export function markdown(rows) {
  const pages = new Map();
  for (const row of rows.filter(({ what }) => what.startsWith('/'))) pages.set(row.what, { ...pages.get(row.what), [row.metric]: row });
  const cell = (row) => {
    if (!row) return '';
    const words = read(row.metric, row.median);
    const range = ['interactive', 'content', 'LCP'].includes(row.metric) && spread(row);
    return (row.met === false ? `**${words}**` : words) + (range ? ` (${range})` : '');
  };
  const first = [...pages].map(([page, metrics]) => [`\`${page}\``, ...LOAD.map((metric) => cell(metrics[metric]))]);
  const others = rows.filter(({ what, metric, target: wanted }) =>
    !what.startsWith('/') || (what === '/' && wanted !== undefined && !EVERYWHERE.includes(metric)));
  const all = EVERYWHERE.map((metric) => everywhere([...pages.values()].map((metrics) => metrics[metric]).filter(Boolean)));
  return [
    all.flat().length && table(['every page', 'target', 'met on', 'worst page'], all.flat()),
    first.length && table(['page', ...LOAD], first),
    others.length && table(HEAD, others.map(cells)),
  ].filter(Boolean).join('\n\n');
}

/** Replaces what stands between two marks of a document. */
export function write(path, name, body) {
  const [open, close] = [`<!-- results: ${name} -->`, `<!-- end: ${name} -->`];
  const old = existsSync(path) ? readFileSync(path, 'utf8') : `# Benchmarks\n\n${open}\n${close}\n`;
  const [from, to] = [old.indexOf(open), old.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the results: put the lines "${open}" and "${close}" where they shall stand`);
  writeFileSync(path, `${old.slice(0, from + open.length)}\n\n${body}\n\n${old.slice(to)}`);
}
