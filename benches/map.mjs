// How soon the map stands and opens a province, in the system's Chromium on a slow line.
//
//   node benches/map.mjs [dist] [port] [runs]
//
// Each run starts with an empty cache: 360x640, 400 kbit/s, 400 ms, CPU 4x. Milliseconds, median (least to most).
import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';

const [dist = 'dist', port = '4199', runs = '5'] = process.argv.slice(2);
const base = `http://127.0.0.1:${port}/`;
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const PATHS = ['ban-do/', 'ban-do/?tru-cot=society'];

/** In the page, before anything else: when things happen, in milliseconds from the start of the visit. */
function watch(follows) {
  const times = window.times = {};
  const note = (name) => { times[name] ??= performance.now(); };
  // After the frame that shows it has been painted.
  const painted = (name) => requestAnimationFrame(() => setTimeout(() => note(name)));
  window.addEventListener('files', () => { note('data'); queueMicrotask(() => painted('map painted from data')); }, true);
  const look = () => {
    const land = document.querySelector('#content [data-map] a[data-code]');
    if (land && !times.shown && performance.getEntriesByName('first-contentful-paint').length) {
      note('shown');
      if (follows) land.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
    if (document.documentElement.dataset.atlas) note('part ready');
    // Not in the frame that is measured: opening the sheet is work of its own.
    if (!follows && times['part ready'] && times['map painted from data'] && !times.pressed) {
      note('pressed');
      land.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
    if (document.querySelector('#content .sheet:not([hidden])') && !times['sheet open']) painted('sheet open');
    if (!times['sheet open']) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function visit(browser, path, follows) {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'vi-VN' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', LINE);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(watch, follows);
  await page.goto(base + path, { waitUntil: 'commit', timeout: 60_000 });
  let times;
  if (follows) {
    const start = await page.evaluate(() => performance.timeOrigin);
    await page.waitForURL(/\/tinh\//, { waitUntil: 'commit', timeout: 60_000 });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length, null, { timeout: 60_000 });
    // On the clock of the pages: from the start of the visit to the first paint of the second page.
    const painted = await page.evaluate(() => performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime);
    times = { 'province page by the link': painted - start };
  } else {
    await page.waitForFunction(() => window.times['sheet open'], null, { timeout: 60_000 });
    times = await page.evaluate(() => window.times);
    times['from data to changed page'] = times['part ready'] - times.data;
    times['from data to painted'] = times['map painted from data'] - times.data;
    times['from press to sheet'] = times['sheet open'] - times.pressed;
    for (const name of ['map painted from data', 'pressed', 'sheet open']) delete times[name];
  }
  await context.close();
  return times;
}

function row(name, values) {
  const sorted = values.map(Math.round).sort((a, b) => a - b);
  return `${name.padEnd(36)} ${sorted[sorted.length >> 1]} (${sorted[0]} to ${sorted.at(-1)})`;
}

const server = spawn('cargo', ['xtask', 'serve', '--no-build', '--dist', dist, '--port', port], { detached: true, stdio: 'ignore' });
try {
  for (let tries = 0; ; tries += 1) {
    if (await fetch(base).then((answer) => answer.ok, () => false)) break;
    if (tries > 240) throw new Error(`nothing answers at ${base}`);
    await new Promise((done) => setTimeout(done, 500));
  }
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'] });
  const measure = async (path, follows) => {
    const found = {};
    for (let run = 0; run < Number(runs); run += 1) {
      for (const [name, value] of Object.entries(await visit(browser, path, follows))) (found[name] ??= []).push(value);
    }
    for (const [name, values] of Object.entries(found)) console.log(row(name, values));
  };
  for (const path of PATHS) {
    console.log(`\n/${path}, load ${loadavg()[0].toFixed(1)}`);
    await measure(path, false);
  }
  console.log(`\n/ban-do/, the link followed as soon as it is seen, load ${loadavg()[0].toFixed(1)}`);
  await measure('ban-do/', true);
  await browser.close();
} finally {
  process.kill(-server.pid);
}
