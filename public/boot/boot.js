// Runs when the page has been read: the rule for generated markup, the reader's choices, the start of the program,
// and what people see when it cannot start. What must stand before anything is drawn is in first.js.
(function () {
  'use strict';
  const root = document.documentElement;
  // What is the same on every page of a language; the build fills it in.
  const site = {/*site*/};
  const data = document.currentScript.dataset;
  const address = document.currentScript.src;
  Object.assign(data, site.all, site[data.lang]);
  // The name of this script changes with every file of a release.
  data.release = root.dataset.release = address.replace(/.*-(\w+)\.js$/, '$1');
  const PREFIX = 'buoc-so.';
  const VALID = { theme: ['light', 'dark'], text: ['130', '150', '200'], lens: ['student', 'official', 'business'] };

  // A default policy: without it strict pages refuse the templates that views are cloned from.
  if (self.trustedTypes && trustedTypes.createPolicy) {
    const harmful = /<(script|iframe|object|embed|base|meta)\b|\son\w+\s*=|\b(href|src|action|formaction|xlink:href)\s*=\s*["']?\s*(javascript|data|vbscript):/i;
    try {
      trustedTypes.createPolicy('default', {
        createHTML: (markup) => (harmful.test(markup) ? null : markup),
        createScriptURL: (url) => (url === data.base + 'sw.js' ? url : null),
      });
    } catch (error) { /* another program was here first: its policy stands */ }
  }

  function read(key) {
    try {
      const value = localStorage.getItem(PREFIX + key);
      return VALID[key].includes(value) ? value : '';
    } catch (error) { return ''; }
  }
  function write(key, value) {
    try {
      if (value) localStorage.setItem(PREFIX + key, value); else localStorage.removeItem(PREFIX + key);
    } catch (error) { /* memory only: the choice holds until the page closes */ }
  }
  function show(key, value) {
    if (value) root.dataset[key] = value; else delete root.dataset[key];
  }
  // As in first.js, which a host's policy of another release may have refused.
  ['theme', 'text'].forEach((key) => show(key, read(key)));
  if (new URLSearchParams(location.search).get('q')) root.dataset.asked = 'true';
  document.querySelectorAll('style[data-style]').forEach((own) => dress(own.dataset.style));

  // --- choices ---
  function settings() {
    document.querySelectorAll('[data-settings] input').forEach((input) => {
      input.checked = input.value === (root.dataset[input.name] || '');
    });
  }
  let chosen = '';
  function lens() {
    const asked = new URLSearchParams(location.search).get('ai');
    chosen = VALID.lens.includes(asked) ? asked : asked ? '' : chosen || read('lens');
    const links = document.querySelectorAll('[data-choice]');
    if (!links.length) return;
    links.forEach((link) => {
      if (link.dataset.choice === (chosen || 'all')) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    });
    document.querySelectorAll('details[data-lens]').forEach((fold) => { fold.open = fold.dataset.lens === chosen; });
  }
  document.addEventListener('change', (event) => {
    const input = event.target;
    if (!input.closest || !input.closest('[data-settings]')) return;
    show(input.name, input.value);
    write(input.name, input.value);
  });
  document.addEventListener('click', (event) => {
    const target = event.target.closest ? event.target : null;
    const choice = target && target.closest('[data-choice]');
    if (choice && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      chosen = choice.dataset.choice === 'all' ? '' : choice.dataset.choice;
      write('lens', chosen);
      history.replaceState(history.state, '', chosen ? '?ai=' + chosen : location.pathname);
      lens();
    }
    document.querySelectorAll('details.settings[open]').forEach((panel) => {
      if (!panel.contains(event.target)) panel.open = false;
    });
  });
  document.addEventListener('keydown', (event) => {
    const panel = event.key === 'Escape' && document.querySelector('details.settings[open]');
    if (panel) { panel.open = false; panel.querySelector('summary').focus(); }
  });
  // What the address asks for stands in an open form.
  function asked() {
    new URLSearchParams(location.search).forEach((value, name) => {
      const field = document.querySelector('#content details [name="' + CSS.escape(name) + '"]');
      if (field) field.closest('details').open = true;
    });
  }
  document.addEventListener('page', lens);
  document.addEventListener('page', asked);
  document.addEventListener('erased', () => {
    chosen = '';
    ['theme', 'text'].forEach((key) => show(key, ''));
    settings();
    lens();
  });

  // --- paper: what is folded on the screen is open on paper ---
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = Array.from(document.querySelectorAll('main details:not([open])'));
    opened.forEach((fold) => { fold.open = true; });
    const address = document.getElementById('address');
    if (address) address.textContent = location.href;
  });
  addEventListener('afterprint', () => { opened.forEach((fold) => { fold.open = false; }); opened = []; });

  // --- recovery ---
  function press(label, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button button--quiet';
    made.textContent = label;
    made.onclick = act;
    return made;
  }
  /** One bar of a kind under the header; without words it goes. */
  function bar(kind, words, acts, close, urgent) {
    const box = document.getElementById('notice');
    if (!box) return;
    const old = box.querySelector('[data-bar="' + kind + '"]');
    if (old && words && old.querySelector('p').textContent === words) return;
    if (old) old.remove();
    if (!words) return;
    const made = document.createElement('div');
    made.className = 'bar';
    made.dataset.bar = kind;
    made.setAttribute('role', urgent ? 'alert' : 'status');
    const line = document.createElement('div');
    line.className = 'wrap cluster';
    const text = document.createElement('p');
    text.className = 'cluster__grow';
    text.textContent = words;
    line.append(text);
    acts.forEach(([label, act]) => line.append(press(label, act)));
    line.append(press(close || data.close, () => made.remove()));
    made.append(line);
    box.append(made);
  }
  document.addEventListener('bar', (event) => bar(...event.detail));
  // A release that waits may hold what is missing here.
  function reload() {
    const again = () => location.reload();
    if (!navigator.serviceWorker) return again();
    navigator.serviceWorker.getRegistration().then((held) => {
      if (!held || !held.waiting) return again();
      navigator.serviceWorker.oncontrollerchange = again;
      held.waiting.postMessage('SKIP_WAITING');
    }).catch(again);
  }
  function notice(words, code, urgent) {
    root.dataset.fault = code;
    bar('fault', words, code === 'old' ? [] : [[data.reload, reload]], '', urgent);
  }
  function panicked(error) {
    if (typeof WebAssembly === 'undefined' || !(error instanceof WebAssembly.RuntimeError)) return;
    let again = false;
    try {
      again = Date.now() - Number(sessionStorage.getItem(PREFIX + 'fault')) < 60000;
      sessionStorage.setItem(PREFIX + 'fault', String(Date.now()));
    } catch (denied) { /* no memory of faults: each is the first */ }
    notice(again ? data.again : data.panic, 'panic', true);
  }
  addEventListener('error', (event) => panicked(event.error));
  addEventListener('unhandledrejection', (event) => panicked(event.reason));

  // --- start ---
  // A tiny module that is valid only where reference types and bulk memory exist.
  const PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 17, 1, 15, 0, 208, 111, 26, 65, 0, 65, 0, 65, 0, 252, 10, 0, 0, 11];
  function supported() {
    return typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(PROBE));
  }
  async function run(js, url, integrity) {
    // A copy that the browser kept may be damaged: then the host is asked.
    const bring = (cache) => fetch(url, { cache, integrity, priority: 'low' });
    const [glue, wasm] = await Promise.all([import(js), bring('default').catch(() => bring('reload'))]);
    if (!wasm.ok) throw new Error('wasm ' + wasm.status);
    await glue.default({ module_or_path: wasm });
  }
  // Styles that stand in the page count, unless the host's policy refused them.
  function dress(...names) {
    names.forEach((name) => {
      const own = document.querySelector('style[data-style="' + name + '"]');
      const href = data[name + 'Style'];
      if ((own && own.sheet) || document.querySelector('link[href="' + href + '"]')) return;
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = href;
      document.head.append(sheet);
    });
  }
  // What lists and maps work on: texts of JSON. One that does not come whole is asked for again on the next page.
  const files = {};
  function file(name) {
    const bring = (cache) => fetch(data[name], { cache }).then(async (answer) => {
      const text = answer.ok && await answer.text();
      // Longer than any list of ours: nothing to keep a telephone busy with.
      if (text.length > 4e6) throw 0;
      JSON.parse(text);
      return text;
    });
    files[name] = files[name] || bring('default').catch(() => bring('reload')).catch(() => { delete files[name]; });
    return files[name];
  }
  const holds = (selector) => document.querySelector('#content ' + selector);
  const begun = {};
  function begin(name) {
    dress(name);
    begun[name] = begun[name] || run(data[name + 'Js'], data[name + 'Wasm'], data[name + 'Integrity']);
    return begun[name].then(() => true, () => {
      delete begun[name];
      if (root.dataset.fault !== 'panic') notice(data.failed, 'boot');
    });
  }
  // The part for lists, maps and tables comes with the first page that holds one; so does the one for the self-check.
  let turn = 0;
  async function part() {
    const own = ++turn;
    const check = holds('[data-part="quiz"]') && begin('quiz');
    // Its words come beside it, not behind it.
    if (check) fetch(data.quiz, { priority: 'low' }).catch(() => {});
    if (!holds(':is([data-part="atlas"], [data-part="table"])')) return check;
    const coming = Promise.all([holds('[data-part="atlas"]') && file('models'), holds('[data-map]') && file('places')]);
    if (!await begin('atlas')) return;
    const [models, places] = await coming;
    if (own === turn) document.dispatchEvent(Object.assign(new Event('files'), { models, places }));
  }
  document.addEventListener('page', part);
  // The frame of a page that is kept on the device holds nothing to read before the program has drawn it.
  const isFrame = data.key === '';
  function plain() {
    const held = navigator.serviceWorker && navigator.serviceWorker.controller;
    if (!isFrame || !held || !navigator.onLine) return;
    try {
      if (sessionStorage.getItem(PREFIX + 'plain')) return;
      sessionStorage.setItem(PREFIX + 'plain', '1');
    } catch (error) { return; }
    const channel = new MessageChannel();
    channel.port1.onmessage = () => location.reload();
    held.postMessage('PLAIN', [channel.port2]);
  }
  // What is kept of pages goes with the rest, whether or not the script that keeps it has come.
  document.addEventListener('erased', async () => {
    root.dataset.erased = 'true';
    try {
      const held = await navigator.serviceWorker.getRegistration(data.base);
      if (held) {
        [held.active, held.waiting, held.installing].forEach((worker) => worker && worker.postMessage('ERASE'));
        await held.unregister();
      }
      const isOurs = (name) => name === 'buoc-so-seen:' + data.base || name.startsWith('buoc-so:' + data.base + ':');
      await Promise.all((await caches.keys()).filter(isOurs).map((name) => caches.delete(name)));
    } catch (error) { /* closed storage holds nothing */ }
  });
  const later = (wait) => new Promise((done) => { setTimeout(done, wait); });
  async function start() {
    settings();
    lens();
    asked();
    if (supported()) {
      // Where a part makes the page, the line is its own at first: links and forms work without the core.
      const own = part();
      const asking = performance.now();
      if (!root.dataset.asked) await Promise.race([own, later(6000)]);
      // On a slow line the first question comes before the core, too.
      if (holds('[data-part="quiz"]') && performance.now() - asking > 1000) await later(1000);
      const soon = { priority: 'low' };
      fetch(data.words, soon).catch(() => {});
      // On the page for searching, what is searched comes beside the core: one can type before either is there.
      const searched = data.key.endsWith('/tim') && fetch(data.search, soon).then((answer) => answer.blob()).catch(() => {});
      await run(data.js, data.wasm, data.wasmIntegrity).then(async () => {
        root.dataset.ready = 'true';
        if (searched) await Promise.race([searched, later(8000)]);
        // What the first link needs.
        fetch(data.index, soon).catch(() => {});
        dress('atlas', 'practice', 'quiz');
      }, (error) => {
        root.dataset.bootError = String(error && error.message);
        if (root.dataset.fault !== 'panic') notice(data.failed, 'boot');
        plain();
      });
    } else {
      notice(data.old, 'old');
      plain();
    }
    // What is kept for later comes last.
    await later(1000);
    import(data.offline).catch(() => {});
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();
})();
