// Bytes of text files older than UTF-8 -> letters, and which of two old ways of writing a file was written in.
import type { Encoding } from './incident-log.ts'

const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0'
const cp850Units = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : cp850.charCodeAt(byte - 128)))

/** Bytes of one file -> text, in parts as they come; a byte order mark is left out. The last part is `undefined`. */
export function makeDecoder(encoding: Encoding): (bytes: Uint8Array | undefined) => string {
  if (encoding === 'cp850') return (bytes) => (bytes ? fromCp850(bytes) : '')
  const decoder = new TextDecoder(encoding)
  return (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode())
}

function fromCp850(bytes: Uint8Array): string {
  const units = Uint16Array.from(bytes, (byte) => cp850Units[byte] ?? 0)
  return new TextDecoder('utf-16le').decode(units)
}

const common = /[àâäæçèéêëîïñòóôöøùúûüßœáí]/
const rare = /[åãìðõýþÿıºª]/
const quotesAndMoney = /[‘’“”–—…•€£°½]/
const noLetters = /[░▒▓│┤╣║╗╝┐└┴┬├─┼╚╔╩╦╠═╬┘┌█▄▀■‗\u0080-\u009f]/

/**
 * How likely a letter is where it stands: accented letters touch letters, money and quotation marks stand apart (an
 * apostrophe between), capitals do not follow small letters, and nobody writes lines of boxes.
 */
function likelihood(letter: string, isAfterLetter: boolean, isBeforeLetter: boolean): number {
  const isInside = isAfterLetter && isBeforeLetter
  const touches = isAfterLetter || isBeforeLetter
  if (noLetters.test(letter)) return -3
  if (letter === '’') return isInside ? 3 : 1
  if (quotesAndMoney.test(letter)) return isInside ? -2 : 2
  if (common.test(letter)) return touches ? 3 : -1
  if (rare.test(letter)) return touches ? 1 : -1
  if (/\p{Lu}/u.test(letter)) return isAfterLetter ? -2 : 1
  return isInside ? -2 : 0
}

type OldEncoding = 'windows-1252' | 'cp850'

/** Likelihoods by byte (from 128 on) and its neighbours. */
function table(encoding: OldEncoding): Int8Array {
  const decode = makeDecoder(encoding)
  return Int8Array.from({ length: 512 }, (_, at) => {
    const letter = decode(Uint8Array.of(128 + (at >> 2)))
    return likelihood(letter, (at & 2) !== 0, (at & 1) !== 0)
  })
}

const isLetter = (byte: number | undefined) => byte !== undefined && ((byte | 32) - 97) >>> 0 < 26

/** Takes bytes in parts and hands back which encoding is the likelier: Windows-1252 where neither is. */
export function makeOldEncodingGuess() {
  const tables = { 'windows-1252': table('windows-1252'), cp850: table('cp850') }
  const scores = { 'windows-1252': 0, cp850: 0 }
  return {
    take(bytes: Uint8Array): void {
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i] ?? 0
        if (byte < 128) continue
        const at = ((byte - 128) << 2) | (isLetter(bytes[i - 1]) ? 2 : 0) | (isLetter(bytes[i + 1]) ? 1 : 0)
        scores['windows-1252'] += tables['windows-1252'][at] ?? 0
        scores.cp850 += tables.cp850[at] ?? 0
      }
    },
    likelier: (): OldEncoding => (scores.cp850 > scores['windows-1252'] ? 'cp850' : 'windows-1252'),
  }
}
