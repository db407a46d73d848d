import { expect, it } from 'vitest'
import { annotationKey } from '../../../../src/core/annotations/kinds.ts'
import { anchorOf } from '../../../../src/core/reading/passage.ts'
import type { ReaderRecord } from '../../../../src/core/reader-data/reader-record.ts'
import { createPlacedElsewhere } from '../../../../electron/services/reader-data/placed-elsewhere.ts'
import { aHighlight, aNote } from '../../core/reader-data/reader-records.ts'
import { anEdition } from '../../core/search/an-edition.ts'

const text = 'De brug gaat drie weken dicht. Het werk kost 45.000 euro.'
const words = 'Het werk kost 45.000 euro'
const start = text.indexOf(words)
const anchor = { ...anchorOf(text, { part: 'item', start, end: start + words.length }) }
const marked = aHighlight({ edition: 'krant-12', item: 'i1', anchor })

it('tells what became of highlights in revised editions, and reads each revision once', async () => {
  let records: readonly ReaderRecord[] = [marked, aNote({ edition: 'krant-12', item: 'i1' })]
  let revision = 1
  const read: string[] = []
  const placements = createPlacedElsewhere({
    records: () => records,
    entries: () => [
      { id: 'krant-12', revision },
      { id: 'krant-13', revision: 2 },
    ],
    read(id) {
      read.push(id)
      const now = text.replace('45.000', '54.000')
      return Promise.resolve(anEdition({ id, sections: { '': [now] } }))
    },
  })
  expect(await placements()).toEqual(new Map())
  expect(read).toEqual([])
  revision = 2
  const changed = new Map([
    [annotationKey(marked), expect.objectContaining({ state: 'changed' }) as unknown],
  ])
  expect(await placements()).toEqual(changed)
  expect(await placements()).toEqual(changed)
  expect(read).toEqual(['krant-12'])
  records = []
  expect(await placements()).toEqual(new Map())
})
