// A file that somebody chose, read into what is kept of it, or into why it is not kept.
import { type FileType, fileLimits, fileNameOf } from '../../domain/attachment.ts'
import { fileKind, headBytes } from './file-kind.ts'
import { fileSize } from './file-words.ts'
import { type ScaledPicture, scaled } from './scaled.ts'

/** More than cameras make, and still what a phone has room to draw. */
const mostPictureBytes = 40 * 1024 * 1024

export interface Prepared {
  readonly name: string
  readonly type: FileType
  readonly bytes: Uint8Array<ArrayBuffer>
  /** In pixels; null for what is not a picture, or was not read as one. */
  readonly width: number | null
  readonly height: number | null
  /** A picture that this device could not draw: it is kept with all that the camera wrote into it. */
  readonly isUnread: boolean
}

/** The text says why it is not kept: a sentence. */
export async function prepareFile(file: File, scale: typeof scaled = scaled): Promise<Prepared | string> {
  const name = fileNameOf(file.name)
  if (file.size === 0) return `${name} is empty: there is nothing in it to add.`
  try {
    const { type, isPicture } = fileKind(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()))
    if (isPicture && file.size > mostPictureBytes) return tooLarge(name, file.size, 'Pictures', mostPictureBytes)
    const picture = isPicture ? await scale(file, type === 'image/png') : undefined
    if (picture && picture.bytes.byteLength <= fileLimits.bytes) return ofPicture(name, picture)
    if (file.size > fileLimits.bytes) return tooLarge(name, file.size, isPicture ? unread : 'Files', fileLimits.bytes)
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { name, type, bytes, width: null, height: null, isUnread: isPicture }
  } catch {
    // Moved or changed since it was chosen, or held by a service that is out of reach.
    return `${name} could not be read. Look whether it is still where it was, then choose it again.`
  }
}

const unread = 'This device cannot make it smaller, and such files'

const tooLarge = (name: string, bytes: number, what: string, most: number) =>
  `${name} is too large: it has ${fileSize(bytes)}. ${what} may have ${fileSize(most)} at most.`

function ofPicture(name: string, { type, bytes, width, height }: ScaledPicture): Prepared {
  return { name: namedAs(name, type), type, bytes, width, height, isUnread: false }
}

/** "IMG_2041.heic" that has become a JPEG is "IMG_2041.jpg". */
function namedAs(name: string, type: ScaledPicture['type']): string {
  const [fits, ending] = type === 'image/png' ? [/\.png$/i, '.png'] : [/\.jpe?g$/i, '.jpg']
  return fits.test(name) ? name : fileNameOf(name.replace(/\.[^.]{1,5}$/, '') + ending)
}
