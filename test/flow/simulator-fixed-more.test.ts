import { vi } from 'vitest'
import { memoryDisk } from './memory-tables.ts'
import { tests } from './simulated-tiers.ts'

vi.mock('dexie', () => import('./memory-tables.ts'))

tests({ name: 'Simulator, more fixed seeds', from: 100_001, quick: [250, 60], long: [2500, 400], newDisk: memoryDisk })
