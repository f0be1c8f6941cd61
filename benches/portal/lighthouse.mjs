// Lighthouse for phones on five pages. Not a dependency: it is installed into .tools when it is asked for.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { about, machine } from './machine.mjs';
import { dist } from '../../tests/e2e/portal.mjs';
import { median, table } from './report.mjs';

/** The last one that runs on Node.js 20. */
const VERSION = '12.8.2';
const ROUTES = ['', 'giai-thich/vneid/', 'ban-do/', 'tu-danh-gia/', 'chi-so/tuyen-quang-kinh-te-so/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const LEAST = 98;
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, '.tools/lighthouse');
const program = join(folder, 'node_modules/lighthouse/cli/index.js');

/** Installs the pinned version; says why when it cannot. */
function install() {
  const about = join(folder, 'node_modules/lighthouse/package.json');
  if (existsSync(about) && JSON.parse(readFileSync(about, 'utf8')).version === VERSION) return undefined;
  console.log(`Install Lighthouse ${VERSION} into .tools/lighthouse`);
  const words = ['install', '--prefix', folder, '--no-audit', '--no-fund', `lighthouse@${VERSION}`];
  const npm = spawnSync('npm', words, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (npm.status === 0) return undefined;
  return `Lighthouse ${VERSION} did not install: ${(npm.error?.message ?? npm.stderr).trim().split('\n')[0]}`;
}

/** Scores of one page, 0 to 100, and the audits that cost points. */
function look(url) {
  const out = join(tmpdir(), `lighthouse-${process.pid}.json`);
  const words = [
    program, url, '--quiet', '--output=json', `--output-path=${out}`, `--only-categories=${CATEGORIES.join(',')}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking', '--no-enable-error-reporting',
  ];
  const env = { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' };
  const run = spawnSync('node', words, { encoding: 'utf8', env });
  if (run.status !== 0) throw new Error(`Lighthouse failed at ${url}: ${run.stderr.trim().split('\n').slice(-3).join(' ')}`);
  const { categories, audits, environment, runtimeError } = JSON.parse(readFileSync(out, 'utf8'));
  rmSync(out);
  if (runtimeError) throw new Error(`Lighthouse failed at ${url}: ${runtimeError.message}`);
  const lost = CATEGORIES.flatMap((name) => categories[name].auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
    .map(({ id }) => `${id}${audits[id].displayValue ? ` (${audits[id].displayValue.replaceAll('\u00a0', ' ')})` : ''}`);
  return { scores: CATEGORIES.map((name) => Math.round(categories[name].score * 100)), lost, chromium: /Chrom\w*\/([\d.]+)/.exec(environment.hostUserAgent)?.[1] };
}

/** Now and then Lighthouse misses the start of a visit (NO_NAVSTART) and asks to be run again. */
const TRIES = 4;
function insist(url) {
  for (let n = 1; ; n += 1) {
    try {
      return look(url);
    } catch (error) {
      if (n === TRIES) throw error;
      console.error(`${error.message}; tried again`);
    }
  }
}

export async function lighthouse(runs) {
  const why = install();
  if (why) {
    console.log(`Lighthouse: not run: ${why}`);
    return { data: { lighthouse: { why } }, section: 'lighthouse', body: `Not run: ${why}` };
  }
  const before = machine(dist, '');
  const data = [];
  for (const route of ROUTES) {
    const seen = Array.from({ length: runs }, () => insist(`${process.env.PORTAL_ORIGIN}/${route}`));
    before.chromium = seen[0].chromium;
    const scores = CATEGORIES.map((_, at) => seen.map(({ scores: all }) => all[at]));
    data.push({ route: `/${route}`, scores, lost: [...new Set(seen.flatMap(({ lost }) => lost))] });
    console.log(`/${route}: ${scores.map((all, at) => `${CATEGORIES[at]} ${median(all)}`).join(', ')}; below 90: ${data.at(-1).lost.join(', ') || 'nothing'}`);
  }
  const cell = (all) => {
    const [middle, least, most] = [median(all), Math.min(...all), Math.max(...all)];
    return `${middle < LEAST ? `**${middle}**` : middle}${least < most ? ` (${least} – ${most})` : ''}`;
  };
  const rows = data.map(({ route, scores, lost }) => [`\`${route}\``, ...scores.map(cell), lost.join(', ')]);
  const body = `Lighthouse ${VERSION}, phone, its own simulated line; ${about(before)}; ${runs} runs. Target: ${LEAST} in every category.\n\n${table(['page', ...CATEGORIES, 'audits below 90'], rows)}`;
  return { data: { machine: before, version: VERSION, lighthouse: data }, section: 'lighthouse', body };
}
