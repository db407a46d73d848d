// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import SearchStart from '../../../../src/parts/search/SearchStart.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aStart(history: readonly string[] = [], series: string | null = 'Streekpost') {
  return mount(SearchStart, {
    props: { history, source: 'Het Veld', year: '2024', series },
    global: { plugins: [i18n] },
  })
}

describe('the start of a search', () => {
  it('has earlier questions, to be asked again and to be forgotten', async () => {
    const start = aStart(['sluis', 'boot'])
    await start.get('.again').trigger('click')
    await start.get('.again').trigger('keydown', { key: 'Delete' })
    await start.findAll('.entry .icon-button')[1]?.trigger('click')
    expect(start.emitted('ask')).toEqual([['sluis']])
    expect(start.emitted('forget')).toEqual([['sluis'], ['boot']])
    expect(start.emitted('emptied')).toBeUndefined()
    expect(start.get('.entry .icon-button').attributes('aria-label')).toBe('Vergeet ‘sluis’')
  })

  it('tells when the last question is forgotten, and clears all of them', async () => {
    const start = aStart(['sluis'])
    await start.get('.again').trigger('keydown', { key: 'Delete' })
    expect(start.emitted('emptied')).toHaveLength(1)
    await start.get('.clear').trigger('click')
    expect(start.emitted('clear')).toHaveLength(1)
    expect(aStart().find('.entry, .clear').exists()).toBe(false)
  })

  it('has examples from the open edition, which are asked by a click', async () => {
    const start = aStart()
    const queries = start.findAll('.example').map((one) => one.text())
    expect(queries).toEqual(
      expect.arrayContaining(['bron:"Het Veld"', 'reeks:Streekpost', 'na:2024', 'voor:2024-07']),
    )
    await start.get('.example').trigger('click')
    expect(start.emitted('ask')).toEqual([[queries[0]]])
    expect(aStart([], null).text()).not.toContain('reeks:')
  })

  it('is two stops of Tab: the questions and the examples', () => {
    const stops = aStart(['sluis', 'boot']).findAll('[tabindex="0"]')
    expect(stops.map((one) => one.text())).toEqual(['sluis', 'batterij auto'])
  })
})
