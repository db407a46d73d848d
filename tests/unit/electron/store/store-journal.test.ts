import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  encodeJournalStart,
  encodeRecord,
  readJournal,
  type JournalRecord,
} from '../../../../electron/services/store/store-journal.ts'

const generation = 7

function aRecord(sequence: number, key = `key-${sequence}`): JournalRecord {
  return { sequence, changes: [{ put: key, value: { sequence } }] }
}

function lines(...records: JournalRecord[]): Buffer[] {
  return [
    encodeJournalStart(generation, 10),
    ...records.map((record) => encodeRecord(generation, record)),
  ]
}

function read(...parts: (Buffer | string)[]) {
  return readJournal(Buffer.concat(parts.map((part) => Buffer.from(part))), generation)
}

const [start, first, second, third] = lines(aRecord(11), aRecord(12), aRecord(13)) as [
  Buffer,
  Buffer,
  Buffer,
  Buffer,
]
const undamaged = { hasDamagedLines: false, hasDamagedTail: false }

describe('a journal', () => {
  it('is read as it was written', () => {
    expect(read(start, first, second)).toEqual({
      start: { format: 1, after: 10 },
      records: [aRecord(11), aRecord(12)],
      ...undamaged,
    })
  })

  it('gives back any record', () => {
    const change = fc.oneof(
      fc.record({ put: fc.string(), value: fc.jsonValue() }),
      fc.record({ remove: fc.string() }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(change), { maxLength: 5 }), (changes) => {
        const records = changes.map((made, index) => ({ sequence: index + 11, changes: made }))
        const expected: unknown = JSON.parse(JSON.stringify(records))
        expect(read(...lines(...records)).records).toEqual(expected)
      }),
    )
  })

  it.each<[string, (Buffer | string)[], number[]]>([
    ['cut in its last line', [start, first, second.subarray(0, -20)], [11]],
    ['followed by zeros', [start, first, Buffer.alloc(500)], [11]],
    ['without the newline at its end', [start, first, second.subarray(0, -1)], [11, 12]],
    ['empty', [], []],
  ])('%s has a damaged tail', (_, parts, sequences) => {
    const reading = read(...parts)
    expect(reading).toMatchObject({ hasDamagedLines: false, hasDamagedTail: true })
    expect(reading.records.map(({ sequence }) => sequence)).toEqual(sequences)
  })

  it.each<[string, (Buffer | string)[], number[]]>([
    ['a line that is cut', [start, first.subarray(0, 30), '\n', second], [12]],
    ['a line of another journal', [start, encodeRecord(6, aRecord(11)), second], [12]],
    ['zeros in its middle', [start, Buffer.alloc(99), second, third], [12, 13]],
    ['no first line', [first, second], [11, 12]],
    [
      'a newline that became something else',
      [start, first.subarray(0, -1), 'x', second, third],
      [11, 12, 13],
    ],
    [
      'two newlines that did',
      [start.subarray(0, -1), 'x', first.subarray(0, -1), 'a', second, third],
      [11, 12, 13],
    ],
    ['a record twice', [start, first, first, second], [11, 12]],
    ['an older record after a newer one', [start, second, first, third], [12, 13]],
    ['a second first line', [start, first, start, second], [11, 12]],
  ])('with %s is read on, and has damaged lines', (_, parts, sequences) => {
    const reading = read(...parts)
    expect(reading.records.map(({ sequence }) => sequence)).toEqual(sequences)
    expect(reading).toMatchObject({ hasDamagedLines: true, hasDamagedTail: false })
  })

  it('of a newer format says so', () => {
    const newer = JSON.stringify({ format: 3, generation, something: 'else' })
    const line = encodeRecord(generation, JSON.parse(newer) as JournalRecord)
    expect(read(line).start).toEqual({ format: 3, after: null })
  })

  it('never shows a record that was not written, whatever happens to its bytes', () => {
    const whole = Buffer.concat([start, first, second, third])
    const written = [11, 12, 13].map((sequence) => aRecord(sequence))
    fc.assert(
      fc.property(
        fc.nat(whole.byteLength - 1),
        fc.nat(40),
        fc.uint8Array({ maxLength: 40 }),
        (position, removed, inserted) => {
          const bytes = [
            whole.subarray(0, position),
            Buffer.from(inserted),
            whole.subarray(position + removed),
          ]
          for (const record of read(...bytes).records) expect(written).toContainEqual(record)
        },
      ),
    )
  })

  it('as a spare is found damaged where it is, and has the same records without their changes', () => {
    const whole = Buffer.concat([start, first, second, third])
    fc.assert(
      fc.property(
        fc.nat(whole.byteLength),
        fc.nat(40),
        fc.uint8Array({ maxLength: 40 }),
        (position, removed, inserted) => {
          const bytes = Buffer.concat([
            whole.subarray(0, position),
            Buffer.from(inserted),
            whole.subarray(position + removed),
          ])
          const { records, ...others } = readJournal(bytes, generation)
          expect(readJournal(bytes, generation, true)).toEqual({
            ...others,
            records: records.map(({ sequence }) => ({ sequence, changes: [] })),
          })
        },
      ),
    )
  })
})
