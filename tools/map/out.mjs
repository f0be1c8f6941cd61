// where each file goes: what the portal reads into its content, everything else into out/ (not kept)
export const OUT = new URL('./out/', import.meta.url).pathname;
const CONTENT = new URL('../../public/content/map/', import.meta.url).pathname;
const READ = ['vn-lo.plane.topo.json', 'vn-mid.plane.topo.json', 'labels.json', 'islands.json', 'tiles.json'];
export const place = name => (READ.includes(name) ? CONTENT : OUT) + name;
