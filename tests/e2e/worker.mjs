// What the tests of the service worker share: a device that keeps a release, and another release to come.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './host.mjs';
import { hosted, next } from './oracle.mjs';
import { dist, expect, open } from './portal.mjs';

/** Tests with a worker, behind a host that can misbehave. */
export const test = hosted.extend({
  serviceWorkers: 'allow',
  /** The folder of the release to come. */
  next: async ({}, use) => {
    expect(next, 'PORTAL_NEXT names a second release; `cargo xtask test` builds it').toBeTruthy();
    await use(next);
  },
});

/** The name of a release, as its pages carry it. */
export const releaseOf = (folder) =>
  readdirSync(join(folder, 'assets')).map((name) => name.match(/^boot-(\w+)\.js$/)?.[1]).find(Boolean);
/** Files of one release that another lacks. */
export const only = (folder, other) => {
  const known = new Set(filesOf(other));
  return filesOf(folder).filter((file) => !known.has(file));
};

const root = (page) => page.locator('html');
export const isKept = (page, how = /core|lang|all/) => expect(root(page)).toHaveAttribute('data-kept', how, { timeout: 30_000 });
export const isOf = (page, folder) => expect(root(page)).toHaveAttribute('data-release', releaseOf(folder));
export const isOffered = (page) => expect(root(page)).toHaveAttribute('data-update', 'ready', { timeout: 30_000 });
export const isOff = (page) => expect(root(page)).toHaveAttribute('data-line', 'off', { timeout: 20_000 });

/** A visit that leaves the pages of the language on the device. */
export async function visit(page, address = '', how = /lang|all/) {
  await open(page, address);
  await isKept(page, how);
}
/** As the browser does from time to time: asks the host for another worker. */
export const askForNew = (page) => page.evaluate(async () => {
  const held = await navigator.serviceWorker.getRegistration();
  await held?.update().catch(() => {});
});
/** The state of the registration, and the names of all caches. */
export const device = (page) => page.evaluate(async () => {
  const held = await navigator.serviceWorker.getRegistration();
  return {
    active: Boolean(held?.active), waiting: Boolean(held?.waiting), installing: Boolean(held?.installing),
    caches: (await caches.keys()).sort(),
  };
});
/** Names of our caches that hold a release. */
export const releases = async (page) => (await device(page)).caches.filter((name) => name.startsWith('buoc-so:'));
/** Takes a file away from the device, as a browser short of room does. */
export const evict = (page, path) => page.evaluate(async (name) => {
  for (const key of await caches.keys()) await (await caches.open(key)).delete(name, { ignoreVary: true });
}, path);
