// The cage as a child of Node, for tests.
import path from 'node:path'
import { startCageChild } from '../../../electron/services/import/cage-child.ts'
import { createCage, type Cage } from '../../../electron/services/import/cage.ts'
import { residentMemory } from '../../../electron/services/import/resident-memory.ts'

const program = path.join(import.meta.dirname, '../../../electron/services/import/import-cage.ts')

export function aCage(): Cage {
  return createCage({ start: () => startCageChild(program), residentMemory })
}
