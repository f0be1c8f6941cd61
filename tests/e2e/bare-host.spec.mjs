// What `cargo xtask build --meta-policy` makes, on a host that sends nothing but the type of a file.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openAlive } from './atlas.mjs';
import { faults, filesOf } from './host.mjs';
import { box, expect, open, ready, words } from './portal.mjs';
import { answer, asked, begin, openCheck } from './quiz.mjs';
import { isOff, test, visit } from './worker.mjs';

const guarded = resolve(process.env.PORTAL_GUARDED ?? 'target/site/guarded');

test.beforeEach(({ host }) => {
  host.serve(guarded);
  host.fail(/./, faults.bare);
});

test('every page says the policy, before anything that it guards', () => {
  const pages = filesOf(guarded).map((name) => name.replace(/\/$/, '/index.html')).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(400);
  for (const name of pages) {
    const html = readFileSync(join(guarded, name), 'utf8');
    const [before, after] = html.split('<meta http-equiv="Content-Security-Policy" content="');
    expect(before, name).not.toMatch(/<(link|script|style|img|body)/);
    expect(after, name).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'; style-src 'self'( 'sha256-[^']+')+; /);
    expect(after.split('"')[0], name).not.toContain('{');
  }
});

test('pages work, dressed, and refuse what the policy refuses', async ({ page, watch }) => {
  watch.allow(/Content Security Policy/, /policy: (style-src-attr|connect-src)/);
  const answer = await page.goto('giai-thich/');
  expect(Object.keys(answer.headers())).not.toContain('content-security-policy');
  await ready(page);
  const styles = () => page.evaluate(() => [...document.querySelectorAll('style')].every(({ sheet }) => sheet?.cssRules.length));
  expect(await styles()).toBe(true);
  await box(page).fill('vneid');
  await expect(page.getByRole('status').filter({ hasText: 'kết quả' })).toBeVisible();
  const refused = await page.evaluate(() => new Promise((done) => {
    const seen = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      if (seen.push(effectiveDirective) === 2) done(seen.sort());
    });
    document.body.setAttribute('style', 'color: red');
    fetch('https://example.com/').catch(() => {});
  }));
  expect(refused).toEqual(['connect-src', 'style-src-attr']);
  await openAlive(page, 'ban-do/');
  expect(await styles()).toBe(true);
});

test('the self-check asks and explains', async ({ page }) => {
  await openCheck(page);
  await begin(page);
  await answer(page, await asked(page, 1));
});

test('what was visited is there without a network', async ({ page, host }) => {
  await visit(page, 'giai-thich/vneid/');
  host.heal();
  host.fail(/./, faults.reset);
  await open(page, 'thuat-ngu/');
  await isOff(page);
  await expect(page.getByRole('heading', { level: 1, name: words.vi.nav.glossary })).toBeVisible();
});
