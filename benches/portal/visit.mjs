// One visit of one page over one line, and what it cost.
import { Line } from './line.mjs';
import { watch } from './watch.mjs';

const PATIENCE = 90_000;
/** Nothing that we do takes longer, even on a busy machine; what does hangs. */
const LONGEST = 240_000;

/** A browser without memory at the end of a line of its own; `use` gets both, afterwards they are gone. */
export async function guest({ browser, origin, profile, answers, serviceWorkers = 'allow' }, use) {
  const line = await Line.open(origin, profile, answers);
  const context = await browser.newContext({ ...profile.screen, baseURL: line.origin, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', serviceWorkers });
  context.setDefaultTimeout(PATIENCE);
  let clock;
  const hung = new Promise((_, failed) => {
    clock = setTimeout(() => failed(new Error(`not done after ${LONGEST / 1000} s`)), LONGEST);
  });
  try {
    return await Promise.race([use({ context, line, profile }), hung]);
  } finally {
    clearTimeout(clock);
    await context.close();
    line.close();
  }
}

/** Opens a page; `robots` are functions, or pairs of a function and its word, that run in it from the start. */
export async function visit({ context, profile }, path, robots = []) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  if (profile.cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
  for (const robot of [watch, ...robots]) await page.addInitScript(...[robot].flat());
  await page.goto(`/${path}`, { waitUntil: 'commit', timeout: PATIENCE });
  return { page, cdp };
}

/** What a page needs to be interactive: the core, or the part that it is for. */
export const NEEDS = (path) => {
  if (/^(tu-danh-gia|ket-qua)\//.test(path)) return 'quiz';
  return /^(ban-do|mo-hinh)\/$/.test(path) ? 'atlas' : 'ready';
};

/** Waits until something has been noted in the page. */
export async function noted(page, ...names) {
  const isThere = (wanted) => 'fault' in window.bench.times || wanted.every((name) => name in window.bench.times);
  await page.waitForFunction(isThere, names, { timeout: PATIENCE }).catch((error) => {
    throw new Error(`${page.url()}: "${names.join('", "')}" did not come: ${error.message.split('\n')[0]}`);
  });
  const fault = await page.evaluate(() => window.bench.times.fault && (document.documentElement.dataset.bootError ?? 'fault'));
  if (fault) throw new Error(`${page.url()}: the program did not start: ${fault}`);
}

/** Waits until the line has been silent for a while, or `most` milliseconds have gone: a worker may fetch for long. */
export async function quiet({ line, profile }, most = 8_000) {
  const silence = 2 * profile.rtt + 400;
  const end = Date.now() + most;
  while (line.isBusy(silence) && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
}

/** The largest sum of shifts within five seconds that lie less than one second apart. */
function shift(shifts) {
  let [worst, sum, first, last] = [0, 0, 0, -Infinity];
  for (const { startTime, value } of shifts) {
    if (startTime - last >= 1000 || startTime - first >= 5000) [sum, first] = [0, startTime];
    sum += value;
    last = startTime;
    worst = Math.max(worst, sum);
  }
  return worst;
}

/** Everything that the page and the line have noted; times from the start of the visit. */
export async function account({ line }, { page, cdp }) {
  const raw = await page.evaluate(() => ({
    ...window.bench,
    memories: window.bench.memories.map((memory) => memory.buffer.byteLength),
    origin: performance.timeOrigin,
  }));
  const { metrics } = await cdp.send('Performance.enable').then(() => cdp.send('Performance.getMetrics'));
  const { times, tasks } = raw;
  const { fcp = 0 } = times;
  const wire = (time) => line.wireAt(raw.origin + time) / 1000;
  return {
    times,
    fcp,
    content: Math.max(fcp, times.content ?? 0),
    lcp: raw.largest,
    cls: shift(raw.shifts),
    longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
    blocking: tasks.filter(({ startTime }) => startTime >= fcp).reduce((sum, { duration }) => sum + duration - 50, 0),
    heap: metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 2 ** 20,
    memory: raw.memories.reduce((sum, bytes) => sum + bytes, 0) / 2 ** 20,
    wire,
    all: wire(Infinity),
    requests: line.requests.length,
    chain: line.requests.map(({ path, asked, first, end, up, down, status, opens }) => ({
      path, asked: asked - raw.origin, first: first - raw.origin, end: end - raw.origin, up, down, status, opens,
    })),
  };
}

/** Does something in the page and returns the longest of its interactions, from the hand to the next paint. */
export async function interaction(page, act) {
  const from = await page.evaluate(() => performance.now());
  await act();
  // Entries come after the paint; two frames and a rest are enough for all of them.
  const durations = await page.evaluate(async (since) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 300))));
    return window.bench.events.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration);
  }, from);
  // Interactions shorter than 16 ms are not reported by the browser at all.
  return Math.max(16, ...durations);
}
