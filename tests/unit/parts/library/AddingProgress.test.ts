// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import AddingProgress from '../../../../src/parts/library/AddingProgress.vue'
import { i18n } from '../../../../src/i18n/index.ts'

it('counts each run of several files, and stops the one that is asked for', async () => {
  const runs = new Map([
    [4, { done: 0, all: 1 }],
    [7, { done: 3, all: 12 }],
  ])
  const progress = mount(AddingProgress, { props: { runs }, global: { plugins: [i18n] } })
  const lines = progress.findAll('p').map((line) => line.text().replace(/\s+/gu, ' '))
  expect(lines).toEqual(['Bezig … Afbreken', '3 van 12 bestanden gelezen Afbreken'])
  await progress.findAll('button')[1]?.trigger('click')
  expect(progress.emitted('cancel')).toEqual([[7]])
})

it('is no status, since each number would be read out', () => {
  const runs = new Map([[7, { done: 3, all: 12 }]])
  const progress = mount(AddingProgress, { props: { runs }, global: { plugins: [i18n] } })
  expect(progress.find('[role], [aria-live]').exists()).toBe(false)
})
