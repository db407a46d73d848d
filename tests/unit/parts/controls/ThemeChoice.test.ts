// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ThemeChoice from '../../../../src/parts/controls/ThemeChoice.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aChoice(isSystem = false) {
  return mount(ThemeChoice, {
    props: { theme: 'sepia', isSystem },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

describe('the choice of a theme', () => {
  it('has a radio button with a name for each theme, and shows the one that is seen', () => {
    const radios = aChoice().findAll<HTMLInputElement>('input[type="radio"]')
    expect(radios.map((radio) => radio.attributes('aria-label'))).toEqual([
      'Papier',
      'Sepia',
      'Lamp uit',
      'Hoog contrast',
    ])
    expect(radios.find(({ element }) => element.checked)?.element.value).toBe('sepia')
  })

  it('says which theme the reader chooses', async () => {
    const choice = aChoice()
    await choice.get('input[value="contrast"]').setValue()
    expect(choice.emitted('choose')).toEqual([['contrast']])
  })

  it('follows the system, and keeps what is seen when it no longer does', async () => {
    const choice = aChoice()
    await choice.get('input[type="checkbox"]').setValue(true)
    const following = aChoice(true)
    await following.get('input[type="checkbox"]').setValue(false)
    expect([choice.emitted('choose'), following.emitted('choose')]).toEqual([
      [['system']],
      [['sepia']],
    ])
  })
})
