import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCompoundSplitter } from '../../../../src/core/dutch/compound.ts'
import { createAnalyser } from '../../../../src/core/search/analyser.ts'
import { letterBit, lettersOf } from '../../../../src/core/search/term-matches.ts'
import { aLexicon } from '../dutch/a-lexicon.ts'

const analyser = createAnalyser(createCompoundSplitter(aLexicon('staats subsidie wind turbine')))

describe('createAnalyser', () => {
  it.each(['nl', 'en', 'de'])(
    'tells of each word in %s the letters that its forms begin with, and all that it has itself',
    (language) => {
      const piece = fc.constantFrom(
        ...[
          'Windturbines',
          'staatssubsidie',
          'z',
          'vv',
          'Zaal',
          'één',
          'ﬁrma',
          'NX9031',
          '608.000',
        ],
        ...[
          '30%',
          'EV-bouwer',
          'baby’s',
          "tv'tje",
          '34ste',
          'brieven',
          'dying',
          'Übungen',
          'yearly',
          'ßen',
          '-',
          ' ',
          ' ',
          'ĳs',
          'Å',
        ],
      )
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
          const { letters, wordAt } = analyser.text(pieces.join(''), language)
          letters.forEach((bits, index) => {
            for (const { kind, term } of wordAt(index).forms) {
              expect(bits & letterBit(term.charCodeAt(0))).not.toBe(0)
              if (kind === 'word') expect(lettersOf(term) & ~bits).toBe(0)
            }
          })
        }),
      )
    },
  )

  it('knows which letters a word lacks', () => {
    const { letters } = analyser.text('de boot', '')
    expect(letters.map((bits) => (bits & letterBit('b'.charCodeAt(0))) !== 0)).toEqual([
      false,
      true,
    ])
  })
})
