import { describe, expect, it } from 'vitest'
import {
  fastest,
  nextRate,
  patienceFor,
  slowest,
  voicesFor,
} from '../../../../src/core/reading/speech.ts'

const voice = (name: string, lang: string, localService = true) => ({ name, lang, localService })

describe('the voices of a language', () => {
  it('are those of this machine alone, the same country first', () => {
    const all = [
      voice('Belg', 'nl_BE'),
      voice('Merel', 'nl-NL'),
      voice('Wolk', 'nl-NL', false),
      voice('Ann', 'en-GB'),
      voice('Bijna', 'nlx'),
    ]
    expect(voicesFor(all, 'nl-NL').map(({ name }) => name)).toEqual(['Merel', 'Belg'])
    expect(voicesFor(all, 'nl').map(({ name }) => name)).toEqual(['Belg', 'Merel'])
    expect(voicesFor(all, 'fr')).toEqual([])
  })
})

describe('the rate of a voice', () => {
  it('goes by a tenth, and no further than can be followed', () => {
    expect(nextRate(1, 1)).toBe(1.1)
    expect(nextRate(1.1, 1)).toBe(1.2)
    expect(nextRate(fastest, 1)).toBe(fastest)
    expect(nextRate(slowest, -1)).toBe(slowest)
    let rate = slowest
    for (let step = 0; step < 9; step++) rate = nextRate(rate, 1)
    expect(rate).toBe(fastest)
  })
})

describe('how long a sentence may take', () => {
  it('grows with its length, and is less for a faster voice', () => {
    const text = 'x'.repeat(100)
    expect(patienceFor(text + text, 1)).toBeGreaterThan(patienceFor(text, 1))
    expect(patienceFor(text, fastest)).toBeLessThan(patienceFor(text, slowest))
    expect(patienceFor('', 1)).toBeGreaterThan(0)
  })
})
