// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ofEachKind } from '../../../../src/core/annotations/kinds.ts'
import type { LibraryEntry } from '../../../../src/core/library/library-entry.ts'
import LibraryRow from '../../../../src/parts/library/LibraryRow.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { anEntry } from '../../core/library/library-entries.ts'

const state = { state: 'unread' as const, readItems: 0, annotations: ofEachKind(() => 0) }

function aRow(
  entry: Partial<LibraryEntry> = {},
  props: { apart?: string; isAtRest?: boolean; hasWholeDate?: boolean; organisation?: string } = {},
) {
  return mount(LibraryRow, {
    props: {
      ...{ entry: anEntry(entry), state, place: 2, all: 9, isTabStop: true },
      ...{ isChosen: false, isChoosing: false },
      ...{ apart: null, organisation: null, hasWholeDate: false, isAtRest: true, ...props },
    },
    global: { plugins: [i18n] },
  })
}

describe('the row of an edition', () => {
  it('has the name of the edition, and its place among all rows, also those not in the page', () => {
    expect(aRow().attributes()).toMatchObject({
      'aria-label': 'Drones boven de haven',
      'aria-posinset': '2',
      'aria-setsize': '9',
    })
  })

  it('shows and says what tells it from another edition of its title', () => {
    const row = aRow({}, { apart: 'brief-2.html' })
    expect(row.attributes('aria-label')).toBe('Drones boven de haven, brief-2.html')
    expect(row.get('.line').text()).toBe('Weekblik brief-2.html Water · Energie')
    expect(aRow().get('.line').text()).toBe('Weekblik Water · Energie')
  })

  it('shows the day, or the whole date where no heading says the month', () => {
    expect(aRow().get('.day').text()).toBe('5')
    expect(aRow({}, { hasWholeDate: true }).get('.day').text()).toBe('5 juli 2024')
    expect(aRow({ date: null }).get('.day').text()).toBe('')
  })

  it('shows the number below the day, and in its line for narrow windows', () => {
    const row = aRow({ number: '2024/12', revision: 2 })
    expect(row.get('.when').text()).toBe('5nr. 2024/12')
    expect(row.get('.date').text()).toBe('nr. 2024/12')
    expect(aRow({ number: '27' }, { hasWholeDate: true }).get('.date').text()).toBe(
      '5 juli 2024, nr. 27',
    )
    expect(row.get('.revision').text()).toBe('revisie 2')
    expect(aRow().find('.number').exists()).toBe(false)
    expect(aRow().find('.date').exists()).toBe(false)
  })

  it('opens, and can be reviewed, exported and removed', async () => {
    const row = aRow()
    await row.get('.open').trigger('click')
    for (const button of row.findAll('.actions button')) await button.trigger('click')
    const told = ['open', 'review', 'export', 'remove'].map((name) => row.emitted(name)?.length)
    expect(told).toEqual([1, 1, 1, 1])
  })

  it('has a box to choose it, but not the edition of the program', async () => {
    const row = aRow()
    expect(row.get<HTMLInputElement>('.checkbox').element.checked).toBe(false)
    expect(row.get('.box').classes()).not.toContain('is-shown')
    await row.get('.checkbox').trigger('change')
    expect(row.emitted('choose')).toHaveLength(1)
    await row.setProps({ isChosen: true, isChoosing: true })
    expect(row.get<HTMLInputElement>('.checkbox').element.checked).toBe(true)
    expect(row.get('.box').classes()).toContain('is-shown')
    expect(aRow({ origin: 'bundled' }).find('.box').exists()).toBe(false)
  })

  it('gets its buttons when the list is at rest, and keeps them', async () => {
    const row = aRow({}, { isAtRest: false })
    expect(row.find('.actions').exists()).toBe(false)
    await row.setProps({ isAtRest: true })
    await row.setProps({ isAtRest: false })
    expect(row.find('.actions').exists()).toBe(true)
  })

  it.each([
    ['the reader added', { origin: 'own', publisher: null }, false],
    ['came in a package', { origin: 'package', publisher: null }, true],
    ['came with the program', { origin: 'bundled', publisher: 'De Kade' }, false],
    ['came with the program from others', { origin: 'bundled', publisher: 'Het Veld' }, true],
  ] as const)('names the maker of what %s: %j', (_, entry, isNamed) => {
    expect(aRow(entry, { organisation: 'De Kade' }).find('.maker').exists()).toBe(isNamed)
  })
})
