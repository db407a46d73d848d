// What an operator of a query means for an edition, a heading and a source.
import { fold } from '../dutch/fold.ts'
import { tokenize } from '../dutch/tokens.ts'
import { bareName } from '../digest/sources/bare-name.ts'
import { isRegistered, namesOfSource } from '../digest/sources/source-register.ts'
import type { SegmentGroup } from './compact/segment.ts'
import type { SegmentSet } from './compact/segment-set.ts'
import type { Criterion } from './query-operators.ts'

/** @param open the edition that is open; `in:editie` asks for it, other criteria that are not about editions for nothing */
export function groupMeets(
  criterion: Criterion,
  group: SegmentGroup | null,
  key: string,
  open: string | null,
): boolean {
  switch (criterion.kind) {
    case 'series':
      return group?.series !== null && hasWords(group?.series ?? '', criterion.value)
    case 'after':
    case 'before': {
      const date = group?.date ?? null
      if (date === null) return false
      return criterion.kind === 'after'
        ? firstDay(date) >= criterion.day
        : firstDay(date) < criterion.day
    }
    default:
      return key === open
  }
}

/** An edition of a month or a year begins with its first day. */
function firstDay(date: string): string {
  return date + '0000-01-01'.slice(date.length)
}

export function yearOf(group: SegmentGroup | null): string | null {
  return group?.date?.slice(0, 4) ?? null
}

/** Whether a text has all these words, or words that begin with them. */
export function hasWords(text: string, value: string): boolean {
  const words = wordsOf(text)
  const sought = wordsOf(value)
  return sought.length > 0 && sought.every((one) => words.some((word) => word.startsWith(one)))
}

function wordsOf(text: string): readonly string[] {
  return tokenize(text).flatMap(({ words }) =>
    words.filter(({ kind }) => kind === 'part' || kind === 'number').map((word) => word.text),
  )
}

/**
 * For each value whether a source is meant by it: by any of its names, or, as long as none is written out, by the beginning of
 * one.
 */
export function sourceTests(
  values: readonly string[],
  items: SegmentSet,
): readonly ((source: string) => boolean)[] {
  if (values.length === 0) return []
  const sources = new Set(items.parts.flatMap(({ segment }) => segment.columns.sources))
  const names = new Map([...sources].map((one) => [one, namesOfSource(one).map(plain)] as const))
  return values.map((value) => {
    const sought = plain(bareName(value))
    const isFull = isRegistered(value) || [...names.values()].some((all) => all.includes(sought))
    return (source) =>
      (names.get(source) ?? []).some((name) => (isFull ? name === sought : name.startsWith(sought)))
  })
}

function plain(name: string): string {
  return fold(name).trim().split(/\s+/u).join(' ')
}
