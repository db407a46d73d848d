// The cage, for the verbs that read files from strangers.
import { createCage, type Cage } from '../../services/import/cage.ts'
import type { Host } from './verb.ts'

/** Lends a cage to some work and closes it afterwards. */
export async function withCage<Value>(
  { startCage, residentMemory }: Pick<Host, 'startCage' | 'residentMemory'>,
  work: (cage: Cage) => Promise<Value>,
): Promise<Value> {
  const cage = createCage({ start: startCage, residentMemory })
  try {
    return await work(cage)
  } finally {
    cage.close()
  }
}
