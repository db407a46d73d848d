// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ItemNotes } from '../../../../src/core/edition/edition.ts'
import ItemFacts from '../../../../src/parts/reading/ItemFacts.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { someNotes } from '../placed-items.ts'

const all = someNotes({
  figures: [{ measures: 'Depth', value: '4', unit: 'm', remark: 'at low tide' }],
  terms: [{ term: 'sluis', translation: 'lock' }],
  names: [
    { name: 'De Vries', kind: 'person' },
    { name: 'Kadeblad', kind: 'organisation' },
  ],
  background: ['The lock is old.'],
})

function someFacts(notes: ItemNotes, isBeside = false) {
  return mount(ItemFacts, {
    props: { notes, isBeside, language: 'nl', notesLanguage: 'en' },
    global: { plugins: [i18n] },
  })
}

describe('the facts of an item', () => {
  it('have names for screen readers, and only those that there are', () => {
    const named = (notes: ItemNotes): (string | undefined)[] =>
      someFacts(notes)
        .findAll('[aria-label]:not(svg)')
        .map((one) => one.attributes('aria-label'))
    expect(named(all)).toEqual(['Kerncijfers', 'Begrippen', 'Namen', 'Achtergrond'])
    expect(named(someNotes())).toEqual([])
  })

  it('say of each word in which language it is', () => {
    const facts = someFacts(all)
    expect(facts.get('dt').attributes('lang')).toBe('nl')
    for (const part of ['tbody', 'dd', '.background'])
      expect(facts.get(part).attributes('lang')).toBe('en')
  })

  it('tell a person from an organisation, and look for either', async () => {
    const facts = someFacts(all)
    const kinds = facts.findAll('.chip svg').map((icon) => icon.attributes('aria-label'))
    expect(kinds).toEqual(['persoon', 'organisatie'])
    await facts.findAll('.chip')[1]?.trigger('click')
    expect(facts.emitted('find')).toEqual([['Kadeblad']])
  })

  it('leave out the label of the figures beside the original', () => {
    const labels = (isBeside: boolean): string[] =>
      someFacts(all, isBeside)
        .findAll('.label')
        .map((label) => label.text())
    expect(labels(false)).toContain('Kerncijfers')
    expect(labels(true)).not.toContain('Kerncijfers')
  })
})
