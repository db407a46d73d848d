// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LibraryEntry } from '../../../../src/core/library/library-entry.ts'
import EditionFooter from '../../../../src/parts/reading/EditionFooter.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { anEntry } from '../../core/library/library-entries.ts'

/** Tells the observer whether the end is in view. */
let see: (isIntersecting: boolean) => void
let isObserved: boolean

beforeEach(() => {
  isObserved = false
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
        see = (isIntersecting) => {
          tell([{ isIntersecting }])
        }
      }
      observe(): void {
        isObserved = true
      }
      disconnect(): void {
        isObserved = false
      }
    },
  )
  return () => {
    vi.unstubAllGlobals()
  }
})

function aFooter(next: LibraryEntry | null = null) {
  return mount(EditionFooter, { props: { next }, global: { plugins: [i18n] } })
}

describe('the end of an edition', () => {
  it('says that it ends, and leads to the library and to the top', async () => {
    const footer = aFooter()
    expect(footer.get('.words').text()).toBe('Einde van de editie.')
    for (const button of footer.findAll('button')) await button.trigger('click')
    expect([footer.emitted('library'), footer.emitted('top')]).toEqual([[[]], [[]]])
  })

  it('leads to the next edition of the series', async () => {
    const entry = anEntry({ title: 'Het veld' })
    const footer = aFooter(entry)
    expect(footer.get('.open').text()).toBe('Het veldWeekblik, 5 juli 2024')
    await footer.get('.open').trigger('click')
    expect(footer.emitted('open')).toEqual([[entry]])
    expect(aFooter().find('.open').exists()).toBe(false)
  })

  it('tells once that it comes near', () => {
    const footer = aFooter()
    see(false)
    expect([footer.emitted('near'), isObserved]).toEqual([undefined, true])
    see(true)
    expect([footer.emitted('near'), isObserved]).toEqual([[[]], false])
  })

  it('looks no longer when it goes', () => {
    aFooter().unmount()
    expect(isObserved).toBe(false)
  })
})
