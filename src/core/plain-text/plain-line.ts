// A line of plain text, and what its signs say of it.
import type { Finding } from '../edition/remark.ts'

/** How a short line is set, which tells headings of one rank from those of another. */
export type Style =
  'plain' | 'bold' | 'capitals' | 'emoji' | 'frame' | 'number' | `hashes ${1 | 2 | 3 | 4 | 5 | 6}`

export interface PlainLine {
  /** Counts from 1. */
  readonly line: number
  /** Without bullets and signs of headings. */
  readonly text: string
  /** Whether an empty line, or the beginning of the text, stands above it. */
  readonly gap: boolean
  /** Whether a line of signs stands above it. */
  readonly rule: boolean
  readonly isIndented: boolean
  /** The bullet or number that makes it an entry of a list; null for any other line. */
  readonly bullet: string | null
  readonly style: Style
  /** The words of the lines that were joined, each with its line. */
  readonly joined: readonly { readonly line: number; readonly text: string }[]
}

export interface SourcedLine extends PlainLine {
  readonly role: 'text' | 'short' | 'sources' | 'date' | 'caption'
  /** The line without its sources; empty for a line of nothing else. */
  readonly words: string
  readonly sources: readonly string[]
  readonly findings: readonly Finding[]
}

export const longestHeading = 90

/** Whether a text ends as a sentence that goes on or is at its end; a question or a cry may be a heading. */
const closed = /[.…;:,]["’”)\]]*$/u
export const twoSentences = /\p{Ll}{2}["’”)]*[.!?]\s\p{Lu}.*[.!?]["’”)]*$/u

/** Whether a line may be a heading by its words alone. */
export function isShort({ text }: Pick<PlainLine, 'text'>): boolean {
  return (
    text.length <= longestHeading &&
    /\p{L}/u.test(text) &&
    !/^!?\[|\t/u.test(text) &&
    !closed.test(text.replace(/\s\.\.\.$/u, '')) &&
    !twoSentences.test(text)
  )
}
