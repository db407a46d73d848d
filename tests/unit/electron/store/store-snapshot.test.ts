import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksum } from '../../../../electron/services/store/store-checksum.ts'
import {
  encodeSnapshot,
  readSnapshot,
  snapshotFormat,
} from '../../../../electron/services/store/store-snapshot.ts'

function framed(body: string): Buffer {
  return Buffer.from(`${body}\n#${checksum(Buffer.from(body))}\n`)
}

describe('a snapshot', () => {
  it('is JSON with one entry a line, and a checksum', () => {
    const entries = new Map<string, unknown>([
      ['b', { x: 1 }],
      ['a', 'é'],
    ])
    const text = encodeSnapshot({ sequence: 9, entries }).toString()
    expect(text).toMatch(
      /^\{"format":1,"sequence":9,"entries":\[\n\["b",\{"x":1\}\],\n\["a","é"\]\n\]\}\n#[0-9a-f]{16}\n$/,
    )
  })

  it('gives back any entries in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.jsonValue())), fc.nat(), (pairs, sequence) => {
        const entries = new Map(JSON.parse(JSON.stringify(pairs)) as [string, unknown][])
        const reading = readSnapshot(encodeSnapshot({ sequence, entries }))
        expect(reading?.format).toBe(1)
        expect(reading?.snapshot?.sequence).toBe(sequence)
        expect([...(reading?.snapshot?.entries ?? [])]).toEqual([...entries])
      }),
    )
  })

  it('is not read when anything in it has changed', () => {
    const bytes = encodeSnapshot({ sequence: 3, entries: new Map([['a', 1]]) })
    for (let position = 0; position < bytes.byteLength; position += 1) {
      const damaged = Buffer.from(bytes)
      damaged.writeUInt8(bytes.readUInt8(position) ^ 0x20, position)
      expect(readSnapshot(damaged)).toBeNull()
      expect(readSnapshot(bytes.subarray(0, position))).toBeNull()
    }
    expect(readSnapshot(Buffer.concat([bytes, Buffer.from('\n')]))).toBeNull()
  })

  it.each([
    ['nothing', ''],
    ['no format', '{"sequence":1,"entries":[]}'],
    ['a format that is not its first field', '{"sequence":1,"format":1,"entries":[]}'],
  ])('with a good checksum and %s is none', (_, body) => {
    expect(readSnapshot(framed(body))).toBeNull()
  })

  it.each([
    ['entries that are none', '{"format":1,"sequence":1,"entries":{"a":1}}'],
    ['an entry that is none', '{"format":1,"sequence":1,"entries":[["a"]]}'],
    ['no sequence number', '{"format":1,"entries":[]}'],
    ['no JSON', '{"format":4,…'],
  ])('with %s says its format and no more', (_, body) => {
    expect(readSnapshot(framed(body))).toMatchObject({ snapshot: null })
  })

  it('of a newer program says its format', () => {
    expect(snapshotFormat(framed('{"format":12,"whatever":[]}'))).toBe(12)
  })
})
