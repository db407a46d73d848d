// Tags: words of the reader's own on what they kept. Capitals do not tell two tags apart.
import { fold } from '../dutch/fold.ts'
import { longestTag, mostTags } from './annotation.ts'

export interface CountedTag {
  /** As it is written most often. */
  readonly tag: string
  /** How many annotations have it. */
  readonly count: number
}

/** What is the same of two spellings of one tag. */
export function tagKey(tag: string): string {
  return tag.normalize('NFC').toLowerCase()
}

/** The tag that somebody typed, without its sign and with single spaces; null where nothing is left. */
export function readTag(typed: string): string | null {
  const words = typed.normalize('NFC').replaceAll(/[,\s]+/gu, ' ')
  const tag = words.replace(/^[ #]+/u, '').slice(0, longestTag)
  return tag.trim() === '' ? null : tag.trim()
}

/**
 * Tags in the one order in which they are stored, each once.
 * @returns null when they are more than an annotation can have
 */
export function uniteTags(...lists: readonly (readonly string[] | undefined)[]): string[] | null {
  const byKey = new Map<string, string>()
  for (const tag of lists.flatMap((list) => list ?? [])) {
    const known = byKey.get(tagKey(tag))
    // Of two spellings the same one stays in whatever order they come.
    if (known === undefined || tag < known) byKey.set(tagKey(tag), tag)
  }
  const tags = [...byKey].toSorted(([one], [other]) => compare(one, other)).map(([, tag]) => tag)
  return tags.length > mostTags ? null : tags
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

export function withoutTag(tags: readonly string[], tag: string): string[] {
  return tags.filter((one) => tagKey(one) !== tagKey(tag))
}

export function hasTag(tags: readonly string[] | undefined, tag: string): boolean {
  return tags?.some((one) => tagKey(one) === tagKey(tag)) ?? false
}

/** The tags of annotations: those on most of them first, and of as many by the alphabet. */
export function countTags(
  annotations: Iterable<{ readonly tags?: readonly string[] | undefined }>,
): CountedTag[] {
  const spellings = new Map<string, Map<string, number>>()
  for (const tag of Array.from(annotations, ({ tags }) => tags ?? []).flat()) {
    const ofTag = spellings.get(tagKey(tag)) ?? new Map<string, number>()
    spellings.set(tagKey(tag), ofTag.set(tag, (ofTag.get(tag) ?? 0) + 1))
  }
  return [...spellings.values()].map(countedTag).toSorted(byCount)
}

function countedTag(spellings: ReadonlyMap<string, number>): CountedTag {
  const [first] = [...spellings].toSorted(
    ([one, count], [other, otherCount]) => otherCount - count || compare(one, other),
  )
  const count = [...spellings.values()].reduce((sum, one) => sum + one, 0)
  return { tag: first?.[0] ?? '', count }
}

function byCount(one: CountedTag, other: CountedTag): number {
  return other.count - one.count || compare(fold(one.tag), fold(other.tag))
}

/**
 * What completes a tag that is being typed: first what begins with it, then what has a word that does.
 * @param taken tags that are there already
 */
export function completeTag(
  counted: readonly CountedTag[],
  typed: string,
  taken: readonly string[],
): CountedTag[] {
  const beginning = fold(readTag(typed) ?? '')
  const free = counted.filter(({ tag }) => !hasTag(taken, tag))
  const rankOf = ({ tag }: CountedTag): number => {
    const folded = fold(tag)
    if (folded.startsWith(beginning)) return 0
    return folded.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(beginning)) ? 1 : 2
  }
  return free.filter((one) => rankOf(one) < 2).toSorted((one, other) => rankOf(one) - rankOf(other))
}

/** A tag that is being typed in a text, from its `#` to the cursor; null where none is. Before the sign stands no letter. */
export function tagBeforeCursor(
  text: string,
  cursor: number,
): { readonly from: number; readonly typed: string } | null {
  const found = /(?<![\p{L}\p{N}#&/])#(?<typed>[\p{L}\p{N}_-]*)$/u.exec(text.slice(0, cursor))
  return found === null ? null : { from: found.index, typed: found.groups?.typed ?? '' }
}
