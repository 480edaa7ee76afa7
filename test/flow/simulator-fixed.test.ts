import { vi } from 'vitest'
import { memoryDisk } from './memory-tables.ts'
import { tests } from './simulated-tiers.ts'

vi.mock('dexie', () => import('./memory-tables.ts'))

tests({ name: 'Simulator, fixed seeds', from: 1, quick: [150, 60], long: [5000, 400], newDisk: memoryDisk })
