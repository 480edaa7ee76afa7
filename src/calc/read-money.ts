/** Money: pounds in a case, pence inside. */
import { Fault } from './fault.ts'
import { number, type Read } from './read.ts'

const DECIMAL = /^-?\d{1,12}(\.\d{1,12})?$/

/** Pounds as a number or as decimal text ("0.29"), read as pence, which may have a fraction. */
export function money({ min = Number.NEGATIVE_INFINITY }: { readonly min?: number } = {}): Read<number> {
  const pounds = number({ min, max: 1e12 })
  return (value, path) => {
    if (typeof value !== 'string') return shifted(String(pounds(value, path)))
    if (!DECIMAL.test(value)) throw new Fault('bad_value', path, 'Money is a number or decimal text such as "12.50".')
    pounds(Number(value), path)
    return shifted(value)
  }
}

/** By moving the point, which multiplying by 100 would not do: 1.1 * 100 is a little more than 110. */
function shifted(text: string): number {
  const [digits, power = '0'] = text.split('e')
  return Number(`${digits}e${Number(power) + 2}`)
}
