// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Completion, CompletionRequest } from '../../../../src/core/search/search-types.ts'
import type { useCompletionStore } from '../../../../src/stores/completion.ts'

const sources: Completion = {
  from: 6,
  to: 12,
  options: [
    { text: 'bron:Kadeblad ', count: 3 },
    { text: 'bron:"De Sluis" ', count: 1 },
  ],
}

let asked: { request: CompletionRequest; answer: (completion: Completion | null) => void }[]
let completion: ReturnType<typeof useCompletionStore>

beforeEach(async () => {
  asked = []
  vi.resetModules()
  Object.assign(window, {
    desktop: {
      search: {
        complete: (request: CompletionRequest) =>
          new Promise<Completion | null>((answer) => asked.push({ request, answer })),
      },
    },
  })
  setActivePinia(createPinia())
  completion = (await import('../../../../src/stores/completion.ts')).useCompletionStore()
})

async function offered(text = 'sluis bron:k vaart', cursor = 12): Promise<void> {
  const asking = completion.ask(text, cursor)
  asked.at(-1)?.answer(sources)
  await asking
}

describe('what completes a question', () => {
  it('asks for what may stand at the cursor, and drops an older answer', async () => {
    const older = completion.ask('b', 1)
    const newer = completion.ask('bron:k', 6)
    expect(asked.map(({ request }) => request)).toEqual([
      { text: 'b', cursor: 1 },
      { text: 'bron:k', cursor: 6 },
    ])
    asked[1]?.answer(null)
    asked[0]?.answer(sources)
    await Promise.all([older, newer])
    expect(completion.isOpen).toBe(false)
  })

  it('stays closed when the answer comes after it was closed', async () => {
    const asking = completion.ask('bron:k', 6)
    completion.close()
    asked[0]?.answer(sources)
    await asking
    expect(completion.isOpen).toBe(false)
  })

  it('goes through its options, and says when there is none that way', async () => {
    await offered()
    expect([completion.move(1), completion.selected]).toEqual([true, 0])
    expect([completion.move(1), completion.selected]).toEqual([true, 1])
    expect([completion.move(1), completion.selected]).toEqual([false, null])
    expect([completion.move(-1), completion.selected]).toEqual([true, 1])
    completion.move(-1)
    expect([completion.move(-1), completion.selected]).toEqual([false, null])
  })

  it('keeps the option that the arrows are at when a later answer has it too', async () => {
    await offered()
    completion.move(1)
    completion.move(1)
    const later = completion.ask('sluis bron:d vaart', 12)
    asked.at(-1)?.answer({ ...sources, options: sources.options.slice(1) })
    await later
    expect(completion.selected).toBe(0)
    const last = completion.ask('sluis bron:k vaart', 12)
    asked.at(-1)?.answer({ ...sources, options: sources.options.slice(0, 1) })
    await last
    expect(completion.selected).toBeNull()
  })

  it('puts an option where it belongs, with the cursor behind it', async () => {
    await offered()
    expect(completion.accept('sluis bron:k vaart', 1)).toEqual({
      text: 'sluis bron:"De Sluis"  vaart',
      cursor: 22,
    })
    expect(completion.isOpen).toBe(false)
  })

  it('offers nothing that stands there already', async () => {
    const asking = completion.ask('bron:Kadeblad', 13)
    asked.at(-1)?.answer({ from: 0, to: 13, options: [{ text: 'bron:Kadeblad', count: 3 }] })
    await asking
    expect(completion.isOpen).toBe(false)
  })

  it('changes nothing when there is no such option', async () => {
    await offered()
    expect(completion.accept('sluis', 7)).toEqual({ text: 'sluis', cursor: 5 })
  })
})
