// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import LinkList from '../../../../src/parts/reading/LinkList.vue'
import { i18n } from '../../../../src/i18n/index.ts'

const links = [
  { label: 'het besluit', address: 'https://a.example/besluit' },
  { label: 'https://b.example', address: 'https://b.example' },
]

it('shows words and addresses, and leads nowhere', () => {
  const list = mount(LinkList, { props: { links, language: 'nl' }, global: { plugins: [i18n] } })
  expect(list.attributes('aria-label')).toBe('Links')
  expect(list.findAll('.address').map((one) => one.text())).toEqual(links.map((one) => one.address))
  expect(list.findAll('.words').map((one) => one.text())).toEqual(['het besluit'])
  expect(list.find('a, [href]').exists()).toBe(false)
})

it('copies an address by a button that names it', async () => {
  const list = mount(LinkList, { props: { links, language: 'nl' }, global: { plugins: [i18n] } })
  const button = list.get('button')
  expect(button.attributes('aria-label')).toBe('Kopieer het adres van het besluit')
  await button.trigger('click')
  expect(list.emitted('copy')).toEqual([['https://a.example/besluit']])
})

it('writes out characters that would hide what an address is', () => {
  const hidden = [{ label: 'a\u202eb', address: 'https://a.example' }]
  const props = { links: hidden, language: 'nl' }
  const list = mount(LinkList, { props, global: { plugins: [i18n] } })
  expect(list.text()).not.toContain('\u202e')
})
