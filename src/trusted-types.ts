// Under `require-trusted-types-for 'script'` no text becomes markup, code or the address of code. Solid's templates have a
// policy of their own (vite.config.ts); what is left are the threads and the service worker, which are started by address.

interface PolicyFactory {
  createPolicy(name: string, rules: Record<string, (text: string) => string | null>): unknown
}

/** Files that the build makes: threads beside the page, and the service worker. */
const threadPath = /^\/assets\/[\w-]+-thread-[\w.-]+\.js$|^\/service-worker\.js$/

/** Before anything is started. Browsers without Trusted Types need nothing. */
export function allowThreads(page: { trustedTypes?: PolicyFactory; origin: string }): void {
  page.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      const { origin, pathname } = new URL(address, page.origin)
      return origin === page.origin && threadPath.test(pathname) ? address : null
    },
  })
}
