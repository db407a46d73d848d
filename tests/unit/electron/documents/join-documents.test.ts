import { describe, expect, it } from 'vitest'
import { createDocumentBuilder } from '../../../../electron/services/documents/document-builder.ts'
import { joinDocuments } from '../../../../electron/services/documents/join-documents.ts'
import {
  documentOfText,
  wordsOf,
  isWorded,
  type SourceDocument,
} from '../../../../src/core/document/source-document.ts'
import { editionOfDocument } from '../../../../src/core/outline/document-edition.ts'
import { aPngHead } from '../../../fixtures/pictures.ts'

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

describe('pictures of several letters', () => {
  /** A letter with pictures, each as large as this. */
  const letterWith = (...sizes: readonly (readonly [width: number, height: number])[]) => {
    const builder = createDocumentBuilder('apart')
    builder.write('De brug gaat weer open.')
    for (const [width, height] of sizes)
      builder.addPicture('cid:brug', 'De brug', aPngHead(width, height))
    return { heading: { level: 2, text: 'Kadebrief' } as const, document: builder.finish() }
  }

  it('are left out and told of when they are too many together', () => {
    const sizes = (from: number) =>
      Array.from({ length: 150 }, (_, index) => [100, from + index] as const)
    const { document, pictures } = joinDocuments(
      [letterWith(...sizes(100)), letterWith(...sizes(200))],
      {},
    )
    expect(pictures).toHaveLength(200)
    const shown = document.blocks.flatMap((block) =>
      block.kind === 'picture' && block.file !== null ? block.file.sha256 : [],
    )
    expect(new Set(shown)).toEqual(new Set(pictures.map(({ sha256 }) => sha256)))
    expect(document.leftOut).toHaveLength(50)
    const lines = document.blocks.filter(({ kind }) => kind === 'paragraph').map(({ line }) => line)
    expect(document.leftOut[0]).toEqual({
      ...{ line: lines[1], kind: 'image', quote: 'De brug: image/png' },
    })
  })

  it('are left out and told of when they have too many pixels together', () => {
    const letters = [0, 1, 2].map((index) => letterWith([8_000, 4_000 - index]))
    const { document, pictures } = joinDocuments([...letters, letterWith([100, 100])], {})
    expect(pictures.map(({ height }) => height)).toEqual([4_000, 100])
    expect(document.leftOut).toHaveLength(2)
  })

  it('may have a hundred megabytes together, and are refused with more', () => {
    const parts = (count: number) =>
      Array.from({ length: count }, (_, index) => {
        const part = letterWith([100, 100 + index])
        const pictures = part.document.pictures.map((picture) => ({
          ...picture,
          bytes: new Uint8Array(20 * 1024 * 1024),
        }))
        return { ...part, document: { ...part.document, pictures } }
      })
    expect(joinDocuments(parts(5), {}).pictures).toHaveLength(5)
    expect(() => joinDocuments(parts(6), {})).toThrow('unpacks-too-large')
  })
})
