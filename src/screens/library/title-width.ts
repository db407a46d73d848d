// Measures how wide a title is in one line before it is drawn. The virtual list needs the height of each row in advance.

/** The font of a title, as in the style of a row. The heavier of two weights, so that no row changes its height when it is read. */
const weight = 560
const sizeInRem = 1.1875

/** Measures each title once for each font size. */
export function createTitleMeter(): (title: string, rem: number) => number {
  const context = document.createElement('canvas').getContext('2d')
  let widths = new Map<string, number>()
  let measuredAt = 0
  return (title, rem) => {
    if (context === null) return 0
    if (rem !== measuredAt) {
      const face = getComputedStyle(document.documentElement).getPropertyValue('--face-text')
      context.font = `${String(weight)} ${String(sizeInRem * rem)}px ${face}`
      widths = new Map()
      measuredAt = rem
    }
    const known = widths.get(title)
    if (known !== undefined) return known
    const { width } = context.measureText(title)
    widths.set(title, width)
    return width
  }
}
