import { describe, expect, it } from 'vitest'
import { isLinkAddress } from '../../../../src/core/edition/link-address.ts'

describe('the address of a link', () => {
  it.each([
    'https://krant.nl/a?b=c#d',
    'http://krant.nl/',
    'https://xn--zeled-m1a.nl/%C3%AB',
    'https://[::1]/',
    'mailto:redactie@krant.nl',
    `https://krant.nl/${'a'.repeat(1_980)}`,
  ])('may be %s', (address) => {
    expect(isLinkAddress(address)).toBe(true)
  })

  it.each([
    '',
    'krant.nl',
    'https://',
    'https:///krant.nl',
    'https:\\\\krant.nl',
    'HTTPS://krant.nl/',
    'mailto:',
    'mailto:\u202Eln.knab@ofni',
    'mailto:\u200Ba@b.nl',
    'mailto:аdmin@bank.nl',
    'mailto: a@b.nl',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<p>',
    'file:///etc/passwd',
    'ftp://krant.nl/',
    'blob:https://krant.nl/1',
    'leeslamp://edition/a',
    'view-source:https://krant.nl/',
    ' https://krant.nl/',
    'https://krant.nl/ a',
    'https://krant.nl/\na',
    'https://krant.nl/\u0000',
    'https://krant.nl/\u007F',
    'https://krant.nl/\u202Eexe.fdp',
    'https://krаnt.nl/',
    'https://zeeëend.nl/',
    `https://krant.nl/${'a'.repeat(2_000)}`,
  ])('may not be %j', (address) => {
    expect(isLinkAddress(address)).toBe(false)
  })
})
