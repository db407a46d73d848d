import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Note } from '../../../../src/core/annotations/annotation.ts'
import { mergeNotes } from '../../../../src/core/annotations/merge-notes.ts'
import { isByOthers, noteWithNames } from '../../../../src/core/annotations/note-authors.ts'
import { aHighlight, aNote } from '../reader-data/reader-records.ts'

const day = (number: number): string => `2031-09-${String(number).padStart(2, '0')}T08:00:00.000Z`

function byWhom(author: string | null, text: string, changed: string): Note {
  return aNote({ text, changed, created: changed, ...(author === null ? {} : { author }) })
}

describe('whose a note is', () => {
  it('is told of what others wrote, and not of what the reader or somebody without a name did', () => {
    const note = byWhom('Anna', 'Klopt dit?', day(1))
    expect(noteWithNames(note, 'Anna')).toBe('Klopt dit?')
    expect(noteWithNames(note, 'Bram')).toBe('**Anna:** Klopt dit?')
    expect(noteWithNames(aNote({ text: 'Ja.' }), 'Bram')).toBe('Ja.')
    expect(noteWithNames(byWhom('Anna', '- Een\n- Twee', day(1)), '')).toBe(
      '**Anna:**\n\n- Een\n- Twee',
    )
    expect([isByOthers(note, 'Anna'), isByOthers(note, 'Bram')]).toEqual([false, true])
  })

  it('is told of each text where two people wrote at one item', () => {
    const both = mergeNotes(
      byWhom('Bram', 'Nee, zie pagina 3.', day(2)),
      byWhom('Anna', 'Klopt dit?', day(1)),
    )
    if (both === 'too-long') throw new Error('too long')
    expect(both.text).toBe('Klopt dit?\n\n---\n\nNee, zie pagina 3.')
    expect(noteWithNames(both, 'Bram')).toBe('**Anna:** Klopt dit?\n\n---\n\nNee, zie pagina 3.')
    expect(noteWithNames(both, '')).toContain('**Bram:**')
    expect(isByOthers(both, 'Bram')).toBe(false)
  })

  it('stays told of one without a name beside one with a name', () => {
    const both = mergeNotes(byWhom(null, 'Van mij.', day(2)), byWhom('Anna', 'Van Anna.', day(1)))
    if (both === 'too-long') throw new Error('too long')
    expect(noteWithNames(both, '')).toBe('**Anna:** Van Anna.\n\n---\n\nVan mij.')
  })

  it('is the same in whatever order, how often and in what parts texts come together', () => {
    const texts = fc.array(
      fc.record({
        author: fc.constantFrom(null, 'Anna', 'Bram'),
        text: fc.constantFrom('een', 'twee', 'een\ntwee', 'drie'),
        changed: fc.integer({ min: 1, max: 9 }).map(day),
      }),
      { minLength: 1, maxLength: 5 },
    )
    const joinAll = (notes: readonly Note[]): Note =>
      notes.reduce((one, other) => {
        const both = mergeNotes(one, other)
        if (both === 'too-long') throw new Error('too long')
        return both
      })
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { maxLength: 6 }), (all, picks) => {
        const notes = all.map(({ author, text, changed }) => byWhom(author, text, changed))
        const again = picks.flatMap((pick) => notes[pick % notes.length] ?? [])
        const parts = [...again, joinAll(notes.slice(0, 2)), ...notes.toReversed()]
        expect(joinAll(parts)).toEqual(joinAll(notes))
      }),
    )
  })

  it('is told of the words at a highlight that somebody else made', () => {
    const changed = day(3)
    const written = aHighlight({
      ...{ author: 'Anna', note: 'Van Bram.', changed },
      joined: [{ length: 9, changed, author: 'Bram' }],
    })
    expect(noteWithNames(written, 'Anna')).toBe('**Bram:** Van Bram.')
    expect(noteWithNames(written, 'Bram')).toBe('Van Bram.')
  })
})
