// On what, with what and of what the numbers were taken.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/** A name for the files in a folder: two equal releases have the same. */
function release(dist) {
  const sum = createHash('sha256');
  for (const name of readdirSync(dist, { recursive: true }).map(String).sort()) {
    if (/\.(html|js|css|wasm|json)$/.test(name)) sum.update(name).update(readFileSync(join(dist, name)));
  }
  return sum.digest('hex').slice(0, 12);
}

/** Read before anything runs: our own work is load, too. */
export function machine(dist, chromium) {
  return {
    cpu: cpus()[0].model.trim(),
    cores: cpus().length,
    memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    load: loadavg().map((load) => Number(load.toFixed(2))),
    chromium,
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    release: release(dist),
  };
}

/** One line for people. */
export const about = ({ cpu, cores, memory, load, chromium, date, release: id }) =>
  `${cpu}, ${cores} cores, ${memory}; load at the start ${load.join(', ')}; Chromium ${chromium}; ${date} UTC; release ${id}`;
