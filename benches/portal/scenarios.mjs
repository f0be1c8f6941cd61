// What is done on the portal and measured. Each scenario gives numbers: [what, metric, value].
import { TEMPLATES, dist } from '../../tests/e2e/portal.mjs';
import { models, questions } from './made-up.mjs';
import { actions } from './actions.mjs';
import { nearby } from './profiles.mjs';
import { NEEDS, account, guest, interaction, noted, quiet, visit } from './visit.mjs';
import { answerFirst, awaitResult, fillIn, filterFirst, timeChanges, timeChoices } from './watch.mjs';

/** One address for every template, and those that have no test of their own. */
export const ROUTES = [...new Set([...TEMPLATES, 'tu-danh-gia/', 'ket-qua/', 'tap-duot/', 'tap-duot/tin-giao-hang/'])];
const RETURNS = ['', 'giai-thich/vneid/', 'tu-danh-gia/', 'ban-do/'];
const QUERY = 'vneid';

const name = (path) => `/${path}`;
/** Numbers of a whole load. */
const whole = (what, seen) => [
  [what, 'FCP', seen.fcp], [what, 'content', seen.content], [what, 'LCP', seen.lcp], [what, 'CLS', seen.cls],
  [what, 'longest task', seen.longest], [what, 'blocking', seen.blocking], [what, 'wire', seen.all],
  [what, 'requests', seen.requests], [what, 'heap', seen.heap], [what, 'wasm', seen.memory],
];

async function load(setting, path, robots, ...marks) {
  return guest(setting, async (own) => {
    const visited = await visit(own, path, robots);
    await noted(visited.page, ...marks);
    await quiet(own);
    return account(own, visited);
  });
}

/** First visits: one guest for each page. */
async function first(setting, path) {
  const needs = NEEDS(path);
  const seen = await load(setting, path, [], 'ready', needs);
  setting.trace?.(name(path), seen);
  const ready = Math.max(seen.times.ready, seen.times[needs]);
  return [...whole(name(path), seen), [name(path), 'interactive', ready], [name(path), 'wire at interactive', seen.wire(ready)]];
}

async function quiz(setting) {
  const seen = await load(setting, 'tu-danh-gia/', [fillIn, answerFirst], 'feedback');
  setting.trace?.('quiz', seen);
  const { start, question, feedback } = seen.times;
  return [['quiz', 'start', start], ['quiz', 'question', question], ['quiz', 'feedback', feedback], ['quiz', 'wire at feedback', seen.wire(feedback)], ['quiz', 'wasm', seen.memory]];
}

async function map(setting) {
  const seen = await load(setting, 'ban-do/', [filterFirst], 'filtered');
  setting.trace?.('map', seen);
  const { filtered } = seen.times;
  return [['map', 'filter live', filtered], ['map', 'wire at filter', seen.wire(filtered)], ['map', 'wasm', seen.memory]];
}

async function search(setting) {
  return guest(setting, async (own) => {
    const visited = await visit(own, 'tim/', [[awaitResult, QUERY]]);
    const { page } = visited;
    await noted(page, 'ready');
    await page.locator('#q').focus();
    await page.keyboard.type(QUERY, { delay: 120 });
    await noted(page, 'result');
    const seen = await account(own, visited);
    setting.trace?.('search', seen);
    const { 'last key': typed, result } = seen.times;
    return [['search', 'after typing', result - typed], ['search', 'result', result], ['search', 'wire at result', seen.wire(result)]];
  });
}

/** Comes to a page, leaves, and comes back: on the same line, or on none. */
async function again(setting, path, isOffline) {
  const what = `${isOffline ? 'offline' : 'second'} ${name(path)}`;
  return guest(setting, async (own) => {
    // How the browser came to what it keeps is not measured here.
    own.line.become(nearby(setting.profile));
    const before = await visit(own, path);
    const needs = NEEDS(path);
    await noted(before.page, 'ready', needs);
    await quiet(own);
    // A worker is started after everything else, so we look for a while before we say that there is none.
    const hasWorker = await before.page.evaluate(async () => {
      for (const end = performance.now() + 5_000; performance.now() < end;) {
        if ((await navigator.serviceWorker?.getRegistrations())?.length) return true;
        await new Promise((done) => setTimeout(done, 100));
      }
      return false;
    });
    if (isOffline && !hasWorker) return [[what, 'not run', 'no service worker in this release']];
    // The worker keeps what it needs in the background; who has read a page has given it that time.
    if (hasWorker) await noted(before.page, isOffline ? 'kept all' : 'kept core');
    await before.page.close();
    own.line.hangUp();
    own.line.become(setting.profile);
    own.line.clear();
    await own.context.setOffline(isOffline);
    const visited = await visit(own, path);
    await noted(visited.page, 'ready', needs);
    await quiet(own, 3_000);
    const seen = await account(own, visited);
    const ready = Math.max(seen.times.ready, seen.times[needs]);
    return [[what, 'content', seen.content], [what, 'interactive', ready], [what, 'wire', seen.all], [what, 'requests', seen.requests]];
  });
}

/** Filters 10,000 points with the keyboard, on the whole map and brought near. */
async function points(setting) {
  return guest({ ...setting, profile: nearby(setting.profile), serviceWorkers: 'block', answers: models(dist, 10_000) }, async (own) => {
    const visited = await visit(own, 'ban-do/', [timeChanges]);
    const { page } = visited;
    await noted(page, 'atlas');
    await quiet(own);
    await page.locator('#list summary').first().click();
    const rows = [];
    for (const [where, nearer] of [['whole map', 0], ['brought near', 3]]) {
      for (let n = 0; n < nearer; n += 1) await page.locator('[data-key="zoom-in"]').click();
      await page.locator('#list select[name="linh-vuc"]').focus();
      for (let n = 0; n < 4; n += 1) {
        rows.push(['10,000 points', where, await interaction(page, () => page.keyboard.press('ArrowDown'))]);
      }
      for (const value of await page.evaluate(() => window.changes.splice(0))) rows.push(['10,000 points', `${where}, from change`, value]);
    }
    // Narrowed to a sector of eight: a tenth of them at least, or the page works on other data.
    const counted = await page.locator('#list [data-kind="count"]').textContent();
    if (Number(counted.replace(/\D/g, '')) < 1_000) throw new Error(`the page counts "${counted}" of 10,000 models`);
    const seen = await account(own, visited);
    return [...rows, ['10,000 points', 'wasm', seen.memory], ['10,000 points', 'heap', seen.heap]];
  });
}

/** A whole self-check from a bank of 200: how long each next question takes to choose. */
async function next(setting) {
  return guest({ ...setting, profile: nearby(setting.profile), serviceWorkers: 'block', answers: questions(dist, 200) }, async (own) => {
    const { page } = await visit(own, 'tu-danh-gia/', [fillIn, timeChoices]);
    await noted(page, 'quiz');
    await page.locator('[data-key="start"][data-value="full"]').click();
    await page.locator('#quiz [data-key="skip"]').first().click();
    const times = await page.evaluate(async () => {
      const find = (selector) => document.querySelector(selector);
      const wait = async (selector) => {
        while (!find(selector)) await new Promise((done) => requestAnimationFrame(done));
        return find(selector);
      };
      for (;;) {
        const form = await wait('#quiz form[data-kind="question"]');
        window.fillIn(form);
        form.requestSubmit();
        await wait('#verdict');
        const on = find('#quiz [data-key="next"]');
        if (!on) return window.choices;
        // With all words at hand nothing is waited for between the choice and the page.
        const folders = () => new Set(performance.getEntriesByType('resource').map(({ name: url }) => url).filter((url) => /quiz-d\d-/.test(url)));
        while (folders().size < 6) await new Promise((done) => setTimeout(done, 50));
        on.click();
      }
    });
    // The first came with the start, when its words were still on their way.
    return times.slice(1).map((time) => ['next of 200', 'choice', time]);
  });
}

/** Every scenario by name; `cases` are run one after the other, once in each round. */
export const SCENARIOS = {
  first: ROUTES.map((path) => (setting) => first(setting, path)),
  home: [(setting) => first(setting, '')],
  quiz: [quiz],
  map: [map],
  search: [search],
  second: RETURNS.map((path) => (setting) => again(setting, path, false)),
  offline: RETURNS.map((path) => (setting) => again(setting, path, true)),
  actions: Object.values(actions).map((action) => (setting) => action(setting)),
  points: [points],
  next: [next],
};

/** What runs without `--only`: the home page is one of the first visits. */
export const USUAL = Object.keys(SCENARIOS).filter((scenario) => scenario !== 'home');
