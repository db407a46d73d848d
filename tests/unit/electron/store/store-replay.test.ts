import { describe, expect, it } from 'vitest'
import {
  encodeJournalStart,
  encodeRecord,
  readJournal,
} from '../../../../electron/services/store/store-journal.ts'
import { StoreEntries } from '../../../../electron/services/store/store-entries.ts'
import { journalName } from '../../../../electron/services/store/store-names.ts'
import { replayJournals, type Journal } from '../../../../electron/services/store/store-replay.ts'

/** A journal of `generation` that begins after `after` and holds these records, each putting its number under its key. */
function aJournal(generation: number, after: number, ...records: [number, string][]): Journal {
  const bytes = Buffer.concat([
    encodeJournalStart(generation, after),
    ...records.map(([sequence, key]) =>
      encodeRecord(generation, { sequence, changes: [{ put: key, value: sequence }] }),
    ),
  ])
  return aJournalOf(generation, bytes)
}

function aJournalOf(generation: number, bytes: Buffer): Journal {
  return { ...readJournal(bytes, generation), file: journalName(generation), generation, bytes }
}

function withDamage(journal: Journal, text: string): Journal {
  const bytes = Buffer.from(journal.bytes)
  bytes.write('#', bytes.indexOf(text))
  return aJournalOf(journal.generation, bytes)
}

const base = { sequence: 10, entries: new StoreEntries([['a', 10]]) }

describe('replaying journals', () => {
  it('applies the journals of the base’s generation and later ones in order', () => {
    const journals = [
      aJournal(3, 8, [9, 'x'], [10, 'y']),
      aJournal(4, 10, [11, 'b']),
      aJournal(5, 11, [12, 'a']),
    ]
    const replay = replayJournals(base, 4, journals)
    expect([...replay.entries]).toEqual([
      ['a', 12],
      ['b', 11],
    ])
    expect(replay).toMatchObject({ sequence: 12, damage: [], findings: [], isComplete: true })
  })

  it('ends a journal where the next one begins: what lies behind was never acknowledged', () => {
    const journals = [aJournal(4, 10, [11, 'b'], [12, 'refused']), aJournal(5, 11, [12, 'c'])]
    const replay = replayJournals(base, 4, journals)
    expect([...replay.entries.keys()]).toEqual(['a', 'b', 'c'])
    expect(replay).toMatchObject({ sequence: 12, findings: [], isComplete: true })
  })

  it('steps over a damaged line and says that something may be missing', () => {
    const journal = withDamage(aJournal(4, 10, [11, 'b'], [12, 'c'], [13, 'd']), '"c"')
    const replay = replayJournals(base, 4, [journal])
    expect([...replay.entries.keys()]).toEqual(['a', 'b', 'd'])
    expect(replay).toMatchObject({ sequence: 13, isComplete: false })
    expect(replay.damage).toMatchObject([{ kind: 'damaged-journal-lines', loss: 'possible' }])
  })

  it('says that nothing is missing when only a first line is damaged', () => {
    const replay = replayJournals(base, 4, [withDamage(aJournal(4, 10, [11, 'b']), '"after"')])
    expect([...replay.entries.keys()]).toEqual(['a', 'b'])
    expect(replay.damage).toMatchObject([{ kind: 'damaged-journal-lines', loss: 'none' }])
    expect(replay.isComplete).toBe(true)
  })

  it('says that nothing is missing when a damaged end lies behind where the next journal begins', () => {
    const journals = [
      withDamage(aJournal(4, 10, [11, 'b'], [12, 'c']), '"c"'),
      aJournal(5, 11, [12, 'd']),
    ]
    const replay = replayJournals(base, 4, journals)
    expect(replay.damage).toMatchObject([{ kind: 'damaged-journal-tail', loss: 'none' }])
    expect(replay.isComplete).toBe(true)
  })

  it.each<[string, Journal[], string]>([
    [
      'a journal is shorter than the next one says',
      [aJournal(4, 10, [11, 'b']), aJournal(5, 12, [13, 'c'])],
      journalName(4),
    ],
    ['a number is left out', [aJournal(4, 10, [12, 'b'])], journalName(4)],
    ['the base’s own journal is gone', [], journalName(4)],
    [
      'the base’s own journal is gone and a later one is there',
      [aJournal(5, 12, [13, 'c'])],
      journalName(4),
    ],
  ])('tells of missing records when %s', (_, journals, file) => {
    const replay = replayJournals(base, 4, journals)
    expect(replay.findings).toEqual([{ kind: 'missing-records', file, loss: 'possible' }])
    expect(replay.isComplete).toBe(false)
  })

  it('needs no base when the journals go back to the beginning', () => {
    const replay = replayJournals(null, 0, [aJournal(1, 0, [1, 'a']), aJournal(2, 1, [2, 'b'])])
    expect([...replay.entries.keys()]).toEqual(['a', 'b'])
    expect(replay).toMatchObject({ findings: [], isComplete: true })
  })

  it('adds to a backup what the journals know beyond it', () => {
    const replay = replayJournals(base, 0, [aJournal(6, 8, [9, 'x'], [10, 'y'], [11, 'b'])])
    expect([...replay.entries.keys()]).toEqual(['a', 'b'])
    expect(replay).toMatchObject({ sequence: 11, isComplete: true })
  })
})
