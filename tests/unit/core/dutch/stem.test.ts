import { stemmer as snowball } from '@orama/stemmers/dutch'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeForms, stem } from '../../../../src/core/dutch/stem.ts'

/** Forms of one word; all must come to one stem. */
const families = [
  ['huis', 'huizen'],
  ['bedrijf', 'bedrijven', 'bedrijfs'],
  ['verbiedt', 'verbieden', 'verbied'],
  ['wordt', 'worden'],
  ['batterij', 'batterijen'],
  ['subsidie', 'subsidies'],
  ['firma', 'firmas'],
  ['drone', 'drones'],
  ['wagen', 'wagens'],
  ['model', 'modellen'],
  ['systeem', 'systemen'],
  ['virus', 'virussen'],
  ['kans', 'kansen'],
  ['mens', 'mensen'],
  ['grens', 'grenzen'],
  ['plaats', 'plaatsen'],
  ['chip', 'chips'],
  ['tank', 'tanks'],
  ['cel', 'cellen'],
  ['maan', 'manen'],
  ['man', 'mannen'],
  ['dag', 'dagen'],
  ['baas', 'bazen'],
  ['hoog', 'hoge'],
  ['sociaal', 'sociale'],
  ['commercieel', 'commerciële'].map((word) => word.replace('ë', 'e')),
  ['elektrisch', 'elektrische'],
  ['integreert', 'integreren'],
  ['stimuleert', 'stimuleren'],
  ['bouwt', 'bouwen'],
  ['brengt', 'brengen'],
  ['maakt', 'maken'],
  ['onderzoekt', 'onderzoeken', 'onderzoek'],
  ['schrijft', 'schrijven'],
  ['geeft', 'geven'],
  ['bloeit', 'bloeien'],
  ['lid', 'leden'],
  ['schip', 'schepen'],
  ['uur', 'uren'],
  ['centrum', 'centra'],
  ['technicus', 'technici'],
  ['technologie', 'technologieen'],
  ['idee', 'ideeen'],
  ['provincie', 'provincien'],
  ['trekken', 'trekt', 'trekkend', 'trekkende'],
  ['botsen', 'botst'],
  ['treffen', 'treft'],
  ['herkennen', 'herkent'],
  ['verbeteren', 'verbetert', 'verbeterd', 'verbeterde'],
  ['analyseren', 'analyseert', 'analyseerde', 'analyserend'],
  ['geleverd', 'geleverde'],
  ['dalen', 'dalende', 'daalt', 'daalde'],
  ['herstellen', 'herstelde', 'hersteld'],
]

/** Different words that a stemmer easily takes for one. */
const strangers = [
  ['kans', 'kan'],
  ['mens', 'men'],
  ['maan', 'man'],
  ['naam', 'nam'],
  ['boom', 'bom'],
  ['zon', 'zoon'],
  ['meten', 'met'],
  ['markt', 'mark'],
  ['poort', 'poor'],
  ['patient', 'patien'],
  ['bekend', 'beek'],
  ['vriend', 'vriezen'],
  ['weekend', 'week'],
  ['volgende', 'volgen'],
  ['script', 'scrip'],
  ['recept', 'recep'],
  ['soort', 'soor'],
  ['honderden', 'honder'],
]

const isFamily = (words: readonly string[], stemOf: (word: string) => string): boolean =>
  new Set(words.map(stemOf)).size === 1

describe('stem', () => {
  it.each(families)('gives %s and %s one stem', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1)
  })

  it.each(strangers)('keeps %s and %s apart', (one, other) => {
    expect(stem(one ?? '')).not.toBe(stem(other ?? ''))
  })

  it('does what Snowball alone does not', () => {
    expect(families.filter((words) => isFamily(words, snowball)).length).toBeLessThan(
      families.length * 0.6,
    )
  })

  it.each(['k1', 'nx9031', '34ste', 'eu', 'a', '', 'x'.repeat(61)])(
    'leaves %j as it is',
    (word) => {
      expect(stem(word)).toBe(word)
    },
  )

  it('is at its end after one time', () => {
    const syllable = fc.constantFrom(
      ...'ver be ge huis zen kan men lijk heid en er s t baar ing ieen raad ooft'.split(' '),
    )
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 5 }), (syllables) => {
        const once = stem(syllables.join(''))
        expect(once.length).toBeGreaterThan(0)
        expect(stem(once)).toBe(once)
      }),
    )
  })
})

describe('closeForms', () => {
  it.each([
    ['verhoging', 'verhogingen'],
    ['zichtbaar', 'zichtbare'],
    ['hoeveelheid', 'hoeveelheden'],
    ['jaarlijks', undefined],
    ['moeilijk', 'moeilijke'],
  ])('of %s are %s', (word, form) => {
    expect(closeForms(word)).toEqual(form === undefined ? [] : [form])
    if (form !== undefined) expect(closeForms(form)).toContain(word)
  })

  it('are none of a word that is little more than an ending', () => {
    expect(closeForms('ring')).toEqual([])
  })
})
