import { vi } from 'vitest'
import { memoryDisk } from './memory-tables.ts'
import { tests } from './simulated-tiers.ts'

vi.mock('dexie', () => import('./memory-tables.ts'))

tests({
  name: 'Simulator, fresh seeds',
  from: 1_000 + (Date.now() % 1_000_000_000),
  quick: [200, 60],
  long: [5000, 400],
  newDisk: memoryDisk,
})
