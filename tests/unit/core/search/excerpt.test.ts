import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from '../../../../src/core/search/excerpt.ts'
import { marksOf, type Match } from '../../../../src/core/search/marks.ts'
import { costOfWhole, mostCost } from '../../cost-ratio.ts'

const exact = { word: 0, reason: 'exact' as const }
const long = 'woord '.repeat(30)

/** Matches for each place of each of the sought words. */
function matchesOf(text: string, ...sought: readonly string[]): Match[] {
  return sought.flatMap((word, index) =>
    [...text.matchAll(new RegExp(word, 'g'))].map((match) => ({
      start: match.index,
      end: match.index + word.length,
      termMatches: [{ word: index, reason: 'exact' as const }],
      evidence: word,
    })),
  )
}
const cut = (text: string, ...sought: readonly string[]) => {
  const matches = matchesOf(text, ...sought)
  return excerptOf(text, matches, marksOf(matches), exact)
}

describe('excerptOf', () => {
  it('takes a short text as it is', () => {
    expect(cut('De boot ligt stil.', 'boot')).toEqual({
      text: 'De boot ligt stil.',
      start: 0,
      marks: [[3, 7]],
    })
  })

  it('says what it leaves out before and after', () => {
    const { text, marks } = cut(`${long}boot ${long}`, 'boot')
    expect(text).toMatch(/^… woord .*boot.* woord …$/)
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['boot'])
    expect(text.length).toBeGreaterThanOrEqual(90)
    expect(text.length).toBeLessThanOrEqual(130)
  })

  it('starts at the beginning when nothing matches, or when the match is near it', () => {
    expect(cut(long).text).toMatch(/^woord .* …$/)
    expect(cut(`Een boot ${long}`, 'boot').text).toMatch(/^Een boot .* …$/)
  })

  it('shows the place that is told of, where as many words stand', () => {
    const text = `${long}zeeboot ${long}boot ${long}`
    const termMatches = [{ word: 0, reason: 'compound' as const }]
    const [compound, word] = [text.indexOf('boot'), text.lastIndexOf('boot')]
    const matches: Match[] = [
      { start: compound, end: compound + 4, termMatches, evidence: 'zee·boot' },
      { start: word, end: word + 4, termMatches: [exact], evidence: 'boot' },
    ]
    const shown = (told: typeof exact | (typeof termMatches)[0]): string =>
      excerptOf(text, matches, marksOf(matches), told).text
    expect(shown(exact)).not.toContain('zeeboot')
    expect(shown({ word: 0, reason: 'compound' })).toContain('zeeboot')
  })

  it('fills the lines from before when the match is at the end', () => {
    const { text } = cut(`${long}boot`, 'boot')
    expect(text).toMatch(/^… woord .* boot$/)
    expect(text.length).toBeGreaterThanOrEqual(90)
  })

  it('takes the place where most words of the query are together', () => {
    const text = `boot ${long} kade ${long} boot en kade ${long}`
    expect(cut(text, 'boot', 'kade').text).toContain('boot en kade')
  })

  it('keeps a match whole that is longer than the excerpt', () => {
    const word = 'x'.repeat(300)
    expect(cut(`${long} ${word} ${long}`, word).text).toContain(word)
  })

  it.each(['', 'x', 'xy'])(
    'cuts between characters where there are no words, after %j',
    (shift) => {
      const emoji = '😀'.repeat(200)
      const { text } = cut(`${shift}${emoji}boot${emoji}`, 'boot')
      expect(Buffer.from(text).toString()).toBe(text)
    },
  )

  it('never cuts a character in two, and its marks show what the marks of the text show', () => {
    const piece = fc.constantFrom(
      'boot',
      'kade',
      ' ',
      ' ',
      '😀',
      '👩‍🔬',
      'e\u0301',
      '\n',
      '\u00a0',
      'woordenboekenkast',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const text = pieces.join('')
        const matches = matchesOf(text, 'boot', 'kade')
        const marks = marksOf(matches)
        const excerpt = excerptOf(text, matches, marks, exact)
        expect(Buffer.from(excerpt.text).toString()).toBe(excerpt.text)
        expect(
          excerpt.text
            .replace(/^… /, '')
            .replace(/ …$/, '')
            .split('\n')
            .every((line) => text.includes(line)),
        ).toBe(true)
        expect(marks.length === 0 || excerpt.marks.length > 0).toBe(true)
        for (const [start, end] of excerpt.marks) {
          expect(excerpt.text.slice(start, end)).toMatch(/^[abdekot]+$/)
        }
      }),
    )
  })

  it('answers at once with ten thousand matches', () => {
    const text = 'boot '.repeat(10_000)
    expect(costOfWhole(text, (part) => cut(part, 'boot'))).toBeLessThan(mostCost)
  })
})
