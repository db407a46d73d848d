// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import SheetDialog from '../../../../src/parts/window/SheetDialog.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aDialog() {
  return mount(SheetDialog, {
    props: { title: 'Toetsen' },
    slots: { default: '<p>Inhoud</p>' },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

it('is open as long as it is there, under its title', () => {
  const dialog = aDialog()
  const { element } = dialog.get('dialog')
  expect(element.open).toBe(true)
  expect(dialog.get('dialog').attributes('aria-label')).toBe('Toetsen')
  expect([dialog.get('h2').text(), dialog.get('p').text()]).toEqual(['Toetsen', 'Inhoud'])
  dialog.unmount()
  expect(element.open).toBe(false)
})

it('closes by its button, and when the browser closes it', async () => {
  const dialog = aDialog()
  await dialog.get('button').trigger('click')
  await dialog.get('dialog').trigger('close')
  expect(dialog.emitted('close')).toHaveLength(2)
})
