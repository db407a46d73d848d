// Indexes the reader's notes. They are few and change with every keystroke, so this index is only in memory.
import type { CompoundSplitter } from '#core/dutch/compound'
import { segmentsToMerge } from '#core/search/compact/merge-policy'
import { mergeSegments, runToEnd } from '#core/search/compact/merge-segments'
import { packSegment } from '#core/search/compact/pack-segment'
import type { SegmentSet } from '#core/search/compact/segment-set'
import { documentId, noteDocument, type NoteText } from '#core/search/documents'
import { wordsOf } from '#core/search/index-definition'

export interface NoteIndex {
  putAll(notes: readonly NoteText[]): void
  /** Replaces the note. An empty text removes it. */
  put(note: NoteText): void
  remove(edition: string, item: string): void
}

/**
 * @param set gets the segments of the notes
 * @param splitterFor gives a splitter for the words that are about to be indexed
 */
export function createNoteIndex(
  set: SegmentSet,
  splitterFor: (words: ReadonlySet<string>) => CompoundSplitter,
): NoteIndex {
  function add(notes: readonly NoteText[]): void {
    const documents = notes.filter(({ text }) => text.trim() !== '').map(noteDocument)
    if (documents.length === 0) return
    const groups = documents.map((document) => ({
      key: document.id,
      stamp: '',
      language: '',
      title: '',
      series: null,
      date: null,
      documents: [document],
    }))
    set.add(packSegment(groups, splitterFor(new Set(wordsOf(documents)))))
    const small = segmentsToMerge(set.parts)
    if (small.length === 0) return
    const merged = runToEnd(mergeSegments(small))
    set.drop(small.map(({ segment }) => segment))
    if (merged.documentCount > 0) set.add(merged)
  }

  function remove(edition: string, item: string): void {
    const location = set.find(documentId(edition, item))
    if (location !== null) set.hide(location)
  }

  return {
    putAll: add,
    put(note) {
      remove(note.edition, note.item)
      add([note])
    },
    remove,
  }
}
