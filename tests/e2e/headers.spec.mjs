// What a host must send with every file: the table of headers.md, value by value.
// `form-action 'self'` differs on purpose: the search box is a real form. So do the hashes of the styles and of the
// one script that pages carry in themselves, so that a page is seen without waiting for a second file.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './host.mjs';
import { test } from './oracle.mjs';
import { built, dist, expect, refuseInline } from './portal.mjs';

const read = (path) => readFileSync(join(dist, path), 'utf8');
const source = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const STYLES = ['atlas', 'practice', 'quiz', 'style'].map((name) => source(read(built('assets', new RegExp(`^${name}-.*\\.css$`)))));
const SCRIPT = source(read('index.html').match(/<script>([^]*?)<\/script>/)[1]);

const SECURITY = {
  'content-security-policy': `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${SCRIPT}; style-src 'self' ${STYLES.join(' ')}; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default; upgrade-insecure-requests`,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), autoplay=(self), fullscreen=(self), screen-wake-lock=(self)',
};
const UNWANTED = [
  'server', 'set-cookie', 'access-control-allow-origin', 'x-xss-protection', 'expect-ct', 'public-key-pins',
];
const FOR_EVER = 'public, max-age=31536000, immutable';

const FILES = [
  ['the first page', '', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['a page', 'giai-thich/vneid/', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['an English page', 'en/giai-thich/vneid/', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['the sitemap', 'sitemap.xml', 200, 'application/xml; charset=utf-8', 'no-cache'],
  ['the start-up script', built('assets', /^boot-.*\.js$/), 200, 'text/javascript; charset=utf-8', FOR_EVER],
  ['F-12 the program', built('assets', /^app-.*\.wasm$/), 200, 'application/wasm', FOR_EVER],
  ['the style sheet', built('assets', /^style-.*\.css$/), 200, 'text/css; charset=utf-8', FOR_EVER],
  ['the icons', built('assets', /^icons-.*\.svg$/), 200, 'image/svg+xml', FOR_EVER],
  ['a page file', built('content/vi', /^home-.*\.json$/), 200, 'application/json; charset=utf-8', FOR_EVER],
  ['a page that does not exist', 'khong-co/', 404, 'text/html; charset=utf-8', 'no-store'],
  ['a hashed file that does not exist', 'assets/app-0123456789abcdef.js', 404, /./, 'no-store'],
  ['a page file that does not exist', 'content/vi/home-0123456789abcdef.json', 404, /./, 'no-store'],
];

for (const [name, path, status, type, cache] of FILES) {
  test(`${name} comes with its headers`, async ({ request }) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    const headers = answer.headers();
    expect(answer.status()).toBe(status);
    expect(headers).toMatchObject(SECURITY);
    expect(headers['content-type']).toMatch(type);
    expect(headers['cache-control']).toBe(cache);
    for (const unwanted of UNWANTED) expect(headers).not.toHaveProperty(unwanted);
  });
}

test('a page without its last slash moves to the one with it', async ({ request }) => {
  const answer = await request.get('giai-thich/vneid?ai=student', { maxRedirects: 0 });
  expect(answer.status()).toBe(301);
  expect(answer.headers().location).toMatch(/\/giai-thich\/vneid\/\?ai=student$/);
  expect(answer.headers()).toMatchObject(SECURITY);
});

test('nothing outside the site is served', async ({ request }) => {
  for (const path of ['..%2fCargo.toml', '%2e%2e/Cargo.toml', 'assets/..%2f..%2fCargo.toml', '.git/config']) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test('F-69 the policy is in force: an inline style is refused', async ({ page, watch }) => {
  watch.allow(/Content Security Policy/, /policy: style-src-attr/);
  await page.goto('');
  const refused = await page.evaluate(() => new Promise((done) => {
    addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
    document.body.setAttribute('style', 'color: red');
  }));
  expect(refused).toBe('style-src-attr');
});

test('pages carry nothing in themselves but what the policy names', () => {
  const pages = filesOf(dist).map((name) => name.replace(/\/$/, '/index.html')).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(400);
  for (const name of pages) {
    const html = read(name);
    const found = (pattern) => [...html.matchAll(pattern)].map((match) => source(match[1]));
    expect(found(/<script>([^]*?)<\/script>/g), name).toEqual([SCRIPT]);
    expect(html.match(/<script\b/g), name).toHaveLength(2);
    const styles = found(/<style[^>]*>([^]*?)<\/style>/g);
    expect(styles.length > 0, name).toBe(!name.endsWith('khung.html'));
    expect(STYLES, name).toEqual(expect.arrayContaining(styles));
    expect(html.replace(/<(style|script)[^>]*>[^]*?<\/\1>/g, ''), name).not.toMatch(/<[^>]*\s(style|on[a-z]+)=/);
  }
});

test('F-69 a host that sends the policy of another release: pages are dressed by files', async ({ page, watch }) => {
  watch.allow(/Content Security Policy/, /policy: (style|script)-src-elem/);
  await refuseInline(page);
  await page.addInitScript(() => localStorage.setItem('buoc-so.theme', 'dark'));
  await page.goto('ban-do/');
  const sheets = () => page.evaluate(() => [...document.styleSheets].map(({ href }) => (href ?? 'inline').replace(/.*\/|-\w+\.css/g, '')));
  await expect.poll(sheets).toEqual(expect.arrayContaining(['style', 'atlas']));
  expect(await sheets()).not.toContain('inline');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
});
