// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import SourcesField from '../../../../src/parts/proof/SourcesField.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aField() {
  return mount(SourcesField, {
    props: { printed: 'Kadeblad, VP' },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

it('has a name, the sources as printed, and the focus', () => {
  const input = aField().get('input')
  expect(input.attributes('aria-label')).toBe('Bronnen van dit bericht')
  expect(input.element.value).toBe('Kadeblad, VP')
  expect(document.activeElement).toBe(input.element)
})

it('takes what is typed and closes; Escape closes alone', async () => {
  const field = aField()
  await field.get('input').setValue('Kadeblad')
  await field.trigger('submit')
  await field.get('input').trigger('keydown', { key: 'Escape' })
  expect(field.emitted('take')).toEqual([['Kadeblad']])
  expect(field.emitted('close')).toHaveLength(2)
})

it('takes what is typed when the focus leaves it, and not when it goes to its button', async () => {
  const field = aField()
  await field.get('input').trigger('focusout', { relatedTarget: field.get('button').element })
  expect(field.emitted('take')).toBeUndefined()
  await field.get('input').trigger('focusout', { relatedTarget: document.body })
  expect(field.emitted('take')).toEqual([['Kadeblad, VP']])
})
