// The cage as a child of Node, for tests.
import path from 'node:path'
import { startCageChild } from '../../../electron/services/import/cage-child.ts'
import { cageLimits, createCage, type Cage } from '../../../electron/services/import/cage.ts'
import { residentMemory } from '../../../electron/services/import/resident-memory.ts'

const program = path.join(import.meta.dirname, '../../../electron/services/import/import-cage.ts')

export function aCage(): Cage {
  // A busy machine may take longer than a reader would wait.
  const limits = { ...cageLimits, milliseconds: cageLimits.milliseconds * 4 }
  return createCage({ start: () => startCageChild(program), residentMemory, limits })
}
