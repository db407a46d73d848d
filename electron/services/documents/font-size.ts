// How large the words of an element are drawn, as far as the page says so at the element itself.
import { attribute, styleOf, type PageElement } from './page-elements.ts'

/** Of a page that says nothing, in CSS pixels. */
export const usualSize = 16
const smallest = 6
/** CSS pixels of one unit. */
const units: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, rem: usualSize }
/** `<font size=1>` to `<font size=7>`; styles have words for all but the last. */
const ofFont = [10, 13, 16, 18, 24, 32, 48]
const keywords = ['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large']
/** In parts of the size around them: the style sheet that browsers have for pages without one. */
const ofHeadings = [2, 1.5, 1.17, 1, 0.83, 0.67]

const inStyle = /(?:^|[;\s])font(?:-size)?\s*:[^;]*?(?<![\w.])(\d{1,3}(?:\.\d+)?)(px|pt|rem|em|%)/iu
const wordInStyle = /(?:^|[;\s])font-size\s*:\s*([a-z-]+)/iu

/** The size within an element, in CSS pixels. `around`: that of what it stands in. */
export function fontSizeIn(element: PageElement, around: number): number {
  const size = sizeIn(element, around)
  // Mails set gaps between pictures to nothing so, and say the size of words within.
  return size < smallest ? around : size
}

function sizeIn(element: PageElement, around: number): number {
  const style = styleOf(element)
  const [, amount = '', unit = ''] = inStyle.exec(style) ?? []
  if (unit === 'em') return Number(amount) * around
  if (unit === '%') return (Number(amount) / 100) * around
  if (unit !== '') return Number(amount) * (units[unit.toLowerCase()] ?? 1)
  const keyword = ofFont[keywords.indexOf(wordInStyle.exec(style)?.[1]?.toLowerCase() ?? '')]
  if (keyword !== undefined) return keyword
  if (element.tagName === 'font') {
    const size = attribute(element, 'size') ?? ''
    const step = /^[+-]/u.test(size) ? 3 + Number(size) : Number(size)
    return ofFont[step - 1] ?? around
  }
  const level = /^h([1-6])$/u.exec(element.tagName)?.[1]
  return level === undefined ? around : around * (ofHeadings[Number(level) - 1] ?? 1)
}
