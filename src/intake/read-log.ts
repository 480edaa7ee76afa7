// A whole log, from its bytes to folded incidents, a slice at a time.
import { type Reading, textSlices } from './byte-scan.ts'
import type { LogProgress, ReadChoices } from './incident-log.ts'
import { type Folded, makeFold } from './log-fold.ts'
import { makeSplitter } from './row-splitter.ts'

/** `header`: the names of the columns. Rejects with the signal's reason when it is to end. */
export async function readLog(
  file: Blob,
  choices: ReadChoices,
  header: readonly string[],
  signal: AbortSignal,
  onProgress: (progress: LogProgress) => void,
): Promise<Folded> {
  const fold = makeFold(choices, header)
  const headerLine = choices.dress.headerLine ?? 0
  let rows = 0
  const splitter = makeSplitter(choices.dress, {
    onRow: (line, cells) => {
      if (line <= headerLine) return
      rows += 1
      fold.take(line, cells)
    },
    onFault: fold.refuse,
  })
  const onSlice: Reading['onSlice'] = (doneBytes) => onProgress({ doneBytes, totalBytes: file.size, rows })
  for await (const text of textSlices(file, choices.dress.encoding, { signal, onSlice })) splitter.push(text)
  splitter.end()
  return fold.done()
}
