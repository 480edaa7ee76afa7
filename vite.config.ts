import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

/**
 * Seconds since 1970 of the last commit, or of the newest source outside a repository: later sources have the higher
 * number, in a shallow clone too, so that a server can tell an old page from a new one.
 */
function buildNumber(): number {
  try {
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    const files = readdirSync('src', { recursive: true }).map((name) => statSync(`src/${name}`).mtimeMs)
    return Math.floor(Math.max(...files) / 1000)
  }
}

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }

// Tests run where the councils are; the runner repeats some of them at the other end of the world.
if (process.env.VITEST) process.env.TZ = process.env.UPTALLY_TEST_ZONE ?? 'Europe/London'
const suite = (
  name: string,
  environment: 'node' | 'jsdom',
  include: string[],
  exclude: string[] = [],
  globalSetup: string[] = [],
) => ({
  extends: true as const,
  // A page of its own for each file, without loading jsdom each time.
  test: {
    name,
    environment,
    pool: environment === 'jsdom' ? ('vmForks' as const) : ('forks' as const),
    include,
    exclude,
    globalSetup,
    // A busy machine is not a fault of the product.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

/** How a page names a thread of its own, as browsers and `vite dev` understand it; and how the store asks for its cipher. */
const asked = /new URL\('(\.\/worker\.ts)', import\.meta\.url\)|import\('(\.\/cipher\.ts)'\)/

/**
 * Threads are built with the page, as entries beside it: what both need is fetched and kept once. Vite alone would build
 * each apart, with a store and a Dexie of its own. So is the cipher, which pages and threads fetch alike when they need it:
 * Vite's way to fetch later is for pages alone.
 */
const filesBesideThePage = (): Plugin => ({
  name: 'files-beside-the-page',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { code: asked },
    handler(code, importer) {
      return code.replace(asked, (_, thread?: string, cipher?: string) => {
        const name = thread ? `${basename(dirname(importer))}-thread` : 'legal-cipher'
        const id = thread ?? cipher ?? ''
        const file = this.emitFile({ type: 'chunk', id, importer, name, preserveSignature: 'strict' })
        const url = `import.meta.ROLLUP_FILE_URL_${file}`
        return thread ? url : `import(${url})`
      })
    },
  },
})

/** Where Solid's compiled templates become elements: the one place that makes markup of text. */
const templateSink = 't.innerHTML = html;'

/**
 * Templates come through a policy that nothing else can reach, so that a page under Trusted Types refuses every other text
 * that is to become markup. Says so when Solid's own lines have changed.
 */
const templatesByPolicy = (): Plugin => ({
  name: 'templates-by-policy',
  apply: 'build',
  transform: {
    filter: { id: /solid-js\/web\/dist\/web\.js$/ },
    handler(code) {
      if (code.split(templateSink).length !== 2) this.error("Solid's templates are made elsewhere now")
      const policy = `globalThis.trustedTypes?.createPolicy('templates', { createHTML: (html) => html })`
      return `const templates = ${policy};\n${code.replace(templateSink, 't.innerHTML = templates?.createHTML(html) ?? html;')}`
    },
  },
})

/** Scales that nothing here draws. Their classes read properties while they are made, so no bundler dares to leave them out. */
const unusedScale = /^class (TimeScale|TimeSeriesScale|LogarithmicScale|RadialLinearScale) [\s\S]*?^}$/gm

const chartsWithoutUnusedScales = (): Plugin => ({
  name: 'charts-without-unused-scales',
  apply: 'build',
  transform: {
    filter: { id: /chart\.js\/dist\/chart\.js$/ },
    handler: (code) =>
      code.replace(
        unusedScale,
        (made, name) => `const ${name} = /* @__PURE__ */ (() => {\n${made}\nreturn ${name}\n})()`,
      ),
  },
})

type ModuleGraph = Parameters<Rolldown.CodeSplittingNameFunction>[1]

/** What needs the server or a desk anyway comes with the network, and is not kept for offline. */
const fetchedWhenAsked =
  'import|incident-import|intake|parts|welcome|set-up|accept|account|people|audit|privacy|sample|set-aside|councils|divisions|calendars|holidays|facts|desk-settings|edit-system|take-in'
const isFetchedWhenAsked = new RegExp(`/(${fetchedWhenAsked})-page\\.tsx$|/intake/worker\\.ts$|/sync/passkeys\\.ts$`)

/** What follows the first screen at once: without a session the first of these, with one the others. */
const isNeededSoon = /\/(signed-out|browser-sync|update-notice|trouble-notice)\.tsx?$/
/** What is fetched while nothing else is to do. */
const isFirstAct = /\/outages\/(report|outage)-page\.tsx$/

/** The desk's own pages: with its thread, and those of lawyers, they are kept where somebody does that work (service-worker.ts). */
const isDeskWork =
  /\/views\/(incidents|demand|impact)\/(?!(raise|followed|incidents)-page)|\/desk\/worker\.ts$|\/planned-work-page\.tsx$/
/** What help says of the work of some: kept where the pages of that work are. */
const helpOf = /\/help\/(desk|impact|legal)-articles\.ts$/

/** Photos and files of records: what shows and takes them comes after the page that they stand on. */
const isForFiles = /\/views\/(files\/(?!files\.tsx)|parts\/file\/)/

/** Where loading begins that ends in this module: entries, threads and what is imported when it is needed. */
function rootsOf(id: string, graph: ModuleGraph, seen = new Set<string>()): string[] {
  if (seen.has(id)) return []
  seen.add(id)
  const { isEntry, importers, dynamicImporters } = graph.getModuleInfo(id) ?? {}
  const isRoot = isEntry === true || (dynamicImporters?.length ?? 0) > 0
  return [...(isRoot ? [id] : []), ...(importers ?? []).flatMap((importer) => rootsOf(importer, graph, seen))]
}

/**
 * Few files: each more costs a phone part of a round trip, and small ones compress badly. First in, first named: nothing
 * that comes early waits for what comes later. What draws charts comes by itself; a thread's entry is nobody else's.
 */
function chunkOf(id: string, graph: ModuleGraph): string | null {
  if (/\/node_modules\/(chart\.js|@kurkle)\/|-canvas\.ts$/.test(id)) return 'chart'
  if (/\/worker\.ts$|\/store\/cipher\.ts$|\/@noble\//.test(id)) return null
  const roots = rootsOf(id, graph)
  const isFor = (end: string) => roots.some((root) => root.endsWith(end))
  if (isFor('.html')) return isFor('/worker.ts') ? 'store' : 'app'
  const isSoon = roots.some((root) => isNeededSoon.test(root))
  if (isFor('/metrics/worker.ts')) return isSoon ? 'store' : 'figures'
  if (roots.every((root) => isFetchedWhenAsked.test(root))) {
    if (isFor('/intake/worker.ts')) return isFor('-page.tsx') ? 'intake' : null
    return roots.length > 1 ? 'asked' : null
  }
  const help = helpOf.exec(id)?.[1]
  if (help) return help === 'legal' ? 'legal-help' : 'desk-help'
  // What a thread alone needs comes with it; what it shares must run without a page.
  if (roots.length === 1 && isFor('/worker.ts')) return null
  if (isFor('/desk/worker.ts') && roots.every((root) => isDeskWork.test(root))) return 'desk-words'
  // What only threads share, such as the making of files, no page fetches.
  if (roots.every((root) => root.endsWith('/worker.ts'))) return 'threads'
  if (isFor('/worker.ts')) return 'schemas'
  if (isForFiles.test(id)) return 'files'
  if (isSoon || id.includes('/views/parts/')) return 'soon'
  // Lawyers meet it on every page, before they need what saves and checks.
  if (isFor('/time/today-card.tsx') || isFor('/time/timer-bar.tsx')) return 'timer'
  if (roots.some((root) => isFirstAct.test(root))) return 'acts'
  if (roots.every((root) => root.endsWith('/practice-page.tsx'))) return 'practice-pages'
  if (roots.every((root) => /\/views\/(time|matters|legal)\//.test(root))) return 'legal-pages'
  return roots.every((root) => isDeskWork.test(root)) ? 'desk-pages' : 'pages'
}

const codeSplitting = { includeDependenciesRecursively: false, groups: [{ name: chunkOf }] }

const server = 'http://localhost:8080'
const served = ['/auth', '/sync', '/health', '/admin', '/legal/walls', '/legal/people', '/legal/conflict-check']

export default defineConfig(({ isSsrBuild }) => ({
  define: { __BUILD__: JSON.stringify(buildNumber()), __VERSION__: JSON.stringify(version) },
  plugins: isSsrBuild
    ? []
    : [
        solid(),
        filesBesideThePage(),
        templatesByPolicy(),
        chartsWithoutUnusedScales(),
        VitePWA({
          strategies: 'injectManifest',
          srcDir: 'src',
          filename: 'service-worker.ts',
          registerType: 'prompt',
          injectRegister: false,
          // The browser fetches the icons when a person installs the app; the pages do without.
          injectManifest: {
            globPatterns: ['**/*.{js,css,html,svg}'],
            globIgnores: [`**/assets/{passkeys,asked,${fetchedWhenAsked.replaceAll('|', ',')}}-*`],
          },
          includeManifestIcons: false,
          manifest: {
            id: '/',
            name: 'Uptally',
            short_name: 'Uptally',
            description: 'ICT outages, planned work and availability, online and offline',
            lang: 'en-GB',
            display: 'standalone',
            start_url: '/',
            scope: '/',
            theme_color: '#0a5a61',
            background_color: '#f2f5f5',
            icons: [
              { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
              { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
              { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
              { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
            ],
            shortcuts: [
              { name: 'Report outage', url: '/outages/report' },
              { name: 'Outages', url: '/outages' },
            ],
          },
        }),
      ],
  // Dexie's build for browsers of today, without the parts for those before.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node20', emptyOutDir: true, copyPublicDir: false }
    : {
        outDir: 'dist/client',
        target: 'es2022',
        emptyOutDir: true,
        manifest: true,
        // The content policy allows images from 'self' and blob: only, so nothing is inlined as data:.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { output: { codeSplitting } },
      },
  server: { proxy: Object.fromEntries(served.map((path) => [path, server])) },
  test: {
    maxWorkers: 2,
    projects: [
      suite('unit', 'node', ['test/**/*.test.ts'], ['test/{views,laws,flow,e2e,bench}/**', 'test/size.test.ts']),
      suite('views', 'jsdom', ['test/views/**/*.test.{ts,tsx}']),
      suite('laws', 'node', ['test/laws/**/*.test.ts']),
      suite('flow', 'node', ['test/flow/**/*.test.ts'], ['test/flow/simulator*.test.ts']),
      suite('simulator', 'node', ['test/flow/simulator*.test.ts'], [], ['test/flow/simulated-total.ts']),
      suite('size', 'node', ['test/size.test.ts']),
    ],
  },
}))
