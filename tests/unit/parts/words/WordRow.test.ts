// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { i18n } from '../../../../src/i18n/index.ts'
import WordRow from '../../../../src/parts/words/WordRow.vue'
import { aWord } from '../../core/reader-data/reader-records.ts'

function aRow(changes = {}) {
  const context = { title: 'Weekblik', section: null, number: 3 }
  const props = { word: aWord({ context, ...changes }), day: 'vandaag', isTabStop: true }
  return mount(WordRow, { props, global: { plugins: [i18n] } })
}

it('shows the word, its gloss, and the sentence with the word as it stood there', () => {
  const row = aRow()
  expect(row.get('.word').text()).toBe('sluislock')
  expect(row.get('.sentence').text()).toBe('De sluizen gaan dicht.')
  expect(row.get('b').text()).toBe('sluizen')
  expect(row.get('.source').text()).toBe('Weekblik, bericht 3, vandaag')
})

it('shows the parts of a compound that has no gloss', () => {
  const row = aRow({ headword: 'sluisdeur', glosses: [], parts: ['sluis', 'deur'] })
  expect(row.get('.gloss').text()).toBe('sluis · deur')
})

it('opens, and goes by key and by its button', async () => {
  const row = aRow()
  await row.get('.go').trigger('click')
  await row.get('.go').trigger('keydown', { key: 'Delete' })
  await row.get('.remove').trigger('click')
  expect(row.emitted('open')).toHaveLength(1)
  expect(row.emitted('remove')).toHaveLength(2)
  expect(row.get('.remove').attributes('aria-label')).toBe('Verwijderen: sluis')
})
