import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addScores,
  noScore,
  precision,
  recall,
  scoreEdition,
} from '../../../../electron/tools/edition/score-edition.ts'
import { parseDigest, type ParsedDigest } from '../../../fixtures/parse-digest.ts'
import { printedTitle } from '../../../fixtures/digest-outline.ts'
import {
  aDigestOfLoneSources,
  aMarkedNewsletter,
  anUntitledNewsletter,
  aPrintedDigest,
  aPrintedNewsletter,
  wrapped,
  type PlainEdition,
  type Printed,
} from '../../../fixtures/printed-digest.ts'
import { aPrintedLetter } from '../../../fixtures/printed-letter.ts'

function parse({ text }: Omit<Printed, 'edition'>): ParsedDigest {
  const result = parseDigest(text, { fileName: '' })
  if (!result.ok) throw new Error(result.reason)
  return result
}

/** What of an edition stands in its text. */
function plain(parsed: ParsedDigest): PlainEdition {
  const { edition, remarks } = parsed
  const isMissing = remarks.some(({ kind }) => kind === 'title-missing')
  return {
    title: isMissing ? null : printedTitle(parsed),
    lede: edition.lede,
    figure: edition.figure,
    sections: edition.sections.map(({ heading, items }) => ({
      heading,
      items: items.map(({ title, text, sources }) => ({ title, text, sources })),
    })),
  }
}

/** White space in a title is no part of it. */
function squeezed(edition: PlainEdition): PlainEdition {
  return { ...edition, title: edition.title?.replace(/\s+/gu, ' ') ?? null }
}

const layouts: readonly (readonly [name: string, printed: fc.Arbitrary<Printed>])[] = [
  ['digests', aPrintedDigest],
  ['newsletters', aPrintedNewsletter],
  ['newsletters with marked headings', aMarkedNewsletter],
  ['newsletters without titles', anUntitledNewsletter],
]
/** Layouts that no mail program breaks. */
const others: typeof layouts = [
  ['digests with sources on lines of their own', aDigestOfLoneSources],
]
const width = 72
/** Of all editions in such a layout so many come in as they were. */
const fewestRight = 0.95

describe('printing and parsing', () => {
  it.each([...layouts, ...others, ['letters in habits drawn by lot', aPrintedLetter] as const])(
    'gives nearly always the same edition for %s',
    (_, arbitrary) => {
      const all = fc.sample(arbitrary, { numRuns: 400, seed: 7 })
      const right = all.filter((printed) =>
        isDeepStrictEqual(plain(parse(printed)), squeezed(printed.edition)),
      )
      expect(right.length / all.length).toBeGreaterThan(fewestRight)
    },
  )

  it.each(layouts)('finds nearly all headings, items and sources of %s', (_, arbitrary) => {
    const score = scoreOf(fc.sample(arbitrary, { numRuns: 400, seed: 7 }))
    for (const count of [score.headings, score.items, score.sources]) {
      expect(precision(count)).toBeGreaterThan(0.996)
      expect(recall(count)).toBeGreaterThan(0.996)
    }
  })

  it.each(layouts)('finds nearly everything in %s of broken lines', (_, arbitrary) => {
    const printed = fc.sample(arbitrary, { numRuns: 150, seed: 1 })
    const score = scoreOf(printed.map((one) => wrapped(one, width)))
    for (const count of [score.headings, score.items, score.sources]) {
      expect(precision(count)).toBeGreaterThan(0.92)
      expect(recall(count)).toBeGreaterThan(0.92)
    }
  })
})

function scoreOf(printed: readonly Printed[]): typeof noScore {
  return printed
    .map((one) => scoreEdition(parse(one).edition, one.edition))
    .reduce(addScores, noScore)
}
