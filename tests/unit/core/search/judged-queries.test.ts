// How well the search finds what a reader means: judged queries over a real edition. Both lie outside the project and may
// not be there; then this is skipped.
import fs from 'node:fs'
import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { readDutchWords } from '../../../../electron/tools/dutch-lexicon.ts'
import { lexiconOf } from '../../../../src/core/dutch/word-list.ts'
import { parseDigest } from '../../../fixtures/parse-digest.ts'
import type { SearchContext } from '../../../../src/core/search/search-context.ts'
import type { SearchHit } from '../../../../src/core/search/search-types.ts'
import { besideProject, lackOf } from '../../../fixtures/beside.ts'
import { skipWithout } from '../../skip-without.ts'
import { aLexicon } from '../dutch/a-lexicon.ts'
import { askOf, contextOf, segmentOf } from './a-search.ts'

const digestName = 'digests/techtrends-2024-07.txt'
const queriesName = 'search/dutch-queries.json'

const queriesSchema = v.object({
  queries: v.array(
    v.object({ q: v.string(), type: v.string(), rel: v.record(v.string(), v.number()) }),
  ),
})

if (lackOf(digestName, queriesName) === null) {
  describe('the judged queries', () => {
    const { queries } = v.parse(
      queriesSchema,
      JSON.parse(fs.readFileSync(besideProject(queriesName), 'utf8')),
    )
    const asked = queries.filter(({ type }) => type !== 'zero')
    let index: SearchContext
    let withoutSeams: SearchContext
    /** An item's id → its number in the edition, as the judgements name it. */
    const names = new Map([['lede', 'lede']])

    beforeAll(async () => {
      const parsed = parseDigest(fs.readFileSync(besideProject(digestName), 'utf8'), {
        fileName: 'techtrends-2024-07.txt',
      })
      if (!parsed.ok) throw new Error(parsed.reason)
      const { edition } = parsed
      for (const { id } of edition.sections.flatMap(({ items }) => items))
        names.set(id, String(names.size))
      const bundle = { edition, notes: null, hyphenation: {} }
      const words = await readDutchWords()
      index = contextOf(
        segmentOf(
          [bundle],
          lexiconOf((word) => words.get(word) ?? 0),
        ),
      )
      const noSeams = aLexicon('')
      withoutSeams = contextOf(segmentOf([bundle], noSeams))
    })

    /** The mean share of relevant items among the first five hits that `counts` lets through. */
    function recall(
      engine: SearchContext,
      counts: (hit: SearchHit) => boolean = () => true,
    ): number {
      const shares = asked.map(({ q, rel }) => {
        const hits = askOf(engine, q).hits.filter(counts).slice(0, 5)
        const good = hits.filter(({ item }) => Object.hasOwn(rel, names.get(item) ?? '')).length
        return good / Math.min(5, Object.keys(rel).length)
      })
      return shares.reduce((sum, share) => sum + share, 0) / shares.length
    }

    it('find what was meant among the first five hits', () => {
      expect(recall(index)).toBeGreaterThanOrEqual(0.97)
    })

    it('find nothing where there is nothing', () => {
      for (const { q } of queries.filter(({ type }) => type === 'zero')) {
        expect([q, askOf(index, q).hits]).toEqual([q, []])
      }
    })

    it('need stems, parts of compounds and corrections: without any one of them they find less', () => {
      expect(recall(index, ({ reason }) => reason !== 'form')).toBeLessThan(0.8)
      expect(recall(index, ({ reason }) => reason !== 'compound')).toBeLessThan(0.92)
      expect(recall(withoutSeams)).toBeLessThan(0.96)
      expect(recall(index, ({ reason }) => reason !== 'typo')).toBeLessThan(0.96)
      expect(recall(index, ({ reason }) => reason === 'exact')).toBeLessThan(0.6)
    })

    it('mark a word in every hit that is in the text', () => {
      for (const { q } of asked) {
        for (const { item, marks, within } of askOf(index, q).hits) {
          expect([q, item, within === 'text' && marks.length === 0]).toEqual([q, item, false])
        }
      }
    })
  })
} else {
  it('the judged queries', (context) => {
    skipWithout(context, digestName, queriesName)
  })
}
