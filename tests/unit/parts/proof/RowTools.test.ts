// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ProofRow } from '../../../../src/core/edition/proof-rows.ts'
import RowTools from '../../../../src/parts/proof/RowTools.vue'
import { i18n } from '../../../../src/i18n/index.ts'

const item = { id: 'i1', title: null, text: 'De sluis.', sources: [] }
const common = {
  number: 1,
  line: 4,
  text: 'De sluis.',
  credit: null,
  pictures: [],
  remarks: [],
}
const anItem: ProofRow = { ...common, key: 'ii1', role: 'item', item }

function someTools(row: ProofRow, open: string | null = null, other = {}) {
  return mount(RowTools, {
    props: { row, open, isRanked: false, ...other },
    global: { plugins: [i18n] },
  })
}

const namesOf = (row: ProofRow): string[] =>
  someTools(row)
    .findAll('button')
    .map((button) => button.text())

describe('the tools of a row', () => {
  it('are a toolbar with a name, out of the order of Tab', () => {
    const tools = someTools(anItem)
    expect(tools.get('.tools').attributes()).toMatchObject({
      role: 'toolbar',
      'aria-label': 'Wat u hiermee kunt doen',
      'data-of': 'ii1',
    })
    expect(tools.findAll('button').every((one) => one.attributes('tabindex') === '-1')).toBe(true)
  })

  it('are those of its role', () => {
    const [first, second, third, leaveOut] = ['Verbeteren', 'Knippen', 'Bronnen', 'Weglaten']
    expect(namesOf(anItem)).toEqual([first, second, third, leaveOut])
    const section: ProofRow = { ...common, key: 'ss1', role: 'section', item: null }
    expect(namesOf(section)).toEqual([first, 'Dit zijn titels', leaveOut])
    expect(namesOf({ ...common, key: 'lede', role: 'lede', item: null })).toEqual([first, leaveOut])
  })

  it('of a title, or of a heading without a text, make sections of all of its kind', () => {
    const titled: ProofRow = { ...anItem, item: { ...item, title: 'De brug' } }
    expect(namesOf(titled)).toContain('Dit zijn rubrieken')
    expect(namesOf(anItem)).not.toContain('Dit zijn rubrieken')
    const bare = someTools(anItem, null, { isRanked: true })
    expect(bare.findAll('button').at(-2)?.text()).toBe('Dit zijn rubrieken')
  })

  it('that change more than the row say what, and tell of it', async () => {
    const section = someTools({ ...common, key: 'ss1', role: 'section', item: null })
    const titles = section.findAll('button').at(-2)
    expect(titles?.attributes('title')).toBe(
      'Alle koppen van deze soort worden titels van berichten.',
    )
    await titles?.trigger('click')
    expect(section.emitted('all')).toEqual([['titles']])
  })

  it('say what is asked for, and what is open', async () => {
    const tools = someTools(anItem, 'cut')
    for (const button of tools.findAll('button')) await button.trigger('click')
    expect(tools.emitted('open')).toEqual([['words'], ['cut'], ['sources']])
    expect(tools.emitted('leaveOut')).toEqual([[]])
    const expanded = tools.findAll('button').map((button) => button.attributes('aria-expanded'))
    expect(expanded.slice(0, 3)).toEqual(['false', 'true', 'false'])
  })
})
