// What of legal text lies in the database itself: read past our own code, as somebody with the device in hand would.
import { expect, test } from 'vitest'
import { makeCipher } from '../../src/store/cipher.ts'

test('what was sealed opens with the same key and under the same name alone', () => {
  const cipher = makeCipher(new Uint8Array(32).fill(7))
  const bytes = new TextEncoder().encode('hello')
  const sealed = cipher.seal(bytes, 'a')
  expect(cipher.open(sealed, 'a')).toEqual(bytes)
  expect(cipher.open(sealed, 'b')).toBeUndefined()
  expect(makeCipher(new Uint8Array(32).fill(8)).open(sealed, 'a')).toBeUndefined()
  expect(cipher.open(new Uint8Array(), 'a')).toBeUndefined()
})
