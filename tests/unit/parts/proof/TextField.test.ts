// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import TextField from '../../../../src/parts/proof/TextField.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aField(isLine: boolean) {
  return mount(TextField, {
    props: { text: 'De sluis.', isLine, label: 'Tekst, Bericht 1' },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

describe('the field for the words of a row', () => {
  it('has a name, the words, and the focus at their beginning', () => {
    const { element } = aField(false).get<HTMLTextAreaElement>('textarea')
    expect(element.getAttribute('aria-label')).toBe('Tekst, Bericht 1')
    expect([element.value, element.selectionStart]).toEqual(['De sluis.', 0])
    expect(document.activeElement).toBe(element)
  })

  it('takes a line by Enter, and leaves Enter to a text of several lines', async () => {
    for (const [isLine, taken] of [
      [true, [['De sluis.']]],
      [false, undefined],
    ] as const) {
      const field = aField(isLine)
      await field.get('textarea').trigger('keydown', { key: 'Enter' })
      expect(field.emitted('take')).toEqual(taken)
    }
  })

  it('takes what is typed when it is sent or left; Escape leaves the words as they were', async () => {
    const field = aField(false)
    await field.get('textarea').setValue('De boot.')
    await field.trigger('submit')
    await field.get('textarea').trigger('focusout', { relatedTarget: document.body })
    await field.get('textarea').trigger('keydown', { key: 'Escape' })
    expect(field.emitted('take')).toEqual([['De boot.'], ['De boot.']])
    expect(field.emitted('close')).toHaveLength(2)
  })
})
