// Rows F-29 to F-32, F-41, F-48 and F-60 of the fault matrix, with a worker: what hosts, browsers and time do to it.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { faults, filesOf } from './host.mjs';
import { expect } from './oracle.mjs';
import { MISSING_FILE, content, dist, heading, menu, open, ready, words } from './portal.mjs';
import { button } from './quiz.mjs';
import { askForNew, device, isKept, isOf, isOffered, test, visit } from './worker.mjs';

const { app, nav, offline, recovery } = words.vi;
const lesson = content('vi', 'explainers/vneid').task;
const terms = content('vi', 'pages').glossary.title;

/** What a host puts in place of a worker that does harm. */
const off = readFileSync(new URL('../../deploy/sw-off.js', import.meta.url));

test('F-29 a worker that does harm is taken back by a file on the host', async ({ host, oracle, page }) => {
  await visit(page);
  host.fail(/^\/sw\.js$/, faults.altered(() => off));
  oracle.mayLoad(page);
  const anew = page.waitForEvent('domcontentloaded');
  await askForNew(page).catch(() => {});
  await anew;
  await ready(page);
  await page.goto('giai-thich/vneid/');
  expect(host.asked(/^\/giai-thich\/vneid\/$/), 'the page of the host').toBe(1);
  await expect(heading(page, lesson)).toBeVisible();
});

test('F-30 a release brings its headers along', async ({ host, next, page }) => {
  await visit(page);
  host.serve(next);
  host.fail(/^\/$/, (reply) => ({ ...reply, headers: { ...reply.headers, 'permissions-policy': 'camera=()' } }));
  await askForNew(page);
  await isOffered(page);
  await button(page, offline.update_now).click();
  await isOf(page, next);
  const answer = await page.goto('');
  expect(answer.fromServiceWorker()).toBe(true);
  expect(answer.headers()['permissions-policy']).toBe('camera=()');
});

test('F-31 the worker names every file there is, with its hash, and no other', async () => {
  const script = readFileSync(join(dist, 'sw.js'), 'utf8');
  const list = readdirSync(join(dist, 'content')).find((name) => /^kept-\w+\.json$/.test(name));
  const text = script + readFileSync(join(dist, 'content', list), 'utf8');
  const named = [...text.matchAll(/\["([^"]*)","(sha256-[^"]+)",\d+\]/g)].map(([, path, hash]) => [`/${path}`, hash]);
  for (const [path, hash] of named) {
    const bytes = readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path));
    expect(`sha256-${createHash('sha256').update(bytes).digest('base64')}`, path).toBe(hash);
  }
  const known = new Set(named.map(([path]) => path));
  expect(known.size).toBe(named.length);
  const absent = filesOf(dist).filter((path) => /^\/(assets|content)\//.test(path) && !known.has(path));
  expect(absent, 'files that no device would keep').toEqual([]);
});

test('F-32 a page that stays open for days looks for new releases', async ({ context, host, page }) => {
  await page.clock.install();
  await visit(page);
  const asked = () => host.asked(/^\/sw\.js$/);
  let before = asked();
  const more = async () => {
    await expect.poll(asked).toBeGreaterThan(before);
    // Who asks while an answer is under way gets that one: let it end.
    await askForNew(page);
    before = asked();
  };
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await more();
  await context.setOffline(true);
  await context.setOffline(false);
  await more();
  await page.clock.fastForward('06:05:00');
  await more();
});

test('F-41 a device without room keeps nothing, says nothing, and works with a network', async ({ context, host, page, watch }) => {
  watch.allow(/Quota/, /ServiceWorker/);
  await page.goto('tro-nang/');
  const tools = await context.newCDPSession(page);
  await tools.send('Storage.overrideQuotaForOrigin', { origin: host.url.slice(0, -1), quotaSize: 20_000 });
  await open(page, '');
  await expect.poll(() => host.asked(/^\/sw\.js$/)).toBeGreaterThan(0);
  await expect.poll(async () => {
    const { active, installing, caches } = await device(page);
    return [active, installing, ...caches.filter((name) => name.startsWith('buoc-so:'))];
  }).toEqual([false, false]);
  await menu(page, nav.glossary).click();
  await expect(heading(page, terms)).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('html')).not.toHaveAttribute('data-kept');
  await tools.send('Storage.overrideQuotaForOrigin', { origin: host.url.slice(0, -1) });
  await visit(page, '', /core|lang|all/);
});

const gone = { active: false, waiting: false, installing: false, caches: [] };
const erase = async (page) => {
  await page.getByRole('button', { name: app.device_erase }).click();
  await expect(page.getByText(app.device_erased)).toBeVisible();
};

test('F-48 one button takes the kept pages away, and no later step brings them back unasked', async ({ page }) => {
  await visit(page);
  await visit(page, 'rieng-tu/');
  await erase(page);
  await expect.poll(() => device(page)).toEqual(gone);
  await menu(page, nav.glossary).click();
  await expect(heading(page, terms)).toBeFocused();
  expect(await device(page)).toEqual(gone);
});

test('F-48 the button takes the kept pages away however soon it is pressed', async ({ page }) => {
  await visit(page);
  await open(page, 'rieng-tu/');
  await erase(page);
  await expect.poll(() => device(page)).toEqual(gone);
});

test('F-60 a kept page that cannot be drawn gives way to the one of the host, and no oftener than once', async ({ oracle, page }) => {
  await visit(page);
  await page.addInitScript(() => { delete window.WebAssembly; });
  oracle.mayLoad(page);
  await page.goto('giai-thich/vneid/');
  await expect(heading(page, lesson)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: recovery.old })).toBeVisible();
});

test('F-14 a kept page whose program was altered on the device is read all the same', async ({ oracle, page, watch }) => {
  watch.allow(/integrity/, MISSING_FILE, /ServiceWorker/, /Wasm|wasm|WebAssembly/);
  await visit(page);
  await page.evaluate(async () => {
    for (const key of await caches.keys()) {
      const cache = await caches.open(key);
      for (const request of await cache.keys()) {
        if (/\/app-.*\.wasm$/.test(request.url)) await cache.put(request, new Response(new Uint8Array(9), { headers: { 'content-type': 'application/wasm' } }));
      }
    }
  });
  oracle.mayLoad(page);
  await page.goto('giai-thich/vneid/');
  await expect(heading(page, lesson)).toBeVisible();
  const kept = () => page.evaluate(async () => {
    const found = await caches.match(document.getElementById('boot').dataset.wasm, { ignoreVary: true });
    return (await found.arrayBuffer()).byteLength;
  });
  await expect.poll(kept, { message: 'the program that is kept now' }).toBeGreaterThan(100_000);
  await isKept(page);
});
