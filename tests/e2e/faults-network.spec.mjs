// Rows F-01 and F-05 to F-15 of the fault matrix: networks and hosts that fail, with no worker to help.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faults } from './host.mjs';
import { expect, hosted as test } from './oracle.mjs';
import {
  EMERGENCY, MISSING_FILE, box, built, content, dist, heading, link, menu, open, ready, words,
} from './portal.mjs';

const { app, nav, recovery } = words.vi;
const PAGE = /\/content\/vi\/thuat-ngu-/;
const PROGRAM = /\/assets\/app-.*\.wasm$/;
const SCRIPT = /\/assets\/app-.*\.js$/;
const terms = content('vi', 'pages').glossary.title;
const lesson = content('vi', 'explainers/vneid').task;
const notice = (page) => page.getByRole('status').filter({ hasText: recovery.failed });
const found = (page) => page.getByRole('status').filter({ hasText: app.search_count.replace('{n}', '').trim() });

/** From home to the glossary, whose file does not come as it should, and on to a page that is whole. */
async function checkFailure(page, why) {
  await open(page, '');
  await menu(page, nav.glossary).click();
  await expect(heading(page, app.title_error)).toBeFocused();
  await expect(page).toHaveTitle(new RegExp(app.title_error));
  await expect(page.getByRole('alert')).toContainText(why);
  await expect(page.getByRole('link', { name: app.full_page })).toBeVisible();
  await menu(page, nav.explainers).click();
  await expect(heading(page, nav.explainers)).toBeFocused();
}

/** A page whose program does not come: named, and to be read all the same. */
async function checkReading(page) {
  await page.goto('giai-thich/vneid/');
  await expect(notice(page)).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-ready');
  await expect(heading(page, lesson)).toBeVisible();
  await menu(page, nav.explainers).click();
  await expect(heading(page, nav.explainers)).toBeVisible();
  // Here, too, the program has failed: from now on the host may be healed.
  await expect(notice(page)).toBeVisible();
}

test('F-01 the first visit without a network is the browser\'s own page, and the next one is whole', async ({ context, page }) => {
  await context.setOffline(true);
  await expect(page.goto('')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(false);
  await open(page, '');
});

test('F-05 on slow 3G the page is there to read within 8 s, with the numbers to call, before the program', async ({ context, page }) => {
  const tools = await context.newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', {
    offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 20_000,
  });
  await page.goto('', { waitUntil: 'commit', timeout: 8000 });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 8000 });
  for (const number of EMERGENCY) {
    await expect(page.getByRole('contentinfo').getByRole('link', { name: number, exact: true })).toBeVisible();
  }
  await expect(page.locator('html')).not.toHaveAttribute('data-ready');
  await ready(page);
});

const BROKEN = {
  'F-07 a page file that broke off': [faults.truncated, app.error_broken],
  'F-08 a page file whose connection was cut': [faults.cut, app.error_broken, MISSING_FILE],
  'F-03 a connection that was reset': [faults.reset, app.error_offline, MISSING_FILE],
  'F-10 a page file that is missing': [faults.missing, app.error_missing, MISSING_FILE],
  'F-11 a log-in page in place of a page file': [faults.login, app.error_broken],
  'F-13 a host that is down for a page file': [faults.busy(503), app.error_missing, MISSING_FILE],
  'F-13 a host that is too busy for a page file': [faults.busy(429), app.error_missing, MISSING_FILE],
};
for (const [name, [fault, why, ...noise]] of Object.entries(BROKEN)) {
  test(`${name} gives a page that says so`, async ({ host, page, watch }) => {
    watch.allow(...noise);
    host.fail(PAGE, fault);
    await checkFailure(page, why);
    await expect(page.getByText('Wi-Fi', { exact: true })).toHaveCount(0);
  });

  test(`${name} is healed by Try again`, async ({ host, page, watch }) => {
    watch.allow(...noise);
    host.fail(PAGE, fault);
    await open(page, '');
    await menu(page, nav.glossary).click();
    const retry = page.getByRole('button', { name: app.retry });
    await retry.press('Enter');
    await expect(heading(page, app.title_error)).toBeFocused();
    host.heal();
    await retry.press('Enter');
    await expect(heading(page, terms)).toBeFocused();
    await expect(page).toHaveTitle(new RegExp(terms));
  });
}

test('F-07 the plain page stands behind a page that failed, and Back leaves it', async ({ host, page }) => {
  host.fail(PAGE, faults.truncated);
  await open(page, '');
  await menu(page, nav.glossary).click();
  await expect(heading(page, app.title_error)).toBeFocused();
  await page.goBack();
  await expect(link(page, nav.explainers).first()).toBeVisible();
  await menu(page, nav.glossary).click();
  await page.getByRole('link', { name: app.full_page }).click();
  await expect(heading(page, terms)).toBeVisible();
});

for (const [file, pattern] of [['words', /\/content\/vi\/words-/], ['index', /\/content\/index-/]]) {
  for (const [id, fault] of [['F-07', 'truncated'], ['F-08', 'cut'], ['F-10', 'missing'], ['F-11', 'login']]) {
    test(`${id} links lead on when the ${file} file is ${fault}`, async ({ host, page, watch }) => {
      watch.allow(MISSING_FILE);
      host.fail(pattern, faults[fault]);
      await open(page, 'giai-thich/');
      await page.getByRole('main').locator('a[href$="giai-thich/vneid/"]').click();
      await expect(page).toHaveURL(/giai-thich\/vneid\/$/);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(host.failed).toBeGreaterThan(0);
    });
  }
}

const [file] = built('content/vi', /^thuat-ngu-.*\.json$/).split('.json');
const whole = readFileSync(join(dist, `${file}.json`), 'utf8');
const list = JSON.parse(whole);
const put = (at, value) => JSON.stringify(list.with(at, value));
const OTHERS = [null, true, -1, 0.5, 1e300, '', 'x', [], {}, [[]]];
/** Files that are no page: each is refused. */
const REFUSED = [
  '', ' ', '7', '[]', '{}', 'null', 'true', '"x"', '\ufeff[]', '['.repeat(5000), '[1e999999]',
  whole.slice(0, -1), `${whole}]`, `${whole}${whole}`, whole.replace('[', '{'), whole.replaceAll('"', "'"),
  whole.replaceAll(',', ';'), JSON.stringify(list.slice(1)), JSON.stringify([...list].reverse()),
  JSON.stringify({ ...list }), JSON.stringify(list.slice(0, 2)), '\0'.repeat(1000), '<html></html>',
  ...OTHERS.filter((value) => typeof value !== 'string').map((value) => put(0, value)),
  ...OTHERS.filter((value) => !Array.isArray(value)).map((value) => put(2, value)),
  whole.replace('[', `[${' '.repeat(1e7)}`), put(2, [[99, 1]]), put(2, [[-1]]), put(2, [7]),
];
/** Files that are strange, and a page all the same. */
const READ = { 'a byte order mark': `\ufeff${whole}`, 'NFD text': whole.normalize('NFD') };

for (const part of [0, 1, 2, 3]) {
  test(`F-09 what is no page is refused and said, part ${part + 1} of 4`, async ({ page }) => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(40);
    let body;
    await page.route(PAGE, (route) => route.fulfill({ contentType: 'application/json', body }));
    await open(page, '');
    for (const mutant of REFUSED.filter((_, n) => n % 4 === part)) {
      body = mutant;
      await menu(page, nav.glossary).click();
      await expect(heading(page, app.title_error), mutant.slice(0, 80)).toBeFocused();
      await expect(page.getByRole('alert')).toContainText(app.error_broken);
      await page.getByRole('banner').getByRole('link', { name: words.vi.site.name }).click();
      await expect(page.getByRole('alert')).toHaveCount(0);
    }
  });
}

for (const [name, body] of Object.entries(READ)) {
  test(`F-09 ${name} is a page`, async ({ page }) => {
    await page.route(PAGE, (route) => route.fulfill({ contentType: 'application/json', body }));
    await open(page, '');
    await menu(page, nav.glossary).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('F-09 content that is newer than the program asks for a reload', async ({ host, page }) => {
  host.fail(/\/content\/index-/, faults.altered((body) =>
    Buffer.from(JSON.stringify({ ...JSON.parse(body), schema_version: 999 }))));
  await open(page, '');
  await menu(page, nav.glossary).click();
  await expect(page.getByRole('alert')).toContainText(app.error_version);
});

test('F-09 lists and maps whose file is nonsense leave the served page', async ({ host, page }) => {
  host.fail(/\/content\/vi\/(models|map)-/, faults.altered(() => Buffer.from('{"__proto__":[1,2]')));
  for (const [address, name] of [['mo-hinh/', nav.models], ['ban-do/', nav.map]]) {
    await open(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await menu(page, name).click();
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  }
  expect(host.failed).toBeGreaterThan(0);
});

const NO_PROGRAM = {
  'F-10 a program that is missing': [PROGRAM, faults.missing],
  'F-10 a script of the program that is missing': [SCRIPT, faults.missing],
  'F-11 a log-in page in place of the program': [PROGRAM, faults.login],
  'F-11 a log-in page in place of its script': [SCRIPT, faults.login],
  'F-13 a host that is down for the program': [PROGRAM, faults.busy(503)],
  'F-14 a program with one altered byte': [PROGRAM, faults.altered((body) => body.with(body.length >> 1, body[body.length >> 1] ^ 1))],
  'F-07 a program that broke off': [PROGRAM, faults.truncated],
  'F-08 a program whose connection was cut': [PROGRAM, faults.cut],
};
for (const [name, [pattern, fault]] of Object.entries(NO_PROGRAM)) {
  test(`${name} is refused, and the page stays readable until it comes`, async ({ host, page, watch }) => {
    watch.allow(/integrity/, MISSING_FILE, /module script/, /Fetch API cannot load/);
    host.fail(pattern, fault);
    await checkReading(page);
    host.heal();
    await page.getByRole('button', { name: recovery.reload }).click();
    await ready(page);
    await expect(notice(page)).toHaveCount(0);
  });
}

test('F-11 a whole network that answers everything with its log-in page leaves nothing behind', async ({ host, page, watch }) => {
  watch.allow(/integrity/, MISSING_FILE, /module script/);
  host.fail(/\/(assets|content)\//, faults.login);
  await page.goto('giai-thich/vneid/');
  await expect(heading(page, lesson)).toBeVisible();
  expect(host.failed).toBeGreaterThan(0);
  host.heal();
  await page.reload();
  await ready(page);
  await menu(page, nav.glossary).click();
  await expect(heading(page, terms)).toBeFocused();
});

test('F-12 a program under the name of another kind starts all the same', async ({ host, page }) => {
  host.fail(PROGRAM, faults.typed('application/octet-stream'));
  await open(page, 'giai-thich/vneid/');
  await menu(page, nav.glossary).click();
  await expect(heading(page, terms)).toBeFocused();
});

test('F-15 a log-in page that comes after the start leaves the running program alone', async ({ host, page, watch }) => {
  // What comes last at a start, the script that keeps pages, may meet it.
  watch.allow(/module script/);
  await open(page, 'tim/');
  await box(page).fill('vneid');
  await expect(found(page)).toBeVisible();
  host.fail(/./, faults.login);
  await box(page).fill('dich vu cong');
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  await menu(page, nav.glossary).click();
  await expect(page.getByRole('alert')).toContainText(app.error_broken);
  await expect(page.getByText('Wi-Fi', { exact: true })).toHaveCount(0);
  host.heal();
  await page.goBack();
  await expect(box(page)).toHaveValue('dich vu cong');
});
