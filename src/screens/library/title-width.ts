// How wide a title is in one line, known before it is drawn: so a row is as high as its title needs, and the list stays virtual.

/** Of the title of a row, as its style has them; the heavier of its two weights, so that reading an edition moves no row. */
const weight = 560
const sizeInRem = 1.1875

/** Measures each title once, until the size of the letters is another one. */
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
