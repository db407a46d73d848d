import { describe, expect, it } from 'vitest'
import {
  createReadingClock,
  readingTime,
  shownParts,
  type ShownItem,
} from '../../../../src/core/reading/reading-clock.ts'

/** Of twenty words: read in three seconds. */
function aShort(id: string, more: Partial<ShownItem> = {}): ShownItem {
  return { id, words: 20, isWhole: true, hasEnd: true, ...more }
}

describe('the time that a text takes', () => {
  it('is that of six hundred words a minute, and three seconds at least', () => {
    expect([0, 30, 31, 600].map(readingTime)).toEqual([3_000, 3_000, 3_100, 60_000])
  })
})

describe('what stands on a screen', () => {
  const screen = { top: 100, height: 800 }

  it.each([
    ['above it', 0, 100, null],
    ['cut at its top', 50, 200, { isWhole: false, hasEnd: true }],
    ['whole', 100, 901, { isWhole: true, hasEnd: true }],
    ['cut at its foot', 800, 902, { isWhole: false, hasEnd: false }],
    ['longer than it', 50, 950, { isWhole: false, hasEnd: false }],
    ['below it', 901, 950, null],
  ])('a text %s', (_where, top, end, expected) => {
    const [part] = shownParts([top], [end], screen)
    expect(part ?? null).toEqual(expected === null ? null : { index: 0, ...expected })
  })
})

describe('what was read', () => {
  it('is one item after the other: the lit one, then the first wholly in view', () => {
    const clock = createReadingClock()
    const items = [aShort('cut', { isWhole: false }), aShort('a'), aShort('b'), aShort('lit')]
    clock.show({ lit: 'lit', items }, 0)
    expect(clock.nextIn()).toBe(3_000)
    expect(clock.passTo(2_999)).toEqual([])
    expect(clock.passTo(3_000)).toEqual(['lit'])
    expect(clock.passTo(5_999)).toEqual([])
    expect(clock.passTo(6_000)).toEqual(['a'])
    expect(clock.passTo(60_000)).toEqual(['b'])
    expect(clock.nextIn()).toBeNull()
  })

  it('is told in the order of its reading when much time passed at once', () => {
    const clock = createReadingClock()
    clock.show({ lit: 'b', items: [aShort('a'), aShort('b'), aShort('c')] }, 0)
    expect(clock.passTo(6_500)).toEqual(['b', 'a'])
  })

  it('adds up over several looks at an item, and not while another one is lit', () => {
    const clock = createReadingClock()
    const items = [aShort('a'), aShort('b')]
    clock.show({ lit: 'a', items }, 0)
    clock.show({ lit: 'b', items }, 2_000)
    expect(clock.show({ lit: 'a', items }, 3_000)).toEqual([])
    expect(clock.nextIn()).toBe(1_000)
    expect(clock.passTo(4_000)).toEqual(['a'])
  })

  it('is the lit one on the screen: out of sight it takes no time', () => {
    const clock = createReadingClock()
    clock.show({ lit: 'away', items: [aShort('a')] }, 0)
    expect(clock.passTo(3_000)).toEqual(['a'])
  })

  it('is no item whose last line was not seen, however long it stood there', () => {
    const clock = createReadingClock()
    const long = { id: 'long', words: 600, isWhole: false, hasEnd: false }
    clock.show({ lit: 'long', items: [long] }, 0)
    expect(clock.nextIn()).toBeNull()
    expect(clock.passTo(90_000)).toEqual([])
    clock.show({ lit: 'long', items: [{ ...long, hasEnd: true }] }, 90_000)
    expect(clock.passTo(90_000)).toEqual(['long'])
  })

  it('is no long item whose last line alone was seen', () => {
    const clock = createReadingClock()
    const long = { id: 'long', words: 600, isWhole: false, hasEnd: true }
    clock.show({ lit: 'long', items: [long] }, 0)
    expect(clock.passTo(59_999)).toEqual([])
    expect(clock.passTo(60_000)).toEqual(['long'])
  })

  it('is told once, and again when it was away and read anew', () => {
    const clock = createReadingClock()
    const here = { lit: 'a', items: [aShort('a')] }
    clock.show(here, 0)
    expect(clock.passTo(3_000)).toEqual(['a'])
    clock.show(here, 4_000)
    expect(clock.passTo(10_000)).toEqual([])
    clock.show({ lit: 'b', items: [] }, 10_000)
    clock.show(here, 11_000)
    expect(clock.passTo(13_999)).toEqual([])
    expect(clock.passTo(14_000)).toEqual(['a'])
  })
})
