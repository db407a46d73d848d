// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import OneText from '../../../../src/parts/proof/OneText.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function anOffer(isOneText: boolean, canGoBack: boolean) {
  return mount(OneText, {
    props: { isOneText, canGoBack },
    attachTo: document.body,
    global: { plugins: [i18n] },
  })
}

describe('what the proof says of a file that is no digest', () => {
  it('is one sentence, with all as one text beside it', async () => {
    const offer = anOffer(false, true)
    expect(offer.get('[role="status"]').text()).toBe(
      'Dit lijkt geen overzicht van losse berichten.',
    )
    expect(offer.get('button').text()).toBe('Alles als één tekst')
    await offer.get('button').trigger('click')
    expect(offer.emitted()).toMatchObject({ join: [[]] })
  })

  it('leads back at the same place, which keeps the focus', async () => {
    const offer = anOffer(true, true)
    expect(offer.text()).toContain('Alles staat nu als één tekst onder de titel.')
    await offer.get('button').trigger('click')
    expect(offer.emitted()).toMatchObject({ back: [[]] })
    await offer.setProps({ isOneText: false })
    expect(document.activeElement).toBe(offer.get('button').element)
  })

  it('offers nothing for what was one text from the start', () => {
    const offer = anOffer(true, false)
    expect(offer.text()).toBe('Dit lijkt geen overzicht van losse berichten.')
    expect(offer.find('button').exists()).toBe(false)
  })
})
