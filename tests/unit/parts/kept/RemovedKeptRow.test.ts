// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import RemovedKeptRow from '../../../../src/parts/kept/RemovedKeptRow.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { aNote } from '../../core/reader-data/reader-records.ts'

it('tells what was removed, of which item, and for how long it is there, and puts it back', async () => {
  const context = { title: 'Mist boven de kade', section: null, number: 3 }
  const props = {
    ...{ place: 'note', record: aNote({ text: 'Mijn gedachte.', context }) },
    ...{ removed: '2024-07-05T08:00:00.000Z', daysLeft: 12, isTabStop: true },
  }
  const row = mount(RemovedKeptRow, { props, global: { plugins: [i18n] } })
  for (const words of ['Notitie', 'Mijn gedachte.', 'Mist boven de kade', '5 juli 2024'])
    expect(row.text()).toContain(words)
  expect(row.text()).toContain('nog 12 dagen')
  await row.get('button').trigger('click')
  expect(row.emitted('putBack')).toHaveLength(1)
})
