// Measures a parsed edition against what an editor says it should be.
import * as v from 'valibot'
import type { Edition } from '#core/edition/edition'

/** What stands in an `.expected.json`: an item is known by its first words, or by its whole text. */
export const expectedSchema = v.object({
  sections: v.array(
    v.object({
      heading: v.nullable(v.string()),
      items: v.array(
        v.object({
          title: v.optional(v.nullable(v.string())),
          firstWords: v.optional(v.string()),
          text: v.optional(v.string()),
          sources: v.array(v.string()),
        }),
      ),
    }),
  ),
})

interface ExpectedItem {
  readonly title?: string | null | undefined
  readonly firstWords?: string | undefined
  readonly text?: string | undefined
  readonly sources: readonly string[]
}

export interface ExpectedEdition {
  readonly sections: readonly {
    readonly heading: string | null
    readonly items: readonly ExpectedItem[]
  }[]
}

type Item = Edition['sections'][number]['items'][number]

/** How many were found rightly, how many were found, and how many there are. */
export interface Count {
  readonly right: number
  readonly found: number
  readonly expected: number
}

export interface Score {
  readonly headings: Count
  readonly items: Count
  readonly sources: Count
}

export const noScore: Score = (() => {
  const none = { right: 0, found: 0, expected: 0 }
  return { headings: none, items: none, sources: none }
})()

/**
 * Compares headings as printed, items by their beginnings (and titles, where given), and the sources of each item.
 * White space does not count, nor does the form of apostrophes. An item that was not found takes its sources along.
 */
export function scoreEdition(
  { sections }: Pick<Edition, 'sections'>,
  expected: ExpectedEdition,
): Score {
  const items = sections.flatMap((section) => section.items)
  const expectedItems = expected.sections.flatMap((section) => section.items)
  const pairs = pairItems(items, expectedItems)
  return {
    headings: compare(headingsOf(sections), headingsOf(expected.sections)),
    items: { right: pairs.length, found: items.length, expected: expectedItems.length },
    sources: {
      right: pairs.reduce(
        (sum, [one, other]) => sum + compare(one.sources, other.sources).right,
        0,
      ),
      found: items.reduce((sum, { sources }) => sum + sources.length, 0),
      expected: expectedItems.reduce((sum, { sources }) => sum + sources.length, 0),
    },
  }
}

/** The counts of several editions together. */
export function addScores(one: Score, other: Score): Score {
  const add = (first: Count, second: Count): Count => ({
    right: first.right + second.right,
    found: first.found + second.found,
    expected: first.expected + second.expected,
  })
  return {
    headings: add(one.headings, other.headings),
    items: add(one.items, other.items),
    sources: add(one.sources, other.sources),
  }
}

/** Of what was found, the part that is right; 1 when nothing was found. */
export function precision({ right, found }: Count): number {
  return found === 0 ? 1 : right / found
}

/** Of what there is, the part that was found; 1 when there is nothing. */
export function recall({ right, expected }: Count): number {
  return expected === 0 ? 1 : right / expected
}

function headingsOf(sections: readonly { readonly heading: string | null }[]): string[] {
  return sections.flatMap(({ heading }) => (heading === null ? [] : [heading]))
}

/** Pairs in the order of the text: each expected item with the first that fits behind the one before. */
function pairItems(
  items: readonly Item[],
  expected: readonly ExpectedItem[],
): (readonly [Item, ExpectedItem])[] {
  const keys = items.map(({ text }) => comparable(text))
  const taken = new Set<number>()
  return expected.flatMap((wanted) => {
    const beginning = comparable(wanted.text ?? wanted.firstWords ?? wanted.title ?? '')
    const index = keys.findIndex((key, at) => {
      const isSame = wanted.text === undefined ? key.startsWith(beginning) : key === beginning
      return !taken.has(at) && isSame && hasTitle(items[at], wanted)
    })
    const item = items[index]
    if (item === undefined) return []
    taken.add(index)
    return [[item, wanted] as const]
  })
}

function hasTitle(item: Item | undefined, { title }: ExpectedItem): boolean {
  return title === undefined || comparable(item?.title ?? '') === comparable(title ?? '')
}

function compare(found: readonly string[], expected: readonly string[]): Count {
  const left = new Map<string, number>()
  for (const text of expected) left.set(comparable(text), (left.get(comparable(text)) ?? 0) + 1)
  let right = 0
  for (const text of found) {
    const count = left.get(comparable(text)) ?? 0
    if (count > 0) right += 1
    left.set(comparable(text), count - 1)
  }
  return { right, found: found.length, expected: expected.length }
}

function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’`´]/gu, "'")
    .split(/\s+/u)
    .join(' ')
    .trim()
}
