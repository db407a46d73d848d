import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fitBounds,
  smallestWindow,
  type Area,
  type Bounds,
} from '../../../../electron/main/window-bounds.ts'

const screen: Area = { x: 0, y: 25, width: 1920, height: 1055 }
const left: Area = { x: -1280, y: 0, width: 1280, height: 1024 }
const laptop: Area = { x: 0, y: 0, width: 1366, height: 728 }

function saved(changes: Partial<Bounds> = {}): Bounds {
  return { x: 200, y: 100, width: 1200, height: 800, maximized: false, ...changes }
}

const fresh = { width: 1280, height: 800, maximized: false }

describe('where the window opens', () => {
  it('is the first time the system’s choice, at the usual size', () => {
    expect(fitBounds(null, [screen])).toEqual(fresh)
  })

  it('is smaller on a small screen', () => {
    expect(fitBounds(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      width: 1024,
      height: 600,
      maximized: false,
    })
  })

  it('is where the window was', () => {
    expect(fitBounds(saved(), [screen])).toEqual(saved())
    expect(fitBounds(saved({ maximized: true }), [screen])).toEqual(saved({ maximized: true }))
  })

  it('is on the second screen when it was there', () => {
    expect(fitBounds(saved({ x: -1200 }), [screen, left])).toEqual(saved({ x: -1200 }))
  })

  it.each<[what: string, bounds: Partial<Bounds>]>([
    ['on a screen that is gone', { x: -1300 }],
    ['to the right of all screens', { x: 1900 }],
    ['with less than a hand’s breadth in view', { x: -1101 }],
    ['above the screen', { y: -500 }],
    ['with its title below the screen', { y: 1060 }],
  ])('is new when it was %s', (_, bounds) => {
    expect(fitBounds(saved(bounds), [screen])).toEqual(fresh)
  })

  it('is kept with a hand’s breadth in view', () => {
    expect(fitBounds(saved({ x: -1100 }), [screen])).toMatchObject({ x: -1100 })
    expect(fitBounds(saved({ x: 1820 }), [screen])).toMatchObject({ x: 1820 })
  })

  it('has its title on the screen when that was just above it', () => {
    expect(fitBounds(saved({ y: 10 }), [screen])).toMatchObject({ y: 25 })
  })

  it('is made as small as the screen, and never smaller than it may be', () => {
    expect(fitBounds(saved({ width: 3000, height: 2000 }), [laptop])).toMatchObject({
      width: 1366,
      height: 728,
    })
    expect(fitBounds(saved({ width: 200, height: 100 }), [laptop])).toMatchObject({
      width: smallestWindow.minWidth,
      height: smallestWindow.minHeight,
    })
  })

  it('stays in view when a window that lay over two screens must fit on one', () => {
    const over = saved({ x: -1500, width: 2800 })
    const { x = NaN, width } = fitBounds(over, [laptop])
    expect(width).toBe(1366)
    expect(x + width).toBeGreaterThanOrEqual(100)
  })

  it('is new when there is no screen at all', () => {
    expect(fitBounds(saved(), [])).toEqual(fresh)
    expect(fitBounds(null, [])).toEqual(fresh)
  })

  const coordinate = fc.integer({ min: -6_000, max: 6_000 })
  const area = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 640, max: 5_120 }),
    height: fc.integer({ min: 400, max: 2_880 }),
  })
  const bounds = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 1, max: 10_000 }),
    height: fc.integer({ min: 1, max: 6_000 }),
    maximized: fc.boolean(),
  })

  it('can always be moved by its title and is no larger than a screen', () => {
    fc.assert(
      fc.property(bounds, fc.array(area, { minLength: 1, maxLength: 4 }), (last, screens) => {
        const { x, y, width, height } = fitBounds(last, screens)
        expect(width).toBeGreaterThanOrEqual(smallestWindow.minWidth)
        expect(height).toBeGreaterThanOrEqual(smallestWindow.minHeight)
        const isInView = screens.some((each) => {
          const fits = width <= each.width && height <= each.height
          if (x === undefined || y === undefined) return fits
          const inView = Math.min(x + width, each.x + each.width) - Math.max(x, each.x)
          return fits && inView >= 100 && y >= each.y && y <= each.y + each.height - 40
        })
        expect(isInView).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is the same when it is worked out again', () => {
    fc.assert(
      fc.property(bounds, area, (last, only) => {
        const once = fitBounds(last, [only])
        const { x, y } = once
        if (x === undefined || y === undefined) return
        expect(fitBounds({ ...once, x, y }, [only])).toEqual(once)
      }),
    )
  })
})
