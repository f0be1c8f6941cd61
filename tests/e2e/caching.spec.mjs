// What browsers and caches between us and the reader may keep, file by file; on every server that is tested.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { request as ask } from 'node:http';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { built, dist, expect, test } from './portal.mjs';

const FOR_EVER = 'public, max-age=31536000, immutable';
// Pages, and what is found by a name that everybody knows: the workers and lists of the root, the files to take away.
const UNHASHED = /^(sw\.js|robots\.txt|sitemap\.xml)$|\.html$|(^|\/)chi-so\/(?<name>[^/]+)\/\k<name>\.(csv|json)$/;
const HASHED = /-[0-9a-f]{16}\.[a-z0-9]+$/;

const files = readdirSync(dist, { recursive: true })
  .map((name) => relative(dist, join(dist, String(name))).replaceAll('\\', '/'))
  .filter((name) => statSync(join(dist, name)).isFile() && !/\.(br|gz)$/.test(name));

/** A request as written: Playwright's own unpacks bodies, follows rules of its own and tidies paths. */
const get = (baseURL, path, headers = {}, method = 'GET') => new Promise((resolve, reject) => {
  const { hostname, port, pathname } = new URL(baseURL);
  const sent = ask({ hostname, port, method, headers, path: pathname + path }, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
  });
  sent.on('error', reject);
  sent.end();
});

/** The address of a file: a page is known by its folder. */
const address = (name) => name.replace(/(^|\/)index\.html$/, '$1');
const served = files.filter((name) => !name.endsWith('404.html'));

test('every file but pages and well-known names holds a hash', () => {
  expect(served.length).toBeGreaterThan(900);
  expect(served.filter((name) => !HASHED.test(name) && !UNHASHED.test(name))).toEqual([]);
});

test('a file with a hash is kept for ever, any other is asked for again', async ({ baseURL }) => {
  const wrong = [];
  for (const name of served) {
    const { status, headers } = await get(baseURL, address(name), {}, 'HEAD');
    const wanted = HASHED.test(name) ? FOR_EVER : 'no-cache';
    if (status !== 200 || headers['cache-control'] !== wanted) wrong.push(`${name}: ${status} ${headers['cache-control']}`);
  }
  expect(wrong).toEqual([]);
});

const PAGES = ['', 'giai-thich/vneid/', 'en/', 'sitemap.xml', 'chi-so/quang-tri-2022/quang-tri-2022.csv'];
for (const path of PAGES) {
  for (const coding of ['identity', 'gzip', 'br']) {
    test(`an unchanged "${path}" is not sent again (${coding})`, async ({ baseURL }) => {
      const first = await get(baseURL, path, { 'accept-encoding': coding });
      expect(first.status).toBe(200);
      expect(first.headers.etag).toMatch(/^(W\/)?"[^"]+"$/);
      const again = await get(baseURL, path, { 'accept-encoding': coding, 'if-none-match': first.headers.etag });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
      expect(again.headers.etag).toBe(first.headers.etag);
      expect(again.headers['cache-control']).toBe('no-cache');
      expect(again.headers.vary).toBe('Accept-Encoding');
      expect(again.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
      const other = await get(baseURL, path, { 'accept-encoding': coding, 'if-none-match': '"another"' });
      expect(other.status).toBe(200);
      expect(other.body.equals(first.body)).toBe(true);
    });
  }
}

const PACKED = {
  'a page': 'giai-thich/vneid/index.html',
  'the program': built('assets', /^app-.*\.wasm$/),
  'a script': built('assets', /^boot-.*\.js$/),
  'a style sheet': built('assets', /^style-.*\.css$/),
  'page data': built('content/vi', /^home-.*\.json$/),
  'drawn signs': built('assets', /^icons-.*\.svg$/),
};
for (const [what, name] of Object.entries(PACKED)) {
  test(`${what} comes packed as the build packed it`, async ({ baseURL }) => {
    const plain = readFileSync(join(dist, name));
    const tags = new Set();
    for (const [accepted, coding, ending, unpack] of [
      ['gzip, deflate, br, zstd', 'br', '.br', brotliDecompressSync],
      ['gzip, deflate', 'gzip', '.gz', gunzipSync],
      ['', undefined, '', (bytes) => bytes],
    ]) {
      const { status, headers, body } = await get(baseURL, address(name), { 'accept-encoding': accepted });
      expect(status).toBe(200);
      expect(headers['content-encoding'], accepted).toBe(coding);
      expect(headers.vary).toBe('Accept-Encoding');
      expect(body.equals(readFileSync(join(dist, name + ending))), 'the stored bytes').toBe(true);
      expect(unpack(body).equals(plain)).toBe(true);
      tags.add(headers.etag);
    }
    expect(tags.size, 'a tag for each form').toBe(3);
  });
}

test('what is missing is never kept and comes in the language of its folder', async ({ baseURL }) => {
  const missing = [
    ['khong-co/', 'vi'], ['giai-thich/khong-co/', 'vi'], ['assets/', 'vi'], ['content/vi/home-0123456789abcdef.json', 'vi'],
    ['assets/app-0123456789abcdef.wasm', 'vi'], ['khong-co.js', 'vi'], ['en/nowhere/', 'en'], ['en/nowhere.html', 'en'],
  ];
  for (const [path, lang] of missing) {
    const { status, headers, body } = await get(baseURL, path);
    expect(status, path).toBe(404);
    expect(headers['cache-control'], path).toBe('no-store');
    expect(headers['content-type'], path).toBe('text/html; charset=utf-8');
    expect(body.toString(), path).toContain(`<html lang="${lang}">`);
    const known = await get(baseURL, path, { 'if-none-match': headers.etag ?? '*' }, 'HEAD');
    expect(known.status, path).toBe(404);
  }
});

test('a redirect keeps the query, is not kept and never leads to another host', async ({ baseURL }) => {
  const base = new URL(baseURL).pathname;
  const moves = [
    ['giai-thich/vneid', 'giai-thich/vneid/'], ['giai-thich', 'giai-thich/'], ['en?q=a%20b&ai=student', 'en/?q=a%20b&ai=student'],
  ];
  for (const [path, wanted] of moves) {
    const { status, headers } = await get(baseURL, path);
    expect(status, path).toBe(301);
    const { origin } = new URL(baseURL);
    expect(headers.location.replace(origin, ''), path).toBe(base + wanted);
    expect(headers['cache-control'], path).toBe('no-store');
  }
  for (const path of ['/giai-thich/vneid', '/example.com/../giai-thich/vneid', '/example.com%2f..%2fgiai-thich']) {
    const { status, headers } = await get(baseURL, path);
    if (status === 301) expect(new URL(headers.location, baseURL).origin, path).toBe(new URL(baseURL).origin);
    else expect(status, path).toBe(404);
  }
});

test('the portal is read, never written to', async ({ baseURL }) => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const { status, headers } = await get(baseURL, '', {}, method);
    expect(status, method).toBe(405);
    expect(headers.allow, method).toBe('GET, HEAD');
    expect(headers['cache-control'], method).toBe('no-store');
    expect(headers['x-content-type-options'], method).toBe('nosniff');
  }
});
