import type { Annotation } from '#core/annotations/annotation'
import { annotationKey, isAnnotation, isTagged, readAnnotationKey } from '#core/annotations/kinds'
import type { DesktopCalls } from '#core/desktop-api'
import type { ExportCounts, ExportFormat, ExportProgress } from '#core/desktop/transfer'
import type { ReaderRecord } from '#core/reader-data/reader-record'
import type { OpenEdition } from '../editions/open-edition.ts'
import { createRuns } from '../import/runs.ts'
import type { EditionLibrary } from '../library/edition-library.ts'
import { createPlacedElsewhere } from '../reader-data/placed-elsewhere.ts'
import type { ReaderData } from '../reader-data/reader-data.ts'
import { keepItemText } from '../reader-data/keep-item-text.ts'
import { exportReaderData, mergeImport, readImport } from '../reader-data/reader-transfer.ts'
import { changeOf, searchedOf } from '../search/annotation-changes.ts'
import type { SearchClient } from '../search/search-client.ts'

export interface ReaderParts {
  readonly data: ReaderData
  readonly editions: OpenEdition
  readonly library: Pick<EditionLibrary, 'list'>
  readonly search: SearchClient
  readonly language: () => 'nl' | 'en'
  /** Null when the reader closes the dialog. */
  readonly askWhereToExport: (format: ExportFormat) => Promise<string | null>
  readonly askWhatToImport: () => Promise<string | null>
  readonly onExport: (progress: ExportProgress) => void
  readonly now: () => Date
}

export function createReaderCalls(parts: ReaderParts): DesktopCalls['reader'] {
  const { data, editions, search } = parts
  /** Of the file that was read last, until the reader decides. */
  let imported: readonly ReaderRecord[] = []
  const exports = createRuns<ExportCounts>(parts.onExport)

  /** After an annotation was kept or removed. */
  function updateSearch(annotation: Annotation): void {
    const change = changeOf(annotation, () => data.annotationsOf(annotation.edition))
    if (change !== null) search.change(change)
  }

  /** What was written at an item goes along when its passage comes to another one. */
  function leftBehind(record: ReaderRecord): Annotation | null {
    if (record.kind !== 'highlight') return null
    const before = annotationAt(annotationKey(record))
    return before === undefined || before.item === record.item ? null : before
  }

  function annotationAt(key: string): Annotation | undefined {
    const { edition } = readAnnotationKey(key) ?? {}
    if (edition === undefined) return undefined
    return data.annotationsOf(edition).find((one) => annotationKey(one) === key)
  }

  return {
    // What was learnt of a series is large, and the window is told of it by itself.
    records: async () => (await data.recordsInTurns()).filter(({ kind }) => kind !== 'form'),
    put(record) {
      const left = leftBehind(record)
      const outcome = data.put(record)
      if (outcome.ok && left !== null) updateSearch(left)
      if (outcome.ok && isAnnotation(record)) updateSearch(record)
      // After it, since whatever is put or removed next must not overtake it.
      if (outcome.ok && isTagged(record)) void keepItemText(data, editions, record)
      return Promise.resolve(outcome)
    },
    remove(key) {
      const removed = annotationAt(key)
      const outcome = data.remove(key)
      if (outcome.ok && removed !== undefined) updateSearch(removed)
      return Promise.resolve(outcome)
    },
    textOf: (edition, item) => Promise.resolve(data.textOf(edition, item)),
    placements: createPlacedElsewhere({
      records: () => data.records(),
      entries: () => parts.library.list().entries,
      read: (id) => editions.find(id),
    }),
    async exportTo(format, keys) {
      const file = await parts.askWhereToExport(format)
      if (file === null) return { ok: false, reason: 'cancelled' }
      const open = await editions.current()
      return exports.start(({ signal }, report) =>
        exportReaderData(data, {
          ...{ file, format, keys, language: parts.language(), now: parts.now(), report, signal },
          findEdition: (id) =>
            open?.edition.id === id ? Promise.resolve(open) : editions.find(id),
        }),
      )
    },
    cancelExport(run) {
      exports.cancel(run)
      return Promise.resolve()
    },
    async readImport() {
      imported = []
      const file = await parts.askWhatToImport()
      if (file === null) return { ok: false, reason: 'cancelled' }
      const { reading, records } = await readImport(data, file)
      imported = records
      return reading
    },
    mergeImport() {
      const before = searchedOf(data.records()).notes
      const outcome = mergeImport(data, imported)
      if (!outcome.ok) return Promise.resolve(outcome)
      imported = []
      const { notes, bookmarks } = searchedOf(outcome.records)
      const written = new Set(notes.map(({ edition, item }) => `${edition}/${item}`))
      // A highlight may have come to another item.
      for (const { edition, item } of before)
        if (!written.has(`${edition}/${item}`))
          search.change({ kind: 'remove-note', edition, item })
      for (const note of notes) search.change({ kind: 'put-note', note })
      for (const bookmark of bookmarks) search.change({ kind: 'put-bookmark', bookmark })
      return Promise.resolve(outcome)
    },
  }
}
