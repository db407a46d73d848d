// Items as bags of words, which tell how much two texts have in common.
import { isStopWord } from '../dutch/stop-words.ts'
import type { Item } from '../edition/edition.ts'
import { foldedWords } from './sketch-edition.ts'

/** Words with how often each stands there. */
export interface WordCounts {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

export function countEach(words: readonly string[]): WordCounts {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, total: words.length }
}

/** The words of an item that tell it from others. */
export function countWords({ title, text }: Item): WordCounts {
  return countEach(foldedWords(`${title ?? ''} ${text}`).filter((word) => !isStopWord(word)))
}

/** How many words two texts share; one that stands twice in both counts twice. */
export function countCommon(one: WordCounts, other: WordCounts): number {
  const [fewer, more] = one.counts.size <= other.counts.size ? [one, other] : [other, one]
  let common = 0
  for (const [word, count] of fewer.counts) common += Math.min(count, more.counts.get(word) ?? 0)
  return common
}

/** The same for any order of the same words. */
export function keyOfWords({ counts }: WordCounts): string {
  return [...counts]
    .map(([word, times]) => `${word} ${String(times)}`)
    .sort()
    .join(' ')
}

export function plainText({ text }: Item): string {
  return text.trim().replace(/\s+/gu, ' ')
}
