import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternHyphenate } from '../../../../src/core/dutch/break-patterns.ts'
import { createCompoundSplitter } from '../../../../src/core/dutch/compound.ts'
import {
  buildHyphenation,
  stripSoftHyphens,
  withSoftHyphens,
} from '../../../../src/core/dutch/hyphenate.ts'
import { aLexicon } from './a-lexicon.ts'
import { costOfWhole, mostCost } from '../../cost-ratio.ts'

const splitCompound = createCompoundSplitter(
  aLexicon(
    'vlieg bewijs wind turbine park risico waarschuwings procedure bio wetenschapper auto markt kiem cel lente',
  ),
)
const tools = { splitCompound, patternHyphenate }
const visible = (text: string): string => text.replaceAll('\u00ad', '·')

/** The word as it breaks in a text; the word itself when it does not. */
function broken(word: string, hyphenation = tools): string {
  return visible(buildHyphenation([word], hyphenation)[word] ?? word)
}

describe('buildHyphenation', () => {
  it.each([
    ['vliegbewijzen', 'vlieg·bewijzen'],
    ['Vliegbewijzen', 'Vlieg·bewijzen'],
    ['windturbinepark', 'wind·turbine·park'],
    ['kiemcellen', 'kiem·cellen'],
    ['risicowaarschuwingsprocedures', 'risico·waar·schu·wings·procedures'],
    ['verantwoordelijkheden', 'verant·woor·de·lijk·heden'],
  ])('breaks %s as %s', (word, expected) => {
    expect(broken(word)).toBe(expected)
  })

  it('breaks by patterns where seams are not known, and then within the parts', () => {
    expect(broken('vliegbewijzen', { ...tools, splitCompound: () => [] })).toBe('vlieg·be·wijzen')
    expect(broken('biowetenschappers')).toBe('bioweten·schap·pers')
  })

  it.each([
    ['a short compound', 'automarkt'],
    ['a word of twelve letters that is no compound', 'beschouwende'],
    ['capitals', 'VLIEGBEWIJZEN'],
    ['a capital inside', 'VliegBewijzen'],
    ['a code', 'Vliegbewijzen2-72B'],
    ['the word beside a code', 'GPT4-vliegbewijzen'],
    ['an address', 'nieuws.vliegbewijzen.example'],
    ['a path', 'https://vliegbewijzen/windturbinepark'],
    ['an accent that stands by itself', 'vliegbewi\u0308jzen'],
    ['a word longer than any', 'windturbine'.repeat(6)],
  ])('does not break %s: %s', (_, text) => {
    expect(buildHyphenation([text], tools)).toEqual({})
  })

  it('does not break before a diaeresis, which Dutch would drop there', () => {
    expect(patternHyphenate('gecoördineerde')).toContain('co\u00adör')
    expect(broken('gecoördineerde')).toBe('gecoör·di·neerde')
  })

  it('leaves no lone vowel at the end of a line', () => {
    expect(broken('internationale')).toBe('inter·na·ti·onale')
  })

  it('breaks the parts of a hyphenated word by themselves', () => {
    expect(Object.keys(buildHyphenation(['EV-vliegbewijzen'], tools))).toEqual(['vliegbewijzen'])
  })

  it('is not misled by words that every object has', () => {
    const patterns = (word: string): string => word.replace('struct', 'struct\u00ad')
    const table = buildHyphenation(['een constructorfunctie'], {
      splitCompound: () => [],
      patternHyphenate: patterns,
    })
    expect(withSoftHyphens('de constructor en valueOf zelf', table)).toBe(
      'de constructor en valueOf zelf',
    )
  })
})

describe('withSoftHyphens', () => {
  const table = buildHyphenation(['vliegbewijzen windturbinepark'], tools)

  it('breaks every word but the last of a paragraph', () => {
    const text =
      'Vele vliegbewijzen voor vliegbewijzen.\nHet windturbinepark draait.\nZie windturbinepark!'
    expect(visible(withSoftHyphens(text, table))).toBe(
      'Vele vlieg·bewijzen voor vliegbewijzen.\nHet wind·turbine·park draait.\nZie windturbinepark!',
    )
  })

  it('takes a hyphenated word at the end as one', () => {
    expect(withSoftHyphens('Een vliegbewijzen-windturbinepark', table)).not.toContain('\u00ad')
  })

  it('breaks no word inside a code', () => {
    expect(withSoftHyphens('De vliegbewijzen-7B is er', table)).not.toContain('\u00ad')
  })

  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'vliegbewijzen',
          'verantwoordelijkheden',
          'gecoördineerde',
          'EV-vliegbewijzen',
          'internationale',
        ),
        fc.constantFrom(' ', '\n', '. ', '’', '-', '7B', '😀', 'é', 'constructor'),
        fc.string({ unit: 'grapheme', maxLength: 4 }),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => stripSoftHyphens(pieces.join('')))

  it('gives the text back when they are stripped', () => {
    fc.assert(
      fc.property(text, (stored) => {
        expect(stripSoftHyphens(withSoftHyphens(stored, buildHyphenation([stored], tools)))).toBe(
          stored,
        )
      }),
    )
  })

  it('leaves four letters on either side of a break', () => {
    fc.assert(
      fc.property(text, (stored) => {
        for (const word of Object.values(buildHyphenation([stored], tools))) {
          const pieces = word.split('\u00ad')
          expect(pieces.length).toBeGreaterThan(1)
          expect(pieces[0]?.length).toBeGreaterThanOrEqual(4)
          expect(pieces.at(-1)?.length).toBeGreaterThanOrEqual(4)
        }
      }),
    )
  })

  it.each([
    ['one word', 'a'.repeat(1_000_000)],
    ['hyphens', 'aaaa-'.repeat(200_000)],
    ['words', 'verantwoordelijkheden en '.repeat(40_000)],
    ['points', 'aa.'.repeat(300_000)],
  ])('takes a million characters of %s at once', (_, long) => {
    const cost = costOfWhole(long, (part) => withSoftHyphens(part, buildHyphenation([part], tools)))
    expect(cost).toBeLessThan(mostCost)
  })
})
