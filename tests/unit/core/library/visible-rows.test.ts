import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listHeight, visibleRows } from '../../../../src/core/library/visible-rows.ts'

const heights = { row: 10, head: 5, after: 3 }

describe('the rows in view', () => {
  it('are all of them in a short list', () => {
    expect(visibleRows([2, 1], heights, 0, 100)).toEqual([
      { index: 0, top: 0, first: 0, end: 2 },
      { index: 1, top: 28, first: 0, end: 1 },
    ])
    expect(listHeight([2, 1], heights)).toBe(46)
  })

  it('begin and end within a month', () => {
    expect(visibleRows([100], heights, 505, 530)).toEqual([
      { index: 0, top: 0, first: 50, end: 53 },
    ])
  })

  it('are none beyond the list', () => {
    expect(visibleRows([2], heights, 28, 50)).toEqual([])
    expect(visibleRows([], heights, 0, 50)).toEqual([])
    expect(listHeight([], heights)).toBe(0)
  })

  it('cover the view, and hardly more, wherever it is', () => {
    const months = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 })
    fc.assert(
      fc.property(months, fc.nat(5_000), fc.integer({ min: 1, max: 300 }), (all, from, height) => {
        const drawn = new Set(
          visibleRows(all, heights, from, from + height).flatMap(({ index, first, end }) =>
            Array.from(
              { length: end - first },
              (_, row) => `${String(index)}/${String(first + row)}`,
            ),
          ),
        )
        let top = 0
        for (const [index, rows] of all.entries()) {
          for (let row = 0; row < rows; row++) {
            const start = top + heights.head + row * heights.row
            const isInView = start + heights.row > from && start < from + height
            expect(drawn.has(`${String(index)}/${String(row)}`)).toBe(isInView)
          }
          top += heights.head + rows * heights.row + heights.after
        }
      }),
    )
  })
})
