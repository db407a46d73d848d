// The cage, for the verbs that read files from strangers.
import { fileURLToPath } from 'node:url'
import { startCageChild } from '../../services/import/cage-child.ts'
import { createCage, type Cage } from '../../services/import/cage.ts'
import { residentMemory } from '../../services/import/resident-memory.ts'

/** Lends a cage to some work and closes it afterwards. */
export async function withCage<Value>(work: (cage: Cage) => Promise<Value>): Promise<Value> {
  const program = fileURLToPath(new URL('../../services/import/import-cage.ts', import.meta.url))
  const cage = createCage({ start: () => startCageChild(program), residentMemory })
  try {
    return await work(cage)
  } finally {
    cage.close()
  }
}
