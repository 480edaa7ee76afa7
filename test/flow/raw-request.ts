// Requests byte by byte, as no browser and no library would send them.
import { connect } from 'node:net'

export interface RawAnswer {
  /** 0 when the server closed the connection without a word. */
  readonly status: number
  readonly head: string
  readonly body: string
}

/** `lines` is the head without its end; the connection is closed after the answer. */
export function sendRaw(port: number, lines: readonly string[], body: string | Buffer = ''): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost')
    const chunks: Buffer[] = []
    const done = () => {
      clearTimeout(late)
      socket.destroy()
      resolve(read(Buffer.concat(chunks)))
    }
    const late = setTimeout(done, 5000)
    socket.on('data', (chunk: Buffer) => void chunks.push(chunk))
    socket.on('error', done)
    socket.on('close', done)
    socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
    socket.write(body)
  })
}

function read(bytes: Buffer): RawAnswer {
  const text = bytes.toString('utf8')
  const end = text.indexOf('\r\n\r\n')
  const head = end < 0 ? text : text.slice(0, end)
  const rest = end < 0 ? '' : text.slice(end + 4)
  const body = /transfer-encoding: chunked/i.test(head) ? rest.replace(/(^|\r\n)[\da-f]+\r\n/gi, '') : rest
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: body.trim() }
}
