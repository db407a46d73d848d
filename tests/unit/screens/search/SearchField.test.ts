// @vitest-environment happy-dom
// The keys of the field: what completes the question, then the hits, in one row.
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { answerQuery } from '../../../../src/core/search/answer-query.ts'
import type {
  Completion,
  CompletionRequest,
  SearchRequest,
} from '../../../../src/core/search/search-types.ts'
import type { useCompletionStore } from '../../../../src/stores/completion.ts'
import type { useSearchStore } from '../../../../src/stores/search.ts'
import { contextOf, segmentOf } from '../../core/search/a-search.ts'
import { anEdition } from '../../core/search/an-edition.ts'

const texts = ['De sluis gaat open.', 'De sluis gaat dicht.', 'De sluis lekt.']
const library = contextOf(segmentOf([anEdition({ id: 'ver', sections: { Kop: texts } })]))

/** The field's two lists: completions c0, c1 and hits h0 to h2; what is at hand, or nothing. */
let field: VueWrapper
let search: ReturnType<typeof useSearchStore>
let completion: ReturnType<typeof useCompletionStore>
let offered: Completion | null

const input = () => field.get('input')
const atHand = (): string | undefined => input().attributes('aria-activedescendant')

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await input().trigger('keydown', { key })
    await flushPromises()
  }
}

async function type(text: string): Promise<void> {
  input().element.focus()
  await input().setValue(text)
  await flushPromises()
}

beforeEach(async () => {
  offered = {
    from: 6,
    to: 9,
    options: [
      { text: 'bron:', count: null },
      { text: 'bronzen', count: 4 },
    ],
  }
  vi.resetModules()
  document.body.innerHTML = ''
  Object.assign(window, {
    desktop: {
      reader: { put: () => Promise.resolve({ ok: true }) },
      search: {
        ask: (request: SearchRequest) =>
          Promise.resolve({
            ok: true,
            answer: answerQuery(library, { ...request, text: 'sluis' }),
          }),
        complete: ({ text }: CompletionRequest) =>
          Promise.resolve(text.endsWith('bro') ? offered : null),
      },
    },
  })
  const pinia = createPinia()
  setActivePinia(pinia)
  const { default: SearchField } = await import('../../../../src/screens/search/SearchField.vue')
  const { i18n } = await import('../../../../src/i18n/index.ts')
  search = (await import('../../../../src/stores/search.ts')).useSearchStore()
  completion = (await import('../../../../src/stores/completion.ts')).useCompletionStore()
  field = mount(SearchField, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
})

describe('the search field', () => {
  it('is a searchbox that names the lists which belong to it', async () => {
    expect(input().attributes('aria-controls')).toBeUndefined()
    await type('sluis bro')
    expect(input().attributes('aria-controls')).toBe('search-completions search-hits')
    const options = field.findAll('[role="option"]').map((option) => option.text())
    expect(options.map((text) => text.replace(/\s+/gu, ' '))).toEqual(['bron:', 'bronzen 4'])
  })

  it('goes with the arrows through what completes, and then through the hits, and back', async () => {
    await type('sluis bro')
    const seen: (string | undefined)[] = [atHand()]
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await press(key)
      seen.push(atHand())
    }
    expect(seen).toEqual([
      undefined,
      'search-completions-0',
      'search-completions-1',
      'hit-0',
      'hit-1',
      'hit-0',
      'search-completions-1',
    ])
    await press('ArrowUp', 'ArrowUp')
    expect(atHand()).toBeUndefined()
  })

  it.each(['Enter', 'Tab'])('takes the option at hand with %s', async (key) => {
    await type('sluis bro')
    await press('ArrowDown', 'ArrowDown', key)
    expect(search.text).toBe('sluis bronzen')
    expect(input().element.selectionStart).toBe('sluis bronzen'.length)
    expect(document.activeElement).toBe(input().element)
    expect(completion.isOpen).toBe(false)
  })

  it('takes the option at hand by its words when the others have changed meanwhile', async () => {
    await type('sluis bro')
    await press('ArrowDown', 'ArrowDown')
    offered = { from: 4, to: 7, options: [{ text: 'bronzen', count: 4 }] }
    void search.ask('een bro')
    await press('Enter')
    expect(search.text).toBe('een bronzen')
  })

  it('takes the first one with Tab, and leaves Shift+Tab alone', async () => {
    await type('sluis bro')
    const back = new KeyboardEvent('keydown', { key: 'Tab', shiftKey: true, cancelable: true })
    input().element.dispatchEvent(back)
    expect(back.defaultPrevented).toBe(false)
    await press('Tab')
    expect(search.text).toBe('sluis bron:')
  })

  it('closes what completes with Escape, and only that', async () => {
    await type('sluis bro')
    const escape = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true })
    input().element.dispatchEvent(escape)
    expect(escape.defaultPrevented).toBe(true)
    await flushPromises()
    expect([completion.isOpen, search.text]).toEqual([false, 'sluis bro'])
    const again = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true })
    input().element.dispatchEvent(again)
    expect(again.defaultPrevented).toBe(false)
    await press('ArrowDown')
    expect(atHand()).toBe('hit-0')
  })

  it('takes an option that is clicked, and closes when the focus goes', async () => {
    await type('sluis bro')
    await field.findAll('[role="option"]')[1]?.trigger('click')
    await flushPromises()
    expect(search.text).toBe('sluis bronzen')
    await type('sluis bro')
    await input().trigger('blur')
    expect(completion.isOpen).toBe(false)
  })

  it('takes what completes all that was typed, also before the newest answer is there', async () => {
    await type('sluis bro')
    let answer: (completion: Completion | null) => void = () => undefined
    const complete = () => new Promise<Completion | null>((resolve) => (answer = resolve))
    Object.assign(window.desktop.search, { complete })
    await input().setValue('sluis bron')
    await input().trigger('keydown', { key: 'Tab' })
    answer({ from: 6, to: 10, options: [{ text: 'bron:', count: null }] })
    await flushPromises()
    expect(search.text).toBe('sluis bron:')
  })

  it('leaves Tab and the arrows to the hits when nothing completes', async () => {
    offered = null
    await type('sluis bro')
    const tab = new KeyboardEvent('keydown', { key: 'Tab', cancelable: true })
    input().element.dispatchEvent(tab)
    expect(tab.defaultPrevented).toBe(false)
    await press('ArrowDown')
    expect(atHand()).toBe('hit-0')
  })
})
