// Files larger than today's, made up from the release: 10,000 models, 200 questions.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'content/vi';

/** Names and contents of the data files of this kind, by address. */
function files(dist, name) {
  const found = readdirSync(join(dist, FOLDER)).filter((file) => name.test(file));
  if (!found.length) throw new Error(`${dist}/${FOLDER} holds no file like ${name}: build the portal first`);
  return found.map((file) => [`/${FOLDER}/${file}`, JSON.parse(readFileSync(join(dist, FOLDER, file), 'utf8'))]);
}

const answer = ([address, data]) => [address, Buffer.from(JSON.stringify(data))];

/** The same numbers on every machine. */
function dice(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(state / 2 ** 32 * n);
  };
}

/** The list of models with `n` rows; a third lies around each of two cities, as in benches/map.rs. */
export function models(dist, n) {
  const [[address, [listing, words]]] = files(dist, /^models-\w+\.json$/);
  const [, kinds, , provinces] = listing;
  const roll = dice(2026);
  const PLACES = [[2400, 300, 1600, 300], [2800, 300, 7800, 300], [1000, 3400, 600, 8500]];
  const rows = Array.from({ length: n }, (_, at) => {
    const [x, width, y, height] = PLACES[roll(3)];
    return [
      `m${at}`, `Model ${at}`, 'a place', roll(provinces.length), x + roll(width), y + roll(height),
      roll(3), roll(8), roll(8), roll(3), roll(kinds.length), 2018 + roll(8), roll(32), '',
    ];
  });
  return new Map([answer([address, [[rows, ...listing.slice(1)], words]])]);
}

/** The bank of questions with `n` of them: copies under new numbers, in the deck and among the words. */
export function questions(dist, n) {
  const [deck] = files(dist, /^quiz-[0-9a-f]{12,}\.json$/);
  const folders = files(dist, /^quiz-d\d-\w+\.json$/);
  const rows = deck[1][0][3];
  const free = Math.max(...rows.map(([no]) => no)) + 1;
  const copies = rows.slice(0, Math.max(0, n - rows.length)).map(([no, ...row], at) => ({ from: no, row: [free + at, ...row] }));
  rows.push(...copies.map(({ row }) => row));
  for (const [, folder] of folders) {
    for (const { from, row } of copies) {
      const words = folder.find(([no]) => no === from);
      if (words) folder.push([row[0], ...words.slice(1)]);
    }
  }
  return new Map([deck, ...folders].map(answer));
}
