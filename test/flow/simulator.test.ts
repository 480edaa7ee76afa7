// Whatever people do and networks fail, all is accounted for and devices become equal: on Dexie and IndexedDB in memory.
import { dexieDisk } from './simulated-history.ts'
import { tests } from './simulated-tiers.ts'

tests({ name: 'Simulator on Dexie', from: 1, quick: [100, 20], long: [1000, 100], newDisk: dexieDisk })
