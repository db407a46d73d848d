import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { formSchema, mostBytes, mostEditions, noForm } from '../../../../src/core/series/form.ts'
import { teach } from '../../../../src/core/series/teach.ts'
import { documentOf, emptyOutline, type Styled } from './a-series.ts'

/** The first line of all may be the title. */
const top: Styled = ['blad', 'Weekbrief']
const text: Styled = ['', 'De kade is dicht tot de herfst, en fietsers rijden om.']
const outline = {
  ...emptyOutline,
  sections: [{ heading: 'Water', items: [{ title: null, first: 'De kade is dicht', more: [] }] }],
}

describe('what a form holds', () => {
  it('is what its schema says', () => {
    const form = teach(noForm, documentOf([top, ['kop', 'Water'], text]), outline)
    expect(v.parse(formSchema, JSON.parse(JSON.stringify(form)))).toEqual(form)
  })

  it('is, of words, short headings and what is left out', () => {
    const lines: Styled[] = [
      top,
      ['kop', 'Water'],
      text,
      ['', 'Gedrukt op de kade'],
      ['', `${'lang '.repeat(20)}einde`],
    ]
    const form = teach(noForm, documentOf(lines), outline)
    expect(form.editions[0]?.blocks.map(([, role, words]) => [role, words])).toEqual([
      ['left-out', 'weekbrief'],
      ['heading', 'water'],
      ['item-start', ''],
      ['left-out', 'gedrukt op de kade'],
      ['left-out', ''],
    ])
  })

  it.each([
    'Verstuurd aan jan@dorp.example',
    'https://dorp.example/uit',
    'www.dorp.example',
    'Uw nummer is 48213',
  ])('says nothing of who got it: %s', (line) => {
    const form = teach(noForm, documentOf([top, ['kop', 'Water'], text, ['', line]]), outline)
    expect(JSON.stringify(form)).not.toMatch(/dorp|48213/u)
  })

  it('are the newest editions', () => {
    let form = noForm
    for (let count = 0; count <= mostEditions; count += 1)
      form = teach(form, documentOf([top, [`kop${String(count)}`, 'Water'], text]), outline)
    expect(form.editions).toHaveLength(mostEditions)
    const styles = form.traits.map(({ style }) => style)
    expect(styles).not.toContain('kop0')
    expect(styles).toContain(`kop${String(mostEditions)}`)
  })

  it('is never larger than it may be', () => {
    const lines = Array.from({ length: 2_500 }, (_, at): Styled => [
      `${'s'.repeat(190)}${String(at)}`,
      `Regel ${String(at)}`,
    ])
    const form = teach(noForm, documentOf([top, ['kop', 'Water'], text, ...lines]), outline)
    expect(JSON.stringify(form).length).toBeLessThanOrEqual(mostBytes)
    expect(v.safeParse(formSchema, form).success).toBe(true)
  })

  it.each(['block', 'subject'] as const)(
    'is where the title stands, when it was mended: %s',
    (place) => {
      const titles = [
        { text: 'Nieuws', from: 'feed' },
        { text: 'Het Dorpsblad', from: 'subject' },
      ] as const
      const document = documentOf([
        ['', 'Afdeling nieuws'],
        ...(place === 'block' ? [['groot', 'Het Dorpsblad'] as const] : []),
        ['kop', 'Water'],
        text,
      ])
      const stated = { ...document.stated, titles: titles.slice(0, place === 'block' ? 1 : 2) }
      const form = teach(noForm, { ...document, stated }, { ...outline, title: 'Het Dorpsblad' })
      expect(form.editions[0]?.title).toBe(place)
    },
  )

  it('is no place of the title where that was guessed rightly', () => {
    const form = teach(noForm, documentOf([top, ['kop', 'Water'], text]), {
      ...outline,
      title: 'Weekbrief',
    })
    expect(form.editions[0]?.title).toBeNull()
  })
})
