// What one query searches: the indexes, and the tools that fit them.
import type { CompoundSplitter } from '../dutch/compound.ts'
import type { Analyser } from './analyser.ts'
import type { Bookmarks } from './bookmarks.ts'
import type { SegmentSet } from './compact/segment-set.ts'
import type { SearchHit } from './search-types.ts'
import type { Vocabulary } from './vocabulary.ts'

/** An index, and what its documents are. */
export interface SearchScope {
  readonly where: SearchHit['where']
  readonly set: SegmentSet
}

export interface SearchContext {
  readonly items: SegmentSet
  readonly notes: SegmentSet
  readonly bookmarks: Bookmarks
  readonly vocabulary: Vocabulary
  readonly splitCompound: CompoundSplitter
  readonly analyser: Analyser
}

export function scopesOf({
  items,
  notes,
}: SearchContext): readonly [items: SearchScope, notes: SearchScope] {
  return [
    { where: 'item', set: items },
    { where: 'note', set: notes },
  ]
}
