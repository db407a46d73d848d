// Judged queries over a real digest. Both lie outside the project; nothing of them is copied into it.
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { fold } from '../../../src/core/dutch/fold.ts'
import { openingItem, type EditionBundle } from '../../../src/core/edition/edition.ts'
import { parseDigest } from '../../fixtures/parse-digest.ts'

export interface JudgedQuery {
  readonly text: string
  /** Item id → 2 for what was asked for, 1 for what is relevant too; empty where nothing is to be found. */
  readonly grades: ReadonlyMap<string, number>
}

export interface Judged {
  readonly bundle: EditionBundle
  readonly queries: readonly JudgedQuery[]
}

const shared = path.join(import.meta.dirname, '../../../../shared')
const schema = v.object({
  queries: v.array(
    v.object({ q: v.string(), type: v.string(), rel: v.record(v.string(), v.number()) }),
  ),
})

/** Null where they are not at hand. */
export function readJudged(): Judged | null {
  const fileName = 'techtrends-2024-07.txt'
  const digest = path.join(shared, 'digests', fileName)
  const judgements = path.join(shared, 'search/dutch-queries.json')
  if (!fs.existsSync(digest) || !fs.existsSync(judgements)) return null
  const parsed = parseDigest(fs.readFileSync(digest, 'utf8'), { fileName })
  if (!parsed.ok) throw new Error(parsed.reason)
  const { edition } = parsed
  /** The judgements name items by their place. */
  const items = edition.sections.flatMap((section) => section.items).map(({ id }) => id)
  const nameOf = (place: string): string =>
    place === 'lede' ? openingItem : (items[Number(place) - 1] ?? '')
  const { queries } = v.parse(schema, JSON.parse(fs.readFileSync(judgements, 'utf8')))
  return {
    bundle: { edition, notes: null, hyphenation: {} },
    queries: queries.map(({ q, type, rel }) => ({
      text: q,
      grades: new Map(
        type === 'zero' ? [] : Object.entries(rel).map(([place, grade]) => [nameOf(place), grade]),
      ),
    })),
  }
}

/** Whether a query stands in a text as it was typed: the text is then a right answer that nobody judged. */
export function standsAsTyped(queries: readonly JudgedQuery[]): (text: string) => boolean {
  const asTyped = queries.map(({ text }) => fold(text).replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${asTyped.join('|')})(?![\\p{L}\\p{N}])`, 'u')
  return (text) => any.test(fold(text))
}

export interface JudgedOutcome {
  /** The mean share of the relevant items, or of five, that is among the first five hits. */
  readonly recall: number
  readonly ndcg: number
  /** Queries without a hit that have a relevant item. */
  readonly empty: readonly string[]
  /** Queries with a hit where there is nothing to be found. */
  readonly wrong: readonly string[]
}

/** @param find the first ten hits, as edition and item */
export function judge(
  { bundle, queries }: Judged,
  find: (text: string) => readonly { readonly edition: string; readonly item: string }[],
): JudgedOutcome {
  const recalls: number[] = []
  const gains: number[] = []
  const empty: string[] = []
  const wrong: string[] = []
  for (const { text, grades } of queries) {
    const found = find(text)
    if (grades.size === 0) {
      if (found.length > 0) wrong.push(text)
      continue
    }
    if (found.length === 0) empty.push(text)
    const here = found.map(({ edition, item }) =>
      edition === bundle.edition.id ? (grades.get(item) ?? 0) : 0,
    )
    recalls.push(here.slice(0, 5).filter((grade) => grade > 0).length / Math.min(5, grades.size))
    const ideal = [...grades.values()].toSorted((one, other) => other - one)
    gains.push(discounted(here) / discounted(ideal))
  }
  return { recall: mean(recalls), ndcg: mean(gains), empty, wrong }
}

function discounted(grades: readonly number[]): number {
  return grades
    .slice(0, 10)
    .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
