// Whether a document says anything of its structure. One that does not is plain text, whatever its format.
import { isWorded, type Block } from '../document/source-document.ts'
import { isBoldLine, leadOf } from './outline-blocks.ts'

const fewestLeads = 2

export function hasMarks(blocks: readonly Block[]): boolean {
  let leads = 0
  return blocks.some((block) => {
    if (['heading', 'item', 'row', 'rule'].includes(block.kind) || isBoldLine(block)) return true
    if (isWorded(block) && leadOf(block) !== '') leads += 1
    return leads >= fewestLeads
  })
}
