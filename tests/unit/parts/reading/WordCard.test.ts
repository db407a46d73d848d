// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { FoundWord } from '../../../../src/core/lookup/look-up-in-all.ts'
import { i18n } from '../../../../src/i18n/index.ts'
import WordCard from '../../../../src/parts/reading/WordCard.vue'

const sentence = 'De waterstofbussen rijden.'
const part = (name: string, gloss: string | null) => ({ part: name, gloss, isNoun: true, rank: 1 })
const found: FoundWord = {
  ...{ headword: 'waterstofbus', wordClass: 'de', form: 'plural' },
  parts: [part('waterstof', 'hydrogen'), part('bus', 'bus')],
  glosses: [{ text: 'hydrogen bus', source: 'Leeslamp' }],
  others: [],
}

function aCard(changes: object = {}) {
  const props = {
    ...{ word: 'waterstofbussen', nameKind: null, found, sentence, offset: 3, language: 'nl' },
    ...{ isKept: false, canHear: true, ...changes },
  }
  return mount(WordCard, { props, global: { plugins: [i18n] } })
}

describe('the card of a word', () => {
  it('gives parts, headword, class, form, glosses and the sentence', () => {
    const card = aCard()
    expect(card.findAll('.part').map((one) => one.text())).toEqual(['waterstofhydrogen', 'busbus'])
    expect(card.get('.headword').text()).toBe(
      'de\u00A0waterstofbus, zelfstandig naamwoord; hier het meervoud',
    )
    expect(card.get('.glosses').text()).toContain('hydrogen bus')
    expect(card.get('.sentence b').text()).toBe('waterstofbussen')
    expect(card.attributes()).toMatchObject({
      role: 'dialog',
      'aria-label': 'Opgezocht: waterstofbussen',
    })
  })

  it('names each dictionary beside what it says, on a line of its own', () => {
    const glosses = [
      { text: 'hydrogen bus', source: 'Leeslamp' },
      { text: 'bus op waterstof', source: 'Van mij' },
      { text: 'H2-bus', source: 'Van mij' },
    ]
    const lines = aCard({ found: { ...found, glosses } }).findAll('.glosses li')
    expect(lines.map((one) => one.findAll('span').map((span) => span.text()))).toEqual([
      ['hydrogen bus', 'Leeslamp'],
      ['bus op waterstof; H2-bus', 'Van mij'],
    ])
    // In which language a reader's own dictionary explains is not known.
    expect(lines.map((one) => one.get('span').attributes('lang'))).toEqual(['en', undefined])
  })

  it('says of a word that is in no dictionary that it is a name', () => {
    const name = aCard({ found: null, nameKind: 'place' })
    expect(name.get('.headword').text()).toBe('waterstofbussen, naam van een plaats')
    expect(aCard({ nameKind: 'place' }).get('.headword').text()).not.toContain('naam van een')
  })

  it('says what else the word may be', () => {
    const others = [{ headword: 'schepen', glosses: ['alderman', 'bench'] }]
    expect(
      aCard({ found: { ...found, others } })
        .get('.others')
        .text(),
    ).toBe('Kan ook zijn: schepen\u00A0alderman')
    expect(aCard().find('.others').exists()).toBe(false)
  })

  it('has no class and no form for a word that only a dictionary of the reader has', () => {
    const own = { ...found, wordClass: null, form: null, parts: [] }
    expect(aCard({ found: own }).get('.headword').text()).toBe('waterstofbus')
    expect(
      aCard({ found: { ...own, glosses: [] } })
        .get('.none')
        .text(),
    ).toMatch(/^Geen woordenboek dat aanstaat/u)
  })

  it('shows no parts when one of them means nothing to it', () => {
    const parts = [part('waterstof', null), part('bus', 'bus')]
    expect(
      aCard({ found: { ...found, parts } })
        .find('.parts')
        .exists(),
    ).toBe(false)
  })

  it('says that a word is in no dictionary, whole or at all', () => {
    expect(aCard({ found: null }).get('.none').text()).toMatch(/^Staat in geen woordenboek/u)
    expect(aCard({ found: null }).get('.headword').text()).toBe(
      aCard({ found: null }).props('word'),
    )
    expect(
      aCard({ found: { ...found, glosses: [] } })
        .get('.none')
        .text(),
    ).toMatch(/^Als geheel/u)
  })

  it.each([
    ['Enter', 'keep'],
    ['h', 'hear'],
    ['/', 'search'],
    ['Escape', 'close'],
  ])('has a key for each action: %s', async (key, name) => {
    const card = aCard()
    await card.trigger('keydown', { key })
    expect(card.emitted(name)).toHaveLength(1)
    await card.trigger('keydown', { key, ctrlKey: true })
    expect(card.emitted(name)).toHaveLength(1)
  })

  it('leads to the list when the word is there, and hears nothing without a voice', async () => {
    const card = aCard({ isKept: true, canHear: false })
    const [list, ...others] = card.findAll('.action')
    expect(list?.text()).toContain('Naar de woordenlijst')
    await list?.trigger('click')
    await card.trigger('keydown', { key: 'Enter' })
    expect(card.emitted('list')).toHaveLength(2)
    expect(card.emitted('keep')).toBeUndefined()
    expect(others).toHaveLength(1)
  })
})
