import { describe, expect, it } from 'vitest'
import { clearOfSticky } from '../../../../src/composables/measure-page.ts'

describe('a line below what sticks to the top of the page', () => {
  it.each([
    { what: 'nothing stuck', offset: 30, before: 0, now: 60, stands: 30 },
    { what: 'the bar is what it was', offset: 70, before: 60, now: 60, stands: 70 },
    { what: 'the bar takes a second line', offset: 70, before: 60, now: 120, stands: 130 },
    { what: 'the line stood well below it', offset: 400, before: 60, now: 120, stands: 400 },
    { what: 'the line stood just clear of both', offset: 125, before: 60, now: 120, stands: 140 },
    { what: 'the bar goes back to one line', offset: 130, before: 120, now: 60, stands: 130 },
    { what: 'the bar lay over it already', offset: 20, before: 60, now: 120, stands: 20 },
    { what: 'it stood above the page', offset: -80, before: 60, now: 120, stands: -80 },
  ])('stands clear where it can: $what', ({ offset, before, now, stands }) => {
    expect(clearOfSticky(offset, before, now)).toBe(stands)
  })
})
