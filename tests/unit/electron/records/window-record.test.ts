import { readdirSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  windowRecord,
  type WindowBounds,
} from '../../../../electron/services/records/window-record.ts'
import { createReaderData } from '../../../../electron/services/reader-data/reader-data.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

function aWindow(changes: Partial<WindowBounds> = {}): WindowBounds {
  return { x: -10, y: 20, width: 1_280, height: 800, maximized: false, ...changes }
}

describe('where the window was', () => {
  it('is unknown the first time', () => {
    expect(windowRecord(place.open()).read()).toBeNull()
  })

  it('is there again after a restart', () => {
    windowRecord(place.open()).writeIfChanged(aWindow({ maximized: true }))
    expect(windowRecord(place.open()).read()).toEqual(aWindow({ maximized: true }))
  })

  it('is the last that was saved', () => {
    const store = place.open()
    for (const x of [1, 2, 3]) windowRecord(store).writeIfChanged(aWindow({ x }))
    expect(windowRecord(store).read()).toEqual(aWindow({ x: 3 }))
  })

  it('is not written again when nothing changed', () => {
    const store = place.open()
    const bytes = () =>
      readdirSync(place.file('data')).map((name) => statSync(place.file(`data/${name}`)).size)
    windowRecord(store).writeIfChanged(aWindow())
    const before = bytes()
    windowRecord(store).writeIfChanged(aWindow())
    expect(bytes()).toEqual(before)
    windowRecord(store).writeIfChanged(aWindow({ x: 1 }))
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
    expect(windowRecord(store).read()).toBeNull()
    windowRecord(store).writeIfChanged(aWindow())
    expect(windowRecord(store).read()).toEqual(aWindow())
  })

  it('is not among what the reader made', () => {
    const store = place.open()
    windowRecord(store).writeIfChanged(aWindow())
    expect(createReaderData(store).records()).toEqual([])
  })
})
