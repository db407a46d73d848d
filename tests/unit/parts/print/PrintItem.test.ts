// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { HighlightedRange } from '../../../../src/core/annotations/highlighted-pieces.ts'
import PrintItem from '../../../../src/parts/print/PrintItem.vue'
import { aPlacedItem, someNotes } from '../placed-items.ts'

const long = 'De sluis gaat dicht en de boot wacht. '.repeat(20)
const notes = someNotes({
  figures: [{ measures: 'Depth', value: '4', unit: 'm', remark: 'at low tide' }],
  terms: [{ term: 'sluis', translation: 'lock' }],
})

function anItem(
  props: {
    ownNote?: string
    hasEditorsNotes?: boolean
    text?: string
    highlighted?: readonly HighlightedRange[]
  } = {},
) {
  const { text = long, ...others } = props
  return mount(PrintItem, {
    props: {
      ...{ placed: aPlacedItem({ title: 'Kade', text }, notes), sources: ['Kadeblad', 'VP'] },
      ...{
        language: 'nl',
        notesLanguage: 'en',
        ownNote: '',
        highlighted: [],
        hasEditorsNotes: false,
        ...others,
      },
    },
  })
}

describe('an item on paper', () => {
  it('has what the reader highlighted, paragraph by paragraph', () => {
    const highlighted = [
      { start: 2, end: 8, colour: 'roos' as const },
      { start: 10, end: 11, colour: 'oker' as const },
    ]
    const item = anItem({ text: 'Een.\n\nTwee.', highlighted })
    expect(item.findAll('.highlighted').map((one) => one.text())).toEqual(['n.', 'Tw', '.'])
    expect(item.findAll('.paragraph').map((one) => one.text())).toEqual(['Een.', 'Twee.'])
  })

  it('has its number, title, paragraphs and sources, in the language of the edition', () => {
    const item = anItem({ text: 'Een.\n\nTwee.' })
    expect(item.get('.column').attributes('lang')).toBe('nl')
    expect([item.get('.hung').text(), item.get('.title').text()]).toEqual(['1', 'Kade'])
    expect(item.findAll('.paragraph').map((one) => one.text())).toEqual(['Een.', 'Twee.'])
    expect(item.findAll('.sources li').map((one) => one.text())).toEqual(['Kadeblad', 'VP'])
  })

  it('has its pictures among its paragraphs, and of those elsewhere the caption', () => {
    const file = { sha256: 'a'.repeat(64), kind: 'png', width: 800, height: 600 } as const
    const words = { label: null, caption: 'De kade.', address: null }
    const elsewhere = { ...words, file: null, caption: 'De brug.', address: 'https://a.example/' }
    const pictures = [{ ...words, file, after: 1 }, elsewhere, { ...elsewhere, caption: null }]
    const placed = aPlacedItem({ text: 'Een.\n\nTwee.', pictures })
    const props = { placed, sources: [], language: 'nl', notesLanguage: 'en', ownNote: '' }
    const item = mount(PrintItem, { props: { ...props, highlighted: [], hasEditorsNotes: false } })
    expect(item.get('.column').text()).toMatch(/Een\.\s*De kade\.\s*Twee\.\s*De brug\.$/u)
    expect(item.findAll('img').map((one) => one.attributes('src'))).toEqual([
      `app://leeslamp/picture/${'a'.repeat(64)}`,
    ])
    expect(item.findAll('figure')).toHaveLength(2)
  })

  it('has the editors’ notes only where they are wanted', () => {
    expect(anItem().find('.editors').exists()).toBe(false)
    const editors = anItem({ hasEditorsNotes: true }).get('.editors')
    expect(editors.attributes('lang')).toBe('en')
    expect(editors.text()).toMatch(/The lock closes\..*Depth: 4\sm.*at low tide.*sluis lock/su)
  })

  it('has a short note of the reader in the margin, and a long one below', () => {
    const short = anItem({ ownNote: 'Nakijken.' })
    expect(short.get('article > .own').text()).toBe('Nakijken.')
    expect(
      anItem({ ownNote: long.repeat(4) })
        .find('.column > .own.is-under')
        .exists(),
    ).toBe(true)
    expect(anItem().find('.own').exists()).toBe(false)
  })
})
