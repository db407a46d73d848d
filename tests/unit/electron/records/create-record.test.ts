import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { createLearnedNames } from '../../../../electron/services/records/learned-record.ts'
import { createRecord } from '../../../../electron/services/records/create-record.ts'
import {
  isKnownWithoutGraphics,
  saveDrawing,
} from '../../../../electron/services/records/drawing-record.ts'
import { openEditionRecord } from '../../../../electron/services/records/open-edition-record.ts'
import { createRefusalCounter } from '../../../../electron/services/records/refusal-record.ts'
import { windowRecord } from '../../../../electron/services/records/window-record.ts'
import { watchRecord } from '../../../../electron/services/watch/watch-record.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

describe('a record', () => {
  it('is there again after a restart, until it is removed', () => {
    const count = createRecord(place.open(), 'count', v.number())
    expect(count.read()).toBeNull()
    expect(count.write(3)).toEqual({ ok: true })
    expect(createRecord(place.open(), 'count', v.number()).read()).toBe(3)
    const again = createRecord(place.open(), 'count', v.number())
    expect(again.remove()).toEqual({ ok: true })
    expect(again.read()).toBeNull()
  })

  it('is none when what is stored does not fit, which stays until something is written', () => {
    const store = place.open()
    store.put('count', 'three')
    const count = createRecord(store, 'count', v.number())
    expect(count.read()).toBeNull()
    expect(store.entries().get('count')).toBe('three')
  })

  it('says when it cannot be written', () => {
    const store = place.open()
    store.close()
    expect(createRecord(store, 'count', v.number()).write(1)).toMatchObject({ ok: false })
  })
})

/** What the program of 28 November 2026 wrote, key by key. */
const writtenBefore: readonly (readonly [key: string, value: unknown])[] = [
  ['open-edition', 'blik-27'],
  ['window', { x: -10, y: 20, width: 1280, height: 800, maximized: true }],
  ['drawing', { electron: '33.2.1', tried: 1_720_173_600_000 }],
  ['refused-requests', 4],
  [
    'watched-folder',
    { folder: '/digests', gone: 2, files: [['week.txt', 12, 1_720_173_600_000, 'kept']] },
  ],
  ['learned-sources', [{ series: 'blik', names: [{ name: 'Polderpost', as: 'source' }] }]],
]

describe('the records of a profile that was written before', () => {
  it('are read', () => {
    const store = place.open()
    store.putAll(writtenBefore)
    expect(openEditionRecord(store).read()).toBe('blik-27')
    expect(windowRecord(store).read()).toMatchObject({ x: -10, maximized: true })
    expect(isKnownWithoutGraphics(store, '33.2.1', new Date(1_720_173_700_000))).toBe(true)
    expect(createRefusalCounter(store, 1).proof().refusedEver).toBe(4)
    expect(watchRecord(store).read()).toEqual({
      ...{ folder: '/digests', gone: 2 },
      files: new Map([['week.txt', { size: 12, changed: 1_720_173_600_000, outcome: 'kept' }]]),
    })
    expect(createLearnedNames(store).of('Blik')).toEqual([{ name: 'Polderpost', as: 'source' }])
  })

  it('are written with the same bytes', () => {
    const store = place.open()
    openEditionRecord(store).writeIfChanged('blik-27')
    windowRecord(store).writeIfChanged({ x: -10, y: 20, width: 1280, height: 800, maximized: true })
    saveDrawing(store, {
      ...{ hasGraphics: false, electron: '33.2.1', now: new Date(1_720_173_600_000) },
    })
    const refusals = createRefusalCounter(store, 60_000)
    for (let count = 0; count < 4; count++) refusals.count()
    refusals.close()
    watchRecord(store).write({
      folder: '/digests',
      files: new Map([['week.txt', { size: 12, changed: 1_720_173_600_000, outcome: 'kept' }]]),
      gone: 2,
    })
    createLearnedNames(store).add(['Blik'], [{ name: 'Polderpost', as: 'source' }])
    expect(JSON.stringify([...store.entries()])).toBe(JSON.stringify(writtenBefore))
  })
})
