// The sources of an item, read behind its last words by the one grammar of names.
import { isWorded, wordsOf, type Block, type WordedBlock } from '../document/source-document.ts'
import type { Finding } from '../edition/remark.ts'
import { readItemEnd } from '../sources/item-end.ts'
import type { ItemEnd } from '../sources/split-end.ts'
import { hasSourceLabel } from '../sources/source-label.ts'
import { readSourceLine } from '../sources/source-line.ts'
import { isListed } from '../sources/source-register.ts'
import { paragraphOf, textOf } from './outline-text.ts'

export interface SourcedText {
  readonly text: string
  readonly sources: readonly string[]
  readonly findings: readonly Finding[]
}

/**
 * Reads the sources at the end of an item: on a line of their own, or behind its last sentence.
 * @param named blocks below them that name nothing but sources
 */
export type ReadSources = (blocks: readonly Block[], named?: readonly WordedBlock[]) => SourcedText

const fewestWithSources = 2
const shortestText = 20

/**
 * A reader for a document with these blocks. A name that the register does not have counts where it stands as sources do: in
 * a document of which most texts end in one.
 */
export function createSourceReader(blocks: readonly Block[]): ReadSources {
  const texts = blocks.filter(isText).map(wordsOf)
  const ended = texts.filter((text) => readItemEnd(text, isListed).sources.length > 0)
  const isHabit = ended.length >= fewestWithSources && ended.length * 2 > texts.length
  const isSure = ({ isLabelled, sources }: ItemEnd): boolean =>
    isLabelled || (sources.length > 0 && (isHabit || sources.every(isListed)))

  function read(item: readonly Block[]): SourcedText {
    const worded = item.filter(isWorded)
    const last = worded.at(-1)
    if (last === undefined) return { text: '', sources: [], findings: [] }
    const own = wordsOf(last).trim()
    const line = worded.length > 1 ? readSourceLine(own, isListed) : null
    if (line !== null && line.names.length > 0) {
      const above = read(worded.slice(0, -1))
      const sources = [...above.sources, ...line.names]
      return { text: above.text, sources, findings: [...above.findings, ...line.findings] }
    }
    const end = readItemEnd(paragraphOf(last, worded.length - 1), isListed)
    if (!isSure(end)) return { text: textOf(worded), sources: [], findings: [] }
    const text = [textOf(worded.slice(0, -1)), end.text].filter((part) => part !== '').join('\n\n')
    return { text, sources: end.sources, findings: end.findings }
  }

  return (item, named = []) => read([...item, ...named])
}

function isText(block: Block): block is WordedBlock {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return false
  const words = wordsOf(block)
  return words.length >= shortestText && !hasSourceLabel(words)
}
