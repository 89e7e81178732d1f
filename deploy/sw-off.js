// Takes the service worker out of all browsers that have it: put this online as sw.js, in its place.
// Each gives up what it has kept and lets go of the site at the next visit to any page.

const worker = self;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.delete(worker.registration.scope).then(() => worker.registration.unregister()),
  );
});
