// Puts an end to the service worker: copy this file over sw.js at the root of the site. It works below any path.
// Browsers that come back fetch it instead of the worker they have; it removes what was kept, then itself,
// and loads open pages anew, from the network. Nothing else of the origin is touched.
self.addEventListener('install', () => { self.skipWaiting(); });

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const mine = `buoc-so:${new URL(self.registration.scope).pathname}`;
    // A further slash belongs to the portal in a folder below this one.
    const isMine = (name) => (name.startsWith(mine) && !name.slice(mine.length).includes('/'))
      || name === mine.replace('buoc-so:', 'buoc-so-seen:');
    const names = await caches.keys();
    await Promise.all(names.filter(isMine).map((name) => caches.delete(name)));
    const pages = await self.clients.matchAll({ type: 'window' });
    await self.registration.unregister();
    // A page that was closed meanwhile cannot be loaded anew, and need not.
    await Promise.all(pages.map((page) => page.navigate(page.url).catch(() => {})));
  })());
});
