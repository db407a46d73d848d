// What is made of a document, with marks or without: its title, and sections with the blocks of their items.
import type { Remark } from '../edition/remark.ts'
import type { Habits } from './outline-habits.ts'
import type { Outline } from './outline-sections.ts'

export interface TitledOutline {
  /** Null when there is none. */
  readonly title: string | null
  readonly line: number
  readonly outline: Outline
  readonly habits: Habits
  readonly remarks: readonly Remark[]
}
