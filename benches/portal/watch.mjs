// What is measured inside a page. These functions run in the browser, before anything of the page does.

/** Notes times in milliseconds from the start of the visit, paints, shifts, long tasks, interactions, memories. */
export function watch() {
  const bench = window.bench = { times: {}, shifts: [], tasks: [], events: [], memories: [], largest: 0 };
  bench.note = (name) => { bench.times[name] ??= performance.now(); };
  // The frame that shows a change has been drawn when the task after its animation frame runs.
  bench.painted = (name, then) => requestAnimationFrame(() => setTimeout(() => {
    bench.note(name);
    then?.();
  }));
  const see = (type, take, options = {}) => {
    try {
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
    } catch (error) { bench.times[`no ${type}`] = 0; }
  };
  see('paint', ({ name, startTime }) => { if (name === 'first-contentful-paint') bench.times.fcp = startTime; });
  see('largest-contentful-paint', ({ startTime }) => { bench.largest = startTime; });
  see('layout-shift', ({ startTime, value, hadRecentInput }) => {
    if (!hadRecentInput) bench.shifts.push({ startTime, value });
  });
  see('longtask', ({ startTime, duration }) => bench.tasks.push({ startTime, duration }));
  see('event', ({ name, startTime, duration, interactionId }) => {
    if (interactionId) bench.events.push({ name, startTime, duration });
  }, { durationThreshold: 16 });
  see('element', ({ identifier, renderTime }) => {
    if (identifier === 'bench-h1') bench.times.content ??= renderTime;
  });

  // States that the programs write on `html`, and the heading of the page: its paint is that of real content.
  const STATES = { ready: 'ready', atlas: 'atlas', quiz: 'quiz', fault: 'fault', bootError: 'fault' };
  const KEPT = ['core', 'lang', 'all'];
  const look = () => {
    const { dataset } = document.documentElement ?? {};
    if (!dataset) return;
    for (const [state, name] of Object.entries(STATES)) if (dataset[state]) bench.note(name);
    // Two steps may come before we look: a later one says that the earlier ones were there.
    KEPT.slice(0, KEPT.indexOf(dataset.kept) + 1).forEach((step) => bench.note(`kept ${step}`));
    const heading = document.querySelector('#content h1');
    if (heading && !bench.times.content && !heading.hasAttribute('elementtiming')) heading.setAttribute('elementtiming', 'bench-h1');
  };
  const attributeFilter = ['data-ready', 'data-atlas', 'data-quiz', 'data-kept', 'data-fault', 'data-boot-error'];
  new MutationObserver(look).observe(document, { attributes: true, attributeFilter, childList: true, subtree: true });

  // Every memory that a WebAssembly program brings along.
  const keep = (made) => {
    const { exports } = made.instance ?? made;
    for (const one of Object.values(exports ?? {})) if (one instanceof WebAssembly.Memory) bench.memories.push(one);
    return made;
  };
  if (typeof WebAssembly !== 'object') return;
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = (...words) => own.apply(WebAssembly, words).then(keep);
  }
}

/** Puts in an answer to the question of a form: the first one there is. */
export function fillIn() {
  window.fillIn = (form) => {
    const choice = form.querySelector('input[name="answer"], [data-key="mark"]');
    if (choice) choice.click();
    // Each row gets a partner of its own; rows to be put in order stand in one already.
    form.querySelectorAll('select[name^="row"]').forEach((list, n) => { list.selectedIndex = n + 1; });
  };
}

/** Starts a quick self-check and answers its first question, each step at the first frame that allows it. */
export function answerFirst() {
  const { bench } = window;
  let isStarted = false;
  let isSent = false;
  const step = () => {
    const find = (selector) => document.querySelector(selector);
    const start = find('[data-key="start"][data-value="quick"]');
    if (!isStarted && document.documentElement.dataset.quiz === 'ready' && start) {
      isStarted = true;
      bench.note('start');
      start.click();
    }
    find('#quiz [data-key="skip"]')?.click();
    const form = find('#quiz form[data-kind="question"]');
    if (form && !isSent) {
      isSent = true;
      bench.note('question');
      window.fillIn(form);
      form.requestSubmit();
    }
    if (find('#verdict')) bench.painted('feedback'); else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/** Narrows the list of the map as soon as that works. */
export function filterFirst() {
  const { bench } = window;
  const step = () => {
    if (document.documentElement.dataset.atlas !== 'ready') return requestAnimationFrame(step);
    const form = document.querySelector('#list [data-kind="filters"]');
    const count = document.querySelector('#list [data-kind="count"]');
    const list = form.querySelector('select[name="tru-cot"]');
    const before = count.textContent;
    form.closest('details').open = true;
    list.selectedIndex = 3;
    list.dispatchEvent(new Event('change', { bubbles: true }));
    if (count.textContent === before) throw new Error('the filter changed nothing');
    return bench.painted('filtered');
  };
  requestAnimationFrame(step);
}

/** Waits for the results of the words that were typed, however many keys they took. */
export function awaitResult(words) {
  const { bench } = window;
  const step = () => {
    if (document.querySelector('[data-island="search"] .results a[href]')) bench.painted('result');
    else requestAnimationFrame(step);
  };
  addEventListener('input', ({ target }) => {
    if (target.id === 'q' && target.value === words && !bench.times['last key']) {
      bench.note('last key');
      requestAnimationFrame(step);
    }
  }, true);
}

/**
 * How long each next question takes to choose: from the new address, which is written first, to the first change of
 * the document, which comes when the question has been chosen and its page is made. An upper bound.
 */
export function timeChoices() {
  window.choices = [];
  let from;
  const { pushState } = History.prototype;
  History.prototype.pushState = function push(...words) {
    const done = pushState.apply(this, words);
    from = performance.now();
    return done;
  };
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function set(...words) {
    if (from !== undefined) window.choices.push(performance.now() - from);
    from = undefined;
    return setAttribute.apply(this, words);
  };
}

/** Milliseconds from each change of a form to the frame that shows it. */
export function timeChanges() {
  window.changes = [];
  addEventListener('change', () => {
    const from = performance.now();
    requestAnimationFrame(() => setTimeout(() => window.changes.push(performance.now() - from)));
  }, true);
}
