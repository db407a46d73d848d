import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checksum } from '../../../../electron/services/store/store-checksum.ts'
import { StoreEntries } from '../../../../electron/services/store/store-entries.ts'
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
    const entries = new StoreEntries([
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
        const entries = new StoreEntries(JSON.parse(JSON.stringify(pairs)) as [string, unknown][])
        const reading = readSnapshot(encodeSnapshot({ sequence, entries }))
        expect(reading?.format).toBe(1)
        expect(reading?.snapshot?.sequence).toBe(sequence)
        expect([...(reading?.snapshot?.entries ?? [])]).toEqual([...entries])
      }),
    )
  })

  it('is not read when anything in it has changed', () => {
    const bytes = encodeSnapshot({ sequence: 3, entries: new StoreEntries([['a', 1]]) })
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

  it('is written again letter by letter, whether its values were asked for or not', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.jsonValue())), (pairs) => {
        const bytes = encodeSnapshot({ sequence: 4, entries: new StoreEntries(pairs) })
        const entries = readSnapshot(bytes)?.snapshot?.entries ?? new StoreEntries()
        const keys = [...entries.keys()]
        expect(encodeSnapshot({ sequence: 4, entries: entries.copy() })).toEqual(bytes)
        for (const key of keys.slice(0, keys.length / 2)) entries.get(key)
        expect(encodeSnapshot({ sequence: 4, entries })).toEqual(bytes)
      }),
    )
  })

  it('has a value that is no JSON as null, and keeps its text', () => {
    const body = '{"format":1,"sequence":2,"entries":[\n["a",1],\n["b",{no}],\n["c",3]\n]}'
    const entries = readSnapshot(framed(body))?.snapshot?.entries ?? new StoreEntries()
    expect([...entries]).toEqual([
      ['a', 1],
      ['b', null],
      ['c', 3],
    ])
    expect(encodeSnapshot({ sequence: 2, entries })).toEqual(framed(body))
  })

  it.each([
    ['more on a line', '{"format":1,"sequence":2,"entries":[["a",1],\n["b",2]]}'],
    ['spaces', '{"format":1,"sequence":2,"entries":[\n[ "a" , 1 ],\n["b",2]\n]}'],
    ['a sign in a key', '{"format":1,"sequence":2,"entries":[\n["\\u0061",1],\n["b",2]\n]}'],
  ])('is read too with %s', (_, body) => {
    const reading = readSnapshot(framed(body))
    expect([...(reading?.snapshot?.entries ?? [])]).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })
})

describe('the entries of the store', () => {
  const entries = (): StoreEntries => {
    const made = new StoreEntries([['first', { x: 1 }]])
    made.setJson('second', Buffer.from('{"y":[2]}'))
    return made
  }

  it('are a map with parsed values, however they are gone through', () => {
    const all = [
      ['first', { x: 1 }],
      ['second', { y: [2] }],
    ]
    expect([...entries()]).toEqual(all)
    expect([...entries().entries()]).toEqual(all)
    expect([...entries().values()]).toEqual([{ x: 1 }, { y: [2] }])
    const gone: unknown[] = []
    entries().forEach((value, key, of) => gone.push([key, value, of.size]))
    expect(gone).toEqual(all.map(([key, value]) => [key, value, 2]))
    expect(new Map(entries())).toEqual(new Map(all as [string, unknown][]))
    expect(entries().get('third')).toBeUndefined()
  })

  it('give the same object each time, and a copy of its own', () => {
    const made = entries()
    const copy = made.copy()
    expect(made.get('second')).toBe(made.get('second'))
    made.set('second', 'changed')
    made.delete('first')
    expect([...copy]).toEqual([...entries()])
  })
})
