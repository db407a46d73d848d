// The search of some editions, put together in memory, as the worker has it.
import { createNoteIndex } from '../../../../electron/services/search/note-index.ts'
import {
  createCompoundSplitter,
  type CompoundLexicon,
} from '../../../../src/core/dutch/compound.ts'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { createAnalyser } from '../../../../src/core/search/analyser.ts'
import { answerQuery } from '../../../../src/core/search/answer-query.ts'
import { createBookmarks, type BookmarkedItem } from '../../../../src/core/search/bookmarks.ts'
import { groupOf, packSegment } from '../../../../src/core/search/compact/pack-segment.ts'
import type { Segment } from '../../../../src/core/search/compact/segment.ts'
import { createSegmentSet } from '../../../../src/core/search/compact/segment-set.ts'
import { createKnownSplitter } from '../../../../src/core/search/compact/split-known.ts'
import type { SearchContext } from '../../../../src/core/search/search-context.ts'
import type { NoteText, SearchDocument } from '../../../../src/core/search/documents.ts'
import {
  unfiltered,
  type SearchAnswer,
  type SearchRequest,
} from '../../../../src/core/search/search-types.ts'
import { createVocabulary } from '../../../../src/core/search/vocabulary.ts'
import { aLexicon } from '../dutch/a-lexicon.ts'

/** One segment of the documents of each edition. */
export function segmentOf(
  bundles: readonly EditionBundle[],
  lexicon: CompoundLexicon = aLexicon(''),
): Segment {
  const groups = bundles.map((bundle) => groupOf(bundle, '1'))
  return packSegment(groups, createCompoundSplitter(lexicon), { hasListedSeams: true })
}

/** A segment of texts, each a document of a group of its own. */
export function segmentOfTexts(...texts: readonly string[]): Segment {
  const groups = texts.map((text, index) => {
    const document: SearchDocument = {
      id: `e/${String(index)}`,
      edition: 'e',
      item: String(index),
      language: '',
      section: '',
      text,
      source: '',
      heading: null,
      number: 0,
    }
    const facts = { language: '', title: '', series: null, date: null }
    return { key: document.id, stamp: '', ...facts, documents: [document] }
  })
  return packSegment(groups, () => [])
}

export function contextOf(...segments: readonly Segment[]): SearchContext {
  return contextWith({ segments })
}

export interface ContextParts {
  readonly segments: readonly Segment[]
  readonly notes?: readonly NoteText[]
  readonly bookmarks?: readonly BookmarkedItem[]
}

export function contextWith({ segments, notes = [], bookmarks = [] }: ContextParts): SearchContext {
  const items = createSegmentSet()
  for (const segment of segments) items.add(segment)
  const noteSet = createSegmentSet()
  createNoteIndex(noteSet, () => () => []).putAll(notes)
  const vocabulary = createVocabulary([items])
  const splitCompound = createKnownSplitter([items], vocabulary.lexicon)
  return {
    ...{ items, notes: noteSet, bookmarks: createBookmarks(bookmarks) },
    ...{ vocabulary, splitCompound, analyser: createAnalyser(splitCompound) },
  }
}

export function askOf(
  library: SearchContext,
  text: string,
  limit = 1_000,
  more: Partial<SearchRequest> = {},
): SearchAnswer {
  return answerQuery(library, {
    id: 7,
    text,
    edition: null,
    limit,
    skip: 0,
    ...unfiltered,
    ...more,
  })
}
