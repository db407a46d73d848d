// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { whenSized } from '../../../../src/composables/when-sized.ts'

function setWidth(width: number): void {
  vi.stubGlobal('innerWidth', width)
}

afterEach(() => {
  vi.unstubAllGlobals()
})

function resizeTo(width: number): void {
  setWidth(width)
  window.dispatchEvent(new Event('resize'))
}

describe('a page', () => {
  it('that has a width is measured at once, and once', () => {
    setWidth(1280)
    const measure = vi.fn()
    whenSized(measure)
    resizeTo(1000)
    expect(measure).toHaveBeenCalledTimes(1)
  })

  it('without one is measured in the resize that brings it', () => {
    setWidth(0)
    const measure = vi.fn()
    whenSized(measure)
    resizeTo(0)
    expect(measure).not.toHaveBeenCalled()
    resizeTo(800)
    resizeTo(900)
    expect(measure).toHaveBeenCalledTimes(1)
  })

  it('is no longer waited for once that is ended', () => {
    setWidth(0)
    const measure = vi.fn()
    whenSized(measure)()
    resizeTo(800)
    expect(measure).not.toHaveBeenCalled()
  })
})
