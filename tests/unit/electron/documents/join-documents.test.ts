import { describe, expect, it } from 'vitest'
import { joinDocuments } from '../../../../electron/services/documents/join-documents.ts'
import {
  documentOfText,
  wordsOf,
  isWorded,
  type SourceDocument,
} from '../../../../src/core/document/source-document.ts'
import { editionOfDocument } from '../../../../src/core/outline/document-edition.ts'

const letter = `Deze week gaat het over de haven en over de brug die weer open gaat, en
over de markt die terugkomt op het plein bij de kerk van het dorp.

* De haven wil dat sleepboten vanaf volgend jaar zonder motorgeluid varen,
  en de rederijen vragen om steun om dat te doen. (NRC)
* Een dorp van tweehonderd huizen bewaart zijn warmte onder het plein en
  deelt die in de winter met de school. (Trouw)

Afmelden
`

function joined(): SourceDocument {
  const parts = ['Kadebrief 1', 'Kadebrief 2'].map((text) => ({
    heading: { level: 2, text } as const,
    document: { document: documentOfText(letter), pictures: [] },
  }))
  return joinDocuments(parts, { titles: [{ text: 'Post van de kade', from: 'subject' }] }).document
}

describe('letters of plain text in one edition', () => {
  it('keep their entries, and lines that a mail program broke are whole', () => {
    const parsed = editionOfDocument(joined(), '')
    if (!parsed.ok) throw new Error(parsed.reason)
    const { edition } = parsed
    expect(edition.title).toBe('Post van de kade')
    expect(edition.sections.map(({ heading }) => heading)).toEqual(['Kadebrief 1', 'Kadebrief 2'])
    for (const { items } of edition.sections) {
      expect(items.map(({ sources }) => sources)).toEqual([[], ['NRC'], ['Trouw']])
      expect(items[1]?.text).toMatch(/^De haven .* varen, en de rederijen .* doen\.$/u)
    }
  })

  it('quote what leaves the text of each, on its own line', () => {
    const document = joined()
    const parsed = editionOfDocument(document, '')
    if (!parsed.ok) throw new Error(parsed.reason)
    const lineOf = (words: string): number[] =>
      document.blocks
        .filter(isWorded)
        .flatMap((block) => (wordsOf(block) === words ? block.line : []))
    const furniture = parsed.remarks.filter(({ kind }) => kind === 'page-furniture')
    expect(furniture.map(({ quote, line }) => [quote, line])).toEqual(
      lineOf('Afmelden').map((line) => ['Afmelden', line]),
    )
  })

  it('keep their words as they came in the source that is kept', () => {
    expect(joined().blocks.filter(({ kind }) => kind === 'line')).toHaveLength(14)
  })
})
