import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../../src/core/dutch/fold.ts'
import { tokenize, tokenPlaces } from '../../../../src/core/dutch/tokens.ts'
import { costOfWhole, mostCost } from '../../cost-ratio.ts'

const wordsIn = (text: string): string[] =>
  tokenize(text).flatMap(({ words }) => words.map((word) => word.text))

describe('tokenize', () => {
  it.each<[text: string, words: string[]]>([
    ['auto’s', ['auto']],
    ['China’s baby’s, EU’s', ['china', 'baby', 'eu']],
    ['de directeurs’ auto', ['de', 'directeurs', 'auto']],
    ['’s avonds ‘stil’', ['s', 'avonds', 'stil']],
    ['1,87 miljoen', ['1,87', 'miljoen']],
    ['608.000', ['608.000', '608000']],
    ['1.234.567,', ['1.234.567', '1234567']],
    ['30%', ['30', '30%']],
    ['8 %', ['8', '8%']],
    ['8\u00a0%', ['8', '8%']],
    ['(+48%)', ['48', '48%']],
    ['versie 3.5.', ['versie', '3.5']],
    ['US$50', ['us', '50']],
    ['de 34ste en 2e', ['de', '34ste', '34', 'en', '2e', '2']],
    ['K1', ['k1']],
    ['36Kr', ['36kr']],
    ['NX9031', ['nx9031', 'nx', '9031']],
    ['Qwen2-72B', ['qwen2', 'qwen', '2', '72b', 'qwen272b']],
    ['GPT-4o', ['gpt', '4o', 'gpt4o']],
    ['Zuidoost-Azië', ['zuidoost', 'azie', 'zuidoostazie']],
    ['EV-bouwers', ['ev', 'bouwers', 'evbouwers']],
    ['vis-, schaal- & schelp', ['vis', 'schaal', 'schelp']],
    ['L’Oréal', ['loreal', 'oreal']],
    ['vlieg\u00adbewijs', ['vliegbewijs']],
    ['CO₂', ['co2']],
    ['11/11', ['11', '11']],
    ['中国 en 日本', ['中国', 'en', '日本']],
    ['-"()*:^~ … –', []],
    ['', []],
  ])('reads %j as %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words)
  })

  it.each<[text: string, word: string, stands: string]>([
    ['de auto’s daar', 'auto', 'auto’s'],
    ['Zuidoost-Azie\u0308 wint', 'azie', 'Azie\u0308'],
    ['Zuidoost-Azie\u0308 wint', 'zuidoostazie', 'Zuidoost-Azie\u0308'],
    ['😀Qwen2-72B😀', '72b', '72B'],
    ['een ﬁrma!', 'firma', 'ﬁrma'],
    ['wel vlieg\u00adbewijs', 'vliegbewijs', 'vlieg\u00adbewijs'],
    ['tot 30 % meer', '30%', '30 %'],
    ['nr. 608.000', '608000', '608.000'],
  ])('knows where in %j the word %s stands', (text, word, stands) => {
    const found = tokenize(text)
      .flatMap(({ words }) => words)
      .find(({ text }) => text === word)
    expect(found && text.slice(found.start, found.end)).toBe(stands)
  })

  it.each<[text: string, from: number, to: number, stands: string]>([
    ['tweelingbaby’s', 8, 12, 'baby’s'],
    ['tweelingbaby’s', 0, 8, 'tweeling'],
    ['vlieg\u00adbewijs', 5, 11, 'bewijs'],
    ['Azie\u0308reis', 0, 4, 'Azie\u0308'],
  ])('knows where the letters of a part of %j stand', (text, from, to, stands) => {
    const [word] = tokenize(text)[0]?.words ?? []
    expect(text.slice(...(word?.rangeOf(from, to) ?? []))).toBe(stands)
  })

  it('puts every word where its letters stand, whatever surrounds it', () => {
    const piece = fc.constantFrom(
      ...[
        'auto',
        'Azie\u0308',
        'ﬁrma',
        'vlieg\u00adbewijs',
        '608.000',
        '30%',
        'NX9031',
        'EV-bouwer',
        '👩‍🔬',
      ],
      ...['œuvre', '’', '-', ' ', '😀', '\u0301', 'ĳs', '1️⃣', '.', '\u2060', 'K1'],
    )
    const onlyLetters = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        for (const { words, start, end } of tokenize(text)) {
          for (const word of words) {
            expect(word.start).toBeGreaterThanOrEqual(start)
            expect(word.end).toBeLessThanOrEqual(end)
            if (word.kind === 'joined') continue
            const stands = onlyLetters(text.slice(word.start, word.end))
            expect(stands.startsWith(onlyLetters(word.text))).toBe(true)
          }
        }
      }),
    )
  })

  it.each([
    ['letters', 'a'.repeat(100_000)],
    ['hyphens', 'a-'.repeat(50_000)],
    ['points', '1.'.repeat(50_000)],
    ['apostrophes', "a'".repeat(50_000)],
    ['percent signs', '1 %'.repeat(30_000)],
    ['accents', 'e\u0301'.repeat(50_000)],
  ])('takes 100,000 %s at once', (_, text) => {
    expect(costOfWhole(text, tokenize)).toBeLessThan(mostCost)
  })
})

describe('tokenPlaces', () => {
  it.each([
    ['De auto’s, van 8 %.'],
    ['-a- (a) "aa" a'],
    // The nabla and the letters are pairs with the same first half.
    ['\ud835\udec1 \ud835\udec1\ud835\udc00\ud835\udec1 \ud835\udc01'],
    [''],
  ])('finds the tokens of %j where tokenize does', (text) => {
    const tokens = tokenize(text)
    expect(tokenPlaces(text)).toEqual({
      starts: tokens.map(({ start }) => start),
      ends: tokens.map(({ end }) => end),
    })
  })
})
