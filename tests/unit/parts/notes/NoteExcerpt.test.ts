// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import NoteExcerpt from '../../../../src/parts/notes/NoteExcerpt.vue'

it('is how a note begins, without the characters of Markdown', async () => {
  const excerpt = mount(NoteExcerpt, { props: { text: '# Kop\n\n**Dalend**, zie `a`.' } })
  expect(excerpt.text()).toMatch(/^Kop.*Dalend, zie a\.$/u)
  await excerpt.setProps({ text: '- een' })
  expect(excerpt.text()).toBe('een')
})
