// Whatever is long in a document, its edition is one that the library takes.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  documentOfText,
  nothingStated,
  type Block,
  type Stated,
} from '../../../../src/core/document/source-document.ts'
import { editionSchema, longestLine } from '../../../../src/core/edition/edition.ts'
import { editionOfDocument } from '../../../../src/core/outline/document-edition.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'

const long = 'woord '.repeat(longestLine / 5).trim()

const block = (kind: 'paragraph' | 2, text: string, index: number): Block => {
  const own = { line: 2 * index + 1, depth: 0, runs: [{ text }] }
  return kind === 2 ? { kind: 'heading', level: kind, ...own } : { kind, ...own }
}
const blocks = (...lines: readonly (readonly ['paragraph' | 2, string])[]): Block[] =>
  lines.map(([kind, text], index) => block(kind, text, index))

function read(own: readonly Block[], stated: Partial<Stated> = {}) {
  const made = editionOfDocument(
    { stated: { ...nothingStated, ...stated }, blocks: [...own], leftOut: [] },
    'blad.md',
  )
  if (!made.ok) throw new Error(made.reason)
  expect(v.is(editionSchema, made.edition)).toBe(true)
  return made
}

describe('a heading that is longer than a heading may be', () => {
  const lines = blocks([2, 'Een'], ['paragraph', 'Eerste.'], [2, long], ['paragraph', 'Tweede.'])

  it('is a text of its own, and no part of the text above it', () => {
    const [section] = read(lines, { itemLevel: 2 }).edition.sections
    expect(section?.items.map(({ title, text }) => [title, text])).toEqual([
      ['Een', 'Eerste.'],
      [null, `${long}\n\nTweede.`],
    ])
  })

  it('is a text of its section where nothing says that headings are titles', () => {
    const [section] = read(lines).edition.sections
    expect(section?.items.map(({ text }) => text)).toEqual(['Eerste.', `${long}\n\nTweede.`])
  })
})

it('a series that is too long is cut, whether the file has marks or not', () => {
  const lines = blocks([2, 'Een'], ['paragraph', 'Eerste.'])
  expect(read(lines, { series: long }).edition.series).toHaveLength(longestLine)
  const plain = documentOfText('Eerste regel van het stuk.\n\nTweede regel van het stuk.').blocks
  expect(read(plain, { series: long }).edition.series).toHaveLength(longestLine)
})

describe('the title of a page', () => {
  const quotes = (title: string): string[] =>
    read(blocks([2, 'De week'], ['paragraph', 'Eerste.'], ['paragraph', 'Tweede.']), {
      titles: [{ text: title, from: 'head' }],
    }).remarks.flatMap(({ kind, quote }) => (kind === 'unseen-words' ? [quote] : []))
  const first = (title: string): string[] => {
    const [heading, ...rest] = blocks([2, 'De week'], ['paragraph', 'Eerste.'])
    if (heading?.kind !== 'heading') return []
    return read([{ ...heading, level: 1 }, ...rest, block('paragraph', 'Tweede.', 3)], {
      titles: [{ text: title, from: 'head' }],
    }).remarks.flatMap(({ kind, quote }) => (kind === 'unseen-words' ? [quote] : []))
  }

  it('is quoted when the heading says something else, and only then', () => {
    expect(first('Havenblad')).toEqual(['Havenblad'])
    expect(first('De week')).toEqual([])
    expect(first('de Week!')).toEqual([])
    expect(quotes('De week')).toEqual([])
  })
})

it('a stated title is sought in time in proportion to the text', () => {
  const seek = (times: number): unknown =>
    editionOfDocument(
      {
        stated: { ...nothingStated, titles: [{ text: 'De week', from: 'subject' }] },
        blocks: blocks([2, 'Een'], ['paragraph', `${'. A'.repeat(2_000 * times)} `]),
        leftOut: [],
      },
      'blad.md',
    )
  expect(costOfTenfold(seek)).toBeLessThan(mostCost)
})

describe('a heading that reads as a text', () => {
  const paragraph =
    `Het bestuur sprak met de gemeente over de kade. ${'Dat duurde lang. '.repeat(8)}`.trim()
  const lines = (words: string): Block[] =>
    blocks([2, 'De kade'], [2, words], [2, 'De brug'], ['paragraph', 'De brug is dicht.'])

  it('is one, of the heading above it', () => {
    const { sections } = read(lines(paragraph)).edition
    expect(
      sections.map(({ heading, items }) => [heading, ...items.map(({ text }) => text)]),
    ).toEqual([
      ['De kade', paragraph],
      ['De brug', 'De brug is dicht.'],
    ])
  })

  it.each([
    ['it is short', 'Het bestuur sprak met de gemeente over de kade.'],
    ['it is no sentence', paragraph.replaceAll('.', '')],
  ])('is a heading where %s', (_, words) => {
    const headings = read(lines(words)).edition.sections.map(({ heading }) => heading)
    expect(headings).toEqual(['De kade', words, 'De brug'])
  })
})
