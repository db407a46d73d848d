import { describe, expect, it } from 'vitest'
import { changeOf, searchedOf } from '../../../../electron/services/search/annotation-changes.ts'
import {
  aBookmark,
  aHighlight,
  aNote,
  aPlace,
  aWord,
} from '../../core/reader-data/reader-records.ts'

const edition = 'reeks-2024-07'
const note = aNote({ text: 'Nakijken.' })
const first = aHighlight({ note: 'Waarom?' })
const bare = aHighlight({ id: 'a'.repeat(16) })
const elsewhere = aHighlight({ id: 'b'.repeat(16), item: 'item-2', note: 'Daarom.' })

describe('what the search takes of the annotations', () => {
  it('is one text for all that is written at an item, and the bookmarks', () => {
    const records = [note, first, bare, elsewhere, aBookmark(), aWord(), aPlace()]
    expect(searchedOf(records)).toEqual({
      notes: [
        { edition, item: 'item-1', text: 'Nakijken.\n\nWaarom?' },
        { edition, item: 'item-2', text: 'Daarom.' },
      ],
      bookmarks: [aBookmark()],
    })
  })

  it('has nothing of an item where nothing is written', () => {
    expect(searchedOf([bare]).notes).toEqual([])
  })

  it.each([
    ['a note that is kept', note, [note], 'put-note', 'Nakijken.'],
    ['a note beside that of a highlight', note, [first, note], 'put-note', 'Waarom?\n\nNakijken.'],
    ['a note that is gone, beside that of a highlight', note, [first], 'put-note', 'Waarom?'],
    ['the last note of an item that is gone', first, [elsewhere], 'remove-note', undefined],
    ['a highlight without a note', bare, [bare], 'remove-note', undefined],
  ] as const)('changes with %s', (_what, changed, left, kind, text) => {
    const change = changeOf(changed, () => left)
    expect(change).toEqual(
      text === undefined
        ? { kind, edition, item: 'item-1' }
        : { kind, note: { edition, item: 'item-1', text } },
    )
  })

  it('changes with a bookmark, and with no word', () => {
    const bookmark = { edition, item: 'item-1' }
    expect(changeOf(aBookmark(), () => [aBookmark()])).toEqual({ kind: 'put-bookmark', bookmark })
    expect(changeOf(aBookmark(), () => [])).toEqual({ kind: 'remove-bookmark', bookmark })
    expect(changeOf(aWord(), () => [])).toBeNull()
  })
})
