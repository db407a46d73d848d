import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQueryLanguage } from '../../../../src/core/search/query-language.ts'
import { costOfWhole, mostCost } from '../../cost-ratio.ts'

/** What is understood of a query, in one line. */
function understood(text: string): string {
  const { words, phrases, exclusions, filters, problem } = parseQueryLanguage(text)
  return [
    words.trim().replace(/\s+/gu, ' '),
    ...phrases.map((one) => `"${one.text}${one.isOpen ? '…' : '"'}`),
    ...exclusions.map((one) => (one.isPhrase ? `-"${one.text}"` : `-${one.text}`)),
    ...filters.map(({ isExcluding, criterion: { kind, ...rest } }) =>
      [isExcluding ? 'not' : '', kind === 'facet' ? '' : kind, ...Object.values(rest)]
        .filter((part) => part !== '')
        .join(' '),
    ),
    ...(problem === null ? [] : [`? ${problem.kind} ${problem.text}`]),
  ]
    .filter((part) => part !== '')
    .join(' | ')
}

describe('parseQueryLanguage', () => {
  it.each([
    ['batterij in de haven', 'batterij in de haven'],
    // Phrases.
    ['"vaste stof" batterij', 'batterij | "vaste stof"'],
    ['„vaste stof” “droog dok”', '"vaste stof" | "droog dok"'],
    ['«vaste stof»', '"vaste stof"'],
    ['‘vaste stof’ accu', 'accu | "vaste stof"'],
    ['‘de auto’s van morgen’', '"de auto’s van morgen"'],
    ['‘s avonds op zee', '‘s avonds op zee'],
    ['auto’s en ’t schip', 'auto’s en ’t schip'],
    ['kade "vaste st', 'kade | "vaste st…'],
    ['een 5" scherm', 'een 5" scherm'],
    ['"" "!" kade', 'kade'],
    ['"vaste stof"batterij', 'batterij | "vaste stof"'],
    // What is left out.
    ['haven -mist', 'haven | -mist'],
    ['haven -"dichte mist"', 'haven | -"dichte mist"'],
    ['Zuidoost-Azië', 'Zuidoost-Azië'],
    ['haven - mist', 'haven - mist'],
    ['haven --mist', 'haven --mist'],
    ['haven -!', 'haven'],
    ['-mist', '-mist | ? nothing-to-find -mist'],
    ['🚀', '🚀 | ? no-word 🚀'],
    ['-', '- | ? no-word -'],
    ['"', '? no-word "'],
    ['bron:', '? unfinished bron:'],
    ['bron: -mist', '-mist | ? nothing-to-find bron: -mist'],
    ['-mist -bron:SCMP', '-mist | not source SCMP | ? nothing-to-find -mist -bron:SCMP'],
    // Operators.
    ['bron:SCMP boot', 'boot | source SCMP'],
    ['bron:"Financial Times" boot', 'boot | source Financial Times'],
    ['BRON:scmp', 'source scmp'],
    ['source:SCMP section:zee series:blik', 'source SCMP | section zee | series blik'],
    ['rubriek:"boten en schepen"', 'section boten en schepen'],
    ['rubriek:„boten en schepen”', 'section boten en schepen'],
    ['reeks:weekblik', 'series weekblik'],
    ['boot -bron:SCMP', 'boot | not source SCMP'],
    ['bron: boot kade', 'kade | source boot'],
    ['kade bron:  "Financial Times" boot', 'kade boot | source Financial Times'],
    ['-rubriek: water kade', 'kade | not section water'],
    ['na: 2024 batterij', 'batterij | after 2024-01-01'],
    ['na: de kade', 'kade | ? bad-date na: de'],
    ['in: notities', 'kind note'],
    ['kade bron: na:2024', 'kade | after 2024-01-01'],
    ['kade bron: -mist', 'kade | -mist'],
    ['kade bron: ', 'kade'],
    ['let op: bron', 'let op: bron'],
    ['bron:"" boot', 'boot'],
    ['in:notities in:bladwijzers in:editie', 'kind note | kind bookmark | here'],
    ['in:notes in:bookmarks in:edition', 'kind note | kind bookmark | here'],
    ['in:not', '? unfinished in:not'],
    ['in:not boot', 'boot | ? unknown-place in:not'],
    ['in:kelder', '? unknown-place in:kelder'],
    // Dates.
    ['na:2023', 'after 2023-01-01'],
    ['na:2024-01', 'after 2024-01-01'],
    ['voor:2024-07-05', 'before 2024-07-05'],
    ['after:2024 before:2024-2', 'after 2024-01-01 | before 2024-02-01'],
    ['na:5-7-2024', 'after 2024-07-05'],
    ['na:7-2024', 'after 2024-07-01'],
    ['na:2024/07', 'after 2024-07-01'],
    ['na:20', '? unfinished na:20'],
    ['na:2024-', 'after 2024-01-01'],
    ['na:2024-0', 'after 2024-01-01'],
    ['na:2024-0 boot', 'boot | ? bad-date na:2024-0'],
    ['na:gisteren boot', 'boot | ? bad-date na:gisteren'],
    ['na:2024-13-01 x', 'x | ? bad-date na:2024-13-01'],
    ['voor:2023-02-29 x', 'x | ? bad-date voor:2023-02-29'],
    ['voor:2024-02-29 x', 'x | before 2024-02-29'],
    ['na:0999', '? bad-date na:0999'],
    ['na:2024-13', '? bad-date na:2024-13'],
    ['na:5-7-20', '? unfinished na:5-7-20'],
    ['na:5-7-20 boot', 'boot | ? bad-date na:5-7-20'],
    // What is no operator.
    ['12:30 uur', '12:30 uur'],
    ['https://voorbeeld.nl/a', 'https://voorbeeld.nl/a'],
    ['let op: dit', 'let op: dit'],
    ['a:b', 'a:b'],
    ['auteur:jan boot', 'boot | ? unknown-operator auteur:jan'],
    ['auteur:"jan en piet"', '? unknown-operator auteur:"jan en piet"'],
    ['auteur:jan na:gisteren', '? unknown-operator auteur:jan'],
    ['', ''],
    ['   ', ''],
  ])('understands %j as %j', (text, expected) => {
    expect(understood(text)).toBe(expected)
  })

  it('keeps every word where it stands', () => {
    const text = 'boot bron:SCMP "vaste stof" haven -mist kade'
    const { words } = parseQueryLanguage(text)
    expect(words).toHaveLength(text.length)
    for (const word of ['boot', 'haven', 'kade'])
      expect(words.indexOf(word)).toBe(text.indexOf(word))
    expect(words.trim().split(/\s+/u)).toEqual(['boot', 'haven', 'kade'])
  })

  it('says where each operator stands', () => {
    const text = 'boot -"dichte mist" bron:"De Tijd" "vaste stof"'
    const { phrases, exclusions, filters } = parseQueryLanguage(text)
    const typed = [...exclusions, ...filters, ...phrases].map(({ start, end }) =>
      text.slice(start, end),
    )
    expect(typed).toEqual(['-"dichte mist"', 'bron:"De Tijd"', '"vaste stof"'])
  })

  it.each([
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['ten thousand quotes', '"'.repeat(10_000)],
    ['opening quotes alone', '‘a '.repeat(3_333)],
    ['opening quotes and one that closes', `${'‘'.repeat(9_990)}a’`],
    ['only hyphens', '-'.repeat(10_000)],
    ['only colons', ':'.repeat(10_000)],
    ['only operators', 'bron:x -y "z" '.repeat(700)],
    ['names without values', 'bron:'.repeat(2_000)],
    ['a name that never ends', `${'bron'.repeat(2_499)}:`],
    ['hyphens and quotes', '-"'.repeat(5_000)],
    ['bait for regular expressions', '(a+)+$ '.repeat(1_400)],
    ['right-to-left text', '\u202ebron:שלום "مرحبا" -שלום '.repeat(300)],
    ['emoji', '👩‍🔬:👩‍🔬 "👩‍🔬" -👩‍🔬 '.repeat(250)],
    ['half a character', 'bron:\ud83d "\udc69 '.repeat(700)],
    ['spaces', ' \n\t\u00a0'.repeat(2_500)],
  ])('reads %s at once', (_, text) => {
    expect(costOfWhole(text, parseQueryLanguage)).toBeLessThan(mostCost)
    const { words, phrases, exclusions, filters } = parseQueryLanguage(text)
    expect(words).toHaveLength(text.length)
    for (const list of [phrases, exclusions, filters]) expect(list.length).toBeLessThanOrEqual(24)
  })

  const anyQuery = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.constantFrom(' ', '  ', '"', '“', '”', '„', '‘', '’', '-', ':', '\n', '\ud83d'),
        fc.constantFrom('bron:', 'na:2024', 'in:', 'rubriek:', 'auteur:', 'voor:', 'boot', '-'),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''))

  it('never throws, loses no place, and takes nothing twice', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const { words, phrases, exclusions, filters } = parseQueryLanguage(text)
        expect(words).toHaveLength(text.length)
        const typed = [...phrases, ...exclusions, ...filters].sort((a, b) => a.start - b.start)
        let done = 0
        for (const { start, end } of typed) {
          expect(start).toBeGreaterThanOrEqual(done)
          expect(end).toBeGreaterThan(start)
          expect(words.slice(start, end).trim()).toBe('')
          done = end
        }
        for (let at = 0; at < text.length; at++)
          if (words[at] !== ' ') expect(words[at]).toBe(text[at])
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['‘a ', '"a ', '-a ', 'bron:a ', 'bron:', 'aa:', '‘a’ ', '-"'])(
    'takes time in proportion to a text of %j',
    (piece) => {
      expect(costOfWhole(piece.repeat(32_000), parseQueryLanguage)).toBeLessThan(mostCost)
    },
  )
})
