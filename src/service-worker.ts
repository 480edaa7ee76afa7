// Keeps the app itself on the device, so that it starts without a network. It knows nothing of records: it never touches
// the database, and /sync, /auth, /admin and /health always go to the network.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    denylist: [/^\/(auth|sync|admin|health|export)(\/|$)/],
  }),
)

// The first version takes the page that brought it, too: an update would not wait for a page that no worker serves.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// A new version waits until the page says so: an update never takes typed text away.
self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: string }
  if (type === 'SKIP_WAITING') self.skipWaiting()
})
