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
import { openingItem, type Edition, type EditionBundle } from '../edition/edition.ts'
import { itemTextKey } from '../reader-data/item-text.ts'
import type { Annotation } from './annotation.ts'
import { remarksOn, type Language } from './export-remark.ts'
import { groupKept, knownEdition, type KeptEdition, type KeptRow } from './group-kept.ts'
import { descriptionOf, listedKinds, namesOfKinds } from './kinds.ts'
import { asParagraph, asText } from './markdown-text.ts'
import { groupBy } from '../group-by.ts'

export interface MarkdownExportOptions {
  /** The editions that are here. Of others, only what the records themselves remember is written. */
  readonly bundles: readonly EditionBundle[]
  /** What was kept of the words of items, by `itemTextKey`: for items that are gone. */
  readonly texts: ReadonlyMap<string, string>
  readonly language: Language
}

const wordsOf = {
  nl: {
    nothing: 'Er is nog niets bewaard.',
    item: 'Bericht',
    opening: 'Inleiding',
    citation: dutchCitation,
  },
  en: {
    nothing: 'Nothing has been saved yet.',
    item: 'Item',
    opening: 'Introduction',
    citation: englishCitation,
  },
}
interface WrittenItem {
  readonly title: string | null
  /** Whole where its edition is here or it was kept, or else the first words that the record remembers. */
  readonly text: string
  readonly place: CitedPlace
}

interface HeadedItem extends WrittenItem {
  readonly isOpening: boolean
  /** Since when it is gone; null while it is there. */
  readonly gone: string | null
}

/** What is kept of one edition. */
export interface KeptOfEdition {
  readonly group: KeptEdition
  /** Null when it is not here. */
  readonly bundle: EditionBundle | null
}

/** What is listed of what the reader kept: editions with the last first, those without a date behind them. */
export function keptByEdition(
  annotations: readonly Annotation[],
  bundles: readonly EditionBundle[],
): readonly KeptOfEdition[] {
  const listed = annotations.filter((one) => descriptionOf(one).isListed)
  const byId = new Map(bundles.map((bundle) => [bundle.edition.id, bundle]))
  const known = bundles.map(({ edition }) => knownEdition(edition))
  return groupKept(listed, 'reading', known)
    .toSorted((one, other) => dateOf(other).localeCompare(dateOf(one)))
    .map((group) => ({ group, bundle: byId.get(group.id) ?? null }))
}

/** Annotations by edition and item. Below each item, as they are read, stand its text, the line that cites it, and its annotations. */
export function exportMarkdown(
  annotations: readonly Annotation[],
  { bundles, texts, language }: MarkdownExportOptions,
): string {
  const blocks = keptByEdition(annotations, bundles).flatMap((kept) =>
    writeEdition(kept, { texts, language, level: 2, blockId: null }),
  )
  const body = blocks.length === 0 ? [wordsOf[language].nothing] : blocks
  return `${[`# ${namesOfKinds(language)}`, ...body].join('\n\n')}\n`
}

function dateOf({ date }: KeptEdition): string {
  return date ?? ''
}

interface WriteOptions extends Pick<MarkdownExportOptions, 'texts' | 'language'> {
  /** Of the heading of the edition. */
  readonly level: 1 | 2
  /** A name for each annotation, to link to from elsewhere; null for none. */
  readonly blockId: ((annotation: Annotation) => string) | null
}

/** The blocks of one edition, to be joined with an empty line between them. */
export function writeEdition({ group, bundle }: KeptOfEdition, options: WriteOptions): string[] {
  const edition = bundle?.edition ?? null
  const remarkOn = remarksOn(bundle, group.rows, options.language)
  const byItem = groupBy(group.rows, ({ record }) => record.item)
  const items = [...byItem.values()].flatMap((rows) => {
    const [first] = rows
    if (first === undefined) return []
    const id = first.record.item
    const isOpening = id === openingItem
    const whole = isOpening ? wholeOpening(edition, group) : wholeItem(edition, id)
    const gone = remarkOn(first).item
    return writeItem(
      { ...(whole ?? rememberedItem(group, rows, options.texts)), isOpening, gone },
      rows.map((row) => ({ one: row.record, remark: remarkOn(row).passage })),
      options,
    )
  })
  const about = aboutOf(group, wordsOf[options.language].citation)
  const heading = `${'#'.repeat(options.level)} ${asText(group.title)}`
  return [heading, ...(about === '' ? [] : [asText(about)]), ...items]
}

/** Series and date. */
function aboutOf({ series, date }: KeptEdition, { months }: CitationWords): string {
  const written = date === null ? null : writtenDate(date, months)
  return [series, written].filter(Boolean).join(', ')
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

function wholeOpening(edition: Edition | null, group: KeptEdition): WrittenItem | null {
  if (edition?.lede == null) return null
  return { ...rememberedItem(group, [], new Map()), text: edition.lede }
}

/** An item of which the text is not here, or not any more: as it was kept, or as the records remember it. */
function rememberedItem(
  { title, series, date }: KeptEdition,
  rows: readonly KeptRow[],
  texts: MarkdownExportOptions['texts'],
): WrittenItem {
  const isOpening = rows.some(({ record }) => record.item === openingItem)
  const remembered = isOpening ? null : rows.find(({ record }) => record.context)?.record.context
  const quote = rows.find(({ record }) => record.quote.trim() !== '')?.record.quote ?? ''
  const [kept] = rows.flatMap(({ record }) => texts.get(itemTextKey(record)) ?? [])
  return {
    title: remembered?.item ?? null,
    text: kept ?? quote,
    place: {
      ...{ title, series, date, sources: [] },
      heading: remembered?.section ?? null,
      number: remembered?.number ?? null,
    },
  }
}

function writeItem(
  { title, text, place, isOpening, gone }: HeadedItem,
  annotations: readonly { readonly one: Annotation; readonly remark: string | null }[],
  { language, level, blockId }: WriteOptions,
): string[] {
  const words = wordsOf[language]
  const number = place.number === null ? '' : ` ${String(place.number)}`
  const left = gone === null ? '' : ` (${gone})`
  const name = isOpening ? words.opening : `${words.item}${number}${left}`
  const heading = `${name}${title === null ? '' : `: ${title}`}`
  return [
    `${'#'.repeat(level + 1)} ${asText(heading)}`,
    ...text.split(/\n{2,}/u).flatMap((paragraph) => asParagraph(paragraph)),
    asText(citationLine(place, words.citation)),
    ...listedKinds
      .flatMap((kind) => annotations.filter(({ one }) => one.kind === kind))
      .flatMap(({ one, remark }) => [
        descriptionOf(one).markdown(one, language),
        ...(remark === null ? [] : [asText(`(${remark})`)]),
        ...(blockId === null ? [] : [`^${blockId(one)}`]),
      ]),
  ]
}
