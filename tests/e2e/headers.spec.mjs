// What a host must send with every file: the table of headers.md, value by value.
// `form-action 'self'` differs on purpose: the search box is a real form.
import { test } from './oracle.mjs';
import { box, built, expect, open } from './portal.mjs';

const SECURITY = {
  'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default; upgrade-insecure-requests",
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

// What `cargo xtask build --meta-policy` makes, for hosts without headers; the element itself has native tests.
test('a page that says the policy itself works, and the policy is in force', async ({ page, watch }) => {
  watch.allow(/Content Security Policy/, /policy: style-src-attr/);
  await page.route('**/*', async (route) => {
    const answer = await route.fetch();
    const { 'content-type': contentType, 'content-security-policy': whole } = answer.headers();
    const policy = whole.replace(" frame-ancestors 'none';", '');
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    const bytes = await answer.body();
    const body = contentType.startsWith('text/html') ? bytes.toString().replace('<meta charset="utf-8">', `$&\n${meta}`) : bytes;
    await route.fulfill({ contentType, body });
  });
  await open(page, 'giai-thich/');
  await box(page).fill('vneid');
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
  const refused = await page.evaluate(() => new Promise((done) => {
    addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
    document.body.setAttribute('style', 'color: red');
  }));
  expect(refused).toBe('style-src-attr');
  // What the page still fetches ahead is not waited for.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
