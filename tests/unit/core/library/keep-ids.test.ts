import { describe, expect, it } from 'vitest'
import type { Edition, EditionNotes } from '../../../../src/core/edition/edition.ts'
import { withIds } from '../../../../src/core/edition/edition-ids.ts'
import {
  asNextRevision as nextRevision,
  goneItems,
  notesFor as followNotes,
} from '../../../../src/core/library/keep-ids.ts'
import { allAtOnce } from '../../../../src/core/steps.ts'

const asNextRevision = (...given: Parameters<typeof nextRevision>): Edition =>
  allAtOnce(nextRevision(...given))
const notesFor = (...given: Parameters<typeof followNotes>): EditionNotes =>
  allAtOnce(followNotes(...given))

function anEdition(title: string, ...texts: string[]): Edition {
  return withIds({
    id: 'x',
    revision: 1,
    language: 'nl',
    series: null,
    date: null,
    title,
    lede: null,
    figure: null,
    sections: [
      {
        id: 's',
        heading: null,
        items: texts.map((text) => ({ id: 'x', title: null, text, sources: [] })),
      },
    ],
  })
}
const ids = (edition: Edition): string[] =>
  edition.sections.flatMap(({ items }) => items.map(({ id }) => id))

const sluice = 'De sluis ging open en de boot voer langzaam weg naar zee.'
const fog = 'Mist lag boven de haven en de loods bleef aan de wal.'
const older = anEdition('Havenblad', sluice, fog)

describe('the next revision of an edition', () => {
  it('has its id and the next number', () => {
    const next = asNextRevision(older, anEdition('Een andere titel', sluice))
    expect(next).toMatchObject({ id: 'havenblad', revision: 2, title: 'Een andere titel' })
  })

  it('keeps the ids of items by their text, not by their number', () => {
    const next = asNextRevision(older, anEdition('Havenblad', fog, 'Storm op komst.', sluice))
    expect(ids(next)).toEqual([ids(older)[1], 'storm-op-komst', ids(older)[0]])
  })

  it('keeps the id of an item whose first words were mended', () => {
    const mended = sluice.replace('De sluis ging', 'De grote sluis ging')
    expect(ids(asNextRevision(older, anEdition('Havenblad', mended, fog)))).toEqual(ids(older))
  })

  it('gives a new item another id than those that are taken', () => {
    const begins =
      'De sluis ging open en de regen viel, maar verder bleef alles heel anders vandaag.'
    const all = ids(asNextRevision(older, anEdition('Havenblad', begins, sluice, fog)))
    expect(new Set(all).size).toBe(3)
    expect(all.slice(1)).toEqual(ids(older))
  })
})

describe('the id of an item that is gone', () => {
  const storm = 'De sluis ging open en de boot sloeg om; de bemanning staat gezond op het droge.'
  const [gone] = older.sections[0]?.items ?? []

  it('goes to no other item, though its own id would be the same', () => {
    const raw = anEdition('Havenblad', storm, fog)
    const same = {
      ...raw,
      sections: raw.sections.map((section) => ({
        ...section,
        items: section.items.map((item, index) =>
          index === 0 ? { ...item, id: gone?.id ?? '' } : item,
        ),
      })),
    }
    expect(ids(asNextRevision(older, same))).toEqual([`${gone?.id ?? ''}-2`, ids(older)[1]])
  })

  it('stays its own over a revision without it, and comes back with its text', () => {
    const without = asNextRevision(older, anEdition('Havenblad', fog))
    const past = goneItems(older, without, [])
    expect(past).toEqual([{ id: gone?.id, text: sluice }])
    const again = asNextRevision(without, anEdition('Havenblad', fog, sluice), past)
    expect(ids(again)).toEqual([ids(older)[1], gone?.id])
    expect(goneItems(without, again, past)).toEqual([])
  })
})

it('leaves the notes of two sections with one heading where they are', () => {
  const [section] = older.sections
  const sections = older.sections[0]?.items.map((item, index) => ({
    ...{ id: `kort-${String(index)}`, heading: 'Kort', items: [item] },
  }))
  const edition = { ...older, sections: sections ?? [] }
  const block = { kind: 'paragraph' as const, inlines: [] }
  const notes = {
    edition: older.id,
    language: 'en',
    general: null,
    sections: [
      { section: 'kort-0', blocks: [block] },
      { section: 'kort-1', blocks: [block] },
    ],
    items: [],
  } as unknown as EditionNotes
  expect(section).toBeDefined()
  expect(notesFor(edition, edition, notes).sections.map((entry) => entry.section)).toEqual([
    ...['kort-0', 'kort-1'],
  ])
})

describe('the notes that came with an edition', () => {
  const notes: EditionNotes = {
    edition: older.id,
    language: 'en',
    sections: [{ section: older.sections[0]?.id ?? '', watch: 'Let op het water.' }],
    items: ids(older).map((item) => ({
      item,
      gist: `About ${item}`,
      figures: [],
      terms: [],
      names: [],
      background: [],
    })),
  }
  const gists = (edition: Edition): (string | undefined)[] => {
    const now = notesFor(older, edition, notes)
    return ids(edition).map((id) => now.items.find(({ item }) => item === id)?.gist)
  }

  it('stay as they are with an edition that stays as it is', () => {
    expect(notesFor(older, older, notes)).toEqual(notes)
  })

  it('follow their items when these get other ids and another order', () => {
    const [first, second] = ids(older)
    const renamed = {
      ...older,
      id: 'anders',
      sections: older.sections.map((section) => ({
        ...section,
        id: 'x',
        items: section.items
          .toReversed()
          .map((item, index) => ({ ...item, id: `i${String(index)}` })),
      })),
    }
    expect(gists(renamed)).toEqual([`About ${String(second)}`, `About ${String(first)}`])
    expect(notesFor(older, renamed, notes)).toMatchObject({
      edition: 'anders',
      sections: [{ section: 'x', watch: 'Let op het water.' }],
    })
  })

  it('go with an item that goes', () => {
    const shorter = anEdition('Havenblad', fog)
    expect(gists(shorter)).toEqual([`About ${String(ids(older)[1])}`])
    expect(notesFor(older, shorter, notes).items).toHaveLength(1)
  })
})
