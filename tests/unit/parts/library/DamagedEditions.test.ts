// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import DamagedEditions from '../../../../src/parts/library/DamagedEditions.vue'
import { i18n } from '../../../../src/i18n/index.ts'

it('says at once which editions cannot be opened and why, and removes each', async () => {
  const editions = [
    { id: 'dorp', revision: 1, title: 'Het dorp', reason: 'damaged' as const },
    { id: 'haven', revision: 1, title: null, reason: 'missing' as const },
  ]
  const list = mount(DamagedEditions, { props: { editions }, global: { plugins: [i18n] } })
  expect(list.attributes('role')).toBe('alert')
  const sentences = list.findAll('p > span').map((one) => one.text())
  expect(sentences[0]).toMatch(/^‘Het dorp’ is beschadigd/u)
  expect(sentences[1]).toMatch(/^Het bestand van ‘haven’ staat niet meer/u)
  for (const button of list.findAll('button')) await button.trigger('click')
  expect(list.emitted('remove')).toEqual([
    [{ id: 'dorp', title: 'Het dorp' }, false],
    [{ id: 'haven', title: 'haven' }, true],
  ])
})
