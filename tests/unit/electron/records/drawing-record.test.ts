import { describe, expect, it } from 'vitest'
import {
  isKnownWithoutGraphics,
  saveDrawing,
} from '../../../../electron/services/records/drawing-record.ts'
import { createReaderData } from '../../../../electron/services/reader-data/reader-data.ts'
import type { ReaderDataStore } from '../../../../electron/services/reader-data/reader-data-store.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
const tried = new Date('2024-07-05T10:00:00Z')

function later(days: number): Date {
  return new Date(tried.getTime() + days * 24 * 3_600_000)
}

function foundNone(): ReaderDataStore {
  const store = place.open()
  saveDrawing(store, { hasGraphics: false, electron: '33.2.1', now: tried })
  return store
}

describe('whether a machine draws without a graphics processor', () => {
  it('is not known the first time', () => {
    expect(isKnownWithoutGraphics(place.open(), '33.2.1', tried)).toBe(false)
  })

  it('is known from the start that found out, for a week', () => {
    const store = foundNone()
    expect(isKnownWithoutGraphics(store, '33.2.1', tried)).toBe(true)
    expect(isKnownWithoutGraphics(store, '33.2.1', later(6.9))).toBe(true)
    expect(isKnownWithoutGraphics(store, '33.2.1', later(7.1))).toBe(false)
  })

  it('is tried again by another version of Electron, and when the clock was set back', () => {
    const store = foundNone()
    expect(isKnownWithoutGraphics(store, '34.0.0', tried)).toBe(false)
    expect(isKnownWithoutGraphics(store, '33.2.1', later(-1))).toBe(false)
  })

  it('is forgotten when it draws with one', () => {
    const store = foundNone()
    saveDrawing(store, { hasGraphics: true, electron: '33.2.1', now: later(8) })
    expect(store.entries().has('drawing')).toBe(false)
  })

  it.each([
    ['true'],
    ['{"electron":"33.2.1"}'],
    ['{"electron":"33.2.1","tried":"2024"}'],
    ['null'],
  ])('is not known when %s is kept', (kept) => {
    const store = place.open()
    store.put('drawing', JSON.parse(kept))
    expect(isKnownWithoutGraphics(store, '33.2.1', tried)).toBe(false)
  })

  it('is no record of the reader', () => {
    expect(createReaderData(foundNone()).records()).toEqual([])
  })
})
