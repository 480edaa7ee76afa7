// Values, keys, paths and headers that somebody means ill with, and ways of bending what is well formed, all from one seed.
export const marker = 'hostile-mark'

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return { below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T }
}
export type Dice = ReturnType<typeof dice>

const nested = (depth: number, open: string, close: string) => JSON.parse(open.repeat(depth) + close.repeat(depth))

const values: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    '',
    ' ',
    [],
    {},
    [[]],
    [null],
    -1,
    -0,
    0.1,
    1e308,
    2 ** 53,
    -(2 ** 53) - 2,
    2 ** 31,
    8.64e15 + 1,
  ],
  ...[
    'NaN',
    'Infinity',
    '1e999',
    '0x10',
    '\u0000',
    `${marker}\u0000tail`,
    '\ud800',
    '\udfff\ud800',
    '\u202eright',
    '😀',
  ],
  ...[`<img src=x onerror=alert('${marker}')>`, `<script>${marker}</script>`, `javascript:alert(1)//${marker}`],
  ...["'; DROP TABLE row; --", "' OR 1=1 --", '") UNION SELECT hash FROM session --', '$.x', '{{7*7}}', '%s%n'],
  ...[
    '../../../../etc/passwd',
    '..\\..\\windows',
    '/etc/passwd',
    'file:///etc/passwd',
    'C:\\',
    '\u0000/../x',
    '%2e%2e%2f',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'desk:__proto__', 'user:../x', 'desk::', ':', 'notes:'],
  ...[
    'x'.repeat(9000),
    'x'.repeat(66_000),
    nested(30, '[', ']'),
    JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`),
  ],
  ...[JSON.parse('{"__proto__":{"isAdmin":true}}'), { constructor: { prototype: { x: 1 } } }, Array(300).fill(marker)],
]
export const hostileValue = ({ pick }: Dice): unknown => pick(values)
const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  '\u0000',
  'deleted',
  'id',
  'x'.repeat(500),
  marker,
]

type Bag = Record<string, unknown>
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null

/** A copy with one thing in it changed: a value, a key more, a key less, something twice. */
export function bent(value: unknown, throws: Dice): unknown {
  const copy = JSON.parse(JSON.stringify(value)) as unknown
  if (!isBag(copy)) return hostileValue(throws)
  let at: Bag = copy
  for (;;) {
    const inner = Object.values(at).filter((each) => isBag(each) && Object.keys(each).length > 0) as Bag[]
    if (inner.length === 0 || throws.below(4) === 0) break
    at = throws.pick(inner)
  }
  const name = throws.pick(Object.keys(at))
  const how = throws.below(5)
  if (how === 0) delete at[name]
  else if (how === 1) define(at, throws.pick(keys), hostileValue(throws))
  else if (how === 2 && Array.isArray(at)) at.push(...at)
  else define(at, name, hostileValue(throws))
  return copy
}

/** Also where the key is one that an assignment would take for something else. */
const define = (bag: Bag, key: string, value: unknown) =>
  Object.defineProperty(bag, key, { value, enumerable: true, configurable: true, writable: true })

/** JSON, or what is nearly that. */
export function bentText(text: string, { below, pick }: Dice): string {
  const at = below(text.length)
  const ways = [
    () => text.slice(0, at),
    () =>
      text.slice(0, at) + pick(['"', '{', '\u0000', '\\', '1e999', 'NaN', '\\ud800', ',', '<']) + text.slice(at + 1),
    () => text.replace(/\d+/, pick(['1e999', '-1e999', '99999999999999999999', '1.5', '-0', '00', '0x1'])),
    () => `${'['.repeat(50_000)}${text}`,
    () => `${'{"a":'.repeat(20_000)}`,
    () => `\ufeff${text}`,
    () => text + text,
  ]
  return pick(ways)()
}

export const hostilePaths: readonly string[] = [
  ...['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%2e%2e%2fsecret.txt', '/..\\secret.txt'],
  ...['/assets/../../secret.txt', '/assets/%2e%2e/%2e%2e/secret.txt', '/assets/..%5c..%5csecret.txt', '//secret.txt'],
  ...[
    '/....//secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/secret.txt%00.html',
    '/%00',
    '/%',
  ],
  ...['/%ff', '/%zz', '/index.html/../../secret.txt', '/index.html%00', '/.env', '/.git/config', '/uptally.db', '/\\'],
  ...['http://elsewhere.test/', '//elsewhere.test/a', '*', '/?', `/?q=${'%'.repeat(50)}`, `/${'a'.repeat(5000)}`],
  ...[`/${'a/'.repeat(3000)}`, `/auth/state?${'a=b&'.repeat(3000)}`, `/legal/walls/${'%2e%2e%2f'.repeat(20)}`],
  ...[
    '/legal/walls/__proto__',
    '/legal/walls/%00',
    '/__proto__',
    '/constructor',
    '/etc/passwd',
    '/C:/',
    '/a b',
    '/é',
    '/\u0000',
  ],
]
export const hostileMethods = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'get',
  'BREW',
  'PROPFIND',
]
export const hostileTypes = [
  ...['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''],
  ...[
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'application/jsonx',
    'text/html',
    'a'.repeat(3000),
  ],
]
export const hostileHeaders = [
  ...[
    'Content-Encoding: gzip',
    'Content-Encoding: br',
    'Transfer-Encoding: gzip',
    'Expect: 100-continue',
    'Upgrade: websocket',
  ],
  ...[
    'Origin: http://elsewhere.test',
    'Origin: null',
    'Origin: \u00ff',
    'Host: elsewhere.test',
    'Host: a b',
    'X-Forwarded-For: ::1',
  ],
  ...[
    'Content-Type: text/plain',
    'Range: bytes=0-,0-,0-',
    'If-None-Match: *',
    'Accept-Encoding: \u00ff',
    'Accept: text/html',
  ],
  ...[
    `Cookie: ${'a=b; '.repeat(2000)}`,
    'Cookie: uptally=',
    'Cookie: uptally=%00',
    'Cookie: __proto__=1',
    `X-A: ${'b'.repeat(9000)}`,
  ],
  ...[
    `Cookie: uptally=${'%ff'.repeat(400)}`,
    'Cookie: uptally="',
    'Content-Length: -1',
    'Content-Length: 1',
    'X\u0000: 1',
    'No colon',
  ],
]
