import { describe, expect, it } from 'vitest'
import { dateInIntro, dateInTitle } from '../../../../src/core/dates/date-in-opening.ts'
import { readDateLine } from '../../../../src/core/dates/date-line.ts'

describe('the date of an edition', () => {
  it.each([
    ['Buurtbrief juli 2030', '2030-07'],
    ['Nieuwsbrief van de kade – juli 2030 (extra)', '2030-07'],
    ['Weekbericht van 14 februari 2030', '2030-02-14'],
    // A day says more than a month beside it.
    ['Juli 2030: weekbericht van 12 juli 2030', '2030-07-12'],
    ['Van juni 2030 tot juli 2030', null],
    ['De haven in 2030', null],
    ['Het jaar mei 20301', null],
  ])('in the title “%s” is %s', (title, value) => {
    expect(dateInTitle(title)).toBe(value)
  })

  it('is the day of which a sentence says that it is the edition’s, and no other', () => {
    expect(dateInIntro('Welkom bij de brief van 6 september 2030.')).toBe('2030-09-06')
    expect(dateInIntro('De krant van 6 september 2030 schreef erover.')).toBeNull()
  })

  it('is that of a first sentence with nothing else in it', () => {
    expect(dateInIntro('Week 28, 12 juli 2030. Deze week gaat de brug open.')).toBe('2030-07-12')
    expect(dateInIntro('Juli 2030. Het is zover.')).toBe('2030-07')
    expect(dateInIntro('Op 12 juli 2030 ging de brug open. Het was mooi.')).toBeNull()
    expect(dateInIntro('De brug gaat open. 12 juli 2030. Dan is het zover.')).toBeNull()
  })

  it.each([
    ['Volume 51    SPECIAL   July 2030', '2030-07'],
    ['Jaargang 4, nummer 12, 12 juli 2030', '2030-07-12'],
    ['Vol. 3 No. 7', null],
  ])('stands in the line “%s”', (line, value) => {
    expect(readDateLine(line)).toEqual({ value })
  })
})
