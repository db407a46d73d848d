import { expect, it } from 'vitest'
import { countAnnotations } from '../../../../src/core/annotations/kinds.ts'
import { countRecords, stateOf } from '../../../../src/core/library/reading-state.ts'
import { defaultSettings } from '../../../../src/core/reader-data/reader-record.ts'
import { aBookmark, aNote, aPlace, readItems } from '../reader-data/reader-records.ts'
import { anEntry } from './library-entries.ts'

it('counts the read items, the notes and the bookmarks of an edition', () => {
  const counts = countRecords([
    aBookmark(),
    aBookmark({ item: 'item-2' }),
    aNote(),
    aNote({ edition: 'een-andere' }),
    readItems('item-1', 'item-2', 'item-2'),
  ])
  expect(stateOf(anEntry({ items: 3 }), counts)).toEqual({
    state: 'started',
    readItems: 2,
    annotations: { ...countAnnotations([]), bookmark: 2, note: 1 },
  })
})

it('calls an edition read when all its items are, and never more than that', () => {
  const counts = countRecords([readItems('item-1', 'item-2', 'van-een-oudere-revisie')])
  expect(stateOf(anEntry({ items: 2 }), counts)).toMatchObject({ state: 'read', readItems: 2 })
})

it('does not count an item that another revision had', () => {
  const counts = countRecords([readItems('item-1', 'item-2', 'weg')])
  const entry = anEntry({ revision: 2, items: 3, itemIds: ['item-1', 'item-2', 'nieuw'] })
  expect(stateOf(entry, counts)).toMatchObject({ state: 'started', readItems: 2 })
  expect(stateOf({ ...entry, items: 2, itemIds: ['item-1', 'item-2'] }, counts)).toMatchObject({
    state: 'read',
    readItems: 2,
  })
})

it('calls an edition unread of which nothing is read, wherever it was left', () => {
  const counts = countRecords([aPlace(), defaultSettings, readItems()])
  const unread = { state: 'unread', readItems: 0, annotations: countAnnotations([]) }
  expect(stateOf(anEntry(), counts)).toEqual(unread)
  expect(stateOf(anEntry({ items: 0 }), counts)).toEqual(unread)
  expect(stateOf(anEntry({ id: 'nooit-geopend' }), counts)).toEqual(unread)
})
