// Rows F-02 to F-06, F-13 and F-20 to F-32 of the fault matrix: the service worker between the page and a bad world.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults } from './host.mjs';
import { expect } from './oracle.mjs';
import { MISSING_FILE, built, content, dist, heading, menu, open, ready, words } from './portal.mjs';
import { answer, asked, begin, button, goOn, openCheck } from './quiz.mjs';
import {
  askForNew, device, evict, isKept, isOf, isOff, isOffered, only, releaseOf, releases, test, visit,
} from './worker.mjs';

const { nav, offline } = words.vi;
const lesson = content('vi', 'explainers/vneid').task;
const terms = content('vi', 'pages').glossary.title;
/** The status line with these words, whatever stands in their places. */
const status = (page, text) => page.getByRole('status').filter({ hasText: text.split('{')[0] });
const accept = (page) => button(page, offline.update_now);
/** A core file that no Vietnamese page needs: only the worker asks for it. */
const ASIDE = /\/content\/en\/words-/;

/** The whole portal from the device: the first page, a deep link, a link inside. */
async function checkWhole(page) {
  await page.goto('');
  await ready(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('giai-thich/vneid/');
  await expect(heading(page, lesson)).toBeVisible();
  await ready(page);
  await menu(page, nav.glossary).click();
  await expect(heading(page, terms)).toBeFocused();
}

const DEAD = {
  'F-02 without a network': (host, context) => context.setOffline(true),
  'F-03 when the host resets every connection': (host) => host.fail(/./, faults.reset),
  'F-03 when the host is down': (host) => host.fail(/./, faults.busy(503)),
};
for (const [name, fail] of Object.entries(DEAD)) {
  test(`${name} the second visit is whole and names the day of its content`, async ({ context, host, page, watch }) => {
    watch.allow(MISSING_FILE, /ServiceWorker|service worker/);
    await visit(page);
    await fail(host, context);
    await checkWhole(page);
    if (name.includes('down')) return;
    await isOff(page);
    const said = status(page, offline.off);
    await expect(said).toBeVisible();
    const { content_version: day } = JSON.parse(readFileSync(join(dist, built('content', /^index-\w+\.json$/))));
    const [year, , date] = day.split('-');
    await expect(said).toContainText(new RegExp(`${Number(date)}\\D.*${year}`));
  });
}

test('F-04 a host that never answers is not waited for', async ({ host, page, watch }) => {
  watch.allow(MISSING_FILE);
  await visit(page);
  host.fail(/./, faults.silent);
  const paints = [];
  for (let n = 0; n < 3; n += 1) {
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    paints.push(await page.evaluate(() => new Promise((done) => {
      new PerformanceObserver((list) => {
        const [first] = list.getEntriesByName('first-contentful-paint');
        if (first) done(first.startTime);
      }).observe({ type: 'paint', buffered: true });
    })));
  }
  // The best of three: other programs of this machine may hold up any single one.
  expect(Math.min(...paints), paints.join(' ')).toBeLessThan(1000);
  await checkWhole(page);
});

test('F-06 a slow installation leaves the page free', async ({ host, page }) => {
  host.slow({ latency: 50, bytesPerSecond: 150_000 });
  await open(page, '');
  await menu(page, nav.glossary).click();
  await expect(heading(page, terms)).toBeFocused();
  await expect(page.locator('html')).not.toHaveAttribute('data-kept', /lang|all/);
  await isKept(page);
});

const UNFINISHED = {
  'F-20 a file of the core that broke off': faults.truncated,
  'F-20 a file of the core whose connection was cut': faults.cut,
  'F-11 a log-in page in place of a file of the core': faults.login,
  'F-13 a host that is busy': faults.busy(503),
};
for (const [name, fault] of Object.entries(UNFINISHED)) {
  test(`${name} leaves nothing kept and the page whole, until it is tried again`, async ({ host, page, watch }) => {
    watch.allow(MISSING_FILE, /integrity/, /ServiceWorker/, /Fetch API cannot load/);
    host.fail(ASIDE, fault);
    await open(page, '');
    await expect.poll(() => host.asked(ASIDE)).toBeGreaterThan(0);
    await expect.poll(async () => (await device(page)).installing).toBe(false);
    expect(await releases(page)).toEqual([]);
    await menu(page, nav.glossary).click();
    await expect(heading(page, terms)).toBeFocused();
    host.heal();
    await isKept(page);
  });
}

test('F-21 a broken release over a good one changes nothing', async ({ host, next, page, watch }) => {
  watch.allow(MISSING_FILE, /integrity/, /ServiceWorker/);
  await visit(page);
  const before = await releases(page);
  const [broken] = only(next, dist).filter((file) => /\/assets\/boot-.*\.js$/.test(file));
  host.serve(next);
  host.fail(new RegExp(broken.replaceAll('.', '\\.')), faults.busy(503));
  await askForNew(page);
  await expect.poll(() => host.asked(/\/assets\/boot-/)).toBeGreaterThan(1);
  await expect.poll(async () => (await device(page)).installing).toBe(false);
  expect(await device(page)).toMatchObject({ active: true, waiting: false, caches: expect.arrayContaining(before) });
  host.fail(/./, faults.reset);
  await checkWhole(page);
  await isOf(page, dist);
});

test('F-22 a new release waits until it is accepted, then is there whole, and what did not change is not fetched again', async ({ host, next, page, watch }) => {
  watch.allow(MISSING_FILE, /ServiceWorker|service worker/);
  await visit(page, '', 'all');
  host.serve(next);
  host.seen.length = 0;
  await askForNew(page);
  await isOffered(page);
  await expect(status(page, offline.update)).toBeVisible();
  await page.reload();
  await isOf(page, dist);
  await isOffered(page);
  await checkWhole(page);
  await isOf(page, dist);
  await accept(page).click();
  await isOf(page, next);
  await ready(page);
  await checkWhole(page);
  await isOf(page, next);
  const changed = new Set(only(next, dist));
  const again = host.seen.map(({ path }) => path).filter((path) => /-[0-9a-f]{16}\./.test(path) && !changed.has(path));
  expect(again, 'hashed files that both releases share').toEqual([]);
  await expect.poll(() => releases(page), 'the old release goes, the new one stays').toEqual([expect.stringContaining(`:${releaseOf(next)}-`)]);
  host.fail(/./, faults.reset);
  await checkWhole(page);
  await isOf(page, next);
});

test('F-23 an update in one tab brings the other along, once', async ({ context, host, next, oracle, page }) => {
  await visit(page);
  const other = await context.newPage();
  await visit(other, 'giai-thich/');
  host.serve(next);
  await askForNew(page);
  await isOffered(page);
  oracle.mayLoad(other);
  await accept(page).click();
  for (const tab of [page, other]) await isOf(tab, next);
});

test('F-23 a self-check and a scene are not interrupted: the new release comes when they are left', async ({ context, host, next, oracle, page }) => {
  test.slow();
  await visit(page, '', 'all');
  const [check, scene] = [await context.newPage(), await context.newPage()];
  await openCheck(check);
  await begin(check, { mode: 'quick' });
  await visit(scene, 'tap-duot/goi-bao-cat-dien/');
  host.serve(next);
  await page.bringToFront();
  await askForNew(page);
  await isOffered(page);
  for (const tab of [check, scene]) await expect(tab.locator('html')).not.toHaveAttribute('data-update', 'ready');
  await accept(page).click();
  await isOf(page, next);
  await check.bringToFront();
  await answer(check, await asked(check, 1, { of: 8 }));
  await goOn(check);
  await asked(check, 2, { of: 8 });
  for (const tab of [check, scene]) await isOf(tab, dist);
  for (const tab of [check, scene]) {
    await tab.bringToFront();
    oracle.mayLoad(tab);
    await tab.getByRole('link', { name: words.vi.site.name }).first().click();
    await isOf(tab, next);
  }
});

const interfaceFile = `/${built('content/vi', /^words-\w+\.json$/)}`;
const ofDevice = (page, path) => page.evaluate(async (name) => (await (await caches.match(name, { ignoreVary: true }))?.text()) ?? '', path);

test('F-24 a file that the browser threw away comes again, the same to the byte', async ({ host, page, watch }) => {
  // At the end the host is gone: what looks for new releases may say so.
  watch.allow(MISSING_FILE, /ServiceWorker|service worker/);
  await visit(page);
  await evict(page, interfaceFile);
  expect(await ofDevice(page, interfaceFile)).toBe('');
  await checkWhole(page);
  await expect.poll(() => ofDevice(page, interfaceFile)).toBe(readFileSync(join(dist, interfaceFile), 'utf8'));
  host.fail(/./, faults.reset);
  await checkWhole(page);
});

test('F-25 a file that was thrown away and is gone from the host is healed by the release that waits', async ({ host, next, page, watch, oracle }) => {
  watch.allow(MISSING_FILE, /integrity/, /ServiceWorker/);
  await visit(page);
  host.serve(next);
  const [gone] = only(dist, next).filter((file) => /\/assets\/boot-/.test(file));
  await evict(page, gone);
  await page.goto('giai-thich/vneid/');
  await expect(heading(page, lesson)).toBeVisible();
  await isOffered(page);
  oracle.mayLoad(page);
  // The page may be of the next release already: only a load tells that it was accepted.
  const anew = page.waitForEvent('domcontentloaded');
  await accept(page).click();
  await anew;
  await isOf(page, next);
  await checkWhole(page);
  await isOf(page, next);
});

test('F-26 a device that was cleared is as new', async ({ context, host, oracle, page }) => {
  await visit(page);
  // The worker goes with everything else, and the page starts anew without it.
  oracle.mayLoad(page);
  const tools = await context.newCDPSession(page);
  const anew = page.waitForEvent('domcontentloaded');
  await tools.send('Storage.clearDataForOrigin', { origin: host.url.slice(0, -1), storageTypes: 'all' });
  await anew;
  await page.goto('giai-thich/vneid/');
  await expect(heading(page, lesson)).toBeVisible();
  expect(host.asked(/^\/giai-thich\/vneid\/$/), 'the page of the host').toBe(1);
  await isKept(page);
});

test('F-27 what other programs of the host keep is left alone', async ({ host, next, page }) => {
  await page.goto('tro-nang/');
  const foreign = ['another-app', 'buoc-so:/elsewhere/:1', 'workbox-precache-v2'];
  await page.evaluate((names) => Promise.all(names.map(async (name) => (await caches.open(name)).put('/x', new Response('x')))), foreign);
  await visit(page);
  host.serve(next);
  await askForNew(page);
  await isOffered(page);
  await accept(page).click();
  await isOf(page, next);
  await isKept(page);
  expect((await device(page)).caches).toEqual(expect.arrayContaining(foreign));
  await open(page, 'rieng-tu/');
  await isKept(page);
  await page.getByRole('button', { name: words.vi.app.device_erase }).click();
  await expect(page.getByText(words.vi.app.device_erased)).toBeVisible();
  expect((await device(page)).caches).toEqual(expect.arrayContaining(foreign));
});

const NO_WORKER = {
  'is absent': () => { delete Navigator.prototype.serviceWorker; },
  'is refused': () => {
    window.tries = 0;
    navigator.serviceWorker.register = () => { window.tries += 1; return Promise.reject(new DOMException('no', 'SecurityError')); };
  },
};
for (const [how, script] of Object.entries(NO_WORKER)) {
  test(`F-28 where the worker ${how} everything works with a network`, async ({ page }) => {
    await page.addInitScript(script);
    await open(page, '');
    await menu(page, nav.glossary).click();
    await expect(heading(page, terms)).toBeFocused();
    await page.getByText(offline.title, { exact: true }).click();
    await expect(page.getByText(offline.kept_never)).toBeVisible();
    expect(await page.evaluate(() => window.tries ?? 1)).toBe(1);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('F-28 where a profile blocks site data everything works with a network', async ({ launch }) => {
  const { page } = await launch({ preferences: { profile: { default_content_setting_values: { cookies: 2 } } } });
  await checkWhole(page);
  await expect(page.locator('html')).not.toHaveAttribute('data-kept');
});
