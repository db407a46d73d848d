import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnalyser } from '../../../../src/core/search/analyser.ts'
import { findMatches, marksOf, type Match } from '../../../../src/core/search/marks.ts'
import { createCompoundSplitter } from '../../../../src/core/dutch/compound.ts'
import { aLexicon } from '../dutch/a-lexicon.ts'
import { askOf, contextOf, segmentOf } from './a-search.ts'
import { anEditionOf } from './an-edition.ts'

const split = createCompoundSplitter(aLexicon('staats subsidie thuis batterij'))
const analyser = createAnalyser(split)
/** The matches in a text when these forms were found. */
function matchesOf(text: string, ...forms: readonly string[]): readonly Match[] {
  const analysed = analyser.text(text, '')
  const matched = analysed.starts.map((_, index) => ({
    index,
    forms: analysed
      .wordAt(index)
      .forms.filter(({ kind, term }) => forms.includes(`${kind} ${term}`))
      .map((form) => ({ form, matches: [{ word: 0, reason: 'exact' as const }] })),
  }))
  return findMatches(analysed, matched)
}
const marked = (text: string, ...forms: readonly string[]): string[] =>
  marksOf(matchesOf(text, ...forms)).map(([start, end]) => text.slice(start, end))

describe('findMatches', () => {
  it('marks a word of which one form was found', () => {
    expect(marked('Een huis en twee huizen.', 'word huis', 'stem huis')).toEqual(['huis', 'huizen'])
  })

  it('marks of a compound only the part', () => {
    expect(marked('Staatssubsidies, en subsidies.', 'head subsidie')).toEqual(['subsidies'])
  })

  it('does not take a stem for a word, nor a part for a stem', () => {
    expect(marked('De huizen.', 'word huis', 'part huis')).toEqual([])
  })

  it('joins what overlaps or touches, and nothing else', () => {
    const found = ['word ev', 'word bouwers', 'word evbouwers', 'part thuis', 'head batterij']
    expect(marked('EV-bouwers met thuisbatterij', ...found)).toEqual([
      'EV-bouwers',
      'thuisbatterij',
    ])
    expect(marked('EV en bouwers', ...found)).toEqual(['EV', 'bouwers'])
  })

  it('writes the word as it stands, with a middle dot at the seams of the part', () => {
    const evidence = (text: string, term: string): (string | undefined)[] =>
      matchesOf(text, `head ${term}`, `part ${term}`).map((match) => match.evidence)
    expect(evidence('De Thuisbatterij', 'batterij')).toEqual(['Thuis·batterij'])
    expect(evidence('De Thuisbatterij', 'thuis')).toEqual(['Thuis·batterij'])
    expect(evidence('De EV-thuisbatterij', 'batterij')).toEqual(['thuis·batterij'])
  })

  it('covers the word that was sought, wherever and however it is written', () => {
    const noise = fc.constantFrom(
      '😀',
      '👩‍🔬',
      'œuvre',
      'ﬁn',
      'Ze\u0301',
      'vlieg\u00adend',
      '中国',
      '½',
      '’',
      '–',
      '1.000',
      '',
    )
    /** What is typed, how what answers it may be written, and what of that is marked. */
    const sought: readonly (readonly [
      query: string,
      writings: readonly string[],
      mark?: string,
    ])[] = [
      ['azië', ['Azië', 'Azie\u0308', 'AZIË', 'azie', 'A\u00adzië']],
      ['huis', ['huis', 'huizen', 'Hui\u00adzen', 'HUIZEN']],
      ['batterij', ['batterijen', 'bat\u00adterij', 'Batterij', 'baterij']],
      ['batterij', ['thuisbatterij', 'EV-thuisbatterij'], 'batterij'],
      ['batterij', ['Thuisbatterijen'], 'batterijen'],
      ['subsidie', ['Staatssub\u00adsidie'], 'sub\u00adsidie'],
      ['thuis', ['thuisbatterij'], 'thuis'],
      ['baterij', ['thuisbatterij'], 'batterij'],
      ['efficiënt', ['efficiënt', 'e\ufb03cient', 'Effici\u0308ent', 'efficiënte']],
      ['auto’s', ["auto's", 'Auto’s', 'auto']],
      ['608000', ['608.000', '608000']],
      ['30%', ['30%', '30 %', '30\u00a0%']],
      ['"vaste stof"', ['vaste stof', 'Vaste-stof', 'va\u00adste\nstof']],
    ]
    const writings = fc.constantFrom(
      ...sought.flatMap(([query, written, mark]) =>
        written.map((writing) => ({ query, writing, mark: mark ?? writing })),
      ),
    )
    const lexicon = aLexicon('staats subsidie thuis batterij')
    fc.assert(
      fc.property(fc.array(noise), writings, fc.array(noise), (before, written, after) => {
        const text = [...before, written.writing, ...after].join(' ')
        const library = contextOf(segmentOf([anEditionOf(text)], lexicon))
        const [hit] = askOf(library, written.query).hits
        const marks = hit?.marks.map(([start, end]) => text.slice(start, end)) ?? []
        expect(marks).toEqual([written.mark])
      }),
      { numRuns: 300 },
    )
  })
})
