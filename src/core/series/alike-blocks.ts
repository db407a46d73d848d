// The blocks of a file that look alike and are read as the same.
import type { RoledBlock } from '../outline/roles.ts'
import { lookKey } from './taught-editions.ts'
import { tracedBlocks } from './traits.ts'

/** The lines of their blocks, from 1, in reading order; each group has two or more. */
export type Alike = readonly (readonly number[])[]

export function alikeBlocks(roled: readonly RoledBlock[]): Alike {
  const groups = new Map<string, number[]>()
  for (const { block, traits } of tracedBlocks(roled)) {
    const key = `${traits.guess} ${lookKey(traits)}`
    const lines = groups.get(key) ?? []
    groups.set(key, lines)
    lines.push(block.line)
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}
