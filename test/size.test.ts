// What a person's device has to fetch, measured on the built page, compressed as the server sends it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { prepare } from '../src/server/prepare.js'

const page = 'dist/client'
const firstScreenLimit = 75_000
/** What a device keeps to work without a network: what everybody needs, and 50 KB for each pack (src/service-worker.ts) of its work. */
const keptLimits = [
  { packs: [], limit: 300_000 },
  { packs: ['legal'], limit: 350_000 },
  { packs: ['desk'], limit: 350_000 },
  { packs: ['legal', 'desk'], limit: 400_000 },
  { packs: ['legal', 'practice', 'desk'], limit: 450_000 },
] as const
/** Loaded apart from the page's entry, the latter two would still be needed before anything can be used. */
const firstScreens = ['index.html', 'src/views/app/signed-in.tsx', 'src/views/start/start-page.tsx']
const threads = ['src/metrics/worker.ts', 'src/intake/worker.ts', 'src/desk/worker.ts', 'src/reports/worker.ts']

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

const textOf = (file: string) => readFileSync(join(page, file), 'utf8')
const compressed = (file: string) => gzipSync(readFileSync(join(page, file))).byteLength
const sizes = (files: Iterable<string>) => [...files].map((file) => ({ file, bytes: compressed(file) }))
const sum = (parts: readonly { readonly bytes: number }[]) => parts.reduce((total, { bytes }) => total + bytes, 0)
const told = (parts: readonly { readonly file: string; readonly bytes: number }[]) =>
  parts.map(({ file, bytes }) => `${file} ${bytes}`).join('\n')

const chunks = (): Readonly<Record<string, Chunk>> => JSON.parse(textOf('.vite/manifest.json'))

const packOf = (url: string) => /^assets\/(legal|practice|desk)-/.exec(url)?.[1]
const keptUrls = (packs: readonly string[]) => {
  const urls = [...textOf('service-worker.js').matchAll(/"url":"([^"]+)"/g)].map(([, url = '']) => url)
  return new Set(urls.filter((url) => packs.includes(packOf(url) ?? '') || packOf(url) === undefined))
}

/** The scripts and styles that must have come before these sources can run. */
function filesFor(names: readonly string[]): Set<string> {
  const all = chunks()
  const files = new Set<string>()
  const take = (name: string) => {
    const chunk = all[name]
    if (!chunk || files.has(chunk.file)) return
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    chunk.imports?.forEach(take)
  }
  names.forEach(take)
  return files
}

beforeAll(() => prepare(() => undefined), 180_000)

test('the first usable screen needs 75 KB of scripts and styles at most', () => {
  const parts = sizes(filesFor(firstScreens))
  expect(parts.length).toBeGreaterThan(1)
  expect(sum(parts), told(parts)).toBeLessThanOrEqual(firstScreenLimit)
})

test('a thread runs without the page: it shares files with it, and none that only a page can run', () => {
  const page = chunks()['index.html']?.file
  for (const thread of threads) {
    const files = [...filesFor([thread])]
    expect(files.length, thread).toBeGreaterThan(1)
    expect(files, thread).not.toContain(page)
    for (const file of files) expect(textOf(file), file).not.toMatch(/\bdocument\.\w/)
  }
})

test.each(keptLimits)('all that is kept to start without a network, with $packs, is $limit bytes at most', (kept) => {
  const urls = keptUrls(kept.packs)
  const parts = sizes(urls)
  expect([...urls]).toContain('index.html')
  for (const pack of kept.packs) expect([...urls].map(packOf)).toContain(pack)
  expect(sum(parts), told(parts)).toBeLessThanOrEqual(kept.limit)
})

test.each(keptLimits)('no page that is kept with $packs needs a script or style that is not', ({ packs }) => {
  const kept = keptUrls(packs)
  const names = Object.entries(chunks()).flatMap(([name, { file }]) => (kept.has(file) ? [name] : []))
  expect(names.length).toBeGreaterThan(5)
  for (const name of names)
    expect(
      [...filesFor([name])].filter((file) => !kept.has(file)),
      name,
    ).toEqual([])
})

test('files import each other without circles: a browser would start none of them', () => {
  const all = chunks()
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (name: string, path: readonly string[]) => {
    if (path.includes(name)) circles.push([...path, name].join(' -> '))
    if (done.has(name) || path.includes(name)) return
    for (const next of all[name]?.imports ?? []) visit(next, [...path, name])
    done.add(name)
  }
  for (const name of Object.keys(all)) visit(name, [])
  expect(circles).toEqual([])
})

test('the built page holds no inline script, style or data address, which its content policy would refuse', () => {
  expect(textOf('index.html')).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
  const assets = readdirSync(join(page, 'assets')).filter((name) => /\.(js|css)$/.test(name))
  const refused = assets.filter((name) => /url\(["']?data:|<\w[^<>`]*\sstyle=/.test(textOf(`assets/${name}`)))
  expect(refused).toEqual([])
})
