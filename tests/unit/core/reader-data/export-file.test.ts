import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readExportFile, writeExportFile } from '../../../../src/core/reader-data/export-file.ts'
import {
  defaultSettings,
  type ReaderRecord,
} from '../../../../src/core/reader-data/reader-record.ts'
import { noForm } from '../../../../src/core/series/form.ts'
import type { SeriesForm } from '../../../../src/core/series/series-form.ts'
import { aBookmark, aNote, anyKept, aPlace, readItems } from './reader-records.ts'

const exported = new Date('2024-07-05T10:00:00.000Z')

function aFile(changes: Record<string, unknown>): string {
  const file = { format: 'leeslamp-reader-data', version: 1, exported: exported.toISOString() }
  return JSON.stringify({ ...file, records: [], ...changes })
}

describe('an export file', () => {
  it('says what it is, in JSON', () => {
    expect(JSON.parse(writeExportFile([aNote()], exported))).toEqual({
      format: 'leeslamp-reader-data',
      version: 1,
      exported: '2024-07-05T10:00:00.000Z',
      records: [aNote()],
    })
  })

  it('gives back every kind of record as it was', () => {
    const records = [aBookmark(), aNote(), aPlace(), readItems('item-1'), defaultSettings]
    expect(readExportFile(writeExportFile(records, exported))).toEqual({
      ok: true,
      exported: exported.toISOString(),
      records,
    })
  })

  it('gives back arbitrary records', () => {
    fc.assert(
      fc.property(fc.array(anyKept), (records) => {
        expect(readExportFile(writeExportFile(records, exported))).toMatchObject({
          ok: true,
          records,
        })
      }),
    )
  })

  it('keeps a field that a newer program wrote in a record', () => {
    const read = readExportFile(aFile({ records: [{ ...aNote(), colour: 'red' }] }))
    expect(read).toMatchObject({ ok: true, records: [{ colour: 'red' }] })
  })

  it('is read with a byte order mark', () => {
    expect(readExportFile(`\uFEFF${aFile({})}`).ok).toBe(true)
  })
})

describe('a file that is no export', () => {
  it.each([
    ['empty', '', 'not-ours'],
    ['cut short', aFile({}).slice(0, -3), 'damaged'],
    ['a text', 'Dit is een brief.', 'not-ours'],
    ['other JSON', '{"name":"x"}', 'not-ours'],
    ['null', 'null', 'not-ours'],
    ['a list', '[]', 'not-ours'],
    ['of another format', aFile({ format: 'other' }), 'not-ours'],
    ['without records', aFile({ records: undefined }), 'not-ours'],
    ['with a field more', aFile({ extra: 1 }), 'not-ours'],
    ['of a version that never was', aFile({ version: 0 }), 'not-ours'],
    ['of version "1"', aFile({ version: '1' }), 'not-ours'],
    ['with a moment that is none', aFile({ exported: 'gisteren' }), 'not-ours'],
  ])('is refused when it is %s', (_, text, reason) => {
    expect(readExportFile(text)).toEqual({ ok: false, reason })
  })

  it('is refused when a newer program wrote it, whatever else is in it', () => {
    const text = aFile({ version: 3, records: { compressed: '…' } })
    expect(readExportFile(text)).toEqual({ ok: false, reason: 'newer-version', version: 3 })
  })

  it('says that a newer program wrote it where it holds what was learnt of a series', () => {
    const form: SeriesForm = {
      ...{ kind: 'form', series: 'Dorpsblad', changed: '2026-12-01T09:00:00Z' },
      ...{ editions: [], form: noForm },
    }
    const versionOf = (records: readonly ReaderRecord[]): unknown =>
      (JSON.parse(writeExportFile(records, exported)) as { version: unknown }).version
    expect([versionOf([aNote()]), versionOf([aNote(), form])]).toEqual([1, 2])
    expect(readExportFile(writeExportFile([form], exported))).toMatchObject({ records: [form] })
  })

  it.each([
    ['an unknown kind', { kind: 'highlight' }],
    ['an id that is a path', aNote({ item: '../../etc' })],
    ['a text that is too long', aNote({ text: 'a'.repeat(100_001) })],
    ['no text', { ...aNote(), text: undefined }],
    ['no record', null],
  ])('says which record is damaged when it has %s', (_, record) => {
    const read = readExportFile(aFile({ records: [aBookmark(), aNote(), record] }))
    expect(read).toEqual({ ok: false, reason: 'damaged-record', index: 2 })
  })

  it('cannot reach the prototype of what is read', () => {
    const record = `{"__proto__":{"polluted":true},${JSON.stringify(aNote()).slice(1)}`
    const text = aFile({}).replace('"records":[]', `"records":[${record}]`)
    const read = readExportFile(text)
    expect(read.ok && Object.getPrototypeOf(read.records[0])).toBe(Object.prototype)
    expect(read.ok && read.records[0]).toEqual(aNote())
  })

  it('is refused when it is nested too deeply, however deep', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    const note = (depth: number) =>
      aFile({ records: ['x'] }).replace(
        '"x"',
        `{"extra":${nested(depth)},${JSON.stringify(aNote()).slice(1)}`,
      )
    expect(readExportFile(note(29)).ok).toBe(true)
    expect(readExportFile(note(30))).toEqual({ ok: false, reason: 'too-deep' })
    expect(readExportFile(nested(1_000_000))).toEqual({ ok: false, reason: 'too-deep' })
    expect(readExportFile(aFile({ records: [aNote({ text: '[{"\\'.repeat(99) })] })).ok).toBe(true)
  })

  it('is refused when it is too large, without being taken apart', () => {
    const text = ' '.repeat(50 * 1024 * 1024 + 1)
    expect(readExportFile(text)).toEqual({ ok: false, reason: 'too-large' })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readExportFile(text).ok).toBe(false)
      }),
    )
  })
})
