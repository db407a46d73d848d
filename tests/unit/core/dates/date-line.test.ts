import { describe, expect, it } from 'vitest'
import { readDateLine } from '../../../../src/core/dates/date-line.ts'

describe('a line that says when an edition came out', () => {
  it.each([
    ['vrijdag 12 juli 2030', '2030-07-12'],
    ['Nr. 7, vrijdag 12 juli 2030', '2030-07-12'],
    ['12e juli 2030', '2030-07-12'],
    ['Friday, July 12, 2030', '2030-07-12'],
    ['July 12th, 2030 · Issue 7', '2030-07-12'],
    ['Published on 2nd May 2030', '2030-05-02'],
    ['Freitag, 12. Juli 2030', '2030-07-12'],
    ['Ausgabe 7 vom 3. März 2030', '2030-03-03'],
    ['Le mardi 1er août 2030', '2030-08-01'],
    ['Décembre 2030', '2030-12'],
    ['12-7-2030', '2030-07-12'],
    ['week 28', null],
  ])('%s', (line, value) => {
    expect(readDateLine(line)).toEqual({ value })
  })

  it.each([
    ...['Het weer van 12 juli 2030', 'mei', '31 juni en wij', 'De twaalfde', ''],
    ...['12 juli 0000', 'juli 0000', '0000-01-01'],
  ])('is not: %s', (line) => {
    expect(readDateLine(line)?.value ?? null).toBeNull()
  })
})
