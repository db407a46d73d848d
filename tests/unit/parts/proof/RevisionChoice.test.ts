// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import RevisionChoice from '../../../../src/parts/proof/RevisionChoice.vue'
import { i18n } from '../../../../src/i18n/index.ts'

function aChoice(asNew: boolean, isSame = true, leaving = 0, all = 4, date: string | null = null) {
  const kept = { leaving, all }
  const replaces = { title: 'Het dorp', date, revision: 2, isLikely: true, isSame, kept }
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

it('names the day of the edition in the library', () => {
  expect(aChoice(false, true, 0, 4, '2024-12-14').get('legend').text()).toBe(
    'Nieuwe versie van ‘Het dorp’ van 14 december 2024 in uw bibliotheek. Voeg haar toe als:',
  )
})

it('says how much of what was kept belongs to items that go', () => {
  const sentence = (leaving: number, all?: number) =>
    aChoice(false, true, leaving, all).get('.help').text()
  expect(sentence(0)).not.toContain('van uw 4')
  expect(sentence(1)).toContain('Een van uw 4 bladwijzers en notities hoort bij een bericht')
  expect(sentence(1, 1)).toContain('Uw bladwijzer of notitie hoort bij een bericht')
  expect(sentence(2)).toContain('2 van uw 4 bladwijzers en notities horen bij berichten')
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
