// The cage as a child of Node, for tests.
import { startCageChild } from '../../../electron/services/import/cage-child.ts'
import { cageLimits, createCage, type Cage } from '../../../electron/services/import/cage.ts'
import { processUsage } from '../../../electron/services/import/process-usage.ts'
import { bounds } from '../../bounds.ts'
import { program } from '../program.ts'

export function aCage(): Cage {
  return createCage({
    start: () => startCageChild(program('import-cage')),
    processUsage,
    limits: { ...cageLimits, milliseconds: bounds.expect },
  })
}
