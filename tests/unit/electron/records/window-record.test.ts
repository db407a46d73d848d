import { readdirSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  readWindowBounds,
  saveWindowBounds,
  type WindowRecord,
} from '../../../../electron/services/records/window-record.ts'
import { createReaderData } from '../../../../electron/services/reader-data/reader-data.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

function aWindow(changes: Partial<WindowRecord> = {}): WindowRecord {
  return { x: -10, y: 20, width: 1_280, height: 800, maximized: false, ...changes }
}

describe('where the window was', () => {
  it('is unknown the first time', () => {
    expect(readWindowBounds(place.open())).toBeNull()
  })

  it('is there again after a restart', () => {
    saveWindowBounds(place.open(), aWindow({ maximized: true }))
    expect(readWindowBounds(place.open())).toEqual(aWindow({ maximized: true }))
  })

  it('is the last that was saved', () => {
    const store = place.open()
    for (const x of [1, 2, 3]) saveWindowBounds(store, aWindow({ x }))
    expect(readWindowBounds(store)).toEqual(aWindow({ x: 3 }))
  })

  it('is not written again when nothing changed', () => {
    const store = place.open()
    const bytes = () =>
      readdirSync(place.file('data')).map((name) => statSync(place.file(`data/${name}`)).size)
    saveWindowBounds(store, aWindow())
    const before = bytes()
    saveWindowBounds(store, aWindow())
    expect(bytes()).toEqual(before)
    saveWindowBounds(store, aWindow({ x: 1 }))
    expect(bytes()).not.toEqual(before)
  })

  it.each<[what: string, value: unknown]>([
    ['nothing', null],
    ['a text', '10,20'],
    ['half of it', { x: 1, y: 2 }],
    ['no width', aWindow({ width: 0 })],
    ['half pixels', aWindow({ x: 0.5 })],
    ['numbers as texts', { ...aWindow(), x: '1' }],
    ['a state that is none', { ...aWindow(), maximized: 'yes' }],
  ])('is unknown when what is kept makes no sense: %s', (_, value) => {
    const store = place.open()
    store.put('window', value)
    expect(readWindowBounds(store)).toBeNull()
    saveWindowBounds(store, aWindow())
    expect(readWindowBounds(store)).toEqual(aWindow())
  })

  it('is not among what the reader made', () => {
    const store = place.open()
    saveWindowBounds(store, aWindow())
    expect(createReaderData(store).records()).toEqual([])
  })
})
