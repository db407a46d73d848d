// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useClipped } from '../../../../src/composables/use-clipped.ts'

const line = 20
let told: ResizeObserverCallback = () => undefined

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(callback: ResizeObserverCallback) {
        told = callback
      }
      observe = (): void => undefined
      disconnect = (): void => undefined
    },
  )
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** A text of so many lines, of which so many are in sight. */
async function measured(lines: number, inSight: number, isWhole: boolean) {
  const text = document.createElement('p')
  text.style.lineHeight = `${String(line)}px`
  Object.defineProperty(text, 'scrollHeight', { value: lines * line, configurable: true })
  Object.defineProperty(text, 'clientHeight', { value: inSight * line, configurable: true })
  document.body.append(text)
  const whole = ref(isWhole)
  const element = ref<HTMLElement | null>(null)
  const scope = effectScope()
  const isClipped = scope.run(() => useClipped(element, () => whole.value))
  element.value = text
  await nextTick()
  const tell = (): void => {
    told([{ target: text } as unknown as ResizeObserverEntry], {} as ResizeObserver)
  }
  tell()
  return { isClipped, whole, text, tell }
}

describe('useClipped', () => {
  it.each([
    [12, 9, true],
    [9, 9, false],
    [1, 1, false],
  ])('tells of %i lines of which %i are in sight', async (lines, inSight, expected) => {
    expect((await measured(lines, inSight, false)).isClipped?.value).toBe(expected)
  })

  it('remembers while the text is shown whole what it was before', async () => {
    const { isClipped, whole, text, tell } = await measured(12, 9, false)
    whole.value = true
    Object.defineProperty(text, 'clientHeight', { value: 12 * line })
    tell()
    expect(isClipped?.value).toBe(true)
  })

  it.each([
    [1, false],
    [3, false],
    [8, true],
  ])('tells by its length of a text that was never seen otherwise: %i lines', async (lines, is) => {
    expect((await measured(lines, lines, true)).isClipped?.value).toBe(is)
  })
})
