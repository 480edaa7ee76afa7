// Makes pictures small enough to send, and drops what cameras write into them, such as the place. A browser draws the
// picture anew: upright, because it turns it as its own notes say, and without those notes.

export const longestEdge = 1600
const quality = 0.8

export interface Size {
  readonly width: number
  readonly height: number
}

/** Whole pixels, at least 1, of the same shape; never larger than it was. */
export function fitted({ width, height }: Size, edge = longestEdge): Size {
  const factor = Math.min(1, edge / Math.max(width, height))
  const pixels = (length: number) => Math.max(1, Math.round(length * factor))
  return { width: pixels(width), height: pixels(height) }
}

type Drawable = Size & { readonly source: CanvasImageSource; readonly release: () => void }

/** What a browser does with pictures. */
export interface Drawing {
  /** undefined: it cannot read this one. */
  readonly open: (file: Blob) => Promise<Drawable | undefined>
  /** undefined: it cannot write this type. */
  readonly write: (picture: Drawable, size: Size, type: PictureType) => Promise<Blob | undefined>
}

type PictureType = 'image/jpeg' | 'image/png'

export interface ScaledPicture extends Size {
  readonly type: PictureType
  readonly bytes: Uint8Array<ArrayBuffer>
}

/**
 * A JPEG whose longer edge is 1600 px at most; a PNG stays one where that is smaller, as of a screen with text. undefined
 * when this browser cannot read or write it.
 */
export async function scaled(
  file: Blob,
  isPng: boolean,
  drawing: Drawing = browserDrawing,
): Promise<ScaledPicture | undefined> {
  const picture = await drawing.open(file).catch(() => undefined)
  if (!picture) return undefined
  try {
    const size = fitted(picture)
    const types: readonly PictureType[] = isPng ? ['image/png', 'image/jpeg'] : ['image/jpeg']
    const made: { type: PictureType; blob: Blob }[] = []
    for (const type of types) {
      const blob = await drawing.write(picture, size, type)
      // A browser that cannot write a type writes a PNG in its place.
      if (blob?.type === type) made.push({ type, blob })
    }
    const [best] = made.sort((a, b) => a.blob.size - b.blob.size)
    return best && { ...size, type: best.type, bytes: new Uint8Array(await best.blob.arrayBuffer()) }
  } catch {
    return undefined
  } finally {
    picture.release()
  }
}

const browserDrawing: Drawing = {
  open: async (file) => (await asBitmap(file)) ?? (await asImage(file)),
  write: async (picture, size, type) => {
    const { canvas, context } = sheetOf(size)
    if (!context) return undefined
    if (type === 'image/jpeg') {
      // JPEG knows no transparency; what shines through would turn black.
      context.fillStyle = 'white'
      context.fillRect(0, 0, size.width, size.height)
    }
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture.source, 0, 0, size.width, size.height)
    if (!(canvas instanceof HTMLCanvasElement)) return canvas.convertToBlob({ type, quality })
    return new Promise<Blob | undefined>((resolve) =>
      canvas.toBlob((blob) => resolve(blob ?? undefined), type, quality),
    )
  },
}

function sheetOf({ width, height }: Size) {
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (context) return { canvas, context }
  }
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  return { canvas, context: canvas.getContext('2d') }
}

async function asBitmap(file: Blob): Promise<Drawable | undefined> {
  if (typeof createImageBitmap === 'undefined') return undefined
  const source = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  return source && { source, width: source.width, height: source.height, release: () => source.close() }
}

async function asImage(file: Blob): Promise<Drawable | undefined> {
  const source = new Image()
  if (!source.decode) return undefined
  const address = URL.createObjectURL(file)
  const release = () => URL.revokeObjectURL(address)
  try {
    source.src = address
    await source.decode()
    return { source, width: source.naturalWidth, height: source.naturalHeight, release }
  } catch {
    release()
    return undefined
  }
}
