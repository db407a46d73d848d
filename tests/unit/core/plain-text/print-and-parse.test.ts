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
  aFileWithLevels,
  aMarkedNewsletter,
  anUntitledNewsletter,
  aPrintedDigest,
  aPrintedNewsletter,
  wrapped,
  type PlainEdition,
  type Printed,
} from '../../../fixtures/printed-digest.ts'
import { aPrintedLetter } from '../../../fixtures/printed-letter.ts'

function parse({ text, headings = [] }: Omit<Printed, 'edition'>): ParsedDigest {
  const result = parseDigest(text, { fileName: '', headings })
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
  ['files with headings of their own', aFileWithLevels],
  ['digests with sources on lines of their own', aDigestOfLoneSources],
]
const width = 72
const fewestRight = 0.95

describe('printing and parsing', () => {
  it.each([...layouts, ...others])('gives the same edition for %s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (printed) => {
        expect(plain(parse(printed))).toEqual(squeezed(printed.edition))
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same edition for nearly all letters in habits drawn by lot', () => {
    const letters = fc.sample(aPrintedLetter, { numRuns: 400, seed: 7 })
    const right = letters.filter((printed) =>
      isDeepStrictEqual(plain(parse(printed)), squeezed(printed.edition)),
    )
    expect(right.length / letters.length).toBeGreaterThan(fewestRight)
  })

  it.each(layouts)('finds nearly everything in %s of broken lines', (_, arbitrary) => {
    const score = fc
      .sample(arbitrary, { numRuns: 150, seed: 1 })
      .map((printed) => wrapped(printed, width))
      .map((printed) => scoreEdition(parse(printed).edition, printed.edition))
      .reduce(addScores, noScore)
    for (const count of [score.headings, score.items]) {
      expect(precision(count)).toBeGreaterThan(0.98)
      expect(recall(count)).toBeGreaterThan(0.98)
    }
    expect(precision(score.sources)).toBeGreaterThan(0.97)
    expect(recall(score.sources)).toBeGreaterThan(0.97)
  })
})
