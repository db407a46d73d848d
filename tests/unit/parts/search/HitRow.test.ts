// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import HitRow from '../../../../src/parts/search/HitRow.vue'
import type { HighlightedRange } from '../../../../src/core/annotations/highlighted-pieces.ts'
import type { SearchHit, TextRange } from '../../../../src/core/search/search-types.ts'
import { i18n } from '../../../../src/i18n/index.ts'

const aHit: SearchHit = {
  ...{ edition: 'haven', item: 'i3', heading: 'Kop', number: 1, where: 'item', reason: 'exact' },
  ...{
    evidence: '',
    within: 'text',
    missing: [],
    excerpt: 'Een kade',
    excerptMarks: [],
    excerptStart: 0,
    marks: [],
  },
}

function aRow(
  hit: Partial<SearchHit>,
  props: {
    number?: number | null
    isCurrent?: boolean
    highlighted?: readonly HighlightedRange[]
  } = {},
) {
  const whole: SearchHit = { ...aHit, ...hit }
  return mount(HitRow, {
    props: { hit: whole, number: 3, language: 'nl', isCurrent: false, highlighted: [], ...props },
    global: { plugins: [i18n] },
  })
}

function shown(
  text: string,
  marks: readonly TextRange[],
): { html: string; marked: string[]; text: string } {
  const wrapper = aRow({ excerpt: text, excerptMarks: marks })
  const element = wrapper.get<HTMLElement>('.excerpt').element
  return {
    html: element.innerHTML.replaceAll(/<!--.*?-->| data-v-[0-9a-f]+=""/g, ''),
    marked: wrapper.findAll('mark').map((mark) => mark.element.textContent),
    text: element.textContent,
  }
}

describe('the excerpt of a hit', () => {
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

  it('shows what the reader highlighted, under the words that were looked for', () => {
    const highlighted = [
      { start: 10, end: 15, colour: 'salie' as const },
      { start: 0, end: 2, colour: 'roos' as const },
    ]
    const hit = { excerpt: 'Een kade aan zee', excerptStart: 4, excerptMarks: [[4, 8]] as const }
    const row = aRow(hit, { highlighted })
    const colours = row.findAll('.highlighted').map((one) => one.attributes('data-colour'))
    expect(row.findAll('.highlighted').map((one) => one.text())).toEqual(['aa'])
    expect(colours).toEqual(['salie'])
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
          // A mark beyond the end of the excerpt marks nothing.
          const isOutside = start >= any.length
          return index % 2 === 1 || end === undefined || isOutside ? [] : [[start, end]]
        })
        const result = shown(any, ranges)
        expect(result.text).toBe(any)
        expect(result.marked).toEqual(ranges.map(([start, end]) => any.slice(start, end)))
      }),
    )
  })
})

describe('the row of a hit', () => {
  it('is an option that says whether it is the current one', async () => {
    const row = aRow({})
    expect(row.attributes()).toMatchObject({ role: 'option', 'aria-selected': 'false' })
    await row.setProps({ isCurrent: true })
    expect(row.attributes('aria-selected')).toBe('true')
  })

  it('has the number of its item, where that is known', () => {
    expect(aRow({}, { number: 7 }).get('.number').text()).toBe('7')
    expect(aRow({}, { number: null }).get('.number').text()).toBe('')
  })

  it.each<[Partial<SearchHit>, RegExp]>([
    [{ reason: 'form', evidence: 'kades' }, /kades$/u],
    [{ reason: 'typo', evidence: 'kaade' }, /‘?kaade’?/u],
    [{ where: 'note' }, /notitie/u],
    [{ within: 'heading' }, /kop/iu],
    [{ missing: ['haven', 'sluis'] }, /· .*‘haven’ en ‘sluis’/u],
  ])('says why it was found: %j', (hit, expected) => {
    expect(aRow(hit).get('.why').text()).toMatch(expected)
  })

  it('opens by a click and by Enter', async () => {
    const row = aRow({})
    await row.trigger('click')
    await row.trigger('keydown', { key: 'Enter' })
    expect(row.emitted('open')).toHaveLength(2)
  })
})
