// The habits of an author, which tell what one text alone does not.
import { isWorded, type Block } from '../document/source-document.ts'
import { isAllBold, leadOf, opensWithLink } from './outline-blocks.ts'
import { createSourceReader, type ReadSources } from './outline-sources.ts'

export interface Habits {
  readonly readSources: ReadSources
  /** Whether a text begins with a link or in bold type as an item may; words that several texts begin with are labels. */
  readonly opensItem: (block: Block) => boolean
}

export function habitsOf(blocks: readonly Block[]): Habits {
  const leads = blocks.filter(isWorded).map(leadOf)
  const seen = new Set<string>()
  const repeated = new Set(leads.filter((lead) => seen.size === seen.add(lead).size))
  return {
    readSources: createSourceReader(blocks),
    opensItem: (block) => {
      if (!isWorded(block)) return false
      const lead = leadOf(block)
      if (lead !== '') return !repeated.has(lead)
      return isAllBold(block) || opensWithLink(block)
    },
  }
}
