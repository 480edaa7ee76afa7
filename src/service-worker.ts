// Keeps the app itself on the device, so that it starts without a network. It knows nothing of records: it never touches
// the database, and /sync, /auth, /admin and /health always go to the network.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope

/**
 * Pages that only some people's work needs: a device keeps those of whoever is signed in there, beside what everybody
 * needs. The first word of such a file's name says which.
 */
const packPattern = /^assets\/(legal|practice|desk)-[\w.-]+$/
const packOf = (url: string) => packPattern.exec(url)?.[1]
const packCache = 'packs'

const entries = self.__WB_MANIFEST.map((entry) => (typeof entry === 'string' ? { url: entry, revision: null } : entry))
const packUrls = entries.map(({ url }) => url).filter((url) => packOf(url) !== undefined)
precacheAndRoute(entries.filter(({ url }) => packOf(url) === undefined))
cleanupOutdatedCaches()

const addressOf = (url: string) => new URL(url, self.registration.scope).href

async function keepPacks(names: readonly string[]): Promise<void> {
  const cache = await caches.open(packCache)
  for (const url of packUrls) {
    if (names.includes(packOf(url) ?? '') && !(await cache.match(addressOf(url)))) await cache.add(addressOf(url))
  }
}

/** The packs of which this device has kept some file of any version. */
async function keptPacks(): Promise<string[]> {
  const requests = await (await caches.open(packCache)).keys()
  const names = requests.map(({ url }) => packOf(url.slice(self.registration.scope.length)))
  return [...new Set(names.filter((name) => name !== undefined))]
}

async function forgetOldPacks(): Promise<void> {
  const cache = await caches.open(packCache)
  const current = new Set(packUrls.map(addressOf))
  for (const request of await cache.keys()) if (!current.has(request.url)) await cache.delete(request)
}

registerRoute(
  ({ url }) => packOf(url.href.slice(self.registration.scope.length)) !== undefined,
  async ({ request }) => (await (await caches.open(packCache)).match(request.url)) ?? fetch(request),
)

// A new version brings what the old one had kept, before it takes over: an update never makes a page need the network.
self.addEventListener('install', (event) => event.waitUntil(keptPacks().then(keepPacks)))
self.addEventListener('activate', (event) => event.waitUntil(forgetOldPacks()))

/** One after the other, so that the answer to the last means that all is here. */
let keeping: Promise<unknown> = Promise.resolve()

registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    denylist: [/^\/(auth|sync|admin|health|export)(\/|$)/],
  }),
)

// The first version takes the page that brought it, too: an update would not wait for a page that no worker serves.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// A new version waits until the page says so: an update never takes typed text away.
self.addEventListener('message', (event) => {
  const { type, packs = [] } = (event.data ?? {}) as { type?: string; packs?: readonly string[] }
  if (type === 'SKIP_WAITING') self.skipWaiting()
  if (type !== 'KEEP_PACKS') return
  // Without a network they come with the next start.
  keeping = keeping.then(() => keepPacks(packs)).catch(() => {})
  event.waitUntil(keeping.then(() => event.ports[0]?.postMessage('kept')))
})
