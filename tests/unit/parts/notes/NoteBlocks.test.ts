// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Block } from '../../../../src/core/annotations/note-blocks.ts'
import NoteBlocks from '../../../../src/parts/notes/NoteBlocks.vue'

const paragraph: Block = { kind: 'paragraph', children: [{ kind: 'text', text: 'Nakijken.' }] }

it('shows lists in lists and quotes in quotes', () => {
  const list: Block = { kind: 'list', ordered: false, start: 1, items: [[paragraph]] }
  const blocks: Block[] = [
    { kind: 'list', ordered: true, start: 3, items: [[paragraph, list]] },
    { kind: 'quote', children: [{ kind: 'quote', children: [paragraph] }] },
  ]
  const shown = mount(NoteBlocks, { props: { blocks } })
  expect(shown.get('ol').attributes('start')).toBe('3')
  expect(shown.get('ol > li > ul > li > p').text()).toBe('Nakijken.')
  expect(shown.get('blockquote > blockquote > p').text()).toBe('Nakijken.')
})

it('shows a heading as a paragraph, since it is none of the page', () => {
  const heading: Block = { kind: 'heading', children: [{ kind: 'text', text: 'Kop' }] }
  const shown = mount(NoteBlocks, { props: { blocks: [heading] } })
  expect(shown.get('p.heading').text()).toBe('Kop')
})
