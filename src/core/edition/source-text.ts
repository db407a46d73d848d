// What the two source formats of an edition share: numbered lines and mistakes that point at them.

/** What is wrong in a source file, in words for its editor. Lines count from 1. */
export interface Mistake {
  readonly line: number
  readonly reason: string
}

/** What a source file says, or everything that is wrong in it, by line. */
export type SourceResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

/** One line of a source file without the white space around it. Lines count from 1. */
export interface SourceLine {
  readonly line: number
  readonly text: string
}

/** Splits a source file into its lines; accepts a byte order mark and the line ends of any system. */
export function sourceLines(source: string): SourceLine[] {
  return source
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
}

/** The value when nothing was wrong with it, else every mistake in the order of the lines. */
export function sourceResult<Value>(
  value: Value | null,
  mistakes: readonly Mistake[],
): SourceResult<Value> {
  if (value !== null && mistakes.length === 0) return { ok: true, value }
  return { ok: false, mistakes: mistakes.toSorted((one, other) => one.line - other.line) }
}
