import { createCage, type Cage } from '../../services/import/cage.ts'
import type { Host } from './verb.ts'

/** Lends the sandboxed process that reads files to some work, and ends it afterwards. */
export async function withCage<Value>(
  { startCage, processUsage }: Pick<Host, 'startCage' | 'processUsage'>,
  work: (cage: Cage) => Promise<Value>,
): Promise<Value> {
  const cage = createCage({ start: startCage, processUsage })
  try {
    return await work(cage)
  } finally {
    cage.close()
  }
}
