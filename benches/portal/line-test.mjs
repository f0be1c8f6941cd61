// Whether the line does what its model says: measured without a browser, compared with arithmetic.
import http from 'node:http';
import { Line, clock } from './line.mjs';
import { PROFILES } from './profiles.mjs';

/** Of the computed time: more than this, and either the line is wrong or the machine is too busy to measure on. */
const TOLERANCE = 0.05;

/** Milliseconds until the last byte of a body of `size` bytes; the head counts as well. */
function fetched(agent, origin, size) {
  const start = clock();
  return new Promise((done, failed) => {
    http.get(`${origin}/${size}`, { agent }, (answer) => {
      answer.resume();
      answer.on('end', () => done(clock() - start));
    }).on('error', failed);
  });
}

/** Name, expected and measured milliseconds of each case. */
export async function test() {
  const server = http.createServer((request, response) => {
    const body = Buffer.alloc(Number(request.url.slice(1)));
    // Node sends a small head apart from its body; our server sends both in one piece.
    response.socket.cork();
    response.writeHead(200, { 'Content-Length': body.length });
    response.end(body);
    process.nextTick(() => response.socket?.uncork());
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const cases = [];
  for (const name of ['p3g', 'p4g']) {
    const profile = PROFILES[name];
    const line = await Line.open(origin, profile);
    const agent = new http.Agent({ keepAlive: true, maxSockets: 6 });
    const compare = (what, wait, measured) => {
      const { up, down } = line.requests.reduce((sum, request) => ({ up: sum.up + request.up, down: sum.down + request.down }), { up: 0, down: 0 });
      const expected = wait + up * 8000 / profile.up + down * 8000 / profile.down;
      const error = measured / expected - 1;
      cases.push({ name: `${name}: ${what}`, expected, measured, error, isRight: Math.abs(error) <= TOLERANCE });
      line.clear();
    };
    const single = await fetched(agent, line.origin, 100_000);
    compare('100 kB on a new connection', profile.opening + profile.rtt, single);
    const again = await fetched(agent, line.origin, 100_000);
    compare('100 kB on the same connection', profile.rtt, again);
    const small = await fetched(agent, line.origin, 0);
    compare('an empty answer', profile.rtt, small);
    line.hangUp();
    agent.destroy();
    const six = new http.Agent({ keepAlive: true, maxSockets: 6 });
    const times = await Promise.all(Array.from({ length: 6 }, () => fetched(six, line.origin, 20_000)));
    compare('six answers of 20 kB at once, the last', profile.opening + profile.rtt, Math.max(...times));
    // Whoever shares a line fairly ends together: the first of six is close to the last.
    const [first, last] = [Math.min(...times), Math.max(...times)];
    cases.push({ name: `${name}: six at once, first to last`, expected: last, measured: first, error: first / last - 1, isRight: first / last > 0.9 });
    six.destroy();
    line.close();
  }
  server.close();
  return cases;
}

/** The cases as lines of text. */
export const lines = (cases) => cases.map(({ name, expected, measured, error, isRight }) =>
  `${isRight ? 'right' : 'WRONG'}  ${name}: ${measured.toFixed(0)} ms, expected ${expected.toFixed(0)} ms (${(error * 100).toFixed(1)} %)`);
