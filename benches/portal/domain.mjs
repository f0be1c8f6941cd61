// The benches of the domain, without a browser: run by criterion, their estimates read from what it prints.
import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { table } from './report.mjs';

const BENCHES = ['map', 'quiz', 'search'];

/** Runs one bench with its output on the terminal, and returns the output. */
function run(name) {
  return new Promise((done, failed) => {
    const bench = spawn('cargo', ['bench', '--no-default-features', '--bench', name], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    bench.stdout.on('data', (bytes) => {
      process.stdout.write(bytes);
      said += bytes;
    });
    bench.on('error', failed);
    bench.on('close', (code) => (code === 0 ? done(said) : failed(new Error(`cargo bench --bench ${name} failed: the lines above say why`))));
  });
}

/** Name, estimate and interval of each line `name  time: [least estimate most]`; long names stand on the line before. */
export function read(said) {
  const found = said.matchAll(/^(.+?)\s*\n?\s+time:\s+\[([\d.]+ \S+) ([\d.]+ \S+) ([\d.]+ \S+)\]/gm);
  return [...found].map(([, name, least, middle, most]) => ({ name: name.trim(), estimate: middle, least, most }));
}

export async function domain() {
  const load = loadavg()[0].toFixed(2);
  const data = {};
  for (const name of BENCHES) data[name] = read(await run(name));
  const rows = BENCHES.flatMap((name) => data[name].map(({ name: what, estimate, least, most }) => [name, what, estimate, `${least} – ${most}`]));
  const body = `${cpus()[0].model.trim()}, ${cpus().length} cores; load at the start ${load}; ${new Date().toISOString().slice(0, 10)}. Criterion's estimate, and its interval of 95 %.\n\n${table(['bench', 'what', 'estimate', 'interval'], rows)}`;
  return { data: { domain: data }, section: 'domain', body };
}
