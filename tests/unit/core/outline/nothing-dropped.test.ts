// Whatever a document says stands in the edition or in a remark, and takes time in proportion.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isWorded,
  nothingStated,
  wordsOf,
  type Block,
  type Run,
  type SourceDocument,
} from '../../../../src/core/document/source-document.ts'
import { editionOfDocument } from '../../../../src/core/outline/document-edition.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'

const words = fc
  .array(
    fc.constantFrom(
      ...[
        'dijk',
        'sluis',
        'Bron: Bode',
        '12 mei 2026',
        'Bode',
        '***',
        '(GT)',
        'Zij gaat open.',
        'molen',
        '•',
        'https://a.example/x',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => all.join(' '))
const run: fc.Arbitrary<Run> = fc.record(
  { text: words, bold: fc.constant(true as const), link: fc.constant('https://a.example/') },
  { requiredKeys: ['text'] },
)
const runs = fc.array(run, { minLength: 1, maxLength: 3 })
const block = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1, 2, 3, 4, 5, 6),
    ...{ depth: fc.constant(0), runs },
  }),
  fc.record({ kind: fc.constant('item' as const), depth: fc.integer({ min: 1, max: 3 }), runs }),
  fc.record({
    kind: fc.constantFrom('paragraph', 'paragraph', 'quote', 'caption', 'row'),
    ...{ depth: fc.integer({ min: 0, max: 2 }), runs },
  }),
  fc.record({ kind: fc.constant('rule' as const), depth: fc.constant(0) }),
)

const aDocument = fc
  .record({
    blocks: fc.array(block, { minLength: 2, maxLength: 25 }),
    title: fc.option(words, { nil: null }),
  })
  .map(({ blocks, title }): SourceDocument => ({
    stated: {
      ...nothingStated,
      titles: title === null ? [] : [{ text: title, from: 'front-matter' }],
    },
    blocks: blocks.map((one, index) => ({ ...one, line: index * 2 + 1 })),
    leftOut: [],
  }))

/** Letters and digits, sorted: what was said, in whatever order. */
function lettersOf(text: string): string {
  return [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')
}

/** The letters of the first that are not among those of the second; both sorted. */
function missing(part: string, whole: string): string {
  let at = 0
  return [...part]
    .filter((letter) => {
      const found = whole.indexOf(letter, at)
      if (found !== -1) at = found + 1
      return found === -1
    })
    .join('')
}

describe('the outline of a document', () => {
  it('drops no letter', () => {
    fc.assert(
      fc.property(aDocument, (document) => {
        const read = editionOfDocument(document, 'x.md')
        if (!read.ok) return
        const { edition, remarks } = read
        const said = [
          ...[edition.title, edition.series ?? '', edition.lede ?? ''],
          ...[edition.figure?.caption ?? '', edition.figure?.credit ?? ''],
          ...edition.sections.flatMap(({ heading, items }) => [
            heading ?? '',
            ...items.flatMap(({ title, text, sources }) => [title ?? '', text, ...sources]),
          ]),
          ...remarks.map(({ quote }) => quote),
        ]
        // A label is quoted where it first stands.
        const given = document.blocks.filter(isWorded).map(wordsOf).join('').replaceAll('Bron:', '')
        expect(missing(lettersOf(given), lettersOf(said.join('')))).toBe('')
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    [
      'headings',
      (index: number): Block[] => [heading(2, index), paragraph(`Tekst ${String(index)}.`, index)],
    ],
    [
      'titles',
      (index: number): Block[] => [heading((index % 3) + 1, index), paragraph('Tekst.', index)],
    ],
    [
      'entries',
      (index: number): Block[] => [
        { ...paragraph(`Punt ${String(index)}`, index), kind: 'item', depth: 1 },
      ],
    ],
    [
      'bold lines',
      (index: number): Block[] => [bold(`Kop ${String(index)}`, index), paragraph('Tekst.', index)],
    ],
    [
      'sources',
      (index: number): Block[] => [
        paragraph(
          `De dijk houdt vandaag stand tegen het hoge water. Bode ${String(index % 9)}`,
          index,
        ),
      ],
    ],
  ])('takes time in proportion to the number of %s', (_name, blocksOf) => {
    const read = (times: number): unknown =>
      editionOfDocument(
        {
          ...{ stated: nothingStated, leftOut: [] },
          blocks: Array.from({ length: 300 * times }, (_, index) => blocksOf(index)).flat(),
        },
        'x.md',
      )
    expect(costOfTenfold(read)).toBeLessThan(mostCost)
  })
})

function paragraph(text: string, index: number): Extract<Block, { kind: 'paragraph' }> {
  return { kind: 'paragraph', line: index * 4 + 3, depth: 0, runs: [{ text }] }
}

function bold(text: string, index: number): Block {
  return { kind: 'paragraph', line: index * 4 + 1, depth: 0, runs: [{ text, bold: true }] }
}

function heading(level: number, index: number): Block {
  const own = { line: index * 4 + 1, depth: 0, runs: [{ text: `Kop ${String(index)}` }] }
  return { kind: 'heading', level: level as 1, ...own }
}
