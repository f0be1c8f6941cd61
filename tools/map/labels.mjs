// pole of inaccessibility per province (planar units), hit-target sizes, and a greedy label fit for a given width
import fs from 'node:fs';
import * as tc from 'topojson-client';
import { P34 } from './provinces.mjs';
import { inverse } from './proj.mjs';
import { place } from './out.mjs';
export function load(level) {
  const t = JSON.parse(fs.readFileSync(place(`vn-${level}.plane.topo.json`)));
  const polys = (obj) => new Map(t.objects[obj].geometries.map(g => { const f = tc.feature(t, g).geometry; return [g.id, f.type === 'Polygon' ? [f.coordinates] : f.coordinates]; }));
  return { t, p34: polys('p34'), p63: polys('p63') };
}
const segd = (x, y, a, b) => { let dx = b[0] - a[0], dy = b[1] - a[1], t = dx || dy ? ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy) : 0; t = Math.max(0, Math.min(1, t)); return Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy); };
export function inside(poly, x, y) { let c = false; for (const r of poly) for (let i = 0, j = r.length - 1; i < r.length; j = i++) { const a = r[i], b = r[j]; if ((a[1] > y) !== (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) c = !c; } return c; }
export function pole(poly) {
  const xs = poly[0].map(p => p[0]), ys = poly[0].map(p => p[1]);
  let b = { d: -1 }, x0 = Math.min(...xs), x1 = Math.max(...xs), y0 = Math.min(...ys), y1 = Math.max(...ys), step = Math.max(x1 - x0, y1 - y0) / 24;
  const d = (x, y) => inside(poly, x, y) ? Math.min(...poly.map(r => { let m = 1e9; for (let i = 0; i + 1 < r.length; i++) m = Math.min(m, segd(x, y, r[i], r[i + 1])); return m; })) : -1;
  for (let x = x0; x <= x1; x += step) for (let y = y0; y <= y1; y += step) { const v = d(x, y); if (v > b.d) b = { d: v, x, y }; }
  for (let k = 0; k < 7; k++) { step /= 2; const c = b; for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1], [1, 1], [-1, -1], [1, -1], [-1, 1]]) { const v = d(c.x + dx * step, c.y + dy * step); if (v > b.d) b = { d: v, x: c.x + dx * step, y: c.y + dy * step }; } }
  return b;
}
const areaOf = p => { const r = p[0]; let s = 0; for (let i = 0; i + 1 < r.length; i++) s += r[i][0] * r[i + 1][1] - r[i + 1][0] * r[i][1]; return Math.abs(s / 2); };
if (import.meta.url === 'file://' + process.argv[1]) {
  const { p34 } = load('mid');
  const out = P34.map(p => {
    const polys = p34.get(p.code), big = polys.reduce((a, b) => areaOf(a) > areaOf(b) ? a : b), c = pole(big);
    const ll = inverse(c.x, c.y);
    return { code: p.code, name: p.name, x: +c.x.toFixed(1), y: +c.y.toFixed(1), r: +c.d.toFixed(1), lon: +ll[0].toFixed(3), lat: +ll[1].toFixed(3) };
  });
  fs.writeFileSync(place('labels.json'), JSON.stringify(out));
  for (const [w, vb] of [[360, 520], [360, 1000], [768, 520], [1280, 1000]]) {
    const k = w / vb, dia = out.map(o => [2 * o.r * k, o.name]).sort((a, b) => a[0] - b[0]);
    console.log(`width ${w}px viewBox ${vb}: inscribed circle px min ${dia[0][0].toFixed(0)} median ${dia[17][0].toFixed(0)}; <24px: ${dia.filter(d => d[0] < 24).length} (${dia.filter(d => d[0] < 24).map(d => d[1] + ' ' + d[0].toFixed(0)).join(', ')}); <44px: ${dia.filter(d => d[0] < 44).length}`);
  }
}
