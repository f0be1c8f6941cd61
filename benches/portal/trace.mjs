// Where the time of one visit went: each file on the line, and what the page did meanwhile.

const at = (value) => (Number.isFinite(value) ? String(Math.round(value)) : '-').padStart(6);

/** Requests in their order, with the depth of the chain: how many answers one after another led to each. */
export function deepest(what, { chain, times, longest, blocking }) {
  const depths = chain.map(() => 1);
  // A request can be caused only by what had begun to arrive before it was asked.
  chain.forEach((one, n) => {
    const before = chain.map((other, at) => ({ other, at })).filter(({ other }) => other.first < one.asked - 1);
    depths[n] = 1 + Math.max(0, ...before.map(({ at: place }) => depths[place]));
  });
  const rows = chain.map((one, n) => `${at(one.asked)}${at(one.first)}${at(one.end)}${at(one.down)}  ${one.opens ? 'new ' : 'kept'} ${depths[n]}  ${one.path}`);
  const notes = Object.entries(times).sort((a, b) => a[1] - b[1]).map(([name, time]) => `${name} ${Math.round(time)}`).join(', ');
  return `\n${what}: ${notes}; longest task ${Math.round(longest)}, blocking ${Math.round(blocking)}\n asked first   end bytes  line depth path\n${rows.join('\n')}`;
}
