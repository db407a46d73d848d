// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import ItemActions from '../../../../src/parts/reading/ItemActions.vue'
import { i18n } from '../../../../src/i18n/index.ts'

it('writes a note and cites the item, by buttons with names and keys', async () => {
  const props = { noteHint: 'Notitie (N)', citeHint: 'Kopieer met bronvermelding (C)' }
  const actions = mount(ItemActions, { props, global: { plugins: [i18n] } })
  const buttons = actions.findAll('button')
  expect(buttons.map((button) => button.attributes('aria-label'))).toEqual([
    'Notitie',
    'Kopieer met bronvermelding',
  ])
  expect(buttons.map((button) => button.attributes('title'))).toEqual(Object.values(props))
  for (const button of buttons) await button.trigger('click')
  expect(actions.emitted('run')).toEqual([['note'], ['cite']])
})
