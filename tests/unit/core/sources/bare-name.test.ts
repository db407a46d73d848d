import { expect, it } from 'vitest'
import { bareName, namesOnce } from '../../../../src/core/sources/bare-name.ts'

it('takes three notes at most off a name, so that its time does not grow with their number', () => {
  expect(bareName('Blik (betaald) € [Engels]')).toBe('Blik')
  expect(bareName(`Blik${' €'.repeat(50_000)}`)).toBe(`Blik${' €'.repeat(49_997)}`)
})

it('leaves a name that is nothing but signs', () => {
  expect(bareName('$')).toBe('$')
  expect(bareName('(betaald)')).toBe('(betaald)')
})

it('keeps the first of those that name one source, as printed', () => {
  expect(namesOnce(['$Blik', 'Dakpost', 'Blik (betaald)'])).toEqual(['$Blik', 'Dakpost'])
})
