// What the reader kept as rows of a table, for spreadsheets and statistics.
import { dutchCitation, englishCitation } from '../citation/cite-item.ts'
import { editionLink } from '../edition/edition-link.ts'
import { openingItem, type EditionBundle } from '../edition/edition.ts'
import type { Annotation } from './annotation.ts'
import { annotationKey, descriptionOf, isTagged } from './kinds.ts'
import { remarksOn, type Language } from './export-remark.ts'
import { keptByEdition } from './markdown-export.ts'

const headings = {
  nl: {
    ...{ kind: 'soort', words: 'woorden', note: 'notitie', tags: 'trefwoorden', colour: 'kleur' },
    ...{ series: 'reeks', edition: 'editie', date: 'datum', section: dutchCitation.section },
    ...{ item: dutchCitation.item, remark: 'opmerking', created: 'gemaakt', changed: 'gewijzigd' },
    ...{ author: 'door', link: 'verwijzing', id: 'kenmerk' },
  },
  en: {
    ...{ kind: 'kind', words: 'words', note: 'note', tags: 'tags', colour: 'colour' },
    ...{ series: 'series', edition: 'edition', date: 'date', section: englishCitation.section },
    ...{ item: englishCitation.item, remark: 'remark', created: 'created', changed: 'changed' },
    ...{ author: 'by', link: 'link', id: 'id' },
  },
} as const

type Column = keyof (typeof headings)['nl']
export type TableRow = Readonly<Record<Column, string>>

/** The columns in their order, each with the heading that it has in a language. */
export function tableColumns(
  language: Language,
): readonly { readonly key: string; readonly header: string }[] {
  return Object.entries(headings[language]).map(([key, header]) => ({ key, header }))
}

/** Rows as the editions and their texts are read, the last edition first. Moments are ISO timestamps. */
export function tableRows(
  annotations: readonly Annotation[],
  bundles: readonly EditionBundle[],
  language: Language,
): readonly TableRow[] {
  return keptByEdition(annotations, bundles).flatMap(({ group, bundle }) => {
    const remarkOn = remarksOn(bundle, group.rows, language)
    return group.rows.map((row): TableRow => {
      const { record, heading, number } = row
      const description = descriptionOf(record)
      const passage = description.passage(record)
      const isOpening = record.item === openingItem
      return {
        kind: description.names[language].one,
        words: passage ?? record.quote,
        note: description.ownText(record) ?? '',
        tags: isTagged(record) ? (record.tags ?? []).join(', ') : '',
        colour: record.kind === 'highlight' ? record.colour : '',
        series: group.series ?? '',
        edition: group.title,
        date: group.date ?? '',
        section: heading ?? '',
        item: isOpening || number === null ? '' : String(number),
        remark: Object.values(remarkOn(row)).filter(Boolean).join('; '),
        created: record.created,
        changed: description.moment(record),
        author: record.author ?? '',
        link: editionLink(record.edition, record.item, passage ?? ''),
        id: annotationKey(record),
      }
    })
  })
}
