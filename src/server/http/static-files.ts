// The built pages. Only files that were there at the start are served, so no path can lead out of the folder.
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
}
const packable = /^(text\/|application\/|image\/svg)/

const packers = { br: promisify(brotliCompress), gzip: promisify(gzip) } as const
type Encoding = keyof typeof packers | 'identity'

interface Asset {
  readonly type: string
  readonly etag: string
  readonly bodies: Map<Encoding, Promise<Buffer<ArrayBuffer>>>
  readonly path: string
}

/** Answers GET and HEAD of a file, or of a page by its address; undefined when there is neither. */
export type StaticFiles = (request: Request) => Promise<Response | undefined>

export function createStaticFiles(folder: string): StaticFiles {
  const paths = new Map(namesIn(folder).map((name) => [`/${name.split(sep).join('/')}`, join(folder, name)]))
  const assets = new Map<string, Promise<Asset>>()
  const assetAt = (at: string, path: string) => {
    const known = assets.get(at)
    if (known !== undefined) return known
    const loading = load(path)
    assets.set(at, loading)
    loading.catch(() => assets.delete(at))
    return loading
  }
  return async (request) => {
    const { pathname } = new URL(request.url)
    const at = paths.has(pathname) ? pathname : isNavigation(request, pathname) ? '/index.html' : undefined
    const path = at && paths.get(at)
    if (!at || !path) return undefined
    const asset = await assetAt(at, path)
    return respond(request, asset, cachingOf(at))
  }
}

/**
 * The page itself is not to be kept: over HTTPS browsers then do not put it away whole for the way back either. WebKit puts
 * it away with its IndexedDB transactions open (seen in WebKitGTK 2.50), and the next page waits for them without end.
 */
function cachingOf(at: string): string {
  if (at === '/index.html') return 'no-store'
  return at.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

function namesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .filter((name) => !name.split(sep).some((part) => part.startsWith('.')))
  } catch {
    return []
  }
}

/** A page of the app has no file: the one page there is shows it. */
function isNavigation(request: Request, pathname: string): boolean {
  // The front door opens for anything that asks, monitors among them.
  if (pathname === '/') return true
  if (/^\/(auth|admin|sync|health|assets)(\/|$)/.test(pathname) || /\.[^/]*$/.test(pathname)) return false
  return (request.headers.get('accept') ?? '').includes('text/html')
}

async function load(path: string): Promise<Asset> {
  const raw = await readFile(path)
  const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
  const etag = createHash('sha256').update(raw).digest('base64url').slice(0, 22)
  return { type, etag, path, bodies: new Map() }
}

async function respond(request: Request, asset: Asset, caching: string): Promise<Response> {
  const encoding = encodingFor(request, asset.type)
  const headers: Record<string, string> = {
    'content-type': asset.type,
    'cache-control': caching,
    vary: 'accept-encoding',
    etag: `W/"${asset.etag}"`,
  }
  if (request.headers.get('if-none-match')?.includes(headers.etag ?? ''))
    return new Response(null, { status: 304, headers })
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  const body = await bodyOf(asset, encoding)
  headers['content-length'] = String(body.byteLength)
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

/** Packed once, at the first request for it; a failure is not kept. */
function bodyOf(asset: Asset, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
  const known = asset.bodies.get(encoding)
  if (known !== undefined) return known
  const raw = readFile(asset.path)
  if (encoding === 'identity') return raw
  const packed = raw.then((bytes) => packers[encoding](bytes))
  asset.bodies.set(encoding, packed)
  packed.catch(() => asset.bodies.delete(encoding))
  return packed
}

function encodingFor(request: Request, type: string): Encoding {
  const accepted = request.headers.get('accept-encoding') ?? ''
  if (!packable.test(type)) return 'identity'
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}
