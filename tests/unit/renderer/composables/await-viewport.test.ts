// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { awaitViewport } from '../../../../src/composables/await-viewport.ts'

const letPaint = vi.fn(() => Promise.resolve())

function setWidth(width: number): void {
  vi.stubGlobal('innerWidth', width)
}

function resizeTo(width: number): void {
  setWidth(width)
  window.dispatchEvent(new Event('resize'))
}

/** Waits as long as a page may wait for its size at the most, and longer. */
async function later(): Promise<void> {
  for (let task = 0; task < 100; task++) await new Promise((resolve) => setTimeout(resolve))
}

beforeEach(() => {
  letPaint.mockClear()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a page', () => {
  it('that has a size is built at once', async () => {
    setWidth(1280)
    await awaitViewport(letPaint)
    expect(letPaint).not.toHaveBeenCalled()
  })

  it('waits for the size that it is told, and does not ask to be painted', async () => {
    setWidth(0)
    const sized = vi.fn()
    const waiting = awaitViewport(letPaint).then(sized)
    // No task of the page has come yet: those that it waits for may all be over before a timer is.
    await Promise.resolve()
    expect(sized).not.toHaveBeenCalled()
    setWidth(1280)
    await waiting
    await later()
    expect(letPaint).not.toHaveBeenCalled()
  })

  it('that is told none asks to be painted, which brings it one', async () => {
    setWidth(0)
    const sized = vi.fn()
    void awaitViewport(letPaint).then(sized)
    await later()
    expect(letPaint).toHaveBeenCalledTimes(1)
    resizeTo(0)
    await later()
    expect(sized).not.toHaveBeenCalled()
    resizeTo(800)
    await later()
    expect(sized).toHaveBeenCalledTimes(1)
    expect(letPaint).toHaveBeenCalledTimes(1)
  })

  it('that gets no frames, and hears of no resize, is built when it has a size', async () => {
    setWidth(0)
    const waiting = awaitViewport(letPaint)
    await later()
    expect(letPaint).toHaveBeenCalledTimes(1)
    setWidth(1280)
    await waiting
  })
})
