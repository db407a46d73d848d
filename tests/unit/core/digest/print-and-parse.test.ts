import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addScores,
  noScore,
  precision,
  recall,
  scoreEdition,
  type Score,
} from '../../../../src/core/digest/score-edition.ts'
import { parseDigest } from '../../../../src/core/edition/parse-digest.ts'
import {
  aPrintedDigest,
  aPrintedNewsletter,
  wrapped,
  type PlainEdition,
  type Printed,
} from '../../../fixtures/printed-digest.ts'

function parse(text: string): PlainEdition {
  const result = parseDigest(text, { fileName: '' })
  if (!result.ok) throw new Error(result.reason)
  const { edition, remarks } = result
  return {
    title: remarks.some(({ kind }) => kind === 'title-missing') ? null : edition.title,
    lede: edition.lede,
    figure: edition.figure,
    sections: edition.sections.map(({ heading, items }) => ({
      heading,
      items: items.map(({ title, text: words, sources }) => ({ title, text: words, sources })),
    })),
  }
}

/** White space as a reader sees it. */
function evened(edition: PlainEdition): unknown {
  return JSON.parse(JSON.stringify(edition).replace(/(?:\\n|\s)+/gu, ' '))
}

const rows: readonly [string, fc.Arbitrary<Printed>][] = [
  ['digests', aPrintedDigest],
  ['newsletters', aPrintedNewsletter],
  ['digests of broken lines', aPrintedDigest.map((printed) => wrapped(printed, 72))],
  ['newsletters of broken lines', aPrintedNewsletter.map((printed) => wrapped(printed, 76))],
]

describe('printing and parsing', () => {
  it.each(rows)('finds headings, items and sources of %s', (name, arbitrary) => {
    let shown = 0
    const score = fc
      .sample(arbitrary, { numRuns: 300, seed: 7 })
      .map(({ text, edition }): Score => {
        const parsed = parse(text)
        if (
          JSON.stringify(evened(parsed)) !== JSON.stringify(evened(edition)) &&
          shown++ < Number(process.env.SHOW ?? 0)
        ) {
          const flat = (e: any): string[] => [
            String(e.title),
            'LEDE ' + e.lede,
            JSON.stringify(e.figure),
            ...e.sections.flatMap((x: any) => [
              '# ' + x.heading,
              ...x.items.map(
                (i: any) => '[' + i.title + '] ' + i.text + ' => ' + i.sources.join('; '),
              ),
            ]),
          ]
          const [p, q] = [flat(evened(parsed)), flat(evened(edition))]
          const cut = (l: string) => (l.length > 170 ? l.slice(0, 90) + '~~' + l.slice(-80) : l)
          console.log(
            [
              '=====' + name,
              ...q.filter((l) => !p.includes(l)).map((l) => '- ' + cut(l)),
              ...p.filter((l) => !q.includes(l)).map((l) => '+ ' + cut(l)),
            ].join('\n'),
          )
        }
        return scoreEdition(
          {
            sections: parsed.sections.map((s) => ({
              ...s,
              id: '',
              items: s.items.map((i) => ({ ...i, id: '', sources: [...i.sources] })),
            })),
          },
          edition as never,
        )
      })
      .reduce(addScores, noScore)
    console.log(
      name,
      shown,
      JSON.stringify(score),
      [score.headings, score.items, score.sources]
        .map((c) => [precision(c).toFixed(3), recall(c).toFixed(3)].join('/'))
        .join(' '),
    )
  })
})
