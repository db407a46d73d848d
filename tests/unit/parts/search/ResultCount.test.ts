// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../../../../src/core/search/search-types.ts'
import ResultCount from '../../../../src/parts/search/ResultCount.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { anAnswer } from './an-answer.ts'

function aCount(answer: SearchAnswer | null, hasAllWords = true) {
  return mount(ResultCount, { props: { answer, hasAllWords }, global: { plugins: [i18n] } })
}

describe('the number of hits', () => {
  it('is the title of the panel, and read out when it changes', () => {
    const count = aCount(anAnswer())
    expect(count.get('[role="status"] > h2').text()).toBe('3 treffers')
    expect(count.get('p').text()).toBe('in 2 edities')
  })

  it('is only so far what was found, while the search goes on', () => {
    const count = aCount(anAnswer({ isComplete: false }))
    expect(count.get('h2').text()).toBe('Nog aan het zoeken')
    expect(count.get('p').text()).toBe('3 treffers tot nu toe')
  })

  it('is said for screen readers alone when there are none', () => {
    const count = aCount(anAnswer({ total: 0 }))
    expect(count.get('h2').text()).toBe('Zoeken')
    expect(count.get('[role="status"] .visually-hidden').text()).toBe('geen treffers')
  })

  it('says that no text has all words', () => {
    expect(aCount(anAnswer(), false).get('.some').text()).toMatch(/^Geen tekst heeft al deze/u)
    expect(aCount(anAnswer()).find('.some').exists()).toBe(false)
  })

  it('is a title alone before anything is asked', () => {
    expect(aCount(null).text()).toBe('Zoeken')
  })
})
