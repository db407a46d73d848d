// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { RemovedEdition } from '../../../../src/core/library/removed-edition.ts'
import RemovedRow from '../../../../src/parts/library/RemovedRow.vue'
import { i18n } from '../../../../src/i18n/index.ts'

const edition: RemovedEdition = {
  ...{ file: 'haven-27@1.2024-07-05.json', id: 'haven-27', revision: 1, day: '2024-07-05' },
  ...{ title: 'Mist boven de kade', series: 'Havenblad' },
  date: { value: '2024-06-28', inferred: false },
  ...{ daysLeft: 12, replacedBy: null, present: null, fault: null },
}

function row(changed: Partial<RemovedEdition> = {}): VueWrapper {
  const props = { edition: { ...edition, ...changed }, isTabStop: true }
  return mount(RemovedRow, { props, global: { plugins: [i18n] } })
}

it('tells what it is, when it went, and for how long it is there', () => {
  const text = row().text()
  expect(text).toContain('Mist boven de kade')
  expect(text).toContain('Havenblad, 28 juni 2024')
  expect(text).toContain('verwijderd, 5 juli 2024')
  expect(text).toContain('nog 12 dagen')
  expect(row({ daysLeft: 1 }).text()).toContain('nog 1 dag')
  expect(row({ daysLeft: 0 }).text()).toContain('alleen vandaag nog')
})

it('tells by what it was replaced, and which one it would take the place of', () => {
  const replaced = row({ replacedBy: 2, present: 3 })
  expect(replaced.text()).toContain('vervangen door revisie 2')
  expect(replaced.get('button').text()).toBe('Terugzetten in plaats van revisie 3')
  expect(row().get('button').text()).toBe('Terugzetten')
})

it('puts back, and says of a damaged one what is wrong with it', async () => {
  const whole = row()
  await whole.get('button').trigger('click')
  expect(whole.emitted('putBack')).toHaveLength(1)
  const damaged = row({ title: null, series: null, date: null, fault: 'damaged' })
  expect(damaged.get('.fault').text()).toMatch(/^Het bestand van ‘haven-27’ is beschadigd/u)
})
