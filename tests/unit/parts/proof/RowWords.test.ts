// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ProofRow } from '../../../../src/core/edition/proof-rows.ts'
import RowWords from '../../../../src/parts/proof/RowWords.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function someWords(title: string | null) {
  const item = { id: 'a', title, text: 'De brug is open.', sources: ['Bode', 'SCMP'] }
  const row: ProofRow = {
    ...{ key: '.a', role: 'item', number: 1, line: 4, credit: null, item },
    ...{ text: `${title === null ? '' : `${title}\n`}${item.text}`, pictures: [], remarks: [] },
  }
  const attachTo = document.body.appendChild(document.createElement('div'))
  return mount(RowWords, { props: { row }, attachTo, global: { plugins: [i18n] } })
}

describe('the words of an item in the proof', () => {
  it('show its title apart from its text, and its sources behind it', () => {
    const words = someWords('De brug')
    expect(words.get('.title').text()).toBe('De brug')
    expect(words.element.parentElement?.textContent).toMatch(
      /^De brug\nDe brug is open\. +Bode +SCMP/u,
    )
  })

  it('are its text alone where it has no title', () => {
    const words = someWords(null)
    expect(words.find('.title').exists()).toBe(false)
    expect(words.findAll('.source').map((source) => source.text())).toEqual(['Bode', 'SCMP'])
  })
})
