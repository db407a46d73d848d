// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { i18n } from '../../../../src/i18n/index.ts'
import FolderLine from '../../../../src/parts/proof/FolderLine.vue'

it('offers the pictures of the folder, and has the focus when they were read', async () => {
  const folder = { name: 'blad_files', pictures: 2, isRead: false }
  const line = mount(FolderLine, {
    props: { folder },
    attachTo: document.body,
    global: { plugins: [i18n] },
  })
  expect(line.text()).toContain('Naast deze pagina staat de map ‘blad_files’, met 2 afbeeldingen.')
  await line.get('button').trigger('click')
  expect(line.emitted('read')).toHaveLength(1)
  await line.setProps({ folder: { ...folder, pictures: 1, isRead: true } })
  await flushPromises()
  expect(line.text()).toBe('Meegelezen uit de map ‘blad_files’: 1 afbeelding.')
  expect(document.activeElement).toBe(line.element)
  line.unmount()
})
