// What the reader says is wrong of what the program found: it is not shown again.
import type { Correction } from '../annotations/annotation.ts'
import type { EarlierItem, Figure, ItemFindings, Mention, Term } from './reading-notes.ts'

/** What of the findings can be wrong. */
export type Correctable = Figure | Mention | Term | EarlierItem

/** What a correction of it says. */
export function correctionOf(found: Correctable): Pick<Correction, 'what' | 'value'> {
  if ('edition' in found) return { what: 'earlier', value: `${found.edition}/${found.item}` }
  if ('kind' in found) return { what: 'name', value: found.name }
  if ('headword' in found) return { what: 'term', value: found.headword }
  return { what: 'figure', value: found.printed }
}

interface Corrected {
  readonly notes: readonly ItemFindings[]
  readonly earlier: ReadonlyMap<string, readonly EarlierItem[]>
}

/** A figure is wrong in its item, a name or a term in all of the edition. @param corrections of this edition alone */
export function withoutCorrected(
  notes: readonly ItemFindings[],
  earlier: ReadonlyMap<string, readonly EarlierItem[]>,
  corrections: readonly Correction[],
): Corrected {
  const wrong = new Set(corrections.map(({ what, item, value }) => keyOf(what, item, value)))
  const isRight =
    (item: string) =>
    (found: Correctable): boolean => {
      const { what, value } = correctionOf(found)
      return !wrong.has(keyOf(what, item, value))
    }
  return {
    notes: notes.map((found) => ({
      ...found,
      figures: found.figures.filter(isRight(found.item)),
      names: found.names.filter(isRight(found.item)),
      terms: found.terms.filter(isRight(found.item)),
    })),
    earlier: new Map([...earlier].map(([item, found]) => [item, found.filter(isRight(item))])),
  }
}

function keyOf(what: Correction['what'], item: string, value: string): string {
  const isEverywhere = what === 'name' || what === 'term'
  return isEverywhere ? `${what}\n${value}` : `${what}\n${item}\n${value}`
}
