// A host that misbehaves on demand. It stands before the real server and keeps its headers,
// or serves another release from a folder, and counts what goes over the wire.
import { createServer, request as ask } from 'node:http';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The addresses of all files of a built site, without their compressed twins. */
export const filesOf = (folder) => readdirSync(folder, { recursive: true })
  .filter((name) => !/\.(br|gz)$/.test(name) && statSync(join(folder, name)).isFile())
  .map((name) => `/${name}`.replace(/\/index\.html$/, '/'));

const half = ({ body }) => body.subarray(0, body.length >> 1);
const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
const LOGIN = Buffer.from('<!doctype html><title>Wi-Fi</title><h1>Wi-Fi</h1>');

/** What can go wrong with an answer: each fault makes another answer of it. */
export const faults = {
  /** A whole answer, by its length, with half of the file. */
  truncated: (reply) => ({ ...reply, body: half(reply) }),
  /** An answer that promises the whole file and ends in its middle. */
  cut: (reply) => ({ ...reply, stop: half(reply).length }),
  /** No answer: the connection is reset. */
  reset: (reply) => ({ ...reply, reset: true }),
  /** No answer, for ever. */
  silent: (reply) => ({ ...reply, silent: true }),
  /** The file is gone. */
  missing: (reply) => ({ ...reply, status: 404, headers: { ...reply.headers, 'cache-control': 'no-store' }, body: Buffer.from('404') }),
  /** The log-in page of a network, whatever was asked for. */
  login: (reply) => ({ ...reply, status: 200, headers: html, body: LOGIN }),
  /** The host is busy, down for a while. */
  busy: (status) => (reply) => ({ ...reply, status, headers: { ...reply.headers, 'cache-control': 'no-store' }, body: Buffer.from('') }),
  /** The file under the name of another kind. */
  typed: (type) => (reply) => ({ ...reply, headers: { ...reply.headers, 'content-type': type } }),
  /** A host that sends no headers but the type. */
  bare: ({ headers, ...reply }) => ({ ...reply, headers: { 'content-type': headers['content-type'] } }),
  /** The file with other bytes. */
  altered: (change) => (reply) => ({ ...reply, body: change(reply.body) }),
};

export class Host {
  #rules = [];
  #folder = '';
  #upstream;
  #sample;
  #pace;
  #lane = Promise.resolve();
  #server = createServer((request, response) => this.#answer(request, response).catch(() => response.destroy()));
  /** What was answered: `{ path, status, bytes }`; `bytes` counts the body as sent. */
  seen = [];
  /** How many answers went wrong on purpose. */
  failed = 0;

  /** Stands before the server at `upstream`, whose site lies in `folder`. */
  static async before(upstream, folder) {
    const host = new Host();
    host.#upstream = new URL(upstream);
    host.#sample = filesOf(folder);
    host.#server.listen(0, '127.0.0.1');
    await once(host.#server, 'listening');
    host.url = `http://127.0.0.1:${host.#server.address().port}/`;
    return host;
  }

  /** From now on, answers to matching paths fail this way; the latest rule wins. */
  fail(pattern, fault, { times = Infinity } = {}) { this.#rules.unshift({ pattern, fault, times }); }
  /** From now on, all is well. */
  heal() { this.#rules = []; }
  /** From now on, the release in this folder is served, with the headers of the real server. */
  serve(folder) { this.#folder = folder; }
  /** From now on, answers come late, and share a narrow line. */
  slow({ latency, bytesPerSecond }) { this.#pace = { latency, bytesPerSecond }; }
  /** How often matching paths were asked for. */
  asked(pattern) { return this.seen.filter(({ path }) => pattern.test(path)).length; }
  /** Bytes of all answers to matching paths. */
  bytes(pattern = /./) { return this.seen.filter(({ path }) => pattern.test(path)).reduce((sum, { bytes }) => sum + bytes, 0); }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((done) => { this.#server.close(done); });
  }

  async #answer(request, response) {
    const { pathname } = new URL(request.url, this.url);
    const rule = this.#rules.find(({ pattern, times }) => times > 0 && pattern.test(pathname));
    const seen = { path: pathname, status: 0, bytes: 0 };
    this.seen.push(seen);
    // A fault works on the plain file: half of a compressed one would be another fault.
    const headers = rule ? { 'accept-encoding': 'identity' } : request.headers;
    const whole = this.#folder ? await this.#fromFolder(pathname, headers) : await this.#fromServer(request.url, headers);
    if (rule) {
      rule.times -= 1;
      this.failed += 1;
    }
    const reply = rule ? rule.fault(whole) : whole;
    if (reply.reset) return request.socket.resetAndDestroy();
    if (reply.silent) return undefined;
    if (this.#pace) await delay(this.#pace.latency);
    const length = reply.status === 304 ? {} : { 'content-length': reply.body.length };
    response.writeHead(reply.status, { ...reply.headers, ...length });
    const body = reply.body.subarray(0, reply.stop);
    Object.assign(seen, { status: reply.status, bytes: body.length });
    if (this.#pace) await this.#trickle(response, body);
    else await new Promise((sent) => { response.write(body, sent); });
    return reply.stop === undefined ? response.end() : request.socket.destroy();
  }

  /** Sends a body in pieces, one piece of all answers at a time. */
  async #trickle(response, body) {
    for (let at = 0; at < body.length && !response.destroyed; at += 4096) {
      const piece = body.subarray(at, at + 4096);
      this.#lane = this.#lane.then(() => delay(piece.length * 1000 / this.#pace.bytesPerSecond));
      await this.#lane;
      response.write(piece);
    }
  }

  async #fromServer(path, { host, connection, ...headers }) {
    const asked = ask(new URL(path, this.#upstream), { headers });
    asked.end();
    const [answer] = await once(asked, 'response');
    const chunks = await answer.toArray();
    const { 'content-length': length, 'transfer-encoding': transfer, connection: kept, ...rest } = answer.headers;
    return { status: answer.statusCode, headers: rest, body: Buffer.concat(chunks) };
  }

  async #fromFolder(path, headers) {
    const file = join(this.#folder, path.endsWith('/') ? `${path}index.html` : path);
    const isThere = existsSync(file) && statSync(file).isFile();
    const isHashed = (name) => /-[0-9a-f]{16}\./.test(name);
    const like = isThere && this.#sample.find((name) =>
      extname(name) === extname(path) && isHashed(name) === isHashed(path));
    const { status, headers: { etag, ...own } } = await this.#fromServer(like || '/khong-co', { 'accept-encoding': 'identity' });
    const body = readFileSync(isThere ? file : join(this.#folder, '404.html'));
    const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
    if (isThere && headers['if-none-match'] === tag) return { status: 304, headers: { ...own, etag: tag }, body: Buffer.alloc(0) };
    return { status, headers: isThere ? { ...own, etag: tag } : own, body };
  }
}
