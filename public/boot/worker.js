// The service worker: one release is one cache that holds code and content together.
// The build writes the release into it: its name, its day, the languages (default first), the files of its core with
// their integrity, and the list of all other files.
'use strict';
const { release, date, langs, core, list } = {/*release*/};
const scope = new URL(self.registration.scope);
// Other portals on this host have caches of their own.
const OURS = 'buoc-so:' + scope.pathname + ':';
const CACHE = OURS + release;
const HASH = /-[0-9a-f]{16}(?=\.\w+$)/;
/** Fetches at a time: enough to use a slow line, few enough to leave room on it. */
const LANES = 4;
/** Milliseconds after which a silent network counts as none. */
const PATIENCE = 8000;
const at = (path) => new URL(path, scope).href;
const match = (cache, path) => cache.match(at(path), { ignoreVary: true });

/** The cache of this release while there is one: what was erased is not made anew. */
async function own() {
  if (isErased || !await caches.has(CACHE)) throw new Error('nothing is kept');
  const cache = await caches.open(CACHE);
  if (isErased) await forget();
  return cache;
}

async function olderCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
  return Promise.all(names.map((name) => caches.open(name)));
}

/** A file of an older release; one whose name holds its hash is the same in all. */
async function kept(path) {
  for (const cache of await olderCaches()) {
    const found = await match(cache, path);
    if (found) return found;
  }
}

/** A whole file from the network, or an error: a wrong status, a detour and altered bytes are refused. */
async function bring(path, integrity, cache) {
  const answer = await fetch(at(path), { cache, credentials: 'same-origin', integrity, priority: 'low', redirect: 'error' });
  if (!answer.ok) throw new Error(path + ': ' + answer.status);
  return answer;
}

/** Whether a kept answer is what the release says, byte for byte. */
async function isSame(answer, integrity) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()));
  return integrity === 'sha256-' + btoa(String.fromCharCode(...digest));
}

/** Puts a file into a cache, from wherever it comes cheapest. */
async function put(cache, [path, integrity]) {
  if (isErased) throw new Error('erased');
  if (await match(cache, path)) return;
  const isHashed = HASH.test(path);
  const before = await kept(path);
  const old = before && (isHashed || await isSame(before.clone(), integrity)) && before;
  // The browser's own cache may hold a broken copy: then the network is asked.
  const answer = old || await bring(path, integrity, isHashed ? 'default' : 'no-cache').catch(() => bring(path, integrity, 'reload'));
  await cache.put(at(path), answer);
}

/** Works through a list, a few at a time; stops at the first failure. */
async function each(entries, act) {
  const rest = entries.slice();
  const lane = async () => { while (rest.length) await act(rest.shift()); };
  await Promise.all(Array.from({ length: LANES }, () => lane().catch((error) => { rest.length = 0; throw error; })));
}

// --- the list of everything beside the core: groups of [path, integrity, bytes on the wire], by language ---
let known;
function files() {
  known = known || (async () => {
    const cache = await own();
    await put(cache, list);
    const groups = await (await match(cache, list[0])).json();
    const entries = new Map(Object.values(groups).flat().map((entry) => [entry[0], entry]));
    const stems = new Map([...entries.keys()].map((path) => [path.replace(HASH, ''), path]));
    return { groups, entries, stems };
  })();
  known.catch(() => { known = null; });
  return known;
}

// --- life of a release ---
/** What older releases had kept is kept by this one, too: an update never takes a page away. */
async function inherit(cache) {
  const paths = await Promise.all((await olderCaches()).map(async (older) => (await older.keys()).map(({ url }) => url.slice(scope.href.length))));
  const had = new Set(paths.flat().map((path) => path.replace(HASH, '')));
  if (!had.size) return;
  const { entries } = await files();
  await each([...entries.values()].filter(([path]) => had.has(path.replace(HASH, ''))), (entry) => put(cache, entry));
}

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    try {
      await each(core, (entry) => put(cache, entry));
      await inherit(cache);
    } catch (error) {
      // All or nothing: the release before goes on serving.
      await caches.delete(CACHE);
      throw error;
    }
    // No skipWaiting: the reader says when.
  })());
});

// Which release each open page is of: an older cache goes when no page needs it any more.
const pages = new Map();
async function tidy() {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!open.every(({ id }) => release.startsWith(pages.get(id)))) return;
  const names = await caches.keys();
  // What is there beside ours may be of the release that comes next: then that one tidies when its time has come.
  if (self.registration.installing || self.registration.waiting) return;
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim().then(tidy));
});

// --- what pages ask ---
async function state() {
  const cache = await own();
  const { groups } = await files();
  const here = new Set((await cache.keys()).map(({ url }) => url));
  const missing = (entries) => entries.filter(([path]) => !here.has(at(path))).reduce((sum, [, , bytes]) => sum + bytes, 0);
  return Object.fromEntries(Object.entries(groups).map(([lang, entries]) => [lang, missing(entries)]));
}

// Pages that ask for the same take turns: what the first has brought, the next finds.
let turn = Promise.resolve();
const told = async (page) => page.postMessage({ release, date, missing: await state().catch(() => null) });

async function keep(wanted, page) {
  const cache = await own();
  const { groups } = await files();
  let n = 0;
  for (const lang of wanted) {
    await each(groups[lang] || [], async (entry) => {
      await put(cache, entry);
      if (++n % 20 === 0) await told(page);
    });
    await told(page);
  }
}

// A program that cannot run here: whole pages come from the network while there is one.
let isPlain = false;
// What the reader has erased stays erased until the portal is opened anew.
let isErased = false;
async function forget() {
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
}

self.addEventListener('message', (event) => {
  const { source: page, data } = event;
  if (data === 'SKIP_WAITING') self.skipWaiting();
  if (data === 'PLAIN') { isPlain = true; event.ports[0]?.postMessage(data); }
  if (data === 'ERASE') { isErased = true; event.waitUntil(forget()); }
  if (!page || !data || isErased) return;
  if (data.hello !== undefined) {
    pages.set(page.id, data.hello);
    event.waitUntil(tidy().then(() => told(page)));
  }
  if (data.ask) page.postMessage({ release, date, waiting: true });
  if (data.keep) {
    turn = turn.then(() => keep(data.keep, page)).catch(() => page.postMessage({ release, failed: true }));
    event.waitUntil(turn);
  }
});

// --- answering ---
const late = (work) => Promise.race([work, new Promise((_, refuse) => { setTimeout(refuse, PATIENCE, new Error('silence')); })]);

/** Where the frame of a language lies, and the data of a page: `en/giai-thich/vneid/` is `en` and `giai-thich/vneid`. */
function split(path) {
  const lang = langs.find((code, index) => index && (path === code || path.startsWith(code + '/'))) || langs[0];
  const rest = lang === langs[0] ? path : path.slice(lang.length + 1);
  return { frame: (lang === langs[0] ? '' : lang + '/') + 'khung.html', data: `content/${lang}/${rest.replace(/\/?(index\.html)?$/, '') || 'home'}.json` };
}

async function isWhole(cache) {
  const found = await Promise.all(core.map(([path]) => match(cache, path)));
  if (found.every(Boolean)) return true;
  return each(core, (entry) => put(cache, entry)).then(() => true, () => false);
}

async function page(request) {
  const cache = await own().catch(() => null);
  if (!cache) return fetch(request);
  const path = decodeURI(new URL(request.url).pathname).slice(scope.pathname.length);
  const { frame, data } = split(path);
  const home = path === frame.replace('khung.html', '') && await match(cache, path);
  const { stems } = await files().catch(() => ({ stems: new Map() }));
  const inCore = core.some(([name]) => name.replace(HASH, '') === data);
  const stored = inCore || (stems.has(data) && await match(cache, stems.get(data)));
  if (stored && !isPlain && await isWhole(cache)) return home || match(cache, frame);
  try {
    return await late(fetch(request));
  } catch (error) {
    // Not kept and not reachable: the frame says so in words.
    const standing = home || await match(cache, frame);
    if (standing) return standing;
    throw error;
  }
}

async function file(request) {
  const cache = await own().catch(() => null);
  if (!cache) return fetch(request);
  const { href, origin, pathname } = new URL(request.url);
  const path = (origin + pathname).slice(scope.href.length);
  // Asked for once more, because what is kept was of no use.
  const isRefused = request.cache === 'reload' && (await cache.delete(at(path), { ignoreVary: true }));
  const found = !isRefused && (await match(cache, path) || (HASH.test(path) && await kept(path)));
  if (found) return found;
  const known = core.find((entry) => entry[0] === path) || (await files().then(({ entries }) => entries.get(path), () => null));
  if (!known || href !== at(path)) return fetch(request);
  await put(cache, known);
  return match(cache, path);
}

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (isErased || method !== 'GET' || !url.startsWith(scope.href) || url === at('sw.js')) return;
  if (mode === 'navigate') event.respondWith(page(event.request));
  else event.respondWith(file(event.request));
});
