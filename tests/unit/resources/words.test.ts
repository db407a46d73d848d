// The bundled word list: its form, and what is missing or odd in it.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createDictionary } from '../../../src/core/lookup/dictionary.ts'
import { readWordEntry, readWordList, type WordEntry } from '../../../src/core/lookup/word-entry.ts'

const text = fs.readFileSync('resources/words/dutch.tsv', 'utf8')
const letters = /^['’]?\p{L}+(?:[-'’]\p{L}+)*['’]?$/u

/** What is wrong with a list, a sentence for each line. */
function faultsOf(lines: readonly string[]): string[] {
  const seen = new Set<string>()
  return lines.flatMap((line, index) => {
    const entry = readWordEntry(line)
    const fault =
      entry === null
        ? 'no entry'
        : (faultOf(entry) ?? (seen.has(keyOf(entry)) ? 'stands there twice' : null))
    if (entry !== null) seen.add(keyOf(entry))
    return fault === null ? [] : [`${String(index + 1)}: ${fault}: ${line}`]
  })
}

function keyOf({ headword, wordClass, forms, particle }: WordEntry): string {
  return [headword, particle, wordClass, ...forms].join(' ')
}

function faultOf({ headword, wordClass, particle, forms, glosses }: WordEntry): string | null {
  if (![headword, ...forms].every((word) => word === '' || letters.test(word)))
    return 'a sign that no word has'
  if (glosses.some((gloss) => gloss.trim() === '' || gloss.length > 80))
    return 'a gloss that is empty or long'
  if (wordClass === 'verb') {
    if (!headword.endsWith('n')) return 'an infinitive ends in n'
    if (forms.length < 3) return 'a verb has three forms'
    const [past = '', , participle = ''] = forms
    if (particle !== '' && participle !== '' && !participle.startsWith(particle))
      return 'the participle lacks its particle'
    if (particle.length > 2 && past.startsWith(particle)) return 'the past has its particle'
  } else if (particle !== '') return 'only a verb is separable'
  return null
}

describe('the bundled word list', () => {
  const lines = text.trimEnd().split('\n')

  it('has entries of one form, without doubles, missing forms and odd lines', () => {
    expect(faultsOf(lines)).toEqual([])
    expect(lines.length).toBeGreaterThan(8_000)
  })

  it.each([
    ['huis\thet\thuizen', 'no entry'],
    ['huis\tding\thuizen\thouse', 'no entry'],
    ['hu1s\thet\thuizen\thouse', 'a sign that no word has'],
    ['op|lossen\tverb\tloste losten gelost\tto solve', 'the participle lacks its particle'],
    ['maken\tverb\tmaakte\tto make', 'a verb has three forms'],
    ['huis\thet\thuizen\t ', 'a gloss that is empty or long'],
  ])('is told when a line is wrong: %j', (line, fault) => {
    expect(faultsOf([line])).toEqual([expect.stringContaining(fault)])
  })

  it('is told when a word stands there twice', () => {
    const line = 'huis\thet\thuizen\thouse'
    expect(faultsOf([line, line])).toEqual([expect.stringContaining('stands there twice')])
  })

  it.each([
    ['gaat', 'gaan'],
    ['stonden', 'staan'],
    ['steden', 'stad'],
    ['leden', 'lid'],
    ['verkiezingen', 'verkiezing'],
    ['beter', 'goed'],
    ['aangeboden', 'aanbieden'],
    ['grootste', 'groot'],
    ['slonk', 'slinken'],
    ['gezwollen', 'zwellen'],
    ['afgedongen', 'afdingen'],
  ])('knows irregular and strong forms: %s', (form, headword) => {
    const found = createDictionary(readWordList(text)).find(form)
    expect(found.map(({ entry }) => entry.headword)).toContain(headword)
  })

  it('is in the order of commonness', () => {
    const rankOf = (headword: string): number =>
      lines.findIndex((line) => line.startsWith(`${headword}\t`))
    expect(rankOf('de')).toBeLessThan(rankOf('regering'))
    expect(rankOf('regering')).toBeLessThan(rankOf('onderhuids'))
  })
})
