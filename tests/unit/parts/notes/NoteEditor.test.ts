// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import NoteEditor from '../../../../src/parts/notes/NoteEditor.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function anEditor(text: string, state: 'kept' | 'saving' | 'failed' = 'kept') {
  return mount(NoteEditor, {
    props: { tags: [], counted: [], linkable: () => [], text, state },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

describe('the editor of a note', () => {
  it('is a field with a name, and has the focus at the end of the text', () => {
    const field = anEditor('Nakijken.').get('textarea')
    expect(field.attributes('aria-label')).toBe('Eigen notitie')
    expect(document.activeElement).toBe(field.element)
    expect(field.element.selectionStart).toBe('Nakijken.'.length)
  })

  it('says what is typed', async () => {
    const editor = anEditor('')
    await editor.get('textarea').setValue('Prijs')
    expect(editor.emitted('type')).toEqual([['Prijs']])
  })

  it('sets the characters of Markdown apart, in a mirror that is not read out', () => {
    const mirror = anEditor('Prijs is **dalend**.').get('.mirror')
    expect(mirror.attributes('aria-hidden')).toBe('true')
    expect(mirror.findAll('.sign').map((one) => one.text())).toEqual(['**', '**'])
    expect(mirror.text()).toContain('Prijs is **dalend**.')
  })

  it.each([
    ['Nakijken.', 'kept', 'Bewaard op deze computer'],
    ['', 'kept', ''],
    ['Nakijken.', 'saving', 'Wordt bewaard …'],
    ['Nakijken.', 'failed', 'Niet bewaard'],
  ] as const)('says whether it is written: %j, %s', (text, state, expected) => {
    expect(anEditor(text, state).get('[role="status"]').text()).toBe(expected)
  })

  it('closes by its button and by Escape, and gives the focus back to its item', async () => {
    let closed = 0
    const item = mount(
      () =>
        h('article', { 'data-item': 'i1', tabindex: '-1' }, [
          h(NoteEditor, {
            text: '',
            state: 'kept',
            tags: [],
            counted: [],
            linkable: () => [],
            onClose: () => closed++,
          }),
        ]),
      { global: { plugins: [i18n] }, attachTo: document.body },
    )
    await item.get('textarea').trigger('keydown', { key: 'Escape' })
    expect(document.activeElement).toBe(item.get('article').element)
    await item.get('button').trigger('click')
    expect(closed).toBe(2)
  })
})
