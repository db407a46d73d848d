// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import RevisionChoice from '../../../../src/parts/proof/RevisionChoice.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aChoice(asNew: boolean, isSame = true) {
  const replaces = { title: 'Het dorp', revision: 2, isLikely: true, isSame }
  return mount(RevisionChoice, {
    props: { replaces, asNew },
    global: { plugins: [i18n] },
    attachTo: document.body,
  })
}

it('asks by what it knows of the edition in the library', () => {
  expect(aChoice(false).get('legend').text()).toMatch(/^Nieuwe versie van ‘Het dorp’/u)
  expect(aChoice(false, false).get('legend').text()).toMatch(/^Deze editie lijkt op ‘Het dorp’/u)
})

it('has the next revision and a new edition to choose from', async () => {
  const choice = aChoice(false)
  const labels = choice.findAll('label').map((label) => label.text())
  expect(labels[0]).toMatch(/^revisie 3 van ‘Het dorp’/u)
  expect(labels[1]).toMatch(/^een aparte editie/u)
  const radios = choice.findAll<HTMLInputElement>('input[type="radio"]')
  expect(radios.map(({ element }) => element.checked)).toEqual([true, false])
  await radios[1]?.setValue()
  expect(choice.emitted('choose')).toEqual([[true]])
})
