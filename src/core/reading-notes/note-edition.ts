// Finds what the program can note of an edition by itself.
import type { Edition } from '../edition/edition.ts'
import { findFigures } from './find-figures.ts'
import { findNames, type NameTools } from './find-names.ts'
import { findTerms, type TermTools } from './find-terms.ts'
import type { ItemFindings } from './reading-notes.ts'

export interface NoteTools extends NameTools, TermTools {}

/** The findings of each item, in order. Terms are looked up in Dutch only. */
export function noteEdition(
  { language, sections }: Edition,
  tools: NoteTools,
): readonly ItemFindings[] {
  const items = sections.flatMap((section) => section.items)
  const names = findNames(
    items.map(({ text }) => text),
    tools,
  )
  return items.map(({ id, text }, index) => {
    const own = names[index] ?? []
    return {
      item: id,
      figures: findFigures(text, language),
      names: own,
      terms: language.startsWith('nl') ? findTerms(text, own, tools) : [],
    }
  })
}
