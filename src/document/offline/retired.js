// Takes the place of the worker in a site that is no longer kept: browsers of readers that have the one of an earlier build let go of
// it, and of what it has kept.

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  event.waitUntil(caches.delete(`rejoinder ${registration.scope}`).then(() => registration.unregister()));
});
