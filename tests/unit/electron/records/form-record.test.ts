import { expect, it } from 'vitest'
import { createSeriesForms } from '../../../../electron/services/records/form-record.ts'
import { noForm } from '../../../../src/core/series/form.ts'
import type { SeriesForm } from '../../../../src/core/series/series-form.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

function formOf(series: string, minute = 0): SeriesForm {
  const changed = new Date(Date.UTC(2026, 11, 1, 0, minute)).toISOString()
  return { kind: 'form', series, changed, editions: [], form: noForm }
}

it('is found again after a restart, however its name is written', () => {
  const before = place.open()
  createSeriesForms(before).put(formOf('Het  Dorpsblad'))
  before.close()
  const forms = createSeriesForms(place.open())
  expect(forms.of(' het dorpsblad ')).toEqual(formOf('Het  Dorpsblad'))
  expect(forms.of('Dorpsblad')).toBeNull()
})

it('keeps what a newer program wrote beside it', () => {
  const store = place.open()
  store.put('form:dorpsblad', { ...formOf('Dorpsblad'), later: true })
  expect(createSeriesForms(store).of('Dorpsblad')).toMatchObject({ later: true })
})

it('is none where what is stored is no form, and that stays as it is', () => {
  const store = place.open()
  const wrong = [null, 'x', {}, { ...formOf('Dorpsblad'), form: {} }, formOf('Anders')]
  for (const value of wrong) {
    store.put('form:dorpsblad', value)
    const forms = createSeriesForms(store)
    expect(forms.of('Dorpsblad')).toBeNull()
    expect(forms.list()).toEqual([])
    expect(store.entries().get('form:dorpsblad')).toEqual(value)
  }
})

it('forgets one, and brings it back', () => {
  const forms = createSeriesForms(place.open())
  forms.put(formOf('Dorpsblad'))
  expect(forms.forget('dorpsblad')).toEqual({ ok: true })
  expect(forms.list()).toEqual([])
  expect(forms.restore('dorpsblad')).toEqual({ ok: true })
  expect(forms.list()).toEqual([formOf('Dorpsblad')])
  expect(forms.restore('nooit geweest')).toEqual({ ok: true })
})

it('forgets that of the series that changed longest ago when there are more than sixty', () => {
  const forms = createSeriesForms(place.open())
  for (let count = 0; count < 60; count += 1)
    forms.put(formOf(`reeks ${String(count)}`, 60 - count))
  forms.put(formOf('nieuw', 90))
  expect(forms.list()).toHaveLength(60)
  expect(forms.of('reeks 59')).toBeNull()
  expect(forms.of('nieuw')).not.toBeNull()
})

it('says so where it cannot be written', () => {
  const store = place.open()
  const forms = createSeriesForms(store)
  forms.put(formOf('Dorpsblad'))
  store.close()
  expect(forms.put(formOf('Ander blad')).ok).toBe(false)
  expect(forms.forget('Dorpsblad').ok).toBe(false)
})

it('is the form that was given along where the reader taught none', () => {
  const given = {
    by: 'Waterschap De Lage Kade',
    of: (series: string) => (series === 'Kadebrief' ? formOf('Kadebrief') : null),
  }
  const forms = createSeriesForms(place.open(), given)
  expect(forms.of('Kadebrief')).toEqual(formOf('Kadebrief'))
  expect([forms.givenBy('Kadebrief'), forms.givenBy('Dorpsblad')]).toEqual([given.by, null])
  expect(forms.list()).toEqual([])
  forms.put(formOf('Kadebrief', 1))
  expect(forms.of('Kadebrief')).toEqual(formOf('Kadebrief', 1))
  expect(forms.givenBy('Kadebrief')).toBeNull()
  forms.forget('Kadebrief')
  expect(forms.of('Kadebrief')).toEqual(formOf('Kadebrief'))
})
