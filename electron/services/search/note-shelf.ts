// The reader's notes in the search. They are few and change with every keystroke, so they are held in memory.
import type { CompoundSplitter } from '#core/dutch/compound'
import { segmentsToFold } from '#core/search/compact/fold-policy'
import { mergeSegments, runToEnd } from '#core/search/compact/merge-segments'
import { packSegment } from '#core/search/compact/pack-segment'
import type { SegmentSet } from '#core/search/compact/segment-set'
import { documentId, noteDocument, type NoteText } from '#core/search/documents'
import { wordsOf } from '#core/search/index-definition'

export interface NoteShelf {
  putAll(notes: readonly NoteText[]): void
  /** In place of what the note was; an empty one goes. */
  put(note: NoteText): void
  remove(edition: string, item: string): void
}

/**
 * @param set takes the notes
 * @param splitterFor says where the parts of compounds begin, given the words that are about to be indexed
 */
export function createNoteShelf(
  set: SegmentSet,
  splitterFor: (words: ReadonlySet<string>) => CompoundSplitter,
): NoteShelf {
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
    const small = segmentsToFold(set.parts)
    if (small.length === 0) return
    const folded = runToEnd(mergeSegments(small))
    set.drop(small.map(({ segment }) => segment))
    if (folded.documentCount > 0) set.add(folded)
  }

  function remove(edition: string, item: string): void {
    const gone = documentId(edition, item)
    const place = set.find(gone)
    if (place !== null) set.hide(place)
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
