import { describe, expect, it } from 'vitest'
import {
  nothingStated,
  type Block,
  type SourceDocument,
} from '../../../../src/core/document/source-document.ts'
import { editionOfDocument } from '../../../../src/core/outline/document-edition.ts'

const lines: readonly (readonly [kind: 'rule' | 'paragraph' | 1 | 2 | 3, text: string])[] = [
  [2, 'De kade'],
  ['paragraph', 'De kade is dicht.'],
  [3, 'Hoe lang'],
  ['paragraph', 'Tot maandag.'],
  ['rule', ''],
  ['paragraph', 'Een bericht zonder titel.'],
  [2, 'De brug'],
  ['paragraph', 'De brug is open.'],
]

const blocks = lines.map(([kind, text], index): Block => {
  const placed = { line: 2 * index + 1, depth: 0 }
  if (kind === 'rule') return { kind, ...placed }
  const runs = [{ text }]
  return typeof kind === 'number'
    ? { kind: 'heading', level: kind, ...placed, runs }
    : { kind, ...placed, runs }
})

function outlineOf(itemLevel: 2 | undefined, own = blocks): unknown {
  const document: SourceDocument = {
    stated: { ...nothingStated, titles: [{ text: 'Havenblad', from: 'feed' }], itemLevel },
    blocks: own,
    leftOut: [],
  }
  const read = editionOfDocument(document, 'blad.rss')
  if (!read.ok) return read.reason
  return read.edition.sections.map(({ heading, items }) => [
    heading,
    items.map(({ title }) => title),
  ])
}

describe('a file that says which headings are titles of items', () => {
  it('has no sections of them; a rule ends an item', () => {
    expect(outlineOf(2)).toEqual([[null, ['De kade', null, 'De brug']]])
  })

  it('has an item without a title above the others where a rule begins the file', () => {
    const first = blocks.slice(4)
    expect(outlineOf(2, first)).toEqual([[null, [null, 'De brug']]])
    expect(outlineOf(2, first.slice(1))).toEqual([[null, ['De brug']]])
  })

  it('is believed: without it the highest headings are sections', () => {
    expect(outlineOf(undefined)).toMatchObject([
      ['De kade', {}],
      ['De brug', {}],
    ])
  })
})
