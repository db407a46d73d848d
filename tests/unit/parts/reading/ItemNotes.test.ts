// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { View } from '../../../../src/core/reader-data/reader-record.ts'
import ItemNotes from '../../../../src/parts/reading/ItemNotes.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { aPlacedItem, someNotes } from '../placed-items.ts'

const shown = (text: string): string => text.replaceAll('sluis', 'slu\u00ADis')

function theNotes(view: View = 'notes', notes: ReturnType<typeof someNotes> | null = someNotes()) {
  return mount(ItemNotes, {
    props: { placed: aPlacedItem({}, notes), view, language: 'nl', notesLanguage: 'en', shown },
    slots: { default: '<b class="slot">acties</b>', own: '<i class="own">eigen</i>' },
    global: { plugins: [i18n] },
  })
}

describe('the notes of an item', () => {
  it('have the first words of the item, the gist, and what the slots hold', () => {
    const notes = theNotes()
    expect(notes.get('.incipit').text()).toBe('De slu\u00ADis gaat dicht.')
    expect(notes.get('.gist').attributes('lang')).toBe('en')
    expect([notes.get('.head .slot').text(), notes.get('.own').text()]).toEqual(['acties', 'eigen'])
  })

  it('have the title of an item that has one instead', () => {
    const placed = aPlacedItem({ title: 'Sluis dicht' }, null)
    const props = { placed, view: 'notes' as const, language: 'nl', notesLanguage: 'en', shown }
    const notes = mount(ItemNotes, { props, global: { plugins: [i18n] } })
    expect(notes.get('.incipit').text()).toBe('Sluis dicht')
  })

  it('keep the ellipsis of the first words beside the last of them', () => {
    const text = 'De kade gaat dicht en de brug open, zegt de havenmeester.'
    const props = { placed: aPlacedItem({ text }, null), view: 'notes' as const, language: 'nl' }
    const notes = mount(ItemNotes, {
      props: { ...props, notesLanguage: 'en', shown },
      global: { plugins: [i18n] },
    })
    expect(notes.get('.incipit').text()).toBe('De kade gaat dicht en de brug open,\u00A0…')
  })

  it('need no first words beside the original', () => {
    expect(theNotes('side-by-side').find('.head').exists()).toBe(false)
  })

  it('are the reader’s own alone where the editors have none', () => {
    const notes = theNotes('notes', null)
    expect(notes.find('.gist').exists()).toBe(false)
    expect(notes.get('.own').text()).toBe('eigen')
  })

  it('tell for which name the reader looks', async () => {
    const named = someNotes({ names: [{ name: 'De Vries', kind: 'person' }] })
    const notes = theNotes('notes', named)
    await notes.get('.chip').trigger('click')
    expect(notes.emitted('find')).toEqual([['De Vries']])
  })
})
