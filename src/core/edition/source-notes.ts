// Reads the reading notes of an edition from their source text (docs/edition-format.md).
import type { Edition, EditionNotes } from './edition.ts'
import { readFrontMatter } from './front-matter.ts'
import { readNotesDrafts, type SectionNotesDraft } from './notes-drafts.ts'
import { isLanguage } from './source-head.ts'
import { sourceLines, sourceResult, type Mistake, type SourceResult } from './source-text.ts'

/**
 * The notes that a source file holds. With an edition given, they are also checked against it: the same sections
 * and items, each item under its own section. Never throws: all mistakes are reported with their lines.
 */
export function parseSourceNotes(
  source: string,
  edition: Edition | null,
): SourceResult<EditionNotes> {
  const front = readFrontMatter(sourceLines(source), {
    required: ['edition', 'language'],
    optional: [],
  })
  const mistakes: Mistake[] = [...front.mistakes]
  const editionId = front.values.get('edition')
  const language = front.values.get('language')
  if (language !== undefined && language.value !== '' && !isLanguage(language.value)) {
    mistakes.push({ line: language.line, reason: 'a language is written as en or en-GB' })
  }
  const drafts = readNotesDrafts(front.body, mistakes)
  if (edition !== null) {
    if (editionId !== undefined && editionId.value !== edition.id) {
      const reason = `these are notes to "${editionId.value}", but the edition is "${edition.id}"`
      mistakes.push({ line: editionId.line, reason })
    }
    mistakes.push(...checkNotes(drafts, edition))
  }
  return sourceResult(
    {
      edition: editionId?.value ?? '',
      language: language?.value ?? '',
      sections: drafts.map(({ section, watch }) => ({ section, watch })),
      items: drafts.flatMap(({ items }) => items.map(({ notes }) => notes)),
    },
    mistakes,
  )
}

/** Every section and item of the edition needs notes, once and in its place; nothing else may have them. */
function checkNotes(drafts: readonly SectionNotesDraft[], edition: Edition): Mistake[] {
  const sectionOf = new Map(
    edition.sections.flatMap((section) => section.items.map(({ id }) => [id, section.id] as const)),
  )
  const sectionIds = new Set(edition.sections.map(({ id }) => id))
  const lineOfSection = new Map<string, number>()
  const itemsWithNotes = new Set<string>()
  const mistakes: Mistake[] = []

  for (const draft of drafts) {
    const { line, section } = draft
    if (!sectionIds.has(section)) {
      mistakes.push({ line, reason: `the edition has no section "${section}"` })
    } else if (lineOfSection.has(section)) {
      mistakes.push({ line, reason: `notes to section "${section}" stand here twice` })
    } else {
      lineOfSection.set(section, line)
    }
    for (const { notes, line: itemLine } of draft.items) {
      const { item } = notes
      const reason = itemMistake(item, section, sectionOf.get(item), itemsWithNotes)
      if (reason !== null) mistakes.push({ line: itemLine, reason })
      itemsWithNotes.add(item)
    }
  }

  for (const { id, items } of edition.sections) {
    const line = lineOfSection.get(id) ?? 1
    if (!lineOfSection.has(id)) mistakes.push({ line, reason: `section "${id}" has no notes` })
    for (const item of items) {
      if (!itemsWithNotes.has(item.id)) {
        mistakes.push({ line, reason: `item "${item.id}" has no notes` })
      }
    }
  }
  return mistakes
}

function itemMistake(
  item: string,
  section: string,
  ownSection: string | undefined,
  itemsWithNotes: ReadonlySet<string>,
): string | null {
  if (ownSection === undefined) return `the edition has no item "${item}"`
  if (itemsWithNotes.has(item)) return `notes to item "${item}" stand here twice`
  return ownSection === section ? null : `item "${item}" stands under section "${ownSection}"`
}
