// Stands between a device and the server, and keeps every byte that the device receives.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, request } from 'node:http'
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib'
import type { RunningServer } from './server.ts'
import { freePort } from './server.ts'

/** Something that may hold a text, and where it was found. */
export interface Held {
  readonly where: string
  readonly bytes: Buffer
}

export interface WireTap {
  /** The server as this device alone reaches it. */
  readonly server: RunningServer
  /** Head and body of each answer, bodies unpacked; of those that still go on, what has come. */
  received(): Held[]
  close(): Promise<void>
}

interface Answer {
  readonly asked: string
  readonly message: IncomingMessage
  readonly chunks: Buffer[]
}

export async function tapWire(server: RunningServer): Promise<WireTap> {
  const answers: Answer[] = []
  const { hostname, port: onwardPort } = new URL(server.origin)
  const passOn = (asking: IncomingMessage, answering: ServerResponse) => {
    const { method, url: path, headers } = asking
    const onward = request({ hostname, port: onwardPort, method, path, headers }, (message) => {
      const chunks: Buffer[] = []
      answers.push({ asked: `${method} ${path}`, message, chunks })
      answering.writeHead(message.statusCode ?? 502, message.rawHeaders)
      message.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => answering.destroy())
      message.pipe(answering)
    })
    onward.on('error', () => answering.destroy())
    answering.on('close', () => onward.destroy())
    asking.pipe(onward)
  }
  const port = await freePort()
  const tap = createServer(passOn).listen(port)
  return {
    server: { ...server, origin: `http://localhost:${port}` },
    received: () => answers.map(heldIn),
    close: async () => {
      tap.closeAllConnections()
      await new Promise((resolve) => tap.close(resolve))
    },
  }
}

function heldIn({ asked, message, chunks }: Answer): Held {
  const { statusCode, rawHeaders, headers } = message
  const body = unpacked(Buffer.concat(chunks), headers['content-encoding'])
  return {
    where: `${asked}, answered ${statusCode}`,
    bytes: Buffer.concat([Buffer.from(rawHeaders.join('\n')), Buffer.from('\n\n'), body]),
  }
}

/** Of a body that broke off, what had come. */
function unpacked(bytes: Buffer, coding: string | undefined): Buffer {
  if (bytes.length === 0 || coding === undefined) return bytes
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = constants
  if (coding === 'gzip') return gunzipSync(bytes, { finishFlush: Z_SYNC_FLUSH })
  if (coding === 'deflate') return inflateSync(bytes, { finishFlush: Z_SYNC_FLUSH })
  if (coding === 'br') return brotliDecompressSync(bytes, { finishFlush: BROTLI_OPERATION_FLUSH })
  throw new Error(`This story cannot read answers packed by ${coding}`)
}
