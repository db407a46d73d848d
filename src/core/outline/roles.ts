// What each block of a document is in the edition. A guess gives every block exactly one role; nothing else decides structure.
import type { Block, WordedBlock } from '../document/source-document.ts'
import type { Remark } from '../edition/remark.ts'
import type { Habits } from './outline-habits.ts'

export const roles = [
  /** The title of the edition. */
  'title',
  /** Says when the edition is of, and nothing else. */
  'date',
  /** The words above the first section or item. */
  'lede',
  /** Heads a section. */
  'heading',
  /** The title of an item; what goes on below it is its text. */
  'item-title',
  /** Begins an item: its first words in bold type, its first link or its first line is the title, and the rest the text. */
  'titled-text',
  /** A text that begins an item without a title. */
  'item-start',
  /** Goes on the item above it. */
  'text',
  /** Belongs to the item that follows. */
  'ahead',
  /** Names the sources of the item above it, or of the one that follows where none is open. */
  'sources',
  'left-out',
] as const

export type Role = (typeof roles)[number]

export interface RoledBlock {
  readonly block: Block
  readonly role: Role
}

/** The blocks with their roles. Lines across the page say only where items end: what has no role is left out. */
export function withRoles(blocks: readonly Block[], given: ReadonlyMap<Block, Role>): RoledBlock[] {
  return blocks.map((block) => ({ block, role: given.get(block) ?? 'left-out' }))
}

export interface GuessedRoles {
  readonly roled: readonly RoledBlock[]
  /** The words of the title, which may stand beside the text; null when there is none. */
  readonly title: string | null
  /** Of the title, or the first one. */
  readonly line: number
  readonly habits: Habits
  /** What is not in a block any more is quoted. */
  readonly remarks: readonly Remark[]
}

/** A block that heads what follows. */
export interface RankedHeading {
  readonly block: WordedBlock
  /** 1 to 6 as its file says, or `boldLevel`. */
  readonly level: number
}

export interface OutlinedItem {
  readonly title: RankedHeading | null
  readonly blocks: readonly Block[]
  /** Those on lines of their own. */
  readonly sources: readonly WordedBlock[]
}

export interface OutlinedSection {
  readonly heading: RankedHeading | null
  readonly items: readonly OutlinedItem[]
}

export interface Outline {
  readonly dates: readonly WordedBlock[]
  readonly lede: readonly Block[]
  readonly sections: readonly OutlinedSection[]
  /** Sources that belong to no item. */
  readonly lost: readonly WordedBlock[]
  /** Words and pictures. */
  readonly leftOut: readonly Block[]
}
