// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ItemCutter from '../../../../src/parts/proof/ItemCutter.vue'
import { i18n } from '../../../../src/i18n/index.ts'

const text = 'De sluis gaat dicht. De boot wacht. Niemand weet hoe lang.'

function aCutter() {
  return mount(ItemCutter, {
    props: { item: { id: 'i1', title: null, text, sources: [] } },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

describe('the cutter of an item', () => {
  it('is a slider with the focus, at the second sentence, and says where it is', () => {
    const cutter = aCutter()
    expect(document.activeElement).toBe(cutter.element)
    expect(cutter.attributes()).toMatchObject({
      role: 'slider',
      'aria-label': 'Hier knippen',
      'aria-valuemin': '1',
      'aria-valuemax': '10',
      'aria-valuenow': '4',
    })
    expect(cutter.attributes('aria-valuetext')).toMatch(/^vóór ‘De boot wacht/u)
  })

  it('moves by words and by sentences, to the ends and not beyond', async () => {
    const cutter = aCutter()
    const seen: unknown[] = []
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'End', 'ArrowRight']) {
      await cutter.trigger('keydown', { key })
      seen.push(cutter.attributes('aria-valuenow'))
    }
    await cutter.trigger('keydown', { key: 'Home' })
    await cutter.trigger('keydown', { key: 'ArrowLeft' })
    seen.push(cutter.attributes('aria-valuenow'))
    expect(seen).toEqual(['5', '4', '7', '4', '10', '10', '1'])
  })

  it('follows a pointer that moves, and leaves the mark where it is for one that lies still', async () => {
    const cutter = aCutter()
    const word = cutter.get('[data-word="9"]').element
    const seen: unknown[] = []
    for (const clientX of [-2, -2, -1]) {
      word.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, movementX: 1, clientX }))
      await cutter.vm.$nextTick()
      seen.push(cutter.attributes('aria-valuenow'))
    }
    expect(seen).toEqual(['4', '4', '9'])
  })

  it('cuts before the word at the mark, by Enter and by a click', async () => {
    const cutter = aCutter()
    await cutter.trigger('keydown', { key: 'Enter' })
    await cutter.trigger('click')
    expect(cutter.emitted('cut')).toEqual([[text.indexOf('De boot')], [text.indexOf('De boot')]])
  })

  it('closes by Escape, and when the focus goes', async () => {
    const cutter = aCutter()
    await cutter.trigger('keydown', { key: 'Escape' })
    await cutter.trigger('focusout')
    expect(cutter.emitted('close')).toHaveLength(2)
  })
})
