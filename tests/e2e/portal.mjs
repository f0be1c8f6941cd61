// What every test shares: the portal's own words and addresses, and a watch that fails
// a test on any foreign request, cookie, policy violation or error nobody expected.
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';

const root = fileURLToPath(new URL('../../', import.meta.url));
const json = (path) => JSON.parse(readFileSync(join(root, 'public/content', path), 'utf8'));

/** The folder of the site under test. */
export const dist = resolve(root, process.env.PORTAL_DIST ?? 'dist');
/** The languages, and where their pages lie below the base. */
export const LANGUAGES = { vi: '', en: 'en/' };
/** Authored content of a language, such as `content('vi', 'home')`. */
export const content = (lang, name) => json(`${lang}/${name}.json`);
/** Words of the interface, by language. */
export const words = { vi: content('vi', 'interface'), en: content('en', 'interface') };
/** Slugs of all explainers. */
export const explainers = readdirSync(join(root, 'public/content/vi/explainers'))
  .map((name) => name.replace('.json', ''));
/** One address for every template. */
export const TEMPLATES = [
  '', 'giai-thich/', 'giai-thich/vneid/', 'tru-cot/chinh-quyen-so/', 'thuat-ngu/', 'van-ban/',
  'dong-thoi-gian/', 'tim/', 'nguon/', 'rieng-tu/', 'tro-nang/', 'ban-do/', 'mo-hinh/',
  'mo-hinh/dn-tuan-le-2023/', 'tinh/', 'tinh/tuyen-quang/', 'xa-phuong/tuyen-quang/', 'chi-so/', 'chi-so/tuyen-quang-kinh-te-so/',
  'chi-so/tuyen-quang-xep-hang/', 'chi-so/so-sanh-tinh/',
];
/** Numbers that every page offers. */
export const EMERGENCY = ['113', '114', '115', '111'];
/** What the console says of files that a test keeps away on purpose. */
export const MISSING_FILE = /Failed to load resource/;

/** Every address of the sitemap, relative to the base. */
export function routes() {
  const sitemap = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
  return [...sitemap.matchAll(/<loc>https?:\/\/[^/]+\/(.*?)<\/loc>/g)].map((match) => match[1]);
}

/** A built file's address: `built('assets', /^app-.*\.wasm$/)`. */
export function built(folder, name) {
  return `${folder}/${readdirSync(join(dist, folder)).find((file) => name.test(file))}`;
}

/** A host that still sends the policy of another release: what pages carry in themselves is refused. */
export async function refuseInline(page) {
  await page.route((url) => url.pathname.endsWith('/'), async (route) => {
    const answer = await route.fetch();
    const policy = answer.headers()['content-security-policy'].replace(/ 'sha256-[^']+'/g, '');
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': policy } });
  });
}

/** Notes requests and faults of a browser; `allow(/pattern/)` names an error that the test itself causes. */
export async function guard(context, baseURL) {
  const faults = [];
  const allowed = [];
  const requests = [];
  const { origin, pathname } = new URL(baseURL);
  context.on('request', (request) => {
    const url = new URL(request.url());
    requests.push(url);
    const isOurs = url.origin === origin && url.pathname.startsWith(pathname);
    if (!isOurs) faults.push(`request elsewhere: ${url}`);
    if (request.method() !== 'GET') faults.push(`${request.method()} ${url}`);
  });
  context.on('weberror', (error) => faults.push(`page error: ${error.error().stack}`));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  await context.exposeBinding('reportViolation', (_, text) => faults.push(`policy: ${text}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      window.reportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return {
    requests,
    allow: (...patterns) => allowed.push(...patterns),
    async settle() {
      const unexpected = faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)));
      expect(unexpected, 'errors, violations and requests nobody asked for').toEqual([]);
      expect(await context.cookies(), 'cookies').toEqual([]);
    },
  };
}

export const test = base.extend({
  watch: [async ({ baseURL, context }, use) => {
    const watch = await guard(context, baseURL);
    await use(watch);
    await watch.settle();
  }, { auto: true }],
});

export { expect };

/** Waits until the program has taken over the page. */
export const ready = (page) => expect(page.locator('html')).toHaveAttribute('data-ready', 'true');

/** Opens an address and waits for the program. */
export async function open(page, address) {
  await page.goto(address);
  await ready(page);
}

/** The one heading that names the page. */
export const heading = (page, name) => page.getByRole('heading', { level: 1, name });

/** A link inside the content. */
export const link = (page, name) => page.getByRole('main').getByRole('link', { name, exact: true });

/** A link of the main menu. */
export const menu = (page, name, lang = 'vi') =>
  page.getByRole('navigation', { name: words[lang].nav.label }).getByRole('link', { name, exact: true });

/** The search box. */
export const box = (page, lang = 'vi') =>
  page.getByRole('searchbox', { name: words[lang].app.search_label });

/** Keeps files back until the returned function is called. */
export async function holdBack(page, pattern) {
  let release;
  const gate = new Promise((open) => { release = open; });
  await page.route(pattern, async (route) => {
    await gate;
    // A page that was left meanwhile no longer waits for its files.
    await route.continue().catch(() => {});
  });
  return release;
}

/** Serves files of the site in another form: `change` gets the bytes and returns new ones. */
export async function alter(page, pattern, change) {
  await page.route(pattern, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const contentType = path.endsWith('.wasm') ? 'application/wasm' : 'application/json';
    const body = change(readFileSync(join(dist, path)));
    await route.fulfill({ contentType, body });
  });
}

/** Serves the first half of a file. */
export const halve = (page, pattern) =>
  alter(page, pattern, (bytes) => bytes.subarray(0, bytes.length / 2));

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules of axe that look at colours; to all others light and dark are the same page. */
export const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds in the page as it stands, one line each: by every rule, or by some. */
export async function violations(page, rules) {
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], runOnly })
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary}`));
}

/** What makes readers scroll sideways, and text that is cut at the right edge; empty when all is well. */
export const overflow = (page) => page.evaluate(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  const mayLeave = (element) => {
    for (let around = element; around; around = around.parentElement) {
      // A map that was brought nearer ends at its frame.
      if (around.matches('svg[data-map]')) return true;
      const { clipPath, overflowX } = getComputedStyle(around);
      if (clipPath !== 'none' || overflowX === 'auto' || overflowX === 'scroll') return true;
    }
    return false;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    range.selectNodeContents(text);
    const right = Math.max(...[...range.getClientRects()].map((area) => area.right));
    if (right > clientWidth + 1 && !mayLeave(text.parentElement)) found.push(`${Math.round(right)} px: ${text.data.slice(0, 60)}`);
  }
  return found.slice(0, 6);
});

/** Opens every fold of the content. */
export const unfold = (page) => page.evaluate(() => {
  document.querySelectorAll('main details').forEach((fold) => { fold.open = true; });
});

/** Opens the panel of text size and colours. */
export const settings = (page, lang = 'vi') =>
  page.locator('summary', { hasText: words[lang].settings.title });

/** How far down the page is scrolled. */
export const scrollY = (page) => page.evaluate(() => Math.round(window.scrollY));
