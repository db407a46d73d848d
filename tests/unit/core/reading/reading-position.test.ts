import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  currentIndex,
  readingMinutes,
  scrollTo,
  textsOnScreen,
  type Scrolled,
} from '../../../../src/core/reading/reading-position.ts'

interface Page {
  readonly tops: readonly number[]
  readonly height: number
  readonly end: number
}

function aPage(wanted: {
  opening?: number
  items: readonly number[]
  height?: number
  closing?: number
}): Page {
  const { opening = 300, items, height = 800, closing = 100 } = wanted
  let end = opening
  const tops = items.map((itemHeight) => {
    const top = end
    end += itemHeight
    return top
  })
  return { tops, height, end: end + closing }
}

function indexAt({ tops, height, end }: Page, top: number): number {
  return currentIndex(tops, { top, height, end })
}

const farthest = ({ height, end }: Page) => Math.max(0, end - height)

const length = (max: number) => fc.integer({ min: 0, max })
const anyPage = fc
  .record({
    opening: length(1_000),
    items: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 30 }),
    height: fc.integer({ min: 200, max: 2_000 }),
    closing: length(400),
  })
  .map(aPage)
/** A part of the way from the first line to the last, from 0 to 1. */
const part = fc.double({ min: 0, max: 1, noNaN: true })

describe('the item being read', () => {
  it.each([
    ['above the text', 0, 0],
    ['at its first lines', 250, 0],
    ['where the second item comes to the eye', 400, 1],
    ['in the middle', 1_250, 3],
    ['at the end', 2_600, 6],
  ])('is the one under the eye: %s', (_, top, index) => {
    const page = aPage({ items: [400, 400, 400, 400, 400, 400, 600] })
    expect(farthest(page)).toBe(2_600)
    expect(indexAt(page, top)).toBe(index)
  })

  it('is none when there are no items', () => {
    expect(indexAt(aPage({ items: [] }), 0)).toBe(-1)
  })

  it('is the one under the eye when the whole text is in view', () => {
    expect(indexAt(aPage({ opening: 0, items: [100, 100, 100, 100, 100] }), 0)).toBe(3)
  })

  it('is the first at the top and the last at the end, however short they are', () => {
    const page = aPage({ opening: 0, items: [50, 50, 50, 900, 50, 50, 50], closing: 0 })
    expect(indexAt(page, 0)).toBe(0)
    expect(indexAt(page, farthest(page))).toBe(6)
    fc.assert(
      fc.property(anyPage, (any) => {
        if (farthest(any) === 0) return
        expect(indexAt(any, 0)).toBe(0)
        expect(indexAt(any, farthest(any))).toBe(any.tops.length - 1)
      }),
    )
  })

  it('never goes back while the reader scrolls on', () => {
    fc.assert(
      fc.property(anyPage, part, part, (page, one, other) => {
        const [first, second] = [one, other].sort((a, b) => a - b) as [number, number]
        const before = indexAt(page, first * farthest(page))
        expect(indexAt(page, second * farthest(page))).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('is the last that starts above the eye where there is a page of text above and below', () => {
    fc.assert(
      fc.property(anyPage, part, (page, at) => {
        const { tops, height } = page
        const room = farthest(page) - 2 * height
        if (room < 0) return
        const top = height + at * room
        let naive = 0
        for (const [index, itemTop] of tops.entries()) {
          if (itemTop <= top + 0.4 * height) naive = index
        }
        expect(indexAt(page, top)).toBe(naive)
      }),
    )
  })

  it('is each of the items in turn while the reader scrolls through', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        if (farthest(page) < page.height) return
        const seen = new Set<number>()
        for (let top = 0; top < farthest(page); top += 0.5) seen.add(indexAt(page, top))
        seen.add(indexAt(page, farthest(page)))
        expect([...seen]).toEqual([...page.tops.keys()])
      }),
      { numRuns: 30 },
    )
  })
})

describe('scrolling a line to its place', () => {
  /** Where the line then stands in the visible part: what a browser does, which scrolls no farther than the text goes. */
  function shownAt(line: number, target: Scrolled, text: number, height: number): number {
    const most = Math.max(0, text + target.after - height)
    return line - Math.min(Math.max(target.top, 0), most)
  }

  it.each<[what: string, line: number, offset: number, target: Scrolled]>([
    ['in the middle of the text', 2_000, 200, { top: 1_800, after: 0 }],
    ['at its top, where the line moves', 100, 300, { top: 0, after: 0 }],
    ['at its end', 4_900, 100, { top: 4_800, after: 600 }],
    ['exactly at the end', 4_300, 100, { top: 4_200, after: 0 }],
    ['above the visible part', 2_000, -300, { top: 2_300, after: 0 }],
  ])('says where to scroll and how much room that takes: %s', (_, line, offset, target) => {
    expect(scrollTo(line, offset, 5_000, 800)).toEqual(target)
  })

  const anyText = fc.integer({ min: 0, max: 5_000 })
  const anyCase = anyText.chain((text) =>
    fc.tuple(
      fc.integer({ min: 0, max: text }),
      fc.integer({ min: -3_000, max: 2_000 }),
      fc.constant(text),
      fc.integer({ min: 1, max: 2_000 }),
    ),
  )

  it('puts the line where it should stand, or leaves the top of the text at the top of the page', () => {
    fc.assert(
      fc.property(anyCase, ([line, offset, text, height]) => {
        const target = scrollTo(line, offset, text, height)
        const shown = shownAt(line, target, text, height)
        if (line >= offset) expect(shown).toBe(offset)
        else expect([target.top, shown]).toEqual([0, line])
      }),
    )
  })

  it('adds room only where the text is too short, and no more than it takes', () => {
    fc.assert(
      fc.property(anyCase, ([line, offset, text, height]) => {
        const target = scrollTo(line, offset, text, height)
        if (target.after === 0) return
        const less = { ...target, after: target.after - 1 }
        expect(shownAt(line, less, text, height)).not.toBe(offset)
      }),
    )
  })

  it('would miss the place without that room', () => {
    const target = scrollTo(4_900, 100, 5_000, 800)
    expect(shownAt(4_900, { ...target, after: 0 }, 5_000, 800)).toBe(700)
  })
})

describe('the minutes a text takes', () => {
  it.each([
    [0, 1],
    [238, 1],
    [356, 1],
    [357, 2],
    [2_380, 10],
  ])('%d words are read in about so many: %d', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes)
  })
})

describe('a screen', () => {
  const screen = { lines: 20, lineLength: 66 }

  it.each([
    { name: 'of one long text', lengths: [2_000, 300], count: 1 },
    { name: 'of several', lengths: [66 * 5, 66 * 6, 66 * 8, 300], count: 3 },
    { name: 'that a last line fills to the full', lengths: [66 * 19, 66], count: 2 },
    { name: 'that all texts do not fill', lengths: [100, 100], count: 2 },
    { name: 'without texts', lengths: [], count: 0 },
  ])('$name', ({ lengths, count }) => {
    expect(textsOnScreen(lengths, screen)).toBe(count)
  })

  it('is full with the last of them, and not before', () => {
    fc.assert(
      fc.property(fc.array(length(2_000), { maxLength: 20 }), length(60), (lengths, lines) => {
        const count = textsOnScreen(lengths, { lines, lineLength: 66 })
        const linesOf = (of: readonly number[]): number =>
          of.reduce((sum, one) => sum + Math.ceil(one / 66) + 1, 0)
        expect(linesOf(lengths.slice(0, count - 1))).toBeLessThanOrEqual(lines)
        if (count < lengths.length) expect(linesOf(lengths.slice(0, count))).toBeGreaterThan(lines)
      }),
    )
  })
})
