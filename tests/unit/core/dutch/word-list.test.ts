import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCompoundSplitter } from '../../../../src/core/dutch/compound.ts'
import { aLexicon } from './a-lexicon.ts'
import {
  gradeBits,
  lexiconOf,
  openPackedWordList,
  packWordList,
  withOpenings,
} from '../../../../src/core/dutch/word-list.ts'

const word = fc.stringMatching(/^[a-e]{3,8}$/)
const said = fc.integer({ min: 1, max: 255 })

describe('a packed word list', () => {
  it('says of each word what the list says, and nothing of any other', () => {
    fc.assert(
      fc.property(fc.dictionary(word, said), fc.array(word), (grades, others) => {
        const packed = openPackedWordList(packWordList(new Map(Object.entries(grades))))
        for (const one of [...Object.keys(grades), ...others]) {
          expect([one, packed(one)]).toEqual([one, grades[one] ?? 0])
        }
      }),
    )
  })

  it('leaves out short words and those with other letters', () => {
    const packed = openPackedWordList(
      packWordList(
        new Map([
          ['ei', 3],
          ['café', 3],
          ['kade', 3],
        ]),
      ),
    )
    expect(['ei', 'café', 'kade', '', 'ka', '1,8'].map(packed)).toEqual([0, 0, 3, 0, 0, 0])
  })

  it('never throws on bytes that are no list', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(80_000), word, (bytes, zeros, one) => {
        const damaged = new Uint8Array(zeros + bytes.length)
        damaged.set(bytes, zeros)
        expect(openPackedWordList(damaged)(one)).toBeTypeOf('number')
      }),
    )
  })
})

describe('lexiconOf', () => {
  const grades = new Map([
    ['huizen', 1 << gradeBits.opening],
    ['huis', (3 << gradeBits.closingStem) | (2 << gradeBits.whole)],
  ])
  const lexicon = lexiconOf((one) => grades.get(one) ?? 0)

  it('knows a last part and a whole by their stems, an opening as it stands', () => {
    expect([lexicon.opening('huizen'), lexicon.opening('huis')]).toEqual([1, 0])
    expect([lexicon.closing('huizen'), lexicon.whole('huizen')]).toEqual([3, 2])
  })
})

describe('withOpenings', () => {
  it('lets a name open a compound, and neither close nor be one', () => {
    const lexicon = withOpenings(aLexicon('toestel'), (one) => one === 'huawei' || one === 'nio')
    const split = createCompoundSplitter(lexicon)
    expect(split('huaweitoestel')).toEqual([6])
    expect(split('toestelhuawei')).toEqual([])
    expect(split('niotoestel')).toEqual([])
    expect(lexicon.whole('huawei')).toBe(0)
  })
})
