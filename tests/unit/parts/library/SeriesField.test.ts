// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SeriesField from '../../../../src/parts/library/SeriesField.vue'
import { i18n } from '../../../../src/i18n/index.ts'

const counts = [
  { series: 'Dorpsblad', count: 3 },
  { series: 'Havenbrief', count: 8 },
  { series: null, count: 4 },
]

function aField() {
  const field = mount(SeriesField, { props: { counts }, global: { plugins: [i18n] } })
  const input = field.get('input')
  const offers = (): string[] =>
    field.findAll('[role=option]').map((one) => one.text().replace(/\s+/gu, ' '))
  const press = (key: string) => input.trigger('keydown', { key })
  return { field, input, offers, press }
}

describe('the field for another series', () => {
  it('offers those that are there, and none', async () => {
    const { field, offers, press } = aField()
    expect(offers()).toEqual(['Dorpsblad 3', 'Havenbrief 8', 'Geen reeks'])
    await press('ArrowDown')
    await press('Enter')
    await press('ArrowDown')
    await press('Enter')
    expect(field.emitted('take')).toEqual([['Havenbrief'], [null]])
  })

  it('offers what is typed as a new one, unless it is there', async () => {
    const { field, input, offers, press } = aField()
    await input.setValue(' Dorp ')
    expect(offers()).toEqual(['Dorpsblad 3', '‘Dorp’ als nieuwe reeks'])
    await press('ArrowDown')
    await press('Enter')
    expect(field.emitted('take')).toEqual([['Dorp']])
    await input.setValue('Dorpsblad')
    expect(offers()).toEqual(['Dorpsblad 3'])
  })

  it('closes with Escape', async () => {
    const { field, press } = aField()
    await press('Escape')
    expect(field.emitted('close')).toHaveLength(1)
  })
})
