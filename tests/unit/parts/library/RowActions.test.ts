// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { LibraryEntry } from '../../../../src/core/library/library-entry.ts'
import RowActions from '../../../../src/parts/library/RowActions.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { anEntry } from '../../core/library/library-entries.ts'

function namesFor(entry: Partial<LibraryEntry>): (string | undefined)[] {
  const actions = mount(RowActions, {
    props: { entry: anEntry(entry) },
    global: { plugins: [i18n] },
  })
  return actions.findAll('button').map((button) => button.attributes('aria-label'))
}

it('has buttons with names, out of the order of Tab', async () => {
  const actions = mount(RowActions, { props: { entry: anEntry() }, global: { plugins: [i18n] } })
  expect(new Set(actions.findAll('button').map((one) => one.attributes('tabindex')))).toEqual(
    new Set(['-1']),
  )
  for (const button of actions.findAll('button')) await button.trigger('click')
  expect(Object.keys(actions.emitted())).toEqual(
    expect.arrayContaining(['review', 'export', 'remove']),
  )
})

it('offers a review of what is the reader’s own or was not looked over', () => {
  expect(namesFor({ origin: 'own', reviewed: true })[0]).toBe('Nakijken')
  expect(namesFor({ origin: 'package', reviewed: false })[0]).toBe('Nakijken')
  expect(namesFor({ origin: 'package', reviewed: true })).toEqual([
    'Exporteren als editiepakket',
    'Verwijderen',
  ])
})
