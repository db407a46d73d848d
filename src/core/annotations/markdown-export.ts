// What the reader kept, as a Markdown document that can be read, printed and cited from without this program.
import {
  citationLine,
  citedPlace,
  dutchCitation,
  englishCitation,
  writtenDate,
  type CitationWords,
  type CitedPlace,
} from '../citation/cite-item.ts'
import type { Edition } from '../edition/edition.ts'
import type { Annotation } from './annotation.ts'
import { groupKept, knownEdition, type KeptEdition, type KeptRow } from './group-kept.ts'
import { descriptionOf, kindNames, namesOfKinds } from './kinds.ts'
import { asParagraph, asText } from './markdown-text.ts'
import { groupBy } from '../group-by.ts'

interface MarkdownExportOptions {
  /** The editions that are here. Of others, only what the records themselves remember is written. */
  readonly editions: readonly Edition[]
  readonly language: Language
}

const wordsOf = {
  nl: { nothing: 'Er is nog niets bewaard.', item: 'Bericht', citation: dutchCitation },
  en: {
    nothing: 'Nothing has been saved yet.',
    item: 'Item',
    citation: englishCitation,
  },
}
type Language = keyof typeof wordsOf

interface WrittenItem {
  readonly title: string | null
  /** Whole where its edition is here, or else the first words that the record remembers. */
  readonly text: string
  readonly place: CitedPlace
}

/**
 * Annotations by edition and item: editions with the last first, those without a date behind them, and items as they are read.
 * Below each item stand its text, the line that cites it, and its annotations.
 */
export function exportMarkdown(
  annotations: readonly Annotation[],
  { editions, language }: MarkdownExportOptions,
): string {
  const groups = groupKept(annotations, 'reading', editions.map(knownEdition))
  const byId = new Map(editions.map((edition) => [edition.id, edition]))
  const blocks = groups
    .toSorted((one, other) => dateOf(other).localeCompare(dateOf(one)))
    .flatMap((group) => writeEdition(group, byId.get(group.id) ?? null, language))
  const body = blocks.length === 0 ? [wordsOf[language].nothing] : blocks
  return `${[`# ${namesOfKinds(language)}`, ...body].join('\n\n')}\n`
}

function dateOf({ known }: KeptEdition): string {
  return known?.date?.value ?? ''
}

function writeEdition(group: KeptEdition, edition: Edition | null, language: Language): string[] {
  const byItem = groupBy(group.rows, ({ record }) => record.item)
  const items = [...byItem.values()].flatMap((rows) => {
    const [first] = rows
    if (first === undefined) return []
    const item = wholeItem(edition, first.record.item) ?? rememberedItem(group, rows)
    return writeItem(
      item,
      rows.map(({ record }) => record),
      language,
    )
  })
  const about = aboutOf(group, wordsOf[language].citation)
  return [`## ${asText(group.title)}`, ...(about === '' ? [] : [asText(about)]), ...items]
}

/** Series and date. */
function aboutOf({ known }: KeptEdition, { months }: CitationWords): string {
  const date = known?.date?.value
  const written = date === undefined ? null : writtenDate(date, months)
  return [known?.series, written].filter(Boolean).join(', ')
}

function wholeItem(edition: Edition | null, id: string): WrittenItem | null {
  let number = 0
  for (const section of edition?.sections ?? []) {
    for (const item of section.items) {
      number++
      if (edition !== null && item.id === id)
        return { ...item, place: citedPlace(edition, section, item, number) }
    }
  }
  return null
}

/** An item of which the text is not here, or not any more: as the records remember it. */
function rememberedItem({ title, known }: KeptEdition, rows: readonly KeptRow[]): WrittenItem {
  const remembered = rows.find(({ record }) => record.context)?.record.context
  return {
    title: null,
    text: rows.find(({ record }) => record.quote.trim() !== '')?.record.quote ?? '',
    place: {
      ...{ title, series: known?.series ?? null, date: known?.date?.value ?? null, sources: [] },
      heading: remembered?.section ?? null,
      number: remembered?.number ?? null,
    },
  }
}

function writeItem(
  { title, text, place }: WrittenItem,
  annotations: readonly Annotation[],
  language: Language,
): string[] {
  const words = wordsOf[language]
  const number = place.number === null ? '' : ` ${String(place.number)}`
  const heading = `${words.item}${number}${title === null ? '' : `: ${title}`}`
  return [
    `### ${asText(heading)}`,
    ...text.split(/\n{2,}/u).flatMap((paragraph) => asParagraph(paragraph)),
    asText(citationLine(place, words.citation)),
    ...kindNames
      .flatMap((kind) => annotations.filter((one) => one.kind === kind))
      .map((one) => descriptionOf(one).markdown(one, language)),
  ]
}
