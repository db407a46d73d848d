import fs from 'node:fs'
import { expect, it } from 'vitest'
import {
  givenFormsFile,
  openGivenForms,
} from '../../../../electron/services/editions/given-forms.ts'
import { noForm } from '../../../../src/core/series/form.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

function given(content: string) {
  fs.writeFileSync(place.file(givenFormsFile), content)
  return openGivenForms(place.file('.'), 'Waterschap De Lage Kade')
}

it('has the form of a series, however its name is written', () => {
  const forms = given(JSON.stringify([{ series: 'Het Dorpsblad', form: noForm }]))
  expect(forms.of(' het  dorpsblad')).toMatchObject({ series: 'Het Dorpsblad', form: noForm })
  expect(forms.of('Havenblad')).toBeNull()
})

it.each([
  ['no JSON', '[{'],
  ['no forms', '{"series": "Dorpsblad"}'],
  ['a form of another version', '[{"series": "Dorpsblad", "form": {"version": 2}}]'],
])('has none where its file is %s', (_what, content) => {
  expect(given(content).of('Dorpsblad')).toBeNull()
})

it('has none where there is no file', () => {
  expect(openGivenForms(place.file('nergens'), 'Waterschap').of('Dorpsblad')).toBeNull()
})
