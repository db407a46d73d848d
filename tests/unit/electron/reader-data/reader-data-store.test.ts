import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  openReaderDataStore,
  type ReaderDataStore,
  type ReaderDataStoreOptions,
} from '../../../../electron/services/reader-data/reader-data-store.ts'

import { applyToMap, applyToStore, type Write } from '../faults/reference-store.ts'

let place: string
let folder: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'leeslamp-store-'))
  folder = join(place, 'data')
})
afterEach(() => rmSync(place, { recursive: true }))

function open(options: Partial<ReaderDataStoreOptions> = {}): ReaderDataStore {
  return openReaderDataStore({ folder, ...options })
}

/** Does something with the store as it is now, and closes it again. */
function reopened<Result>(use: (store: ReaderDataStore) => Result, options = {}): Result {
  const store = open(options)
  try {
    return use(store)
  } finally {
    store.close()
  }
}

function entriesAfterRestart(): [string, unknown][] {
  return reopened((store) => [...store.entries()])
}

function files(kind: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(kind))
    .sort()
}

function aCycle(): unknown[] {
  const cycle: unknown[] = []
  cycle.push(cycle)
  return cycle
}

const ok = { ok: true }

describe('a store of the reader’s data', () => {
  it('is empty and without findings the first time, and makes its folder', () => {
    const store = open()
    expect(store.access).toBe('writable')
    expect(store.findings).toEqual([])
    expect([...store.entries()]).toEqual([])
    store.close()
    expect(files('')).toEqual([])
  })

  it('has after a restart what was put, and not what was removed', () => {
    reopened((store) => {
      expect(store.put('a', { text: 'één' })).toEqual(ok)
      expect(store.put('b', [1, null, false, 'x'])).toEqual(ok)
      expect(store.put('c', 3)).toEqual(ok)
      expect(store.remove('c')).toEqual(ok)
      expect(store.remove('never there')).toEqual(ok)
    })
    expect(entriesAfterRestart()).toEqual([
      ['a', { text: 'één' }],
      ['b', [1, null, false, 'x']],
    ])
    expect(reopened((store) => store.findings)).toEqual([])
  })

  it('keeps the order in which keys were first put, over changes, snapshots and restarts', () => {
    reopened((store) => {
      for (const key of ['10', 'b', '2', 'a', '__proto__']) store.put(key, key)
      store.put('b', 'changed')
      store.compact()
    })
    reopened((store) => {
      store.remove('10')
      store.put('10', 'again')
      store.compact()
    })
    expect(entriesAfterRestart().map(([key]) => key)).toEqual(['b', '2', 'a', '__proto__', '10'])
  })

  it('keeps values it does not know as they are', () => {
    const value: unknown = JSON.parse(
      '{"__proto__":{"x":1},"deep":[[[{"":0.1}]]],"lone":"\\ud800","big":1e300}',
    )
    reopened((store) => {
      store.put('k', value)
      store.compact()
      store.put('l', value)
    })
    const entries = entriesAfterRestart()
    expect(JSON.stringify(entries)).toBe(
      JSON.stringify([
        ['k', value],
        ['l', value],
      ]),
    )
  })

  it('holds a copy: what happens to a value after it was put does not change the store', () => {
    const value = { text: 'before' }
    reopened((store) => {
      store.put('a', value)
      value.text = 'after'
      expect(store.entries().get('a')).toEqual({ text: 'before' })
    })
  })

  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a BigInt', 1n],
    ['a cycle', aCycle()],
  ])('refuses %s, which is no JSON, and changes nothing', (_, value) => {
    reopened((store) => {
      store.put('a', 1)
      const outcome = store.putAll([
        ['b', 2],
        ['a', value],
      ])
      expect(outcome).toMatchObject({ ok: false, reason: 'failed' })
      expect([...store.entries()]).toEqual([['a', 1]])
    })
    expect(entriesAfterRestart()).toEqual([['a', 1]])
  })

  it('puts all entries of an import in one record, so that half an import cannot be', () => {
    reopened((store) => {
      store.put('a', 0)
      expect(store.putAll([])).toEqual(ok)
      expect(
        store.putAll(
          new Map([
            ['a', 1],
            ['b', 2],
            ['c', 3],
          ]),
        ),
      ).toEqual(ok)
    })
    const journal = join(folder, 'journal-00000001.jsonl')
    const bytes = readFileSync(journal)
    const start = bytes.lastIndexOf('\n', bytes.byteLength - 2) + 1
    for (const length of [start + 1, start + 40, bytes.byteLength - 2]) {
      const copy = join(place, `cut-${length}`)
      cpSync(folder, copy, { recursive: true })
      writeFileSync(join(copy, 'journal-00000001.jsonl'), bytes.subarray(0, length))
      const cut = openReaderDataStore({ folder: copy })
      expect([...cut.entries()]).toEqual([['a', 0]])
      cut.close()
    }
    expect(entriesAfterRestart()).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ])
  })

  it('is readable JSON on the disk', () => {
    reopened((store) => {
      store.put('settings', { kind: 'settings' })
      store.compact()
    })
    const text = readFileSync(join(folder, 'snapshot-00000002.json'), 'utf8')
    const json: unknown = JSON.parse(text.slice(0, text.lastIndexOf('#')))
    expect(json).toEqual({ format: 1, sequence: 1, entries: [['settings', { kind: 'settings' }]] })
  })

  it('can be opened by its owner only', () => {
    reopened((store) => store.put('a', 1))
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const file of files('')) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
  })

  it('refuses to write once it is closed, and still shows what it had', () => {
    const store = open()
    store.put('a', 1)
    store.close()
    expect(store.put('b', 2)).toMatchObject({ ok: false, reason: 'read-only' })
    expect(store.compact()).toMatchObject({ ok: false, reason: 'read-only' })
    expect([...store.entries()]).toEqual([['a', 1]])
    store.close()
  })

  it('has one writer: a second one reads and says who writes', () => {
    const first = open()
    first.put('a', 1)
    const second = open()
    expect(second.access).toBe('read-only')
    expect(second.findings).toEqual([
      { kind: 'locked-by-other', pid: process.pid, isOtherMachine: false },
    ])
    expect([...second.entries()]).toEqual([['a', 1]])
    expect(second.put('b', 2)).toMatchObject({ ok: false, reason: 'read-only' })
    second.close()
    expect(first.put('c', 3)).toEqual(ok)
    first.close()
    expect(reopened((store) => store.access)).toBe('writable')
  })

  it('agrees with a Map, whatever is done to it', () => {
    const key = fc.constantFrom('a', 'b', 'c', '1', '0', '__proto__', '')
    const value = fc.jsonValue({ maxDepth: 2 })
    const write = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), key, value }),
      fc.record({ kind: fc.constant('remove' as const), key }),
      fc.record({ kind: fc.constant('putAll' as const), entries: fc.array(fc.tuple(key, value)) }),
    )
    const step = fc.oneof(
      { weight: 6, arbitrary: write },
      { weight: 1, arbitrary: fc.constantFrom('compact' as const, 'reopen' as const) },
    )
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.integer({ min: 100, max: 2_000 }),
        (steps, journalLimit) => {
          rmSync(folder, { recursive: true, force: true })
          const reference = new Map<string, unknown>()
          let store = open({ journalLimit })
          const expectSame = () =>
            expect(JSON.stringify([...store.entries()])).toBe(JSON.stringify([...reference]))
          for (const next of steps) {
            if (next === 'compact') expect(store.compact()).toEqual(ok)
            else if (next === 'reopen') {
              store.close()
              store = open({ journalLimit })
              expect(store.findings).toEqual([])
            } else {
              const made: Write = next
              expect(applyToStore(store, made)).toEqual(ok)
              applyToMap(reference, made)
            }
            expectSame()
          }
          store.close()
          store = open()
          expectSame()
          store.close()
        },
      ),
      { numRuns: 40 },
    )
  })
})
