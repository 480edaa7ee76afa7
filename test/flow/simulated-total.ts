// Around a run of the simulator: sums up what its processes did.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { totalOf } from './simulated-counts.ts'

export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'uptally-simulator-'))
  process.env.UPTALLY_COUNTS = folder
  const startedAt = performance.now()
  return () => {
    process.stdout.write(`${totalOf(folder, performance.now() - startedAt).join('\n')}\n`)
    rmSync(folder, { recursive: true })
  }
}
