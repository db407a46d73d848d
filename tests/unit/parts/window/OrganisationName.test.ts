// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import OrganisationName from '../../../../src/parts/window/OrganisationName.vue'

const organisation = { name: 'Waterschap De Lage Kade', logo: 'organisation-logo.png' } as const

it('shows a name, and a logo that is not read out beside it', () => {
  const shown = mount(OrganisationName, { props: { organisation } })
  expect(shown.text()).toBe('Waterschap De Lage Kade')
  expect(shown.get('img').attributes()).toMatchObject({ src: '/organisation-logo.png', alt: '' })
})

it('shows no logo where there is none, and nothing without an organisation', () => {
  const plain = { ...organisation, logo: null }
  expect(
    mount(OrganisationName, { props: { organisation: plain } })
      .find('img')
      .exists(),
  ).toBe(false)
  expect(mount(OrganisationName, { props: { organisation: null } }).text()).toBe('')
})
