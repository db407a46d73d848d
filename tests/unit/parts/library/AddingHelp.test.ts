// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import AddingHelp from '../../../../src/parts/library/AddingHelp.vue'
import { i18n } from '../../../../src/i18n/index.ts'

it('is a section with a name, and leads to a file and to a folder', async () => {
  const help = mount(AddingHelp, { props: { canFollow: true }, global: { plugins: [i18n] } })
  expect(help.get(`#${help.attributes('aria-labelledby') ?? ''}`).text()).toBe(
    'Zo komen er edities bij',
  )
  for (const button of help.findAll('button')) await button.trigger('click')
  expect([help.emitted('add'), help.emitted('follow')]).toEqual([[[]], [[]]])
})

it('offers no second folder', () => {
  const help = mount(AddingHelp, { props: { canFollow: false }, global: { plugins: [i18n] } })
  expect(help.findAll('button').map((button) => button.text())).toEqual(['Bestand kiezen'])
})
