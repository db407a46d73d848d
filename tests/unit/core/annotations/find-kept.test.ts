import { describe, expect, it } from 'vitest'
import { hasWords, rangesOfWords, soughtWords } from '../../../../src/core/annotations/find-kept.ts'
import { stem } from '../../../../src/core/dutch/stem.ts'
import { aBookmark, aNote } from '../reader-data/reader-records.ts'

function isFound(text: string, question: string): boolean {
  const records = [aNote({ text, quote: 'De sluis', tags: ['waterstand'] }), aBookmark()]
  return hasWords(records, 'Havennieuws, 5 juli 2024', soughtWords(question, stem))
}

describe('a question to what was kept', () => {
  it.each([
    ['De prijzen van thuisbatterijen', 'prijs', true],
    ['De prijs van stroom', 'prijzen', true],
    ['De prijzen van thuisbatterijen', 'batterij', true],
    ['De prijzen van thuisbatterijen', 'thuisbat', true],
    ['Eén café aan zee', 'een cafe', true],
    ['De prijzen van thuisbatterijen', 'prijs accu', false],
    ['De prijzen van thuisbatterijen', 'accu', false],
    ['Alles', '  ,', true],
  ])('finds in %j %j: %s', (text, question, expected) => {
    expect(isFound(text, question)).toBe(expected)
  })

  it.each(['sluizen', 'waterstanden', 'juli 2024', 'alles juli'])(
    'looks in quotes, tags and editions too: %s',
    (question) => {
      expect(isFound('Alles', question)).toBe(true)
    },
  )

  it('without a stemmer finds a word as it is typed, also within a longer one', () => {
    const records = [aNote({ text: 'De prijzen van thuisbatterijen' })]
    const found = (question: string) => hasWords(records, '', soughtWords(question))
    expect([found('batterij'), found('prijzen'), found('prijs')]).toEqual([true, true, false])
  })
})

describe('the words that were found', () => {
  const marked = (text: string, question: string): string[] =>
    rangesOfWords(text, soughtWords(question, stem)).map(([start, end]) => text.slice(start, end))

  it.each([
    ['De prijzen van thuisbatterijen', 'batterij', ['batterij']],
    ['De prijzen van thuisbatterijen', 'prijs', ['prijzen']],
    ['Eén cafe\u0301 aan zee, een café', 'cafe', ['cafe\u0301', 'café']],
    ['De ﬁets en de fiets', 'fiets', ['ﬁets', 'fiets']],
    ['De prijs van stroom, de stroomprijs', 'prijs stroom', ['prijs', 'stroom', 'prijs']],
    ['De prijs', '', []],
    ['De prijs', 'accu', []],
  ])('stand in %j for %j', (text, question, expected) => {
    expect(marked(text, question)).toEqual(expected)
  })
})
