import { expect, it } from 'vitest'
import type { Highlight, Note } from '../../../../src/core/annotations/annotation.ts'
import { annotationKey } from '../../../../src/core/annotations/kinds.ts'
import { createPassagePlacer } from '../../../../src/core/annotations/place-passage.ts'
import { revisionReport } from '../../../../src/core/annotations/revision-report.ts'
import { openingItem } from '../../../../src/core/edition/edition.ts'
import { anchorOf, type ItemPart, type PartText } from '../../../../src/core/reading/passage.ts'

const moment = '2026-07-01T10:00:00.000Z'
const about = { edition: 'week', quote: '', created: moment, changed: moment }

const before: readonly PartText[] = [
  { item: openingItem, part: 'lede', text: 'Dit was de week van de lange regen.' },
  { item: 'a', part: 'item', text: 'De sluis bij de brug gaat in mei dicht voor een jaar.' },
  { item: 'b', part: 'item', text: 'Op de markt staan elke dinsdag veertig kramen met fietsen.' },
  { item: 'c', part: 'item', text: 'Het zwembad krijgt in de herfst een nieuw dak van glas.' },
]

let made = 0
function aHighlight(item: string, words: string, more: Partial<Highlight> = {}): Highlight {
  const number = before.findIndex((one) => one.item === item)
  const { text, part } = before[number] as PartText
  const start = text.indexOf(words)
  const context = { title: 'Week', section: null, number }
  return {
    kind: 'highlight',
    id: (++made).toString(16).padStart(16, '0'),
    ...about,
    item,
    context,
    colour: 'oker',
    anchor: { ...anchorOf(text, { part, start, end: start + words.length }) },
    ...more,
  }
}

/** The report on annotations when `before` has become these texts, in this order of items. */
function reported(
  annotations: Parameters<typeof revisionReport>[0],
  now: readonly PartText[],
): ReturnType<typeof revisionReport> {
  const place = createPassagePlacer(now)
  const highlights = annotations.filter((one) => one.kind === 'highlight')
  const placements = new Map(
    highlights.map((one) => [annotationKey(one), place(one.anchor, one.item)]),
  )
  const items = [...new Set(now.map(({ item }) => item))].filter((id) => id !== openingItem)
  return revisionReport(annotations, placements, {
    numberOf: (item) => (items.includes(item) ? items.indexOf(item) + 1 : null),
    textOf: (item: string, part: ItemPart) =>
      now.find((one) => one.item === item && one.part === part)?.text ?? '',
  })
}

function withText(item: string, text: string): readonly PartText[] {
  return before.map((one) => (one.item === item ? { ...one, text } : one))
}

it('has what stands where it stood in one list', () => {
  const { inPlace, ...others } = reported([aHighlight('a', 'gaat in mei dicht')], before)
  expect(inPlace).toHaveLength(1)
  expect(Object.values(others).flat()).toEqual([])
})

it('tells of loose words where they stood and what stands there now', () => {
  const now = withText('a', 'De sluis bij de brug blijft dit jaar open voor een jaar.')
  const { loose } = reported([aHighlight('a', 'gaat in mei dicht')], now)
  expect(loose).toMatchObject([{ number: 1, isDoubtful: false, isLeft: false }])
  expect(loose[0]?.stood).toContainEqual({ kind: 'old', text: 'gaat in mei dicht' })
  expect(loose[0]?.stands).toContainEqual({ kind: 'new', text: 'blijft dit jaar open' })
})

it('says of words that stand there twice that they are not gone', () => {
  const words = 'Het zwembad krijgt in de herfst een nieuw dak van glas.'
  const now = [
    ...before.filter(({ item }) => item !== 'c'),
    { item: 'd', part: 'item' as const, text: words },
    { item: 'e', part: 'item' as const, text: words },
  ]
  const { loose } = reported([aHighlight('c', words)], now)
  expect(loose).toMatchObject([{ number: null, isDoubtful: true, stood: null, stands: null }])
})

it('knows what the reader left loose', () => {
  const { loose } = reported(
    [aHighlight('a', 'gaat in mei dicht', { leftLoose: true })],
    withText('a', 'Niets van dit alles is waar gebleken.'),
  )
  expect(loose).toMatchObject([{ isLeft: true }])
})

it('compares changed words one by one', () => {
  const now = withText('b', 'Op de markt staan elke woensdag zestig kramen met fietsen.')
  const { changed } = reported(
    [aHighlight('b', 'Op de markt staan elke dinsdag veertig kramen met fietsen')],
    now,
  )
  expect(changed).toMatchObject([{ number: 2, differing: 2, move: null, passage: { item: 'b' } }])
  expect(changed[0]?.pieces).toContainEqual({ kind: 'new', text: 'woensdag zestig' })
})

it('names the old number of an item that words came from, and the new one', () => {
  const [lede, , b] = before
  const now = [
    lede,
    { item: 'x', part: 'item', text: 'Er staat een nieuw bericht vooraan.' },
    b,
    {
      item: 'y',
      part: 'item',
      text: 'Volgens de gemeente gaat het zo. Het zwembad krijgt in de herfst een nieuw dak van glas.',
    },
    { item: 'z', part: 'item', text: 'De sluis bij de brug gaat in mei dicht voor een jaar.' },
  ] as readonly PartText[]
  const { moved } = reported(
    [
      aHighlight('c', 'Het zwembad krijgt in de herfst een nieuw dak van glas.'),
      aHighlight('a', 'De sluis bij de brug gaat in mei dicht voor een jaar.'),
    ],
    now,
  )
  const item = (number: number) => ({ part: 'item', number })
  expect(moved.map(({ number, move }) => ({ number, move }))).toEqual([
    { number: 4, move: { from: item(1), to: item(4) } },
    // Its old number is that of the new item: "was in item 3, now in item 3" says nothing.
    { number: 3, move: { from: null, to: item(3) } },
  ])
})

it('has bookmarks and notes by their items', () => {
  const note: Note = { kind: 'note', ...about, item: 'a', text: 'Navragen' }
  const { gone, inPlace } = reported(
    [note, { ...note, item: 'weg' }, { kind: 'bookmark', ...about, item: 'b' }],
    before,
  )
  expect(gone.map(({ item }) => item)).toEqual(['weg'])
  expect(inPlace.map(({ item }) => item)).toEqual(['a', 'b'])
})

it('has rows in reading order, the introduction first', () => {
  const annotations = [
    aHighlight('c', 'een nieuw dak'),
    aHighlight('a', 'voor een jaar'),
    aHighlight('a', 'De sluis'),
    aHighlight(openingItem, 'de lange regen'),
  ]
  const { inPlace } = reported(annotations, before)
  expect(inPlace.map((one) => (one.kind === 'highlight' ? one.anchor.exact : ''))).toEqual([
    'de lange regen',
    'De sluis',
    'voor een jaar',
    'een nieuw dak',
  ])
})
