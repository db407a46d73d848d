// What the window shows of the findings. Apart from finding them, whose word lists would be loaded before the first text.
import {
  mostShown,
  type Figure,
  type ItemFindings,
  type Mention,
  type Term,
} from './reading-notes.ts'

/** What the window shows of an item: the most telling of each kind, each name once. */
export interface ShownFindings {
  readonly figures: readonly Figure[]
  readonly names: readonly Mention[]
  readonly terms: readonly Term[]
}

export function shownFindings({ figures, names, terms }: ItemFindings): ShownFindings {
  const byName = new Map<string, Mention>()
  for (const mention of names) if (!byName.has(mention.name)) byName.set(mention.name, mention)
  return {
    figures: tellingFigures(figures),
    names: [...byName.values()].slice(0, mostShown.names),
    terms: hardestTerms(terms),
  }
}

/** The figures that the window shows, the telling ones first. */
export function tellingFigures(figures: readonly Figure[]): readonly Figure[] {
  return figures.toSorted((one, other) => other.weight - one.weight).slice(0, mostShown.figures)
}

/** The terms that the window shows, the hardest first. */
export function hardestTerms(terms: readonly Term[]): readonly Term[] {
  return terms
    .filter(({ gloss }) => gloss !== null)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, mostShown.terms)
}
