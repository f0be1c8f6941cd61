// draws preview SVGs (turned to PNG with rsvg-convert) so that a person can look at the result
import fs from 'node:fs';
import { execFileSync } from 'node:child_process';
import * as tc from 'topojson-client';
import { P34, REGIONS, TILE, TILE_ARCHIPELAGO } from './provinces.mjs';
import { ISLANDS, ARCHIPELAGOS } from './islands.mjs';
import { forward, FRAME } from './proj.mjs';
import { OUT, place } from './out.mjs';
const COL = ['#9ecae1', '#fdd0a2', '#c7e9c0', '#dadaeb', '#fbb4b9', '#ffeda0'];
const region = Object.fromEntries(REGIONS.flatMap(([, c], i) => c.map(x => [x, i])));
const labels = Object.fromEntries(JSON.parse(fs.readFileSync(place('labels.json'))).map(l => [l.code, l]));
const fmt = n => +n.toFixed(1);
function geo(level) {
  const t = JSON.parse(fs.readFileSync(place(`vn-${level}.plane.topo.json`)));
  const d = g => { const f = tc.feature(t, g).geometry; const P = f.type === 'Polygon' ? [f.coordinates] : f.coordinates; return P.map(p => p.map(r => 'M' + r.slice(0, -1).map(c => fmt(c[0]) + ' ' + fmt(c[1])).join('L') + 'Z').join('')).join(''); };
  const line = m => m.coordinates.map(l => 'M' + l.map(c => fmt(c[0]) + ' ' + fmt(c[1])).join('L')).join('');
  return { t, d,
    mesh34: line(tc.mesh(t, t.objects.p34, (a, b) => a !== b)),
    mesh63: line(tc.mesh(t, t.objects.p63, (a, b) => a !== b && a.properties.p34 === b.properties.p34)),
    outer: line(tc.mesh(t, t.objects.p34, (a, b) => a === b)) };
}
const esc = s => s.replace(/&/g, '&amp;');
function inset(a, [bx, by, bw, bh], title, fs1, k) {
  // own scale: fit the archipelago bbox into the box below the caption
  const cap = fs1 * 2.7, c = [[a.bbox[0], a.bbox[3]], [a.bbox[2], a.bbox[1]]].map(p => forward(...p));
  const s = Math.min((bw - 16) / (c[1][0] - c[0][0]), (bh - cap - 8) / (c[1][1] - c[0][1]));
  const ox = bx + bw / 2 - s * (c[0][0] + c[1][0]) / 2, oy = by + cap + (bh - cap) / 2 - s * (c[0][1] + c[1][1]) / 2;
  return `<g><rect x="${bx}" y="${by}" width="${bw}" height="${bh}" rx="4" fill="#eaf4fb" stroke="#5b7a94" stroke-width="${1.1 * k}"/>`
    + a.points.map(p => { const [x, y] = forward(p[0], p[1]); return `<circle cx="${fmt(x * s + ox)}" cy="${fmt(y * s + oy)}" r="${2 * k}" fill="#b45309"/>`; }).join('')
    + `<text x="${bx + bw / 2}" y="${by + fs1 * 1.15}" font-size="${fs1}" font-weight="700" text-anchor="middle">${title[0]}</text><text x="${bx + bw / 2}" y="${by + fs1 * 2.25}" font-size="${fs1 * .86}" text-anchor="middle" fill="#334">${title[1]}</text></g>`;
}
function map({ level, vb, w, labelPx, names, insets, archTrue, old, fill, dots = true, title }) {
  const G = geo(level), k = vb[2] / w, F = labelPx * k;
  let s = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${Math.round(w * vb[3] / vb[2])}" viewBox="${vb.join(' ')}" font-family="Noto Sans"><rect x="${vb[0]}" y="${vb[1]}" width="${vb[2]}" height="${vb[3]}" fill="#f6fafd"/>`;
  for (const g of G.t.objects.p34.geometries) s += `<path d="${G.d(g)}" fill="${fill ? fill(g.id) : COL[region[g.id]]}" fill-rule="evenodd"><title>${esc(g.properties.name)}</title></path>`;
  if (old) s += `<path d="${G.mesh63}" fill="none" stroke="#666" stroke-width="${.6 * k}" stroke-dasharray="${2 * k} ${2 * k}"/>`;
  s += `<path d="${G.mesh34}" fill="none" stroke="#fff" stroke-width="${1.1 * k}" stroke-linejoin="round"/><path d="${G.outer}" fill="none" stroke="#5b7a94" stroke-width="${.7 * k}" stroke-linejoin="round"/>`;
  if (dots) for (const i of ISLANDS) { const [x, y] = forward(...i.ll); s += `<circle cx="${fmt(x)}" cy="${fmt(y)}" r="${1.7 * k}" fill="${COL[region[i.p]]}" stroke="#5b7a94" stroke-width="${.6 * k}"/>`; }
  if (archTrue) for (const a of ARCHIPELAGOS) {
    for (const p of a.points) { const [x, y] = forward(p[0], p[1]); s += `<circle cx="${fmt(x)}" cy="${fmt(y)}" r="${1.3 * k}" fill="#b45309"/>`; }
    const [x, y] = forward(a.anchor[0], a.bbox[3] + .25); s += `<text x="${fmt(x)}" y="${fmt(y - F * 1.1)}" font-size="${F}" font-weight="700" text-anchor="middle">${a.name}</text><text x="${fmt(x)}" y="${fmt(y)}" font-size="${F * .86}" text-anchor="middle" fill="#334">(${a.id === 'hoang-sa' ? 'TP. Đà Nẵng' : 'tỉnh Khánh Hòa'})</text>`;
  }
  if (insets) { const F0 = F; { const F = Math.min(F0, 9 * k); s += inset(ARCHIPELAGOS[0], insets[0], ['Quần đảo Hoàng Sa', '(TP. Đà Nẵng)'], F, k) + inset(ARCHIPELAGOS[1], insets[1], ['Quần đảo Trường Sa', '(tỉnh Khánh Hòa)'], F, k); } }
  if (names) { // greedy: biggest inscribed circle first; keep a label only where it hits no earlier one
    const boxes = insets ? insets.map(b => [b[0], b[1], b[0] + b[2], b[1] + b[3]]) : []; let shown = 0;
    for (const p of [...P34].sort((a, b) => labels[b.code].r - labels[a.code].r)) {
      const l = labels[p.code], txt = names === 'abbr' ? p.abbr : p.name.replace('TP. Hồ Chí Minh', 'TP.HCM'), tw = txt.length * F * .56, bx = [l.x - tw / 2, l.y - F * .6, l.x + tw / 2, l.y + F * .6];
      if (bx[0] < vb[0] || boxes.some(b => bx[0] < b[2] && bx[2] > b[0] && bx[1] < b[3] && bx[3] > b[1])) continue;
      boxes.push(bx); shown++;
      s += `<text x="${fmt(l.x)}" y="${fmt(l.y + F * .35)}" font-size="${F}" text-anchor="middle" fill="#102" stroke="#fff" stroke-width="${1.6 * k}" paint-order="stroke" stroke-linejoin="round">${txt}</text>`;
    }
    console.log(level, w + 'px', names, 'labels shown', shown, 'of 34');
  }
  if (title) s += `<text x="${vb[0] + 6 * k}" y="${vb[1] + vb[3] - 6 * k}" font-size="${7.5 * k}" fill="#456">© OpenStreetMap contributors (ODbL)</text>`;
  return s + '</svg>';
}
function tiles(w) {
  const c = 6, gap = 4, t = (w - gap * (c + 1)) / c, h = 46, H = 15 * (h + gap) + gap;
  let s = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${H}" viewBox="0 0 ${w} ${H}" font-family="Noto Sans"><rect width="${w}" height="${H}" fill="#fff"/>`;
  for (const p of P34) { const [r, q] = TILE[p.code], x = gap + (q - 1) * (t + gap), y = gap + (r - 1) * (h + gap); const nm = p.name.replace('TP. Hồ Chí Minh', 'TP.HCM'); const parts = nm.length > 7 ? nm.split(' ') : [nm]; const two = parts.length > 1 ? [parts.slice(0, Math.ceil(parts.length / 2)).join(' '), parts.slice(Math.ceil(parts.length / 2)).join(' ')] : parts;
    s += `<rect x="${fmt(x)}" y="${y}" width="${fmt(t)}" height="${h}" rx="6" fill="${COL[region[p.code]]}"/>` + two.map((l, i) => `<text x="${fmt(x + t / 2)}" y="${y + (two.length > 1 ? 17 + i * 13 : 24)}" font-size="11.5" text-anchor="middle" fill="#102">${l}</text>`).join('') + `<text x="${fmt(x + t - 4)}" y="${y + h - 4}" font-size="8.5" text-anchor="end" fill="#456">${p.code}</text>`; }
  for (const [id, [r, q]] of Object.entries(TILE_ARCHIPELAGO)) { const x = gap + (q - 1) * (t + gap), y = gap + (r - 1) * (h + gap), a = ARCHIPELAGOS.find(z => z.id === id); s += `<rect x="${fmt(x + .5)}" y="${y + .5}" width="${fmt(t - 1)}" height="${h - 1}" rx="6" fill="none" stroke="#b45309" stroke-dasharray="3 2"/><text x="${fmt(x + t / 2)}" y="${y + 16}" font-size="9.5" text-anchor="middle">QĐ</text><text x="${fmt(x + t / 2)}" y="${y + 28}" font-size="9.5" text-anchor="middle">${a.name.replace('Quần đảo ', '')}</text><text x="${fmt(x + t / 2)}" y="${y + 40}" font-size="8" text-anchor="middle" fill="#456">(${id === 'hoang-sa' ? 'Đà Nẵng' : 'Khánh Hòa'})</text>`; }
  return s + '</svg>';
}
const PH = [24, 2, 520, 950];                     // phone crop: mainland + insets
const BOX = [[376, 332, 160, 118], [376, 830, 160, 118]];
const jobs = {
  'phone-360-lo': map({ level: 'lo', vb: PH, w: 360, labelPx: 8.5, names: 'full', insets: BOX, title: 1 }),
  'phone-360-11px': map({ level: 'lo', vb: PH, w: 360, labelPx: 11, names: 'full', insets: BOX, title: 1 }),
  'phone-360-abbr': map({ level: 'lo', vb: PH, w: 360, labelPx: 11, names: 'abbr', insets: BOX, title: 1 }),
  'phone-360-plain': map({ level: 'lo', vb: PH, w: 360, labelPx: 9.5, insets: BOX, title: 1 }),
  'full-360-lo': map({ level: 'lo', vb: FRAME.viewBox, w: 360, labelPx: 9.5, archTrue: 1, title: 1 }),
  'full-1000-mid': map({ level: 'mid', vb: FRAME.viewBox, w: 1000, labelPx: 12, names: 'full', archTrue: 1, title: 1 }),
  'desk-900-hi-63': map({ level: 'hi', vb: PH, w: 900, labelPx: 12, names: 'full', insets: BOX, old: 1, title: 1 }),
  'zoom-delta-lo': map({ level: 'lo', vb: [190, 100, 190, 160], w: 900, labelPx: 14, names: 'full', old: 1 }),
  'zoom-delta-hi': map({ level: 'hi', vb: [190, 100, 190, 160], w: 900, labelPx: 14, names: 'full', old: 1 }),
  'zoom-south-lo': map({ level: 'lo', vb: [130, 740, 290, 220], w: 900, labelPx: 14, names: 'full', old: 1 }),
  'zoom-south-hi': map({ level: 'hi', vb: [130, 740, 290, 220], w: 900, labelPx: 14, names: 'full', old: 1 }),
  'tiles-360': tiles(360),
};
for (const [n, s] of Object.entries(jobs)) { fs.writeFileSync(`${OUT}${n}.svg`, s); execFileSync('rsvg-convert', ['-z', n.includes('360') ? '2' : '1', '-o', `${OUT}${n}.png`, `${OUT}${n}.svg`]); }
