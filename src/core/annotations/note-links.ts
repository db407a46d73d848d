// Links in a note: Markdown with our own address of an item or a passage, offered after `[[`.
import { fold } from '../dutch/fold.ts'
import {
  editionLink,
  editionScheme,
  parseEditionLink,
  type EditionLink,
} from '../edition/edition-link.ts'
import { asText } from './markdown-text.ts'

/** What a note can lead to. */
export interface LinkTarget {
  readonly edition: string
  readonly item: string
  /** The words of a passage; empty for the item as a whole. */
  readonly passage: string
  /** As what it is offered, and how the link reads. */
  readonly words: string
  /** Where it stands, for the list. */
  readonly where: string
}

/** What is typed of a link, from its brackets to the cursor; null where none is. */
export function linkBeforeCursor(
  text: string,
  cursor: number,
): { readonly from: number; readonly typed: string } | null {
  const found = /\[\[(?<typed>[^[\]\n]{0,80})$/u.exec(text.slice(0, cursor))
  return found === null ? null : { from: found.index, typed: found.groups?.typed ?? '' }
}

/** A target with its words as they are compared. */
export interface ComparedTarget extends LinkTarget {
  readonly folded: string
  readonly foldedWords: readonly string[]
}

/** Prepares what can be linked to, once for a link: thousands of texts are not to be folded at each letter. */
export function compareTargets(targets: readonly LinkTarget[]): ComparedTarget[] {
  const byEnd = new Map<string, ComparedTarget>()
  for (const target of targets) {
    const end = endOf(target)
    if (byEnd.has(end)) continue
    const folded = fold(target.words)
    const foldedWords = wordsOf(`${folded} ${fold(target.where)}`)
    byEnd.set(end, { ...target, folded, foldedWords })
  }
  return [...byEnd.values()]
}

/** What is the same of two targets that lead to one place. */
export function endOf({ edition, item, passage }: LinkTarget): string {
  return JSON.stringify([edition, item, passage])
}

/** Those that have a word with each typed beginning: first those that begin as it was typed, else in their order. */
export function completeLink(targets: readonly ComparedTarget[], typed: string): ComparedTarget[] {
  const sought = fold(typed.trim())
  const beginnings = wordsOf(sought)
  const meant = targets.filter(({ foldedWords }) =>
    beginnings.every((beginning) => foldedWords.some((word) => word.startsWith(beginning))),
  )
  const isFirst = ({ folded }: ComparedTarget): boolean => folded.startsWith(sought)
  return [...meant.filter(isFirst), ...meant.filter((one) => !isFirst(one))]
}

function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

/** A link as it stands in a note. */
export function writeLink({ edition, item, passage, words }: LinkTarget): string {
  // A bracket would end the address.
  const address = editionLink(edition, item, passage).replaceAll('(', '%28').replaceAll(')', '%29')
  return `[${asText(words)}](${address})`
}

const linkPattern =
  /\[(?<words>(?:\\.|[^[\]\\])*)\]\((?<address>leeslamp:\/\/edition\/[^\s()<>]+)\)/gu

/** To what a note leads. */
export function linksIn(note: string): EditionLink[] {
  if (!note.includes(editionScheme)) return []
  return Array.from(note.matchAll(linkPattern), ({ groups }) =>
    parseEditionLink(groups?.address ?? ''),
  ).filter((link) => link !== null)
}

/** A note without the addresses of its links, which are no words that the reader wrote. */
export function withoutAddresses(note: string): string {
  return note.replaceAll(linkPattern, '$<words>')
}
