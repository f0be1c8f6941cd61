// The file that puts an end to the service worker: on a server of its own, at the root and in a folder.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';

const OFF = readFileSync(new URL('../../deploy/sw-off.js', import.meta.url), 'utf8');
// As the portal's own: it answers from what it keeps.
const ON = `
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(new Response('<title>kept</title>', { headers: { 'content-type': 'text/html' } })));`;

for (const base of ['/', '/so/cong/']) {
  test(`the worker of ${base} ends, with what it kept and nothing else`, async ({ browser }) => {
    let worker = ON;
    const server = createServer(({ url }, answer) => {
      const isWorker = url.endsWith('sw.js');
      answer.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html');
      answer.setHeader('cache-control', 'no-cache');
      answer.end(isWorker ? worker : '<!doctype html><title>fresh</title>');
    });
    await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    const page = await context.newPage();
    const address = `http://127.0.0.1:${server.address().port}${base}`;
    await page.goto(address);
    const own = [`buoc-so:${base}`, `buoc-so:${base}@0123456789abcdef`, `buoc-so:${base}quiz`];
    const others = ['buoc-so:/another/@0123456789abcdef', 'somebody-else', 'buoc-so.', 'x-buoc-so:/'];
    await page.evaluate(async (names) => {
      for (const name of names) await caches.open(name);
      localStorage.setItem('buoc-so.theme', 'dark');
      const controlled = new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done; });
      await navigator.serviceWorker.register('sw.js');
      await controlled;
    }, [...own, ...others]);
    await page.reload();
    await expect(page).toHaveTitle('kept');

    worker = OFF;
    // What a browser does by itself on the next visit.
    await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
    await expect(page).toHaveTitle('fresh');
    const left = await page.evaluate(async () => ({
      caches: (await caches.keys()).sort(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      theme: localStorage.getItem('buoc-so.theme'),
    }));
    expect(left).toEqual({ caches: others.sort(), workers: 0, theme: 'dark' });
    await context.close();
    await new Promise((done) => { server.close(done); server.closeAllConnections(); });
  });
}
