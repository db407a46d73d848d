// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Inline } from '../../../../src/core/annotations/note-blocks.ts'
import NoteInlines from '../../../../src/parts/notes/NoteInlines.vue'

it('shows a link as words with an address, which leads nowhere', () => {
  const words: Inline = { kind: 'strong', children: [{ kind: 'text', text: 'hier' }] }
  const link: Inline = { kind: 'link', address: 'https://a.example', children: [words] }
  const shown = mount(NoteInlines, { props: { inlines: [link] } })
  expect(shown.get('.link').attributes('title')).toBe('https://a.example')
  expect(shown.get('.link > strong').text()).toBe('hier')
  expect(shown.find('a, [href]').exists()).toBe(false)
})

it('shows code and text as they are', () => {
  const inlines: Inline[] = [
    { kind: 'text', text: '<b>' },
    { kind: 'break' },
    { kind: 'code', text: 'a < b' },
  ]
  const shown = mount(NoteInlines, { props: { inlines } })
  expect([shown.text(), shown.findAll('br').length]).toEqual(['<b>a < b', 1])
})
