// What must hold after every fault, whatever the fault was: a page to read, of one release,
// loaded no oftener than the reader asked for, with the focus inside and the numbers to call.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Host, filesOf } from './host.mjs';
import { EMERGENCY, dist, expect, guard, test as base } from './portal.mjs';

/** The folder of a second release: the same program, a few other words. */
export const next = process.env.PORTAL_NEXT && resolve(process.env.PORTAL_NEXT);
const releases = [dist, next].filter(Boolean).map((folder) => new Set(filesOf(folder)));

class Oracle {
  #counts = new Map();
  #ownLess = new Set();
  #contexts = [];

  /** Counts loads and what people do in every page of a browser. */
  async attend(context) {
    this.#contexts.push(context);
    await context.exposeBinding('reportAction', ({ page }) => { this.#of(page).actions += 1; });
    await context.addInitScript(() => {
      for (const kind of ['click', 'keydown']) {
        addEventListener(kind, ({ isTrusted }) => { if (isTrusted) window.reportAction(); }, true);
      }
    });
    context.pages().forEach((page) => this.#count(page));
    context.on('page', (page) => this.#count(page));
  }

  /** Allows loads that nobody asked for in this very page. */
  mayLoad(page, times = 1) { this.#of(page).actions += times; }
  /** The page belongs to the browser or to a test alone: nothing of ours could be shown. */
  leave(page) { this.#ownLess.add(page); }

  #of(page) {
    if (!this.#counts.has(page)) this.#counts.set(page, { actions: 0, loads: 0 });
    return this.#counts.get(page);
  }

  #count(page) {
    const count = this.#of(page);
    page.on('domcontentloaded', () => { if (page.url() !== 'about:blank') count.loads += 1; });
    for (const name of ['goto', 'reload', 'goBack', 'goForward']) {
      const act = page[name].bind(page);
      page[name] = (...values) => { count.actions += 1; return act(...values); };
    }
  }

  /** All of it, for every page of a browser, or of all. */
  async settle(contexts = this.#contexts) {
    for (const page of contexts.flatMap((context) => context.pages())) {
      if (!this.#ownLess.has(page) && page.url() !== 'about:blank') await this.check(page);
    }
  }

  /** All of it, for a page as it stands. */
  async check(page) {
    await expect(page.getByRole('heading', { level: 1 }).first(), 'a heading within 5 s').toBeVisible({ timeout: 5000 });
    const { actions, loads } = this.#of(page);
    expect(loads, 'loads, one for each act of the reader').toBeLessThanOrEqual(actions);
    // A question stands alone, by design: menu and foot come back after it.
    const isAsked = await page.locator('html[data-quiz="run"]').count();
    for (const number of isAsked ? [] : EMERGENCY) {
      await expect(page.getByRole('link', { name: number, exact: true }).filter({ visible: true }).first(), number).toBeVisible({ timeout: 5000 });
    }
    // A page that is just being left is looked at again.
    await expect(() => this.#isOne(page)).toPass({ timeout: 5000 });
    await this.#hasFocus(page);
  }

  /** Everything that the page is made of belongs to one release. */
  async #isOne(page) {
    const { files, release, boot } = await page.evaluate(() => ({
      files: performance.getEntriesByType('resource').map(({ name }) => new URL(name))
        .filter(({ origin, pathname }) => origin === location.origin && /^\/(assets|content)\//.test(pathname))
        .map(({ pathname }) => pathname),
      release: document.documentElement.dataset.release,
      boot: document.getElementById('boot')?.dataset.release,
    }));
    const strays = releases.map((known) => files.filter((file) => !known.has(file)));
    const fewest = strays.sort((one, other) => one.length - other.length)[0];
    expect(fewest, 'files of another release').toEqual([]);
    if (boot) expect(release, 'the release of the program and of the page').toBe(boot);
  }

  /** The focus stands inside the page, or is there after one press of Tab. */
  async #hasFocus(page) {
    const where = () => page.evaluate(() => {
      const at = document.activeElement;
      return !at || at === document.body || !at.isConnected ? 'nowhere' : at.checkVisibility() ? 'inside' : `hidden: ${at.outerHTML.slice(0, 90)}`;
    });
    if (await where() === 'nowhere') await page.keyboard.press('Tab');
    expect(await where(), 'the keyboard focus').toBe('inside');
  }
}

export const test = base.extend({
  oracle: [async ({ context }, use, info) => {
    const oracle = new Oracle();
    // Rows of the fault matrix and journeys; other tests of a file have other things to say.
    const isHeld = /^[FJ]-\d/.test(info.title);
    if (isHeld) await oracle.attend(context);
    await use(oracle);
    // A test that failed has said more than the oracle could.
    if (isHeld && info.status === info.expectedStatus) await oracle.settle();
  }, { auto: true }],

  /** Starts another browser with a profile of its own; it is watched like the first. */
  launch: async ({ baseURL, launchOptions, oracle, playwright }, use, info) => {
    const started = [];
    await use(async ({ name = 'profile', preferences, args = [], ...options } = {}) => {
      const folder = info.outputPath(name);
      if (preferences) {
        mkdirSync(join(folder, 'Default'), { recursive: true });
        writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
      }
      const context = await playwright.chromium.launchPersistentContext(folder, {
        ...launchOptions, args: [...launchOptions.args, ...args], baseURL, ...options,
      });
      const watch = await guard(context, baseURL);
      await oracle.attend(context);
      started.push({ context, folder, watch });
      return { context, page: context.pages()[0] ?? await context.newPage(), watch };
    });
    for (const { context, watch } of started) {
      // A browser that the test closed has nothing more to say.
      if (info.status === info.expectedStatus && context.pages().length) {
        await oracle.settle([context]);
        await watch.settle();
      }
      await context.close();
    }
    for (const { folder } of started) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
});

/** Tests behind a host that can misbehave: `host` in front of the server under test. */
export const hosted = test.extend({
  host: async ({}, use, info) => {
    const host = await Host.before(info.project.use.baseURL, dist);
    await use(host);
    await host.close();
  },
  baseURL: async ({ host }, use) => use(host.url),
});
export { expect };
