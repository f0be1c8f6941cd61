// A slow line in front of the local server: a proxy that delays, shares and counts bytes.
//
// The browser's own throttling slows a page, not its service worker; a line outside the browser slows both.
// The model, one line for each browser context:
//   - a new TCP connection carries nothing for `opening` ms (one RTT);
//   - a request waits for its bytes on the shared uplink, then one RTT, then the server answers at once;
//   - all answers share one downlink: segments of 1,460 bytes take turns, each connection one at a time.
// Not in the model: DNS, TLS, slow start, loss. HTTP/1.1, so the browser opens up to six connections.
import net from 'node:net';

const SEGMENT = 1460;
/** Milliseconds on the clock that pages read as `timeOrigin + now()`. */
export const clock = () => performance.timeOrigin + performance.now();

/** One direction of a line: everything that is sent passes here, so many bytes in a millisecond. */
class Direction {
  #lanes = [];
  #current;
  #free = 0;

  /** Bytes in a millisecond. */
  rate = Infinity;

  /** Sends bytes of a connection; `deliver` gets each segment when its last bit has passed. */
  send(lane, bytes, deliver) {
    for (let at = 0; at < bytes.length; at += SEGMENT) lane.queue.push({ bytes: bytes.subarray(at, at + SEGMENT), deliver });
    if (!lane.waits) this.#lanes.push(lane);
    lane.waits = true;
    if (this.#current) return;
    this.#free = clock();
    this.#pump();
  }

  #pump() {
    for (;;) {
      if (!this.#current) {
        const lane = this.#lanes.shift();
        if (!lane) return;
        this.#current = lane.queue.shift();
        lane.waits = lane.queue.length > 0;
        if (lane.waits) this.#lanes.push(lane);
        if (!this.#current) continue;
        // From the end of the segment before, not from now: a late timer slows nothing down.
        this.#free += this.#current.bytes.length / this.rate;
      }
      const wait = this.#free - clock();
      if (wait > 0) {
        setTimeout(() => this.#pump(), wait);
        return;
      }
      const { bytes, deliver } = this.#current;
      this.#current = undefined;
      deliver(bytes);
    }
  }
}

const lane = () => ({ queue: [], waits: false });

export class Line {
  /** Every request: path, when it was asked and answered, its bytes, whether it opened a connection. */
  requests = [];
  #arrivals = [];
  #total = 0;
  #sockets = new Set();
  #server;
  #down = new Direction();
  #up = new Direction();

  /** Opens a line to `origin`; `answers` are bytes of JSON to be served instead of the file at a path. */
  static async open(origin, profile, answers = new Map()) {
    const line = new Line();
    line.become(profile);
    line.#server = net.createServer((client) => line.#carry(client, new URL(origin), answers));
    await new Promise((done) => line.#server.listen(0, '127.0.0.1', done));
    line.origin = `http://127.0.0.1:${line.#server.address().port}`;
    return line;
  }

  /** Changes the line, from the next segment, request and connection on. */
  become(profile) {
    this.profile = profile;
    this.#down.rate = profile.down / 8000;
    this.#up.rate = profile.up / 8000;
  }

  /** Bytes that had come down by a moment, heads and bodies. */
  wireAt(time) {
    const last = this.#arrivals.findLast((arrival) => arrival.time <= time);
    return last ? last.total : 0;
  }

  /** Whether something is on its way, or was within the last `quiet` milliseconds. */
  isBusy(quiet) {
    const since = clock() - quiet;
    return this.requests.some((request) => !request.isWhole || request.end > since);
  }

  /** Forgets what was counted. */
  clear() {
    this.requests = [];
    this.#arrivals = [];
    this.#total = 0;
  }

  /** Closes every connection: who comes back later opens new ones. */
  hangUp() {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  close() {
    this.hangUp();
    this.#server.close();
  }

  #carry(client, { hostname, port }, answers) {
    const opened = clock();
    const server = net.connect(Number(port), hostname);
    const [upward, downward] = [lane(), lane()];
    let head = Buffer.alloc(0);
    let current;
    let isFirst = true;
    for (const [socket, other] of [[client, server], [server, client]]) {
      socket.setNoDelay(true);
      this.#sockets.add(socket);
      // A browser that goes away in mid-sentence is no trouble of ours.
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#sockets.delete(socket);
        if (socket === client) other.destroy(); else if (!downward.waits) other.end();
      });
    }
    const arrive = (request, bytes) => {
      if (client.destroyed) return;
      client.write(bytes);
      const time = clock();
      this.#total += bytes.length;
      this.#arrivals.push({ time, total: this.#total });
      request.first ??= time;
      request.end = time;
      request.down += bytes.length;
      request.isWhole = request.down >= request.expected;
    };
    const answer = (request, bytes) => {
      if (request.expected === Infinity) read(request, bytes);
      this.#down.send(downward, bytes, (segment) => arrive(request, segment));
    };
    client.on('data', (bytes) => {
      head = Buffer.concat([head, bytes]);
      if (head.indexOf('\r\n\r\n') < 0) return;
      const whole = head;
      head = Buffer.alloc(0);
      const path = whole.toString('latin1').split(' ', 2)[1];
      const request = { path, asked: clock(), up: whole.length, down: 0, expected: Infinity, isWhole: false, opens: isFirst };
      isFirst = false;
      this.requests.push(request);
      current = request;
      const other = answers.get(path);
      const go = () => { if (other) answer(request, message(other)); else server.write(whole); };
      const passed = { n: 0 };
      const send = () => this.#up.send(upward, whole, (segment) => {
        passed.n += segment.length;
        if (passed.n === whole.length) later(go, this.profile.rtt);
      });
      later(send, Math.max(0, opened + this.profile.opening - clock()));
    });
    server.on('data', (bytes) => { if (current) answer(current, bytes); });
    client.on('close', () => { if (current && !current.isWhole) Object.assign(current, { isWhole: true, isCut: true, end: clock() }); });
  }
}

/** Without a delay at once: a timer would add a millisecond. */
function later(act, delay) {
  if (delay > 0) setTimeout(act, delay); else act();
}

/** Reads status and length from the first bytes of an answer; our server sends head and body in one piece. */
function read(request, bytes) {
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes.toString('latin1', 0, end);
  request.status = Number(head.split(' ', 2)[1]);
  request.expected = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
}

function message(body) {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}
