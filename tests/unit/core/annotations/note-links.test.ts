import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteBlocks, noteExcerpt } from '../../../../src/core/annotations/note-blocks.ts'
import {
  compareTargets,
  completeLink,
  linkBeforeCursor,
  linksIn,
  withoutAddresses,
  writeLink,
  type LinkTarget,
} from '../../../../src/core/annotations/note-links.ts'

function aTarget(changes: Partial<LinkTarget> = {}): LinkTarget {
  return {
    ...{ edition: 'week-1', item: 'bericht-2', passage: '' },
    ...{ words: 'De sluis gaat open', where: 'Bericht 2' },
    ...changes,
  }
}

describe('a link in a note', () => {
  it.each([
    ['Zie [[', 6, { from: 4, typed: '' }],
    ['Zie [[de slu', 12, { from: 4, typed: 'de slu' }],
    ['Zie [[de slu en', 9, { from: 4, typed: 'de ' }],
    ['Zie [[sluis]]', 13, null],
    ['Zie [sluis', 10, null],
    ['Zie [[\nsluis', 12, null],
  ])('is begun in %j at %i', (text, cursor, begun) => {
    expect(linkBeforeCursor(text, cursor)).toEqual(begun)
  })

  it('is offered once, by the beginnings of its words, without accents, and of its place', () => {
    const targets = [
      aTarget({ item: 'a', words: 'Een nieuwe sluis' }),
      aTarget({ item: 'b', words: 'Sluis dicht' }),
      aTarget({ item: 'b', words: 'Sluis, een tweede keer bewaard' }),
      aTarget({ item: 'c', words: 'Élektrisch varen', where: 'Weekblik Haven' }),
    ]
    const found = (typed: string): string[] =>
      completeLink(compareTargets(targets), typed).map(({ words }) => words)
    expect(found('slu')).toEqual(['Sluis dicht', 'Een nieuwe sluis'])
    expect(found('elek hav')).toEqual(['Élektrisch varen'])
    expect(found('uis')).toEqual([])
    expect(found('')).toHaveLength(3)
  })

  it('reads as its words and leads to its place, whatever signs stand in both', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab [](){}*_`\\<>#,!&;'), minLength: 1 })
    fc.assert(
      fc.property(words, words, (shown, passage) => {
        fc.pre(shown.trim() !== '' && passage.trim() !== '')
        const note = `Zie ${writeLink(aTarget({ words: shown, passage }))} ook.`
        expect(linksIn(note)).toEqual([
          { edition: 'week-1', item: 'bericht-2', passage: { start: passage, end: null } },
        ])
        expect(noteExcerpt(note)).toBe(
          `Zie ${shown.replaceAll(/\s+/gu, ' ')} ook.`.replaceAll(/\s+/gu, ' '),
        )
        const [paragraph] = noteBlocks(note)
        const kinds = paragraph?.kind === 'paragraph' ? paragraph.children : []
        expect(kinds.map(({ kind }) => kind)).toContain('link')
      }),
    )
  })

  it('is found among others, and none where an address is another or none of ours', () => {
    const note = `${writeLink(aTarget())} en [elders](https://voorbeeld.example/) en
      [stuk](leeslamp://edition/../x) en ${writeLink(aTarget({ item: 'bericht-3' }))}`
    expect(linksIn(note).map(({ item }) => item)).toEqual(['bericht-2', 'bericht-3'])
    expect(linksIn('leeslamp://edition/week-1/bericht-2')).toEqual([])
  })

  it('is searched by its words, and not by its address', () => {
    const note = `Zie ${writeLink(aTarget({ edition: 'haven-1', words: 'de [oude] sluis' }))}.`
    expect(withoutAddresses(note)).not.toContain('haven')
    expect(withoutAddresses(note)).toContain('oude')
    expect(withoutAddresses('[elders](https://voorbeeld.example/)')).toContain('voorbeeld')
  })
})
