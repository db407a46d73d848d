// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { PlacedItem } from '../../../../src/core/edition/placed-item.ts'
import ContinueReading from '../../../../src/parts/library/ContinueReading.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { anEdition } from '../../core/search/an-edition.ts'
import { aPlacedItem } from '../placed-items.ts'

function aSection(current: PlacedItem | null) {
  const { edition } = anEdition({ title: 'Het dorp', series: 'Streekpost', date: '2024-07-05' })
  const maker = { origin: 'own', publisher: null } as const
  return mount(ContinueReading, {
    props: { edition, maker, current, items: 13 },
    global: { plugins: [i18n] },
  })
}

it('names the edition, and where in it the reader is', async () => {
  const section = aSection(aPlacedItem())
  expect(section.attributes('aria-label')).toBe('Verder lezen')
  expect(section.get('.about').text()).toMatch(/Streekpost\s*5 juli 2024/u)
  expect(section.get('.place').text()).toBe('Kade, bericht 1 van 13')
  await section.get('button').trigger('click')
  expect(section.emitted('open')).toHaveLength(1)
})

it('has the number and the revision of the edition, but of a first one', async () => {
  const section = aSection(null)
  expect(section.text()).not.toMatch(/nr\.|revisie/u)
  const { edition } = section.props()
  await section.setProps({ edition: { ...edition, number: '27', revision: 2 } })
  expect(section.get('.about').text()).toMatch(/Streekpost\s*nr\. 27\s*5 juli 2024/u)
  expect(section.get('.origin').text()).toContain('revisie 2')
})

it('names no place that is not known', () => {
  expect(aSection(null).find('.place').exists()).toBe(false)
})
