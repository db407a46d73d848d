// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import SourceFilter from '../../../../src/parts/reading/SourceFilter.vue'
import { i18n } from '../../../../src/i18n/index.ts'

it('is a status that says what is shown, and shows all again', async () => {
  const props = { source: 'Blik', shown: 2, all: 13 }
  const filter = mount(SourceFilter, { props, global: { plugins: [i18n] } })
  expect(filter.attributes('role')).toBe('status')
  expect(filter.text()).toMatch(/^Alleen berichten uit Blik: 2 van 13/u)
  await filter.get('button').trigger('click')
  expect(filter.emitted('clear')).toHaveLength(1)
})
