// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { KeptEdition } from '../../../../src/core/annotations/group-kept.ts'
import KeptHeading from '../../../../src/parts/kept/KeptHeading.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { aBookmark } from '../../core/reader-data/reader-records.ts'

const row = { record: aBookmark(), item: 'a', heading: null, number: 1, isGone: false }
const known = { id: 'dorp', title: 'Het dorp', series: 'Streekpost', items: null }
const group: KeptEdition = {
  ...{ id: 'dorp', title: 'Het dorp', series: 'Streekpost', date: '2024-07-05', rows: [row, row] },
  known: {
    ...known,
    ...{ date: { value: '2024-07-05', inferred: false }, headings: new Map(), words: new Map() },
  },
}

function aHeading(props: { isMissing?: boolean; isFolded?: boolean } = {}) {
  return mount(KeptHeading, {
    props: { group, isMissing: false, isFolded: false, isTabStop: true, ...props },
    global: { plugins: [i18n] },
  })
}

describe('the heading above what was kept of an edition', () => {
  it('has its title, series and date, and the number of its rows', () => {
    const texts = ['.title', '.about > span', '.count'].map((part) => aHeading().get(part).text())
    expect(texts).toEqual(['Het dorp', 'Streekpost, 5 juli 2024', '2'])
  })

  it('says of an edition that is not in the library which one it is', () => {
    const about = aHeading({ isMissing: true }).get('.about > span').text()
    expect(about).toBe('Streekpost, 5 juli 2024, niet in uw bibliotheek')
  })

  it('folds, and says whether its rows are shown', async () => {
    const heading = aHeading()
    const button = heading.get('button')
    expect(button.attributes()).toMatchObject({
      'aria-expanded': 'true',
      'aria-controls': 'kept-of-dorp',
      tabindex: '0',
    })
    await button.trigger('click')
    expect(heading.emitted('fold')).toHaveLength(1)
    const folded = aHeading({ isFolded: true }).get('button')
    expect(folded.attributes('aria-expanded')).toBe('false')
    expect(folded.attributes('aria-controls')).toBeUndefined()
  })
})
