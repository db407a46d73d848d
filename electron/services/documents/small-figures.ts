// Figures above or below the line, as `10<sup>3</sup>` and `H<sub>2</sub>O` have them: a plain 103 would be another number.
import type { PageNode } from './page-elements.ts'

const above: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' },
    ...{ '+': '⁺', '-': '⁻', '−': '⁻', '(': '⁽', ')': '⁾', n: 'ⁿ' },
  }),
)
const below: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉' },
    ...{ '+': '₊', '-': '₋', '−': '₋', '(': '₍', ')': '₎' },
  }),
)
const signs: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['sup', above],
  ['sub', below],
])
/** A link may stand around the figure of a footnote. */
const mostSteps = 2

/** The words of a piece of text; figures in `sup` or `sub` as signs of their own. Other words there stay: `19<sup>e</sup>`. */
export function withSmallFigures(node: Extract<PageNode, { readonly value: string }>): string {
  const { value } = node
  let at = node.parentNode
  for (let step = 0; step < mostSteps && at !== null && 'tagName' in at; step += 1) {
    const known = signs.get(at.tagName)
    if (known !== undefined) return raised(value, known)
    at = at.parentNode
  }
  return value
}

function raised(value: string, known: ReadonlyMap<string, string>): string {
  const letters = [...value.trim()]
  if (letters.length === 0 || !letters.every((letter) => known.has(letter))) return value
  return letters.map((letter) => known.get(letter) ?? letter).join('')
}
