import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutRows, visibleRows } from '../../../../src/core/library/visible-rows.ts'

const heights = { head: 5, after: 3 }
const rows = (count: number): number[] => Array.from({ length: count }, () => 10)

describe('the rows in view', () => {
  it('are all of them in a short list', () => {
    const layout = layOutRows([rows(2), rows(1)], heights)
    expect(visibleRows(layout, 0, 100)).toEqual([
      { index: 0, top: 0, first: 0, end: 2 },
      { index: 1, top: 28, first: 0, end: 1 },
    ])
    expect(layout.height).toBe(46)
  })

  it('begin and end within a month', () => {
    expect(visibleRows(layOutRows([rows(100)], heights), 505, 530)).toEqual([
      { index: 0, top: 0, first: 50, end: 53 },
    ])
  })

  it('are none beyond the list', () => {
    expect(visibleRows(layOutRows([rows(2)], heights), 28, 50)).toEqual([])
    expect(visibleRows(layOutRows([], heights), 0, 50)).toEqual([])
    expect(layOutRows([], heights).height).toBe(0)
  })

  it('stand below each other, each as high as it is', () => {
    const [month] = layOutRows([[66, 91, 66]], { head: 60, after: 30 }).months
    expect(month).toEqual({ top: 0, end: 313, edges: [0, 66, 157, 223], rowsTop: 60 })
  })

  it('cover the view, and hardly more, wherever it is and however high they are', () => {
    const months = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 40 }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(months, fc.nat(5_000), fc.integer({ min: 1, max: 300 }), (all, from, height) => {
        const drawn = new Set(
          visibleRows(layOutRows(all, heights), from, from + height).flatMap(
            ({ index, first, end }) =>
              Array.from(
                { length: end - first },
                (_, row) => `${String(index)}/${String(first + row)}`,
              ),
          ),
        )
        let top = 0
        for (const [index, one] of all.entries()) {
          top += heights.head
          for (const [row, high] of one.entries()) {
            const isInView = top + high > from && top < from + height
            expect(drawn.has(`${String(index)}/${String(row)}`)).toBe(isInView)
            top += high
          }
          top += heights.after
        }
      }),
    )
  })
})
