// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { whenSized } from '../../../../src/composables/when-sized.ts'

function setWidth(width: number): void {
  vi.stubGlobal('innerWidth', width)
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a page', () => {
  it('that has a width is not kept waiting', async () => {
    setWidth(1280)
    await expect(whenSized()).resolves.toBeUndefined()
  })

  it('without one waits for the resize that brings it', async () => {
    setWidth(0)
    let isSized = false
    const sized = whenSized().then(() => (isSized = true))
    window.dispatchEvent(new Event('resize'))
    await new Promise((resolve) => setTimeout(resolve))
    expect(isSized).toBe(false)
    setWidth(800)
    window.dispatchEvent(new Event('resize'))
    await sized
    expect(isSized).toBe(true)
  })
})
