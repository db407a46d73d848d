// A figure as the list of figures shows it.
import { writtenFigure } from '../edition/written-figure.ts'
import type { Figure } from './reading-notes.ts'

/** `608.000 (+48%)`, `US$195 per kg`, `19–31%`. */
export function shownFigure({
  value,
  unit,
  change,
}: Pick<Figure, 'value' | 'unit' | 'change'>): string {
  const [measure = '', ...per] = unit.split(' per ')
  const figure = writtenFigure({ value, unit: measure, measures: '', remark: null })
  const rest = per.length === 0 ? '' : ` per ${per.join(' per ')}`
  return `${figure}${rest}${change === null ? '' : ` (${change})`}`
}
