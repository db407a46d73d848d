// The sources of an item, read behind its last words by the one grammar of names.
import { isWorded, wordsOf, type Block } from '../document/source-document.ts'
import type { Finding } from '../digest/remark.ts'
import { readItemEnd } from '../digest/sources/item-end.ts'
import { hasSourceLabel } from '../digest/sources/source-label.ts'
import { readSourceLine } from '../digest/sources/source-line.ts'
import { isListed } from '../digest/sources/source-register.ts'
import { paragraphOf, textOf } from './outline-text.ts'

export interface SourcedText {
  readonly text: string
  readonly sources: readonly string[]
  readonly findings: readonly Finding[]
}

/** Reads the sources at the end of an item: on a line of their own, or behind its last sentence. */
export function readSources(blocks: readonly Block[]): SourcedText {
  const worded = blocks.filter(isWorded)
  const last = worded.at(-1)
  if (last === undefined) return { text: '', sources: [], findings: [] }
  const own = wordsOf(last).trim()
  const line = worded.length > 1 || hasSourceLabel(own) ? readSourceLine(own, isListed) : null
  if (line !== null && line.names.length > 0 && worded.length > 1) {
    const above = readSources(worded.slice(0, -1))
    return {
      text: above.text,
      sources: [...above.sources, ...line.names],
      findings: [...above.findings, ...line.findings],
    }
  }
  const paragraph = paragraphOf(last, worded.length - 1)
  const end = readItemEnd(paragraph, isListed)
  const isSure = end.isLabelled || (end.sources.length > 0 && end.sources.every(isListed))
  if (!isSure) return { text: textOf(worded), sources: [], findings: [] }
  const text = [textOf(worded.slice(0, -1)), end.text].filter((part) => part !== '').join('\n\n')
  return { text, sources: end.sources, findings: end.findings }
}
