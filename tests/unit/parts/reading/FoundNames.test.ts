// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { i18n } from '../../../../src/i18n/index.ts'
import FoundNames from '../../../../src/parts/reading/FoundNames.vue'
import { aMention } from '../found-items.ts'

it('names each by its fullest form, and says its kind to screen readers', () => {
  const kinds = ['person', 'organisation', 'place', 'product'] as const
  const names = kinds.map((kind) => ({ ...aMention, name: kind, kind }))
  const shown = mount(FoundNames, { props: { names }, global: { plugins: [i18n] } })
  expect(shown.findAll('.chip svg[aria-label]').map((one) => one.attributes('aria-label'))).toEqual(
    ['persoon', 'organisatie', 'plaats', 'product'],
  )
  expect(shown.findAll('.chip').map((one) => one.text())).toEqual([...kinds])
})

it('takes a name away by key', async () => {
  const shown = mount(FoundNames, { props: { names: [aMention] }, global: { plugins: [i18n] } })
  await shown.get('.chip').trigger('keydown', { key: 'Enter' })
  expect(shown.emitted('correct')).toBeUndefined()
  // A Mac has only the second of these.
  for (const key of ['Delete', 'Backspace']) await shown.get('.chip').trigger('keydown', { key })
  expect(shown.emitted('correct')).toEqual([[aMention], [aMention]])
})
