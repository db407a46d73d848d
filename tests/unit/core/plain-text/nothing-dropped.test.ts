import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDigest, type ParsedDigest } from '../../../fixtures/parse-digest.ts'
import type { Remark, RemarkKind } from '../../../../src/core/edition/remark.ts'
import {
  aMarkedNewsletter,
  aPrintedDigest,
  aPrintedNewsletter,
  wrapped,
} from '../../../fixtures/printed-digest.ts'

/**
 * The marks of the layout: bullets, dividers, what stands between the names of sources and around them, and stops
 * between an item and its sources. Only these may leave a text without a remark.
 */
const layoutMarks = new Set('*•∙·▪◦●■►‣-–—+、,;|.:()[]')
/** What belongs to the layout in its place only: `#haven`, `a_b` and `x = y` within a line are words. */
const placedMarks = [
  /** A line of marks between two parts of a text, or below a heading; or what stands on it behind furniture. */
  /^[\s*\-–—=_~·•.#+]+$/gmu,
  /^[^\S\n]*[=~]+(?=\s.*\s[=~]+[^\S\n]*$)/gmu,
  /[=~]+[^\S\n]*$/gmu,
  /** A heading, at the beginning of a line or of what is left of one. */
  /^[^\S\n]*#+|#+(?=\s|$)/gmu,
  /** Before each line of a mail that is sent on. */
  /^(?:>[^\S\n]?)+/gmu,
  /** Emphasis around a word. */
  /(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu,
]
/** Words that are quoted once, where they first stand. */
const labels = /(?:bron(?:nen|\(nen\))?|via|gelezen in|sources?)\s?:|Foto:?|Disclaimer/giu

/** Within a number or a word a mark is no layout: `1,87`, `12:30`, `EV-bouwers`. Each is counted with what stands beside it. */
const innerMark = /(?<=\p{N})[,.:–-](?=\p{N})|(?<=\p{L})[-–](?=\p{L})/gu

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const words = text.replace(labels, '')
  const marks = [...words].filter((mark) => !/\s/u.test(mark) && !layoutMarks.has(mark))
  const inner = [...words.matchAll(innerMark)].map(({ index }) => words.slice(index - 1, index + 2))
  for (const mark of [...marks, ...inner]) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return counts
}

function withoutPlacedMarks(text: string): string {
  const lines = text.replace(/\r\n?|\u2028/gu, '\n')
  return placedMarks.reduce((rest, pattern) => rest.replace(pattern, ''), lines)
}

/** Remarks of these kinds are about words that stay in the edition; a quote of those makes up for nothing. */
const stayingKinds: ReadonlySet<RemarkKind> = new Set([
  ...(['title-missing', 'long-heading', 'glued-heading', 'item-without-sources'] as const),
  ...(['unknown-source', 'source-without-stop', 'source-or-sentence', 'lines-joined'] as const),
])

/** What of a quote stands no longer in the edition. */
function wordsThatLeft({ kind, quote }: Remark): string {
  if (stayingKinds.has(kind)) return ''
  if (kind === 'joining-word') return (quote.match(/\ben\b|[/&]/giu) ?? []).join(' ')
  return quote
}

function allText({ edition, remarks }: ParsedDigest): string {
  const { title, lede, figure, sections } = edition
  // A title that was made up of the first words would make up for the loss of others.
  const isMadeUp = remarks.some(({ kind }) => kind === 'title-missing')
  return [
    isMadeUp ? null : title,
    lede,
    figure?.caption,
    figure?.credit,
    ...sections.flatMap(({ heading, items }) => [
      heading,
      ...items.flatMap((item) => [item.title, item.text, ...item.sources]),
    ]),
    ...remarks.map(wordsThatLeft),
  ].join('\n')
}

/** Characters that stand more often in the text than in the edition and the remarks together. */
function missing(text: string, parse: typeof parseDigest = parseDigest): string[] {
  const result = parse(text, { fileName: '' })
  if (!result.ok) return []
  const kept = counted(allText(result))
  return [...counted(withoutPlacedMarks(text))].flatMap(([mark, count]) =>
    (kept.get(mark) ?? 0) < count ? [mark] : [],
  )
}

const pieces = fc.oneof(
  fc.constantFrom(
    '*',
    '* ',
    '*** ',
    '- ',
    '1、',
    '2. ',
    '# ',
    '#haven ',
    '_',
    ' = ',
    '~',
    '/',
    '+',
    '📰 ',
    '. ',
    '.. .',
    ', ',
    ' · ',
    '(',
    ')',
    '[',
    ']',
    '**',
    '  ',
    '1. ',
    ' ',
  ),
  fc.constantFrom(
    'SCMP',
    '$SCMP',
    'Global Times',
    'Havenbode',
    'Blik (Gent)',
    '[Blik](https://blik.nl/a)',
    ', 12 juli',
    'Noordzee / Reuters',
    ' en ',
  ),
  fc.constantFrom(
    'Bron: ',
    'Bronnen: ',
    '(bron: ',
    'Via: ',
    'Foto: Xinhua',
    ' Foto ',
    ' Disclaimer',
    'Lees verder',
    '(upd)',
  ),
  fc.constantFrom(
    'Auteur: Ine Put',
    'Vereiste velden *',
    'Met vriendelijke groet,',
    'Door Ine Put',
    'In dit nummer:',
    'Beeld: CGTN',
    ' © CGTN',
    'Huawei',
    '12 juli 2030',
    'https://blik.nl/a',
    '…',
    '‘',
    '’',
  ),
  fc.constantFrom(
    'De haven groeit. ',
    'steunt de visserij ',
    'Wat nu?',
    'de brug is dicht en de boot vaart om. ',
    'Wel 1.870 EV-bouwers om 12:30. ',
    'van 2–3 naar 1.000 ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const anyLine = fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(''))
const lineEnds = fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\u2028')
const anyText = fc
  .tuple(fc.array(anyLine, { maxLength: 14 }), lineEnds)
  .map(([lines, end]) => lines.join(end))

describe('parseDigest', () => {
  it.each<readonly [string, fc.Arbitrary<string>, number]>([
    ['of any lines', anyText, 2_000],
    ['of a digest', aPrintedDigest.map(({ text }) => text), 100],
    ['of a newsletter', aPrintedNewsletter.map(({ text }) => text), 100],
    ['of a newsletter with marked headings', aMarkedNewsletter.map(({ text }) => text), 100],
    ['of broken lines', aPrintedDigest.map((printed) => wrapped(printed, 72).text), 100],
  ])('drops no character %s', (_, arbitrary, numRuns) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        expect(missing(text)).toEqual([])
      }),
      { numRuns },
    )
  })

  it('drops no sign beside the address of a source', () => {
    expect(missing('De haven groeit (bron: Blik_https://blik.nl/a')).toEqual([])
    expect(missing('De haven groeit. (bron: Blik https://blik.nl/a _)')).toEqual([])
  })

  it.each([
    ['#haven', 'haven'],
    ['haven_bode', 'havenbode'],
    ['x = y', 'x y'],
    ['x~y', 'xy'],
    ['x/y', 'xy'],
    ['haven en brug', 'haven brug'],
    ['1,87 haven', '187 haven'],
    ['12:30 uur', '1230 uur'],
    ['EV-bouwer', 'EVbouwer'],
  ])('would be seen to drop a part of %j', (words, less) => {
    const text = `* De ${words} groeit weer dit jaar. SCMP`
    const broken: typeof parseDigest = (given, options) =>
      parseDigest(given.replace(words, less), options)
    expect(missing(text)).toEqual([])
    expect(missing(text, broken)).not.toEqual([])
  })

  it('quotes the signs that are left of a line whose link is cut out', () => {
    expect(missing('De haven groeit. Lees verder = *')).toEqual([])
    expect(missing('De haven groeit. \nLees verder_SCMP')).toEqual([])
  })

  it('quotes a source that stands both below a title and behind its text', () => {
    const lines = ['Stil', 'Water', 'Bron: SCMP', 'De haven groeit en wordt stil. SCMP']
    expect(missing(lines.join('\n'))).toEqual([])
  })

  it('keeps a name below which nothing but furniture stands', () => {
    expect(missing('Bron: \nBron: \n①\nSCMP\n2. ')).toEqual([])
  })

  it('drops no credit that stands there twice', () => {
    expect(missing('De haven groeit. \nBeeld: CGTN\nBeeld: CGTN')).toEqual([])
  })

  it('would be seen to drop a source that a remark only asks about', () => {
    const broken: typeof parseDigest = (given, options) => {
      const result = parseDigest(given, options)
      if (!result.ok) return result
      expect(result.remarks.map(({ kind }) => kind)).toContain('unknown-source')
      const sections = result.edition.sections.map((section) => ({
        ...section,
        items: section.items.map((item) => ({ ...item, sources: [] })),
      }))
      return { ...result, edition: { ...result.edition, sections } }
    }
    expect(missing('* De brug gaat dicht. Havenbode', broken)).not.toEqual([])
  })

  it('points remarks at lines that exist', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseDigest(text, { fileName: '' })
        if (!result.ok) return
        const lines = text.split(/\r\n|\r|\n/u)
        for (const { line, kind, quote } of result.remarks) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines.length)
          if (kind === 'page-furniture') expect(lines[line - 1]).toContain(quote)
        }
      }),
    )
  })
})
