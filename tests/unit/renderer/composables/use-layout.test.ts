// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import type { Session } from '../../../../src/core/desktop-api.ts'

/** What a page finds that was told of its size at the start. */
async function aLayout(width: number): Promise<{ beside: () => boolean; end: () => void }> {
  const { useSystemStore } = await import('../../../../src/stores/system.ts')
  const { useLayout } = await import('../../../../src/composables/use-layout.ts')
  useSystemStore().load({ pageSize: { width, height: 800 } } as Session)
  const scope = effectScope()
  const layout = scope.run(useLayout)
  return {
    beside: () => layout?.contentsBeside.value === true,
    end: () => {
      scope.stop()
    },
  }
}

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('desktop', {})
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it.each([
  { width: 1_280, isBeside: true },
  { width: 600, isBeside: false },
])('a page without a width is built for one of $width pixels', async ({ width, isBeside }) => {
  vi.stubGlobal('innerWidth', 0)
  const { beside, end } = await aLayout(width)
  expect(beside()).toBe(isBeside)
  end()
})

it('a page that turns out to be wider than was said follows its own width', async () => {
  vi.stubGlobal('innerWidth', 0)
  const { beside, end } = await aLayout(600)
  vi.stubGlobal('innerWidth', 1_280)
  window.dispatchEvent(new Event('resize'))
  expect(beside()).toBe(true)
  end()
})
