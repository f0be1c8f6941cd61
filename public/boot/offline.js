// What the portal keeps on the device, and what it says of it: the service worker, new releases, the age of the
// content without a network, and what is new since the last visit. Comes once the page can be used.
const site = {/*words*/};
const boot = document.getElementById('boot');
const data = boot.dataset;
const say = site[data.lang];
const root = document.documentElement;
// The pages of the last visit lie beside the releases, never in one.
const SEEN = 'buoc-so-seen:' + data.base;
const OURS = 'buoc-so:' + data.base + ':';
const MINUTE = 60_000;
const worker = navigator.serviceWorker;

const fill = (text, gaps) => text.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
const bar = (...detail) => document.dispatchEvent(new CustomEvent('bar', { detail }));
const size = (bytes) => bytes < 1e6
  ? Math.max(1, Math.round(bytes / 1000)) + ' kB'
  : (bytes / 1e6).toLocaleString(data.lang, { maximumFractionDigits: 1 }) + ' MB';
function day(iso) {
  const [y, m, d] = iso.split('-').map(Number);
  return fill(say.day, { d, m: say.months[m - 1], y });
}
/** How old the content is, in words; nothing when the clock is wrong. */
function age() {
  const days = Math.floor((Date.now() - new Date(data.date + 'T00:00')) / 86_400_000);
  if (!(days >= 0 && days < 4000)) return '';
  return days === 0 ? say.age_today : days === 1 ? say.age_yesterday : fill(say.age_days, { n: days });
}
function make(name, text, ...inside) {
  const [tag, look] = name.split('.');
  const made = document.createElement(tag);
  if (look) made.className = look;
  made.append(...(text ? [text] : []), ...inside);
  return made;
}
function button(text, act) {
  const made = make('button.button button--slim foot__press', text);
  made.type = 'button';
  made.onclick = act;
  return made;
}

// --- the panel at the foot of every page ---
const state = make('p');
const saving = make('p');
const buttons = make('p.cluster');
const fresh = make('div.stack stack--s');
state.setAttribute('role', 'status');
saving.setAttribute('role', 'status');
// How much is kept can be read without opening it.
const mark = make('span.tag foot__mark');
const novel = make('span.tag foot__mark');
const summary = make('summary.fold__title', say.title + ' ', mark, ' ', novel);
const panel = make('details.fold screen', '', summary, make('div.fold__body stack stack--s', '', state, saving, buttons, fresh));
panel.id = 'offline';
const save = button('', () => {
  navigator.storage?.persist?.().catch(() => {});
  keep(true);
});
const check = button(say.check, async () => {
  saving.textContent = '';
  const isThere = await look();
  saving.textContent = !isThere ? say.off_short : held?.waiting || held?.installing ? say.found : say.newest;
});
const install = button(say.install, () => { invited?.prompt(); install.hidden = true; });
let invited;
install.hidden = true;
buttons.append(save, check, install);
save.hidden = true;
document.querySelector('.foot .wrap')?.append(panel);
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  invited = event;
  install.hidden = false;
});
addEventListener('appinstalled', () => { install.hidden = true; });

// --- the line ---
let isOff;
function line(off) {
  if (isOff !== off) {
    if (off) root.dataset.line = 'off'; else delete root.dataset.line;
    bar('line', off && fill(say.off, { date: day(data.date), age: age() }), [], say.close);
  }
  isOff = off;
}
/** Asks the host for a newer release; says whether the host could be reached. */
async function look() {
  let isThere = navigator.onLine;
  if (isThere && held && !root.dataset.erased) {
    const silence = new Promise((_, refuse) => { setTimeout(refuse, 8000); });
    isThere = await Promise.race([held.update(), silence]).then(() => true, () => false);
  }
  line(!isThere);
  return isThere;
}
/** Does something that needs the network until it succeeds: 5 s, 10 s ... 10 minutes apart, while somebody looks. */
function insist(act, wait = 5000) {
  return act().catch((error) => {
    if (error.name === 'SecurityError') throw error;
    setTimeout(() => {
      if (document.visibilityState === 'visible') insist(act, Math.min(wait * 2, 10 * MINUTE));
      else document.addEventListener('visibilitychange', () => insist(act, wait), { once: true });
    }, wait * (0.75 + Math.random() / 2));
  });
}

// --- the service worker ---
let held;
let missing;
let wanted = false;
const isBusy = () => root.dataset.quiz === 'run' || /\/tap-duot\/[^/]+\/$/.test(location.pathname);
const isThrifty = () => {
  const { saveData, effectiveType = '' } = navigator.connection ?? {};
  return saveData || effectiveType.endsWith('2g');
};
function show() {
  if (!missing) return;
  const here = missing[data.lang];
  const rest = Object.values(missing).reduce((sum, bytes) => sum + bytes, 0);
  root.dataset.kept = rest === 0 ? 'all' : here === 0 ? 'lang' : 'core';
  state.textContent = say['kept_' + root.dataset.kept];
  count().catch(() => {});
  mark.textContent = here === 0 ? say.mark_kept : say.mark_saving;
  save.hidden = rest === 0;
  save.textContent = fill(say.save_all, { size: size(rest) });
  if (wanted) saving.textContent = rest ? fill(say.saving, { size: size(rest) }) : '';
  else if (rest && isThrifty()) saving.textContent = say.thrifty;
}
/** The privacy page tells of the saved pages, too. */
async function count() {
  const place = document.getElementById('device-pages');
  if (!place) return;
  const own = (await caches.keys()).filter((name) => name === SEEN || name.startsWith(OURS));
  const files = await Promise.all(own.map(async (name) => (await caches.open(name)).keys()));
  const n = files.flat().length;
  const { usage = 0 } = await navigator.storage?.estimate?.() ?? {};
  place.textContent = n ? fill(say.pages, { n, size: size(usage) }) : '';
}
document.addEventListener('page', () => count().catch(() => {}));
function keep(all) {
  wanted = wanted || all;
  const others = Object.keys(missing ?? {}).filter((lang) => lang !== data.lang);
  if (all || !isThrifty()) worker.controller?.postMessage({ keep: [data.lang, ...others] });
}
const hello = () => { if (!root.dataset.erased) worker.controller?.postMessage({ hello: data.release }); };

let offered = '';
/** Offers the release that waits; never in the middle of a question or a scene. */
function offer(reply) {
  if (reply) offered = reply.date;
  const isReady = offered && held?.waiting && !isBusy();
  if (isReady) root.dataset.update = 'ready'; else delete root.dataset.update;
  bar('update', isReady && fill(say.update, { date: day(offered) }), [
    [say.update_now, () => held.waiting?.postMessage('SKIP_WAITING')],
  ], say.update_later);
}
function ask() {
  if (held?.waiting && worker.controller) held.waiting.postMessage({ ask: true });
}

let isDue = false;
function renew() {
  if (isDue && !isBusy()) { isDue = false; location.reload(); }
}

async function register() {
  const had = Boolean(worker.controller);
  let isFirst = !had;
  worker.addEventListener('controllerchange', () => {
    // The first worker takes over a page as it is; a later one brings another release.
    if (isFirst) { isFirst = false; hello(); return; }
    isDue = true;
    renew();
  });
  let isKeeping = false;
  worker.addEventListener('message', ({ data: reply }) => {
    if (reply.waiting) return offer(reply);
    if (reply.failed) {
      isKeeping = false;
      if (wanted) saving.textContent = say.failed;
      return setTimeout(hello, MINUTE);
    }
    if (!reply.missing || root.dataset.erased) return;
    if (!missing) news().catch(() => {});
    missing = reply.missing;
    show();
    if (!isKeeping && root.dataset.kept !== 'all' && navigator.onLine) { isKeeping = true; keep(false); }
  });
  worker.startMessages();
  let hasRest = false;
  await insist(async () => {
    held = await worker.register(data.base + 'sw.js', { scope: data.base, updateViaCache: 'none' });
    const first = held && !held.active && held.installing;
    if (first) await installed(first);
    if (held && !hasRest) { hasRest = true; attend(); }
  });
}
/** A first installation that fails leaves nothing behind: it has to be asked for again. */
const installed = (first) => new Promise((done, refuse) => {
  first.addEventListener('statechange', () => (first.state === 'redundant' ? refuse(new Error('not installed')) : done()));
});
/** Listens for what happens to the registration and the page. */
function attend() {
  const follow = () => held.installing?.addEventListener('statechange', ask);
  held.addEventListener('updatefound', follow);
  follow();
  ask();
  hello();
  look();
  addEventListener('online', look);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') look(); });
  setInterval(look, 6 * 60 * MINUTE);
  const moved = () => { offer(); renew(); };
  document.addEventListener('page', moved);
  new MutationObserver(moved).observe(root, { attributeFilter: ['data-quiz'] });
}

// --- what is new since the last visit ---
// Each page has a digest of its words without the day of the edition.
async function news() {
  const { files } = await (await fetch(data.index)).json();
  const [hash] = files[data.lang + '/titles'];
  const list = await (await fetch(`${data.base}content/${data.lang}/titles-${hash}.json`)).json();
  const titles = new Map(list.map(([key, [title]]) => [key, title]));
  const now = Object.fromEntries(list.map(([key, [, digest]]) => [key, digest]));
  if (root.dataset.erased) return;
  const shelf = await caches.open(SEEN);
  const place = data.base + 'seen/' + data.lang;
  const then = await shelf.match(place).then((found) => found?.json()).catch(() => null);
  const write = () => !root.dataset.erased && shelf.put(place, new Response(JSON.stringify(now)));
  const changed = then ? Object.keys(now).filter((key) => now[key] !== then[key]) : [];
  if (!then) await write();
  if (!changed.length) {
    fresh.replaceChildren(make('p', say.news_none));
    return;
  }
  root.dataset.news = changed.length;
  const home = data.base + (data.lang === data.langs.split(',')[0] ? '' : data.lang + '/');
  const links = changed.map((key) => {
    const link = make('a', titles.get(key) ?? key);
    link.href = key === 'home' ? home : home + key + '/';
    return make('li', '', link);
  });
  fresh.replaceChildren(make('p.strong', fill(say.news, { n: changed.length })), make('ul', '', ...links));
  novel.textContent = fill(say.news_short, { n: changed.length });
  // Seen once the list was open.
  panel.addEventListener('toggle', () => { if (panel.open) write(); });
}

// For the home screen: no page has to carry it.
for (const [rel, href] of [['manifest', data.manifest], ['apple-touch-icon', data.touch]]) {
  const link = document.createElement('link');
  link.rel = rel;
  link.href = href;
  document.head.append(link);
}

document.addEventListener('erased', () => {
  missing = null;
  delete root.dataset.kept;
  mark.textContent = novel.textContent = state.textContent = saving.textContent = '';
  save.hidden = true;
  setTimeout(() => count().catch(() => {}), 500);
});

addEventListener('offline', () => line(true));
if (!worker) addEventListener('online', () => line(false));
state.textContent = worker ? say.kept_none : say.kept_never;
check.hidden = !worker;
line(!navigator.onLine);
if (worker && !root.dataset.erased) register().catch(() => { state.textContent = say.kept_never; });
