// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import EmptyPage from '../../../../src/parts/reading/EmptyPage.vue'
import { i18n } from '../../../../src/i18n/index.ts'

it('says that no edition is open, and leads to the library', async () => {
  const page = mount(EmptyPage, { global: { plugins: [i18n] } })
  expect(page.element.tagName).toBe('MAIN')
  expect(page.get('h1').text()).toBe('Er is geen editie geopend')
  await page.get('button').trigger('click')
  expect(page.emitted('library')).toHaveLength(1)
})
