// A second, independent reading of CSV, from the package that the import uses.
import { parse } from 'csv-parse/browser/esm/sync'

export const readCsv = (text: string): string[][] => parse(text, { bom: true }) as string[][]
