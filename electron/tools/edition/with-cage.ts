import { createCage, type Cage } from '../../services/import/cage.ts'
import type { Host } from './verb.ts'

/** Lends the sandboxed process that reads files to some work, and ends it afterwards. */
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
