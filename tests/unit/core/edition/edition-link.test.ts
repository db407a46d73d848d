import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLinkAttempt, parseEditionLink } from '../../../../src/core/edition/edition-link.ts'

describe('the address of an edition', () => {
  it('names an edition, or one of its items', () => {
    expect(parseEditionLink('leeslamp://edition/week-12')).toEqual({
      edition: 'week-12',
      item: null,
    })
    expect(parseEditionLink('leeslamp://edition/reeks-2026.48/b-3.1')).toEqual({
      edition: 'reeks-2026.48',
      item: 'b-3.1',
    })
  })

  it('is read back as it was written, for all ids that editions may have', () => {
    const id = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{0,119}$/)
    fc.assert(
      fc.property(id, fc.option(id), (edition, item) => {
        const address = `leeslamp://edition/${edition}${item === null ? '' : `/${item}`}`
        expect(parseEditionLink(address)).toEqual({ edition, item })
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
