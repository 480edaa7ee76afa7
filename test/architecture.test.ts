// The conventions that a machine can hold: who may import whom, what stays pure, sizes, and what may be in a file at all.
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path/posix'
import { expect, test } from 'vitest'

type Table = Readonly<Record<string, readonly string[]>>

/** What a folder of src may import beside itself: folders, files and packages, by the beginning of their names. */
const mayImport: Table = {
  domain: [],
  metrics: ['domain/'],
  reports: ['domain/', 'metrics/', 'fflate'],
  desk: ['domain/', 'metrics/', 'reports/'],
  intake: ['domain/', 'js-yaml', 'csv-parse/'],
  calc: ['domain/', 'metrics/', 'reports/'],
  store: ['domain/', 'dexie', '@noble/ciphers/'],
  sync: ['domain/', 'store/'],
  views: [
    ...['domain/', 'store/', 'reports/ask.ts', 'reports/csv.ts', 'reports/file-type.ts', 'reports/import-parts.ts'],
    ...['sync/status.ts', 'sync/account.ts', 'sync/passkeys.ts', 'sync/wiped.ts', 'metrics/ask.ts', 'intake/ask.ts'],
    ...['sync/audit.ts', 'sync/ask-file.ts', 'sync/files.ts'],
    ...['desk/ask.ts', 'intake/incident-ask.ts', 'sync/legal.ts', 'metrics/own-', 'metrics/practice-figures.ts'],
    ...['intake/parsed-import.ts', 'solid-js', '@solidjs/router', 'chart.js', 'virtual:pwa-register', 'workbox-window'],
  ],
  server: [
    'domain/',
    'metrics/',
    'reports/',
    'node:',
    'hono',
    '@hono/',
    'better-sqlite3',
    '@node-rs/argon2',
    '@simplewebauthn/server',
    'openid-client',
  ],
}
/** Schemas are parsed on every side. */
const everywhere = ['zod/mini']
/** The shapes in which a door's answers come; types carry no code past it. */
const mayImportTypes: Table = { views: ['metrics/', 'intake/', 'sync/', 'desk/', 'reports/'] }
const mayNotImport: Table = { views: ['store/database', 'store/apply', 'store/outbox'] }
/** Entries, where wiring has its address. */
const entryMayImport: Table = {
  'main.tsx': ['domain/', 'metrics/', 'desk/', 'intake/', 'store/', 'sync/', 'views/', 'trusted-types.ts', 'solid-js'],
  'service-worker.ts': ['workbox-'],
  'metrics/worker.ts': ['store/'],
  'intake/worker.ts': ['store/'],
  'desk/worker.ts': ['store/'],
  'reports/worker.ts': ['store/'],
  'calc/start.js': ['node:', 'vite'],
}

const topLevel = [
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'index.html', 'README.md', 'LICENSE'],
  ...['src', 'public', 'test', '.ci', '.biome.json', '.gitignore'],
]
const pureFolders = ['domain/', 'metrics/', 'reports/', 'intake/', 'desk/']
const impure = [
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\bMath\.random\(/,
  /\bfetch\(/,
  /\bwindow\.[a-z]+\(/,
  /\blocalStorage\b/,
]
const lineLimit = 250
/** Files over the limit. The list may only shrink. */
const longFiles: readonly string[] = []
const notOurs = [/\.\.\/shared\//, /(?<![\w.-])\/(work|home|root|Users)\/\w/, /registry\.(npmjs|yarnpkg)|npmmirror/]

const files = listFiles().filter((path) => existsSync(path))
const texts = new Map(
  files.filter((path) => extname(path) !== '.png').map((path) => [path, readFileSync(path, 'utf8')]),
)
const isCode = (path: string) => /\.(tsx?|js)$/.test(path) && !path.startsWith('test/fixtures/')
const codeFiles = files.filter(isCode)
const sources = codeFiles.filter((path) => path.startsWith('src/'))
const codeOf = (path: string) => (texts.get(path) ?? '').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')

/** What git would commit; in an unpacked archive, all but what is made here. */
function listFiles(): string[] {
  try {
    const options: ExecFileSyncOptionsWithStringEncoding = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
    return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], options).trim().split('\n')
  } catch {
    const made = readFileSync('.gitignore', 'utf8').split('\n')
    const own = readdirSync('.').filter((name) => !made.includes(`/${name}/`) && !made.includes(`${name}/`))
    const inside = own.map((name) => (statSync(name).isDirectory() ? walk(name) : [name]))
    return inside.flat()
  }
}
function walk(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))
  return entries.filter((path) => statSync(path).isFile())
}

interface Import {
  /** From the top of the repository, or a package's name. */
  readonly name: string
  readonly isTypeOnly: boolean
}
const importPattern = /(?:\b(?:import|export)\b( type)?(?: [^'"();]*?from)? ?\(?|new URL\((?='\S+\.tsx?'))'([^'\s]+)'/g
function importsOf(path: string): Import[] {
  const found = [...codeOf(path).matchAll(importPattern)]
  return found.map(([, type, name = '']) => ({
    name: name.startsWith('.') ? join(dirname(path), name) : name,
    isTypeOnly: type !== undefined,
  }))
}
const isOwn = ({ name }: Import) => /^(src|test)\//.test(name)
const beginsWith = (name: string, beginnings: readonly string[] = []) =>
  beginnings.some((each) => name.startsWith(each))

function isAllowed(path: string, { name, isTypeOnly }: Import): boolean {
  const [inside, target] = [path.replace('src/', ''), name.replace('src/', '')]
  const folder = inside.includes('/') ? (inside.split('/')[0] ?? '') : ''
  if (folder !== '' && target.startsWith(`${folder}/`)) return true
  if (target.endsWith('.css')) return folder === 'views' || inside === 'main.tsx'
  if (isTypeOnly && beginsWith(target, mayImportTypes[folder])) return true
  const allowed = [...everywhere, ...(mayImport[folder] ?? []), ...(entryMayImport[inside] ?? [])]
  return beginsWith(target, allowed) && !beginsWith(target, mayNotImport[folder])
}

/** The first way round from a file back to itself, by imports that are still there when the code runs. */
function cycleFrom(start: string): string[] | undefined {
  const seen = new Set<string>()
  const walk = (path: string, way: string[]): string[] | undefined => {
    for (const { name } of importsOf(path).filter((each) => isOwn(each) && !each.isTypeOnly)) {
      if (name === start) return [...way, start]
      if (seen.has(name)) continue
      seen.add(name)
      const found = walk(name, [...way, name])
      if (found) return found
    }
    return undefined
  }
  return walk(start, [start])
}

const linesMatching = (path: string, text: string, patterns: readonly RegExp[]) =>
  text
    .split('\n')
    .flatMap((line, at) => (patterns.some((each) => each.test(line)) ? [`${path}:${at + 1} ${line.trim()}`] : []))

test('each folder imports only what its row in the table allows', () => {
  const wrong = sources.flatMap((path) =>
    importsOf(path).flatMap((each) => (isAllowed(path, each) ? [] : [`${path} may not import ${each.name}`])),
  )
  expect(wrong).toEqual([])
})

test('no file leads back to itself by its imports', () => {
  expect(sources.flatMap((path) => cycleFrom(path)?.join(' > ') ?? [])).toEqual([])
})

test('an import of our own names the file with its extension', () => {
  const wrong = codeFiles.flatMap((path) =>
    importsOf(path).flatMap(({ name }) =>
      /^(src|test)\//.test(name) && !/\.(tsx?|js|css|json)(\?\w+)?$/.test(name) ? [`${path} imports ${name}`] : [],
    ),
  )
  expect(wrong).toEqual([])
})

test('domain, metrics, reports and intake know no clock, no chance, no network and no page', () => {
  const pure = sources.filter(
    (path) => beginsWith(path.replace('src/', ''), pureFolders) && !/\/(worker|ask)\.ts$/.test(path),
  )
  expect(pure.flatMap((path) => linesMatching(path, codeOf(path), impure))).toEqual([])
})

test('our own code leaves markup to the templates', () => {
  const named = [/innerHTML|outerHTML|insertAdjacentHTML|document\.write/, /\sstyle="/]
  expect(sources.flatMap((path) => linesMatching(path, codeOf(path), named))).toEqual([])
})

test(`no file is longer than ${lineLimit} lines`, () => {
  const isLong = (path: string) => (texts.get(path) ?? '').trimEnd().split('\n').length > lineLimit
  const long = [...codeFiles, ...files.filter((path) => extname(path) === '.css')].filter(isLong)
  expect(long.sort()).toEqual([...longFiles].sort())
})

test('the top level holds what it always held', () => {
  const names = new Set(files.map((path) => path.split('/')[0] ?? ''))
  expect([...names].filter((name) => !topLevel.includes(name))).toEqual([])
})

test('no file names a path of somebody’s machine, a registry or a folder beside the repository', () => {
  const ours = files.filter((path) => !path.startsWith('test/fixtures/') && path !== 'test/architecture.test.ts')
  expect(ours.flatMap((path) => linesMatching(path, texts.get(path) ?? '', notOurs))).toEqual([])
})
