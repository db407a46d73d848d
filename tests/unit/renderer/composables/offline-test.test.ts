// @vitest-environment happy-dom
// That the real ways out are closed is shown in the real window (tests/e2e/offline.test.ts).
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tryToLeak } from '../../../../src/composables/offline-test.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Something that asks, of which this event comes after so many milliseconds. */
function asker(event: string, after: number) {
  return class extends EventTarget {
    src = ''
    open(): void {}
    send(): void {}
    constructor() {
      super()
      setTimeout(() => this.dispatchEvent(new Event(event)), after)
    }
  }
}

/** All ways out but the two by `fetch` fail after so long. */
function failAfter(milliseconds: number, fetched: () => Promise<unknown>): void {
  const failing = asker('error', milliseconds)
  vi.stubGlobal('fetch', fetched)
  for (const name of ['WebSocket', 'EventSource', 'Image', 'XMLHttpRequest'])
    vi.stubGlobal(name, failing)
}

async function outcomes(): Promise<string> {
  const tried = tryToLeak()
  await vi.advanceTimersByTimeAsync(20_000)
  return (await tried).join(' ')
}

it('finds all ways closed, however long they take to fail within its patience', async () => {
  failAfter(9_000, () => Promise.reject(new Error('refused')))
  expect(await outcomes()).toBe('closed closed closed closed closed closed')
})

it('finds what gets out', async () => {
  failAfter(10, () => Promise.resolve('a page'))
  vi.stubGlobal('EventSource', asker('open', 10))
  expect(await outcomes()).toBe('open open closed open closed closed')
})

it('takes no way for open that has not answered yet', async () => {
  failAfter(15_000, () => new Promise(() => undefined))
  expect(await outcomes()).toBe('unknown unknown unknown unknown unknown unknown')
})
