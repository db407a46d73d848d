import { describe, expect, it } from 'vitest'
import { createLearnedNames } from '../../../../electron/services/records/learned-record.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

describe('the record of names', () => {
  it('is by series, however that is written, and is there after a restart', () => {
    const before = createLearnedNames(place.open())
    before.add(['Polderbrief', null], [{ name: 'Polderpost', as: 'source' }])
    const names = createLearnedNames(place.open())
    expect(names.of(' polderbrief ')).toEqual([{ name: 'Polderpost', as: 'source' }])
    expect([names.of('Havenblad'), names.of(null)]).toEqual([[], []])
  })

  it('forgets the series that was answered for longest ago', () => {
    const names = createLearnedNames(place.open())
    for (let index = 0; index < 61; index++) {
      names.add([`Blad ${String(index)}`], [{ name: 'Polderpost', as: 'text' }])
      names.add(['Blad 0'], [{ name: 'Zonneblad', as: 'source' }])
    }
    expect(names.of('Blad 0')).toHaveLength(2)
    expect(names.of('Blad 1')).toEqual([])
    expect(names.of('Blad 2')).toHaveLength(1)
  })

  it('is begun anew when it makes no sense', () => {
    const store = place.open()
    store.put('learned-sources', [{ series: 7 }])
    const names = createLearnedNames(store)
    expect(names.of('Polderbrief')).toEqual([])
    names.add(['Polderbrief'], [{ name: 'Polderpost', as: 'source' }])
    expect(names.of('Polderbrief')).toHaveLength(1)
  })
})
