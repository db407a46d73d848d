// A key figure as it is written: its number and its unit together.
import type { KeyFigure } from './edition.ts'

const unitsInFront = new Set(['€', '$', 'US$', '£', '¥'])
const unitsAttached = new Set(['%', '‰'])

/** `30%`, `US$ 50`, `5 nm`, `608,000`: the two never break apart at the end of a line. */
export function figureValue({ value, unit }: Pick<KeyFigure, 'value' | 'unit'>): string {
  if (unit === '') return value
  if (unitsAttached.has(unit)) return `${value}${unit}`
  return unitsInFront.has(unit) ? `${unit}\u00a0${value}` : `${value}\u00a0${unit}`
}
