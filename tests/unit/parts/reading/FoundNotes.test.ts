// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../../../src/i18n/index.ts'
import FoundNotes from '../../../../src/parts/reading/FoundNotes.vue'
import HangingLamp from '../../../../src/parts/reading/HangingLamp.vue'
import { aFigure, allFound, aMention, anEarlierItem, aTerm, foundText } from '../found-items.ts'

function someNotes(changes: object = {}) {
  const props = {
    ...{ found: allFound, earlier: [anEarlierItem], text: foundText, language: 'nl' },
    ...{ isBeside: false, isSecond: false, nameOf: () => 'Weekblik, 22 maart 2024', ...changes },
  }
  return mount(FoundNotes, { props, global: { plugins: [i18n] } })
}

describe('what the program found', () => {
  it('says that the program says it, with a mark of its own', () => {
    const notes = someNotes()
    expect(notes.get('.head').text()).toBe('door Leeslamp uit de tekst gehaald')
    expect(notes.findComponent(HangingLamp).attributes('aria-hidden')).toBe('true')
    expect(notes.findAll('.label').map((one) => one.text())).toEqual([
      'Kerncijfers',
      'Namen',
      'Begrippen',
      'Eerder hierover',
    ])
  })

  it('shows only what there is', () => {
    const empty = { found: { figures: [], names: [], terms: [] }, earlier: [] }
    expect(someNotes(empty).findAll('.label')).toEqual([])
  })

  it('is closed to its head beside an editor’s notes, and opens', async () => {
    const notes = someNotes({ isSecond: true })
    const fold = notes.get('.fold')
    expect(fold.attributes('aria-expanded')).toBe('false')
    expect(notes.find('.parts').exists()).toBe(false)
    await fold.trigger('click')
    expect(fold.attributes('aria-expanded')).toBe('true')
    expect(notes.find('.parts').exists()).toBe(true)
  })

  it('leads to figures, names, terms and earlier items, and takes corrections of each', async () => {
    const notes = someNotes()
    await notes.get('.clause').trigger('click')
    await notes.get('.chip').trigger('click')
    await notes.get('.term').trigger('click')
    await notes.get('.one').trigger('click')
    expect(notes.emitted('show')).toEqual([[aFigure]])
    expect(notes.emitted('find')).toEqual([['Noorderbus Groep']])
    expect(notes.emitted('word')).toEqual([[aTerm]])
    expect(notes.emitted('open')).toEqual([[anEarlierItem]])
    for (const button of notes.findAll('.correct')) await button.trigger('click')
    expect(notes.emitted('correct')).toEqual([[aFigure], [aMention], [aTerm], [anEarlierItem]])
  })

  it('gives a term in its language and its gloss in English', () => {
    const notes = someNotes()
    const [term, gloss] = notes.findAll('.term span')
    expect([term?.text(), term?.attributes('lang')]).toEqual(['sluis', 'nl'])
    expect([gloss?.text(), gloss?.attributes('lang')]).toEqual(['lock', 'en'])
  })
})
