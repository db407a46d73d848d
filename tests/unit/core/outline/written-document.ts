// Documents written down as their kinds of blocks and their words.
import {
  nothingStated,
  type Block,
  type SourceDocument,
} from '../../../../src/core/document/source-document.ts'

/** A number is the level of a heading; the words of a picture are its label. */
export type Written = readonly [
  kind: 'rule' | 'paragraph' | 'item' | 'row' | 'picture' | 1 | 2 | 3,
  words?: string,
]

/** Its pictures lie elsewhere. */
export function documentOf(written: readonly Written[]): SourceDocument {
  const blocks = written.map(([kind, text = ''], index): Block => {
    const placed = { line: 2 * index + 1, depth: kind === 'item' ? 1 : 0 }
    if (kind === 'rule') return { kind, ...placed }
    if (kind === 'picture') {
      const address = `https://beeld.example/${String(index)}.png`
      return { kind, ...placed, label: text, file: null, address }
    }
    const runs = [{ text }]
    return typeof kind === 'number'
      ? { kind: 'heading', level: kind, ...placed, runs }
      : { kind, ...placed, runs }
  })
  return { stated: nothingStated, blocks, leftOut: [] }
}
