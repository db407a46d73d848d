// The cage as a child of Node, for tests.
import { startCageChild } from '../../../electron/services/import/cage-child.ts'
import { cageLimits, createCage, type Cage } from '../../../electron/services/import/cage.ts'
import { residentMemory } from '../../../electron/services/import/resident-memory.ts'
import { program } from '../program.ts'

export function aCage(): Cage {
  // A busy machine may take longer than a reader would wait.
  const limits = { ...cageLimits, milliseconds: cageLimits.milliseconds * 4 }
  return createCage({ start: () => startCageChild(program('import-cage')), residentMemory, limits })
}
