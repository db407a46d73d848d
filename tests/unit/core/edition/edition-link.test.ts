import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  editionLink,
  isLinkAttempt,
  parseEditionLink,
} from '../../../../src/core/edition/edition-link.ts'

describe('the address of an edition', () => {
  it('names an edition, or one of its items', () => {
    expect(parseEditionLink('leeslamp://edition/week-12')).toEqual({
      edition: 'week-12',
      item: null,
      passage: null,
    })
    expect(parseEditionLink('leeslamp://edition/reeks-2026.48/b-3.1')).toEqual({
      edition: 'reeks-2026.48',
      item: 'b-3.1',
      passage: null,
    })
  })

  it('is read back as it was written, for all ids that editions may have', () => {
    const id = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,119}$/)
    fc.assert(
      fc.property(id, fc.option(id), (edition, item) => {
        const address = `leeslamp://edition/${edition}${item === null ? '' : `/${item}`}`
        expect(parseEditionLink(address)).toEqual({ edition, item, passage: null })
      }),
    )
  })

  const long = 'a'.repeat(121)
  it.each([
    '',
    'leeslamp',
    'leeslamp:',
    'leeslamp:/',
    'leeslamp://',
    'leeslamp:week-12',
    'leeslamp:/edition/week-12',
    'leeslamp:edition/week-12',
    'leeslamp:///edition/week-12',
    'leeslamp:////edition/week-12',
    'leeslamp://edition',
    'leeslamp://edition/',
    'leeslamp://edition//',
    'leeslamp://edition//week-12',
    'leeslamp://edition/week-12/',
    'leeslamp://edition/week-12//',
    'leeslamp://edition/week-12//b-1',
    'leeslamp://edition/week-12/b-1/',
    'leeslamp://edition/week-12/b-1/c',
    'Leeslamp://edition/week-12',
    'LEESLAMP://edition/week-12',
    'leeslamp://Edition/week-12',
    'leeslamp://edition/Week-12',
    'leeslamp://edition/week-12?',
    'leeslamp://edition/week-12?a=b',
    'leeslamp://edition/week-12#',
    'leeslamp://edition/week-12#b-1',
    'leeslamp://edition/week-12;b-1',
    'leeslamp://edition:80/week-12',
    'leeslamp://edition@host/week-12',
    'leeslamp://user@edition/week-12',
    'leeslamp://user:word@edition/week-12',
    'leeslamp://edition.example/week-12',
    'leeslamp://library/week-12',
    'leeslamp://settings',
    'leeslamp://file/etc/passwd',
    'leeslamp://edition/..',
    'leeslamp://edition/.',
    'leeslamp://edition/../week-12',
    'leeslamp://edition/week-12/..',
    'leeslamp://edition/./week-12',
    'leeslamp://edition/.hidden',
    'leeslamp://edition/-rf',
    'leeslamp://edition/week-12/--no-sandbox',
    'leeslamp://edition/%77eek-12',
    'leeslamp://edition/%2e%2e',
    'leeslamp://edition/%252e%252e',
    'leeslamp://edition/week-12%2Fb-1',
    'leeslamp://edition/week-12%00',
    'leeslamp://edition/week-12\0',
    'leeslamp://edition/week-12\n',
    'leeslamp://edition/week-12\r\n',
    '\nleeslamp://edition/week-12',
    ' leeslamp://edition/week-12',
    'leeslamp://edition/week-12 ',
    'leeslamp://edition/week-12\t',
    'leeslamp://edition/week 12',
    'leeslamp://edition/week+12',
    'leeslamp:\\\\edition\\week-12',
    'leeslamp://edition\\week-12',
    'leeslamp://edition/C:\\week',
    'leeslamp://edition/c:',
    'leeslamp://edition/week_12',
    'leeslamp://edition/weék-12',
    'leeslamp://edition/wееk-12', // two letters are Cyrillic
    'leeslamp://edition/week‑12', // another hyphen
    'leeslamp://edition/week\u202e12',
    'leeslamp://edition/week\u200b-12',
    'leeslamp://edition/week-12\ufeff',
    '\ufeffleeslamp://edition/week-12',
    'leeslamp://edition/week-１２',
    'leeslamp://edition/__proto__',
    'leeslamp://edition/<script>',
    'leeslamp://edition/"onload="',
    "leeslamp://edition/'",
    'leeslamp://edition/$(id)',
    'leeslamp://edition/`id`',
    'leeslamp://edition/week-12|b-1',
    'leeslamp://edition/week-12&b-1',
    'leeslamp://edition/javascript:alert(1)',
    `leeslamp://edition/${long}`,
    `leeslamp://edition/week-12/${long}`,
    `leeslamp://edition/${'a/'.repeat(50_000)}`,
    'javascript:leeslamp://edition/week-12',
    'file:///leeslamp://edition/week-12',
    'https://edition/week-12',
    'app://leeslamp/edition/week-12',
    'leeslamps://edition/week-12',
    'view-source:leeslamp://edition/week-12',
  ])('is not %j', (address) => {
    expect(parseEditionLink(address)).toBe(null)
  })

  it('is meant by whatever has our scheme, in any case', () => {
    expect(isLinkAttempt('LEESLAMP:x')).toBe(true)
    expect(isLinkAttempt('leeslamp.editie')).toBe(false)
  })
})

const item = 'leeslamp://edition/week-12/b-1'

describe('the address of a passage', () => {
  it('quotes short words whole, and of long ones the first and the last', () => {
    expect(editionLink('week-12', 'b-1', '8,4 miljoen')).toBe(`${item}#8%2C4%20miljoen`)
    const words = 'een twee drie vier vijf '.repeat(9).trim()
    const link = parseEditionLink(editionLink('week-12', 'b-1', words))
    expect(link?.passage).toEqual({
      start: 'een twee drie vier vijf een twee drie vier vijf een twee drie vier vijf een',
      end: 'vijf een twee drie vier vijf een twee drie vier vijf een twee drie vier vijf',
    })
    expect(editionLink('week-12', 'b-1', '')).toBe(item)
  })

  it('is read back, has room for any words, and never cuts a letter', () => {
    const id = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,119}$/)
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
      .filter((text) => text.trim() !== '' && !/[^\P{C}\n\u00AD]/u.test(text))
    fc.assert(
      fc.property(id, id, words, (edition, of, text) => {
        const address = editionLink(edition, of, text)
        expect(address.length).toBeLessThanOrEqual(512)
        const link = parseEditionLink(address)
        expect(link).toMatchObject({ edition, item: of })
        if (link === null || link.passage === null || link.passage === 'unreadable') return
        const { start, end } = link.passage
        expect(text.startsWith(start)).toBe(true)
        expect(end === null ? start === text : text.endsWith(end)).toBe(true)
      }),
    )
  })

  const bytes = Array.from({ length: 256 }, (_, byte) => `%${byte.toString(16).padStart(2, '0')}`)
  const isControl = (_: string, byte: number): boolean => byte < 32 && byte !== 10
  const hostile = [
    '',
    ',',
    'a,',
    ',a',
    'a,b,c',
    '#',
    'a#b',
    'a b',
    'a+b c',
    '%20',
    '%0A',
    '%09',
    '%7F',
    '%',
    'a%',
    '%4',
    '%4g',
    '%g4',
    '%%41',
    '%u0041',
    '%C3',
    '%C3%28',
    '%C0%AF',
    '%E0%80%AF',
    '%ED%A0%80',
    '%ED%BF%BF',
    '%F4%90%80%80',
    '%F8%88%80%80%80',
    '%EF%BF',
    '%E2%80%AE',
    '%E2%80%8B',
    '%EF%BB%BF',
    '%E2%81%A6',
    '%CB%00',
    'é',
    'wееk',
    '\u202e',
    '\0',
    'a\nb',
    'a\tb',
    'a"b',
    "a'><b",
    '<script>',
    '`id`',
    '$(id)',
    'a&b',
    'a=b',
    'a;b',
    'a:b',
    'a/b',
    '../x',
    'a?b',
    'a@b',
    'a|b',
    'a\\b',
    'a^b',
    '{a}',
    '[a]',
    ':~:text=a',
    'javascript:alert(1)',
    'a'.repeat(81),
    `${'a'.repeat(81)},b`,
    `b,${'a'.repeat(81)}`,
    'a'.repeat(600),
    '%61'.repeat(200),
    '%F0%9F%98%80'.repeat(81),
    // Single bytes that are no letter.
    ...bytes.filter(isControl),
    ...bytes.slice(128),
  ]

  it.each(hostile)('opens the item and says so: #%j', (fragment) => {
    expect(parseEditionLink(`${item}#${fragment}`)).toEqual({
      edition: 'week-12',
      item: 'b-1',
      passage: 'unreadable',
    })
  })

  it('is refused in at least two hundred hostile forms', () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(200)
  })

  it('is decoded once', () => {
    expect(parseEditionLink(`${item}#%2541`)?.passage).toEqual({ start: '%41', end: null })
  })
})
