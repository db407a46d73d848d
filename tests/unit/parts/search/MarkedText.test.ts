// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import MarkedText from '../../../../src/parts/search/MarkedText.vue'
import type { TextRange } from '../../../../src/core/search/search-types.ts'

function shown(
  text: string,
  marks: readonly TextRange[],
): { html: string; marked: string[]; text: string } {
  const wrapper = mount(MarkedText, { props: { text, marks } })
  const element = wrapper.element as HTMLElement
  return {
    html: element.innerHTML.replaceAll(/<!--.*?-->/g, ''),
    marked: wrapper.findAll('mark').map((mark) => mark.element.textContent),
    text: element.textContent,
  }
}

describe('a text with marks', () => {
  it.each<[what: string, marks: readonly TextRange[], html: string]>([
    ['none', [], 'Een kade'],
    ['in the middle', [[4, 6]], 'Een <mark>ka</mark>de'],
    ['at the beginning', [[0, 3]], '<mark>Een</mark> kade'],
    ['at the end', [[4, 8]], 'Een <mark>kade</mark>'],
    ['all of it', [[0, 8]], '<mark>Een kade</mark>'],
    [
      'several',
      [
        [0, 3],
        [4, 6],
      ],
      '<mark>Een</mark> <mark>ka</mark>de',
    ],
    [
      'side by side',
      [
        [0, 1],
        [1, 3],
      ],
      '<mark>E</mark><mark>en</mark> kade',
    ],
  ])('shows them where they lie: %s', (_, marks, html) => {
    expect(shown('Een kade', marks).html).toBe(html)
  })

  it('counts in the units of stored offsets', () => {
    expect(shown('👍 één kade', [[3, 6]]).marked).toEqual(['één'])
  })

  it('shows signs of HTML as they are', () => {
    const { html, marked } = shown('<b>vet</b> & <i>zo</i>', [[0, 3]])
    expect(marked).toEqual(['<b>'])
    expect(html).not.toContain('<b>')
  })

  it('is the text again, whatever is marked', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    const marks = fc
      .uniqueArray(fc.nat(40), { maxLength: 8 })
      .map((cuts) => cuts.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(text, marks, (any, cuts) => {
        const ranges = cuts.flatMap((start, index): TextRange[] => {
          const end = cuts[index + 1]
          return index % 2 === 1 || end === undefined ? [] : [[start, end]]
        })
        const result = shown(any, ranges)
        expect(result.text).toBe(any)
        expect(result.marked).toEqual(ranges.map(([start, end]) => any.slice(start, end)))
      }),
    )
  })
})
