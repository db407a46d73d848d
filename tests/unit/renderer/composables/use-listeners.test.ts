// @vitest-environment happy-dom
import { effectScope } from 'vue'
import { expect, it } from 'vitest'
import { useListeners } from '../../../../src/composables/use-listeners.ts'

it('listens as long as its component lives, to each event by itself', () => {
  const heard: string[] = []
  const scope = effectScope()
  scope.run(() => {
    useListeners(document, {
      copy: () => heard.push('copy'),
      keydown: ({ key }) => heard.push(key),
    })
  })
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }))
  document.dispatchEvent(new Event('copy'))
  scope.stop()
  document.dispatchEvent(new Event('copy'))
  expect(heard).toEqual(['j', 'copy'])
})

it('hears before others where it is to capture', () => {
  const heard: string[] = []
  const scope = effectScope()
  document.body.addEventListener('keydown', () => heard.push('body'), { once: true })
  scope.run(() => {
    useListeners(document, { keydown: () => heard.push('document') }, { capture: true })
  })
  document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))
  scope.stop()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))
  expect(heard).toEqual(['document', 'body'])
})

it('stays outside a component, for as long as the window lives', () => {
  let sizes = 0
  useListeners(window, { resize: () => sizes++ })
  window.dispatchEvent(new Event('resize'))
  expect(sizes).toBe(1)
})
