import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { errorCode, startTrial } from '../trial.ts'

const script = `console.log(${JSON.stringify('uptally '.repeat(500))})`
const page = '<!doctype html><title>Uptally</title>'

function withPages() {
  const folder = mkdtempSync(join(tmpdir(), 'uptally-pages-'))
  mkdirSync(join(folder, 'client/assets'), { recursive: true })
  mkdirSync(join(folder, 'client/.vite'))
  writeFileSync(join(folder, 'client/index.html'), page)
  writeFileSync(join(folder, 'client/service-worker.js'), '// sw')
  writeFileSync(join(folder, 'client/icon-192.png'), Buffer.from([1, 2, 3]))
  writeFileSync(join(folder, 'client/assets/app-1234.js'), script)
  writeFileSync(join(folder, 'client/.vite/manifest.json'), '{}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  return startTrial({ clientFolder: join(folder, 'client') })
}
const html = { accept: 'text/html,*/*' }

test('what has its content in its name is kept for a year, the page and the service worker are asked for anew', async () => {
  const trial = withPages()
  const caching = async (path: string) => (await trial.get(path)).headers.get('cache-control')
  expect(await caching('/assets/app-1234.js')).toBe('public, max-age=31536000, immutable')
  expect(await caching('/index.html')).toBe('no-store')
  expect(await caching('/service-worker.js')).toBe('no-cache')
})

test('every address of the app shows the page', async () => {
  const trial = withPages()
  for (const path of ['/', '/outages', '/outages/7?tab=story', '/accept']) {
    const answer = await trial.get(path, undefined, html)
    expect(await answer.text()).toBe(page)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test('what is not a page is not answered with one', async () => {
  const trial = withPages()
  for (const path of [
    '/assets/gone.js',
    '/auth/x',
    '/sync/v1/x',
    '/admin/x',
    '/health/x',
    '/gone.png',
    '/.vite/manifest.json',
  ])
    expect(await errorCode(await trial.get(path, undefined, html)), path).toBe('not_found')
  expect(await errorCode(await trial.get('/outages', undefined, { accept: 'application/json' }))).toBe('not_found')
})

test('no address leads out of the folder', async () => {
  const trial = withPages()
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
  ])
    expect(await (await trial.get(path)).text(), path).not.toContain('secret')
})

test('text is packed as the browser can unpack it, pictures are not', async () => {
  const trial = withPages()
  const get = async (path: string, accepted: string) => {
    const answer = await trial.get(path, undefined, { 'accept-encoding': accepted })
    return { encoding: answer.headers.get('content-encoding'), body: Buffer.from(await answer.arrayBuffer()) }
  }
  const br = await get('/assets/app-1234.js', 'gzip, deflate, br')
  expect([br.encoding, brotliDecompressSync(br.body).toString()]).toEqual(['br', script])
  const gzip = await get('/assets/app-1234.js', 'gzip')
  expect([gzip.encoding, gunzipSync(gzip.body).toString()]).toEqual(['gzip', script])
  const plain = await get('/assets/app-1234.js', '')
  expect([plain.encoding, plain.body.toString()]).toEqual([null, script])
  expect((await get('/icon-192.png', 'br')).encoding).toBeNull()
})

test('a page that the browser has already is not sent again', async () => {
  const trial = withPages()
  const etag = (await trial.get('/index.html')).headers.get('etag') ?? ''
  const answer = await trial.get('/index.html', undefined, { 'if-none-match': etag })
  expect([answer.status, await answer.text()]).toEqual([304, ''])
})

test('a file that could not be read for a moment is served afterwards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'uptally-pages-'))
  const file = join(folder, 'app.js')
  writeFileSync(file, script)
  const trial = startTrial({ clientFolder: folder })
  rmSync(file)
  expect((await trial.get('/app.js')).status).toBe(500)
  writeFileSync(file, script)
  expect(await (await trial.get('/app.js')).text()).toBe(script)
  rmSync(file)
  const packed = { 'accept-encoding': 'gzip' }
  expect((await trial.get('/app.js', undefined, packed)).status).toBe(500)
  writeFileSync(file, script)
  expect((await trial.get('/app.js', undefined, packed)).status).toBe(200)
})
