// The sentence that a hit shows, as a passage of its item's text: what a reader means who marks a hit.
import { openingItem } from '../edition/edition.ts'
import type { Passage } from '../reading/passage.ts'
import { sentenceAt, sentencesOf } from '../reading/sentences.ts'
import type { SearchHit } from './search-types.ts'

/** As it is written in the text; empty for a hit in a title. */
export function firstMarkedWord({ excerpt, excerptStart, excerptMarks }: SearchHit): string {
  const [mark] = excerptMarks
  if (excerptStart === null || mark === undefined) return ''
  return /^\S*/u.exec(excerpt.slice(...mark))?.[0] ?? ''
}

type PlacedHit = Pick<SearchHit, 'item' | 'excerptStart' | 'excerptMarks'>

/** Where the first word that is marked stands in the text of its item; 0 for a hit in a title. */
export function offsetOfHit({ excerptStart, excerptMarks }: PlacedHit): number {
  return excerptStart === null ? 0 : excerptStart + (excerptMarks[0]?.[0] ?? 0)
}

/**
 * The sentence with the first word that is marked; of a hit in a title the first sentence.
 * @param text of the item, or of the opening
 * @returns null for an empty text
 */
export function passageOfHit(hit: PlacedHit, text: string): Passage | null {
  const sentence = sentenceAt(sentencesOf(text), offsetOfHit(hit))
  if (sentence === null) return null
  const part = hit.item === openingItem ? 'lede' : 'item'
  return { item: hit.item, part, start: sentence.start, end: sentence.end }
}
