// Text gathered into bytes, piece by piece, so that a long file is never one long string.

const pieceLength = 64 * 1024

/** Takes text in small pieces and hands it on as UTF-8 in large ones. */
export interface TextSink {
  write(text: string): void
  /** Hands on what is left. */
  flush(): void
}

export function textSink(take: (bytes: Uint8Array<ArrayBuffer>) => void): TextSink {
  const encoder = new TextEncoder()
  let pieces: string[] = []
  let length = 0
  const flush = () => {
    if (length > 0) take(encoder.encode(pieces.join('')))
    pieces = []
    length = 0
  }
  return {
    flush,
    write: (text) => {
      pieces.push(text)
      length += text.length
      if (length >= pieceLength) flush()
    },
  }
}

export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export interface ByteFile {
  write(text: string): void
  end(): Uint8Array<ArrayBuffer>
}

export function byteFile(): ByteFile {
  const parts: Uint8Array[] = []
  const sink = textSink((bytes) => parts.push(bytes))
  return {
    write: sink.write,
    end: () => {
      sink.flush()
      return joinedBytes(parts)
    },
  }
}
