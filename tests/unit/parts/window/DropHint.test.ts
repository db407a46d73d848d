// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import DropHint from '../../../../src/parts/window/DropHint.vue'
import { i18n } from '../../../../src/i18n/index.ts'

let hint: VueWrapper

function show(isProofShown = false): void {
  const stubs = { transition: true }
  hint = mount(DropHint, { props: { isProofShown }, global: { plugins: [i18n], stubs } })
}

async function drag(type: string, details: Readonly<Record<string, unknown>> = {}): Promise<void> {
  document.dispatchEvent(Object.assign(new Event(type), details))
  await nextTick()
}

const files = (count: number) => ({
  dataTransfer: {
    types: ['Files'],
    items: Array.from({ length: count }, () => ({ kind: 'file' })),
  },
})
const isShown = (): boolean => hint.find('[role="status"]').exists()

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  hint.unmount()
  vi.useRealTimers()
})

describe('the hint for files that are dragged', () => {
  it.each([
    [1, false, 'Laat los om dit bestand toe te voegen', 'Leeslamp toont eerst'],
    [3, false, 'Laat los om 3 bestanden toe te voegen', 'Ze komen meteen in de bibliotheek'],
    [1, true, 'Laat los om dit bestand toe te voegen', 'Het komt aan de beurt na de drukproef'],
  ])('says what happens to %i of them, a proof shown: %j', async (count, isProof, what, then) => {
    show(isProof)
    expect(isShown()).toBe(false)
    await drag('dragover', files(count))
    expect(hint.get('.sentence').text()).toBe(what)
    expect(hint.text()).toContain(then)
  })

  it.each(['drop', 'dragend'])('goes with %s', async (end) => {
    show()
    await drag('dragover', files(1))
    await drag(end)
    expect(isShown()).toBe(false)
  })

  it('stays while they go from one element to another, and goes when they leave the window', async () => {
    show()
    await drag('dragover', files(1))
    await drag('dragleave', { relatedTarget: document.body })
    expect(isShown()).toBe(true)
    await drag('dragleave', { relatedTarget: null })
    expect(isShown()).toBe(false)
  })

  it('goes when nothing is heard of them any more', async () => {
    show()
    await drag('dragover', files(1))
    vi.advanceTimersByTime(1_000)
    await nextTick()
    expect(isShown()).toBe(false)
  })

  it('says nothing of text, nor of what is dragged from the window itself', async () => {
    show()
    await drag('dragover', { dataTransfer: { types: ['text/plain'], items: [] } })
    expect(isShown()).toBe(false)
    await drag('dragstart')
    await drag('dragover', files(1))
    expect(isShown()).toBe(false)
    await drag('dragend')
    await drag('dragover', files(1))
    expect(isShown()).toBe(true)
  })
})
