// A figure of the notes as it is written.
import type { KeyFigure } from './edition.ts'

/** A value with its unit: a currency goes before, a percent sign goes close, a word goes after. */
export function writtenFigure({ value, unit }: KeyFigure): string {
  if (unit === '') return value
  if (/^(?:US)?[$€£¥]$/u.test(unit))
    return unit.endsWith('$') ? `${unit}${value}` : `${unit}\u00A0${value}`
  return unit === '%' ? `${value}%` : `${value}\u00A0${unit}`
}
