// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { KeptRow as Row } from '../../../../src/core/annotations/group-kept.ts'
import KeptRow from '../../../../src/parts/kept/KeptRow.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { aBookmark, aNote } from '../../core/reader-data/reader-records.ts'

function aRow(row: Partial<Row> = {}, shownDay: string | null = null) {
  const whole = {
    record: aBookmark({ quote: 'De put.' }),
    heading: 'Kop',
    number: 4,
    item: 'a',
    isGone: false,
  }
  return mount(KeptRow, {
    props: {
      row: { ...whole, ...row },
      name: 'De put.',
      day: 'vandaag',
      shownDay,
      state: null,
      isTabStop: true,
    },
    global: { plugins: [i18n] },
  })
}

describe('the row of what was kept', () => {
  it('shows a bookmark as the number and the first words of its item', () => {
    const row = aRow()
    expect([row.get('.number').text(), row.get('.excerpt').text()]).toEqual(['4', 'De put.'])
    expect(row.get('.go').attributes()).toMatchObject({ title: 'Kop, vandaag', tabindex: '0' })
  })

  it('shows a note without the characters of Markdown, below the first words of its item', async () => {
    const row = aRow({ record: aNote({ quote: 'De put.', text: 'Prijs is **dalend**.' }) })
    const shown = (): string[] => [row.get('.incipit').text(), row.get('.excerpt').text()]
    expect(shown()).toEqual(['De put.', 'Prijs is dalend.'])
    await flushPromises()
    expect(shown()).toEqual(['De put.', 'Prijs is dalend.'])
  })

  it('says the day where it is to be said, and that the item is gone', () => {
    expect(aRow({}, 'gisteren').get('.meta').text()).toBe('gisteren')
    expect(aRow({ isGone: true }).get('.meta').text()).toContain('niet meer in deze editie')
    expect(aRow().find('.meta').exists()).toBe(false)
  })

  it('opens and removes, by buttons of which Tab comes to the first', async () => {
    const row = aRow()
    const remove = row.get('.remove')
    expect(remove.attributes()).toMatchObject({
      'aria-label': 'Verwijderen: De put.',
      tabindex: '-1',
    })
    await row.get('.go').trigger('click')
    await remove.trigger('click')
    expect([row.emitted('open'), row.emitted('remove')]).toEqual([[[]], [[]]])
  })
})
