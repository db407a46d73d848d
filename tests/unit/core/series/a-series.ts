// Documents of a series, their blocks by how they look.
import {
  nothingStated,
  type Block,
  type SourceDocument,
} from '../../../../src/core/document/source-document.ts'
import { guessRoles } from '../../../../src/core/outline/guess-roles.ts'
import { prepareBlocks } from '../../../../src/core/outline/prepare-blocks.ts'
import type { RoledBlock } from '../../../../src/core/outline/roles.ts'
import type { MendedOutline } from '../../../../src/core/series/mended-outline.ts'

/** A paragraph by the style of its words. A heading is of level 2, an entry stands in a list. */
export type Styled = readonly [style: string, words: string]

export function documentOf(styled: readonly Styled[]): SourceDocument {
  const blocks = styled.map(([style, text], index): Block => {
    const own = { line: 2 * index + 1, depth: 0, look: { tags: 'td', style }, runs: [{ text }] }
    if (style === 'heading') return { kind: 'heading', level: 2, ...own }
    if (style.startsWith('entry')) return { kind: 'item', ...own, depth: 1 }
    return { kind: 'paragraph', ...own }
  })
  return { stated: nothingStated, blocks, leftOut: [] }
}

export function guessed(document: SourceDocument): readonly RoledBlock[] {
  return guessRoles(document, prepareBlocks(document)).roled
}

export const emptyOutline: MendedOutline = {
  ...{ title: null, alsoTitle: [], lede: null, sections: [], furniture: [], optional: [] },
}
