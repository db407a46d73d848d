// What is searched, as one question sees it.
import type { CompoundSplitter } from '../dutch/compound.ts'
import type { Analyser } from './analyser.ts'
import type { Bookmarks } from './bookmarks.ts'
import type { SegmentSet } from './compact/segment-set.ts'
import type { SearchHit } from './search-types.ts'
import type { Vocabulary } from './vocabulary.ts'

/** An index, and what is in it. */
export interface Shelf {
  readonly where: SearchHit['where']
  readonly set: SegmentSet
}

export interface Library {
  readonly items: SegmentSet
  readonly notes: SegmentSet
  readonly bookmarks: Bookmarks
  readonly vocabulary: Vocabulary
  readonly splitCompound: CompoundSplitter
  readonly analyser: Analyser
}

export function shelvesOf({ items, notes }: Library): readonly [items: Shelf, notes: Shelf] {
  return [
    { where: 'item', set: items },
    { where: 'note', set: notes },
  ]
}
