import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCipher } from '../../src/store/cipher.ts'
import { LockedError, type Sealing, sealed } from '../../src/store/sealing.ts'

type Row = Readonly<Record<string, unknown>>

const cipher = makeCipher(new Uint8Array(32).map((_, i) => i * 7))
const opened: Sealing = { cipher: () => cipher, isLocked: () => false }
const locked: Sealing = { cipher: () => undefined, isLocked: () => true }
const none: Sealing = { cipher: () => undefined, isLocked: () => false }

/** What the layer makes of a row on its way down to the disk, and up again. */
function through(table: string, sealing: Sealing) {
  let below: Row | undefined
  const core = {
    schema: { name: 'd' },
    table: () => ({
      mutate: async ({ values }: { values: Row[] }) => {
        below = values[0]
      },
      get: async () => below,
    }),
  }
  // A stand-in for IndexedDB: the layer asks nothing else of what is under it here.
  const layer = sealed(sealing)
    .create(core as never)
    .table?.(table) as unknown as {
    mutate(request: { type: 'put'; values: Row[] }): Promise<unknown>
    get(request: object): Promise<Row>
  }
  return {
    down: async (row: Row) => {
      await layer.mutate({ type: 'put', values: [row] })
      return below as Row
    },
    up: async (row: Row) => {
      below = row
      return layer.get({})
    },
  }
}

const canary = 'CANARY'
const words = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => canary + text)
const id = fc.uuid()
const legal = fc.constantFrom('legal:a', 'matter:b')
const asText = (row: unknown) =>
  JSON.stringify(row, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value))

const narrative = fc
  .record({ id, s: legal, ver: fc.nat(), old: words, text: words, isOverlaid: fc.boolean() })
  .map(({ old, text, isOverlaid, ...row }) => ({
    ...{ ...row, del: 0, groups: { text: row.ver }, doc: { entryId: 'e', text } },
    ...(isOverlaid && { confirmed: { doc: { entryId: 'e', text: old }, del: 0, ver: row.ver + 1 } }),
  }))
const matter = fc
  .record({ id, s: legal, note: words, parties: fc.array(fc.record({ name: words, role: words })) })
  .map(({ note, parties, ...row }) => ({ ...row, ver: 1, del: 0, doc: { title: 'open', note, parties }, groups: {} }))
const side = fc.record({ value: fc.record({ text: words }), by: id, at: fc.nat() })
const conflict = fc
  .record({ id, s: legal, shown: side, other: side })
  .map(({ shown, other, ...row }) => ({ ...row, ver: 1, del: 0, doc: { kind: 'narrative', shown, other }, groups: {} }))
const sent = fc
  .record({ seq: fc.nat(), mid: fc.nat(), client: id, text: words, s: legal })
  .map(({ s, ...op }) => ({ ...op, name: 'narrative.save', touches: [], vers: { [s]: 1 } }))
const unknown = fc
  .record({ key: id, s: legal, text: words })
  .map(({ text, ...held }) => ({ ...held, row: { k: 'later', id: 'i', s: held.s, ver: 1, del: false, doc: { text } } }))

const cases: readonly (readonly [string, fc.Arbitrary<Row>])[] = [
  ['k_narrative', narrative],
  ['k_matter', matter],
  ['k_conflict', conflict],
  ['sent', sent],
  ['unknown', unknown],
]

test.each(cases)(
  'whatever is in a row of %s, none of its words lie open, and it comes back the same',
  async (table, rows) => {
    await fc.assert(
      fc.asyncProperty(rows, async (row) => {
        const { down, up } = through(table, opened)
        const below = await down(row)
        expect(asText(below)).not.toContain(canary)
        expect(await up(below)).toEqual(row)
      }),
    )
  },
)

test.each(cases)(
  'a row of %s that was read while locked is written as it was, and opens again',
  async (table, rows) => {
    await fc.assert(
      fc.asyncProperty(rows, async (row) => {
        const below = await through(table, opened).down(row)
        const seen = await through(table, locked).up(below)
        expect(asText(seen)).not.toContain(canary)
        const again = await through(table, locked).down(seen)
        expect(await through(table, opened).up(again)).toEqual(row)
        const withKey = await through(table, opened).down(seen)
        expect(await through(table, opened).up(withKey)).toEqual(row)
      }),
    )
  },
)

test.each(cases)(
  'a row of %s opens as itself alone: under another name, or changed in one bit, it stays closed',
  async (table, rows) => {
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(), async (row, place) => {
        const below = await through(table, opened).down(row)
        const renamed = { ...below, id: 'another', key: 'another', client: 'another' }
        expect(asText(await through(table, opened).up(renamed))).not.toContain(canary)
        const flipped = structuredClone(below) as Record<string, Record<string, Uint8Array>>
        const bytes = (flipped.$sealed ?? flipped.doc?.$sealed) as unknown as Uint8Array
        bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ 1
        const seen = await through(table, opened).up(flipped as Row)
        const { confirmed: _, ...shown } = seen
        expect(asText(shown)).not.toContain(canary)
      }),
    )
  },
)

test('without a lease all lies as it was; once one has ended, the server’s words are refused and one’s own are taken', async () => {
  await fc.assert(
    fc.asyncProperty(narrative, async (row) => {
      expect(await through('k_narrative', none).down(row)).toEqual(row)
      await expect(through('k_narrative', locked).down(row)).rejects.toThrow(LockedError)
      const own = { ...row, confirmed: { doc: {}, del: 0, ver: 0 } }
      expect(await through('k_narrative', locked).down(own)).toEqual(own)
      const elsewhere = { ...row, s: 'desk:shared' }
      expect(await through('k_narrative', opened).down(elsewhere)).toEqual(elsewhere)
    }),
  )
})
