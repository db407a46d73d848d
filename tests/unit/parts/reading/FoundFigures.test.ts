// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { i18n } from '../../../../src/i18n/index.ts'
import FoundFigures from '../../../../src/parts/reading/FoundFigures.vue'
import { aFigure, foundText } from '../found-items.ts'

function someFigures() {
  const props = { figures: [aFigure], text: foundText, language: 'nl' }
  return mount(FoundFigures, { props, global: { plugins: [i18n] } })
}

it('shows a figure with its change, and its clause with the figure in bold', () => {
  const figures = someFigures()
  expect(figures.get('.value').text()).toBe('608.000 (+48%)')
  expect(figures.get('.clause').text()).toBe('groeide met 608.000 boten (+48%)')
  expect(figures.get('b').text()).toBe('608.000')
  expect(figures.get('th').attributes('lang')).toBe('nl')
})

it('takes a figure away by key as by pointer', async () => {
  const figures = someFigures()
  await figures.get('.clause').trigger('keydown', { key: 'Delete' })
  await figures.get('.correct').trigger('click')
  expect(figures.emitted('correct')).toEqual([[aFigure], [aFigure]])
  expect(figures.get('.correct').attributes('aria-label')).toBe('Geen cijfer: 608.000')
})
