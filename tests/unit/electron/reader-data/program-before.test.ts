// A reader may go back to the program of before, on another machine or after an update that they did not like.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReaderData } from '../../../../electron/services/reader-data/reader-data.ts'
import { recordKey, type ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'
import { kindsBefore, readBefore } from '../../../fixtures/reading-rules-before.ts'
import {
  aBookmark,
  aHighlight,
  aNote,
  anyKept,
  aPlace,
  aText,
} from '../../core/reader-data/reader-records.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
const records: readonly ReaderRecord[] = [
  aBookmark({ tags: ['haven'] }),
  aNote({ tags: ['haven', 'prijs'] }),
  aHighlight({ note: 'Waarom?', tags: ['prijs'], leftLoose: true, before: ['oude woorden'] }),
  { ...aPlace(), seenRevision: 3 },
]

describe('the program of before', () => {
  it('reads every record of a kind that it knows, with all fields', () => {
    fc.assert(
      fc.property(anyKept, (record) => {
        expect(readBefore(record)).toEqual(kindsBefore.includes(record.kind) ? record : null)
      }),
    )
    expect(records.map(readBefore)).toEqual([records[0], records[1], null, records[3]])
  })

  it('keeps what it does not know when it writes what it does', () => {
    const today = createReaderData(place.open())
    for (const record of [...records, aText()]) today.put(record)
    const before = place.open()
    for (const [key, value] of before.entries()) {
      const read = readBefore(value)
      if (read?.kind === 'note') before.put(key, { ...read, text: 'Daar geschreven.' })
      // It wrote a place afresh. What that loses only says that a report was looked at.
      if (read?.kind === 'place') before.put(key, aPlace({ line: 7 }))
    }
    before.compact()
    const reopened = createReaderData(place.open())
    expect(reopened.texts()).toEqual([aText()])
    const back = reopened.records()
    expect(back).toEqual([
      records[0],
      { ...records[1], text: 'Daar geschreven.' },
      records[2],
      aPlace({ line: 7 }),
    ])
    expect(back.map(recordKey)).toEqual(records.map(recordKey))
  })
})
