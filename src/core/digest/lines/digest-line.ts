import type { NumberedLine } from './unwrap-lines.ts'

export interface DigestLine extends NumberedLine {
  readonly bullet: boolean
  /** The bullet itself; empty without one. */
  readonly bulletMark: string
  /** What tells it from other headings besides a level. */
  readonly sign: 'emoji' | 'capitals' | null
  /** Whether a line with nothing but a link stood right below it, and nothing right below that. */
  readonly isAboveLink: boolean
  /** Whether the list of contents names it, so that it is no name of a source. */
  readonly isInContents: boolean
}
