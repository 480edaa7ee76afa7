import { expect, test } from 'vitest'
import { seal, sealedFileSchema, sealRounds, unseal } from '../../src/store/sealed-file.ts'

const passphrase = 'a café in the rain'

test('only the passphrase opens a sealed file, however its accents were typed, and no two files are alike', async () => {
  const text = `canary ${'long '.repeat(20_000)}\u{1F600}`
  const [one, two] = [await seal(text, passphrase), await seal(text, passphrase)]
  expect(sealedFileSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one)
  expect(one.rounds).toBeGreaterThanOrEqual(600_000)
  expect(JSON.stringify(one)).not.toContain('canary')
  expect([one.salt, one.iv, one.data]).not.toEqual([two.salt, two.iv, two.data])
  expect(await unseal(one, passphrase.normalize('NFD'))).toBe(text)
  expect(await unseal(one, `${passphrase} `)).toBeUndefined()
})

test('a file that was changed does not open, wherever it was changed', async () => {
  const file = await seal('canary', passphrase)
  const turned = (given: string) => (given.startsWith('A') ? 'B' : 'A') + given.slice(1)
  for (const field of ['salt', 'iv', 'data'] as const)
    expect(await unseal({ ...file, [field]: turned(file[field]) }, passphrase)).toBeUndefined()
  expect(await unseal({ ...file, rounds: file.rounds + 1 }, passphrase)).toBeUndefined()
})

test('a file that asks for fewer rounds, or for so many that the device would stand still, is refused', async () => {
  const file = await seal('canary', passphrase)
  for (const rounds of [1, sealRounds - 1, 1_000_000_000])
    expect(sealedFileSchema.safeParse({ ...file, rounds }).success).toBe(false)
})

test('what the file says of itself is enough to open it with any other tool', async () => {
  const { salt, iv, data, rounds, ...rest } = await seal('canary', passphrase)
  const { createDecipheriv, pbkdf2Sync } = await import('node:crypto')
  const bytes = Buffer.from(data, 'base64')
  const key = pbkdf2Sync(passphrase, Buffer.from(salt, 'base64'), rounds, 32, 'sha256')
  const { format, version, kdf, cipher } = rest
  const opened = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'))
    .setAAD(Buffer.from(JSON.stringify({ format, version, kdf, rounds, cipher, salt, iv })))
    .setAuthTag(bytes.subarray(-16))
    .update(bytes.subarray(0, -16))
  expect(opened.toString()).toBe('canary')
})
