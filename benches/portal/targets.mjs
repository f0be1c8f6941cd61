// What we want to reach, with what others reach on the same line.

const SECOND = 1000;
/** Units of metrics: milliseconds unless named here. */
const UNITS = {
  CLS: ['', 3], wire: ['kB', 1], 'wire at interactive': ['kB', 1], 'wire at feedback': ['kB', 1],
  'wire at filter': ['kB', 1], 'wire at result': ['kB', 1], requests: ['', 0], heap: ['MiB', 1], wasm: ['MiB', 2], choice: ['ms', 2],
};

/** A value as it is read: `1,234 ms`, `0.012`. */
export function read(metric, value) {
  const [unit, digits] = UNITS[metric] ?? ['ms', 0];
  const text = value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit ? `${text} ${unit}` : text;
}

/** Which rows a target is for, and the most that it allows; `profiles` where it holds. */
const TARGETS = [
  { what: /^\//, metric: 'content', most: 1.2 * SECOND },
  { what: /^\//, metric: 'LCP', most: 1.6 * SECOND },
  { what: /^\//, metric: 'CLS', most: 0.02 },
  { what: /^\/$/, metric: 'interactive', most: 4.5 * SECOND },
  { what: /^\/$/, metric: 'wire at interactive', most: 150 },
  { what: /^quiz$/, metric: 'feedback', most: 4.8 * SECOND },
  { what: /^quiz$/, metric: 'wire at feedback', most: 170 },
  { what: /^map$/, metric: 'filter live', most: 4.5 * SECOND, stretch: 3.3 * SECOND },
  { what: /^map$/, metric: 'wire at filter', most: 165 },
  { what: /^search$/, metric: 'after typing', most: 1.5 * SECOND },
  { what: /^(second|offline) /, metric: 'interactive', most: SECOND },
  { what: /^action$/, metric: /./, most: 50, profiles: ['p3g', 'p3g-open', 'p4g'] },
  { what: /^10,000 points$/, metric: /^(whole map|brought near)$/, most: 90, profiles: ['p3g', 'p3g-open', 'p4g'] },
  { what: /./, metric: 'wasm', most: 16, profiles: ['p3g', 'p3g-open', 'p4g', 'desktop'] },
  { what: /^next of 200$/, metric: 'choice', most: 2, profiles: ['p3g', 'p3g-open', 'p4g'] },
];

/** The target of a row, if there is one; those for times and bytes hold on the slow line. */
export function target(profile, what, metric) {
  const isOf = (wanted) => (wanted instanceof RegExp ? wanted.test(metric) : wanted === metric);
  return TARGETS.find((one) => one.what.test(what) && isOf(one.metric) && (one.profiles ?? ['p3g', 'p3g-open']).includes(profile));
}
