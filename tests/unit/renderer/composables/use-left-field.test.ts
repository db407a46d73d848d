// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { useLeftField } from '../../../../src/composables/use-left-field.ts'

beforeEach(() => {
  vi.useFakeTimers()
  return () => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  }
})

/** A field with a button of its own, and a button, a dialog and words beside it. Closed, the field is not there. */
function aField() {
  const left: string[] = []
  const keys: string[] = []
  const screen = mount(
    defineComponent(() => {
      const around = ref<HTMLElement | null>(null)
      const isOpen = ref(true)
      useLeftField(
        around,
        () => isOpen.value,
        () => {
          left.push('left')
          isOpen.value = false
        },
      )
      return () => [
        h(
          'section',
          { ref: around, tabindex: -1 },
          isOpen.value ? [h('textarea'), h('button', { class: 'own' })] : [],
        ),
        h('button', { class: 'other', onKeydown: ({ key }: KeyboardEvent) => keys.push(key) }),
        h('dialog', { open: true }, [h('button', { class: 'dialog' })]),
      ]
    }),
    { attachTo: document.body },
  )
  const at = (selector: string) => screen.get<HTMLElement>(selector).element
  at('textarea').focus()
  return { left, at }
}

function point(type: string, button = 0): void {
  document.body.dispatchEvent(new PointerEvent(type, { bubbles: true, button }))
}

it('closes when the focus goes elsewhere, and leaves it there', async () => {
  const { left, at } = aField()
  at('.other').focus()
  await vi.runAllTimersAsync()
  expect(left).toEqual(['left'])
  expect(document.activeElement).toBe(at('.other'))
})

it('closes when nothing has the focus any more', async () => {
  const { left, at } = aField()
  at('textarea').blur()
  await vi.runAllTimersAsync()
  expect(left).toEqual(['left'])
})

it.each(['.own', 'section', '.dialog'])('stays open at %s', async (selector) => {
  const { left, at } = aField()
  at(selector).focus()
  await vi.runAllTimersAsync()
  expect(left).toEqual([])
})

it('stays open while another program has the focus', async () => {
  const { left, at } = aField()
  vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  at('textarea').blur()
  await vi.runAllTimersAsync()
  expect(left).toEqual([])
})

it('waits until a button is released, so that what is pressed does not move', async () => {
  const { left, at } = aField()
  point('pointerdown')
  at('.other').focus()
  await vi.runAllTimersAsync()
  expect(left).toEqual([])
  point('pointerup')
  await vi.runAllTimersAsync()
  expect(left).toEqual(['left'])
})

it('stays open when what is pressed gives the focus back', async () => {
  const { left, at } = aField()
  point('pointerdown')
  at('.other').focus()
  point('pointerup')
  at('textarea').focus()
  await vi.runAllTimersAsync()
  expect(left).toEqual([])
})

it('takes letters that are typed beside its field, and leaves other keys', async () => {
  const { left, at } = aField()
  const heard: string[] = []
  const hear = ({ key }: KeyboardEvent): void => void heard.push(key)
  document.body.addEventListener('keydown', hear)
  const press = (selector: string, key: string): void => {
    at(selector).focus()
    at(selector).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  }
  press('.own', 'b')
  expect(document.activeElement).toBe(at('textarea'))
  press('.own', ' ')
  press('.own', 'Enter')
  expect(document.activeElement).toBe(at('.own'))
  expect(heard).toEqual([' ', 'Enter'])
  document.body.removeEventListener('keydown', hear)
  await vi.runAllTimersAsync()
  expect(left).toEqual([])
})
