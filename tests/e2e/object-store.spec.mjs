// The recipe for object stores: what is sent in which order with which labels, and what the edge makes of a request.
// The store itself is not here; a stand-in for `aws` notes what it is told.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { dist } from './portal.mjs';

const recipe = new URL('../../deploy/object-store/', import.meta.url);
const TYPES = {
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8', txt: 'text/plain; charset=utf-8', json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8', wasm: 'application/wasm', svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json; charset=utf-8', png: 'image/png',
};
const below = (folder) => readdirSync(folder, { recursive: true })
  .map((name) => relative(folder, join(folder, String(name))))
  .filter((name) => statSync(join(folder, name)).isFile());

/** What `aws s3 cp --recursive` would send: of all filters that meet a name the last decides. */
function sent([, , from, to, ...words]) {
  const options = { filters: [] };
  for (let at = 0; at < words.length; at += 1) {
    const name = words[at].slice(2);
    if (name === 'recursive' || name === 'only-show-errors') continue;
    at += 1;
    if (name === 'include' || name === 'exclude') options.filters.push([name, words[at]]);
    else options[name] = words[at];
  }
  const meets = (file, pattern) =>
    new RegExp(`^${pattern.split('*').map((part) => part.replaceAll('.', '\\.')).join('.*')}$`).test(file);
  return below(from)
    .filter((file) => options.filters.findLast(([, pattern]) => meets(file, pattern))?.[0] !== 'exclude')
    .map((file) => ({
      key: `${to}/${file}`.replace('s3://bucket/', ''),
      type: options['content-type'], cache: options['cache-control'], coding: options['content-encoding'],
    }));
}

/** Runs the script on the built site, with a file beside it that has no hash. */
function upload() {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  const site = join(folder, 'site');
  execFileSync('cp', ['-r', dist, site]);
  for (const name of ['manifest.webmanifest']) writeFileSync(join(site, name), '{}');
  const log = join(folder, 'log');
  writeFileSync(join(folder, 'aws'), `#!/bin/sh\nfor word in "$@"; do printf '%s\\t' "$word"; done >> '${log}'\necho >> '${log}'\n`);
  chmodSync(join(folder, 'aws'), 0o755);
  const PATH = folder + delimiter + process.env.PATH;
  execFileSync('sh', [new URL('upload.sh', recipe).pathname, site, 's3://bucket'], { env: { ...process.env, PATH } });
  const calls = readFileSync(log, 'utf8').split('\n').filter(Boolean).map((line) => line.split('\t').slice(0, -1));
  const objects = calls.flatMap(sent);
  const files = below(site);
  rmSync(folder, { recursive: true });
  return { objects, files };
}

test('every file is sent once, with its type, its coding and how long it may be kept', () => {
  const { objects, files } = upload();
  expect(objects.map(({ key }) => key).sort()).toEqual(files.sort());
  const wrong = objects.filter(({ key, type, cache, coding }) => {
    const plain = key.replace(/\.(br|gz)$/, '');
    const wanted = plain.endsWith('404.html') ? 'no-store'
      : /-[0-9a-f]{16}\.[a-z0-9]+$/.test(plain) ? 'public, max-age=31536000, immutable' : 'no-cache';
    const packed = { br: 'br', gz: 'gzip' }[key.slice(plain.length + 1)];
    return type !== TYPES[plain.split('.').pop()] || cache !== wanted || coding !== packed;
  });
  expect(wrong).toEqual([]);
});

test('what others refer to is there before them: hashed files, then pages, then the worker', () => {
  const { objects } = upload();
  const places = (pattern) => objects.flatMap(({ key }, place) => (pattern.test(key) ? [place] : []));
  const [hashed, pages, worker] = [/-[0-9a-f]{16}\./, /\.html/, /^sw\.js/].map(places);
  expect(Math.max(...hashed)).toBeLessThan(Math.min(...pages));
  expect(Math.max(...pages)).toBeLessThan(Math.min(...worker));
  expect(Math.max(...worker)).toBe(objects.length - 1);
});

/** The edge's answer: the address that the store is asked for, or the one that the browser is sent to. */
function edge(uri, { accept, querystring = {}, base = '/' } = {}) {
  const source = readFileSync(new URL('edge.js', recipe), 'utf8').replace("BASE = '/'", `BASE = '${base}'`);
  const headers = accept ? { 'accept-encoding': { value: accept } } : {};
  const answer = runInNewContext(`${source}\nhandler(event)`, { event: { request: { uri, headers, querystring } } });
  return answer.statusCode ? `${answer.statusCode} ${answer.headers.location.value}` : answer.uri;
}

const EDGE = [
  ['/', {}, '/index.html'],
  ['/giai-thich/vneid/', { accept: 'gzip, deflate, br' }, '/giai-thich/vneid/index.html.br'],
  ['/giai-thich/vneid/', { accept: 'gzip' }, '/giai-thich/vneid/index.html.gz'],
  ['/giai-thich/vneid/', { accept: 'gzip;q=1, br;q=0' }, '/giai-thich/vneid/index.html.gz'],
  ['/robots.txt', { accept: 'br' }, '/robots.txt'],
  ['/giai-thich/vneid', {}, '301 /giai-thich/vneid/'],
  ['/tim', { querystring: { q: { value: 'a%20b' }, ai: { value: 'student' } } }, '301 /tim/?q=a%20b&ai=student'],
  ['//elsewhere.example/x', {}, '//elsewhere.example/x'],
  ['/\\elsewhere', {}, '/\\elsewhere'],
  ['/so/cong', { base: '/so/cong/' }, '301 /so/cong/'],
  ['/other', { base: '/so/cong/' }, '/other'],
];
for (const [uri, request, wanted] of EDGE) {
  test(`the edge makes of ${uri} ${JSON.stringify(request)}: ${wanted}`, () => expect(edge(uri, request)).toBe(wanted));
}

test('the edge asks for packed forms that the build made', () => {
  const plain = below(dist).filter((name) => !/\.(br|gz)$/.test(name));
  const asked = plain.flatMap((name) => ['br', 'gzip'].map((accept) => edge(`/${name}`, { accept })));
  expect(asked.filter((path) => !existsSync(join(dist, path)))).toEqual([]);
});
