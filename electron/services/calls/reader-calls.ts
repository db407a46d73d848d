import type { DesktopCalls } from '#core/desktop-api'
import type { ExportFormat } from '#core/desktop/transfer'
import type { ReaderRecord } from '#core/reader-data/reader-record'
import type { OpenEdition } from '../editions/open-edition.ts'
import type { ReaderData } from '../reader-data/reader-data.ts'
import { exportReaderData, importReaderData } from '../reader-data/reader-transfer.ts'
import type { SearchClient } from '../search/search-client.ts'
import type { SearchChange } from '../search/search-index.ts'

export interface ReaderParts {
  readonly data: ReaderData
  readonly editions: OpenEdition
  readonly search: SearchClient
  readonly language: () => 'nl' | 'en'
  /** Null when the reader closes the dialog. */
  readonly askWhereToExport: (format: ExportFormat) => Promise<string | null>
  readonly askWhatToImport: () => Promise<string | null>
  readonly now: () => Date
}

export function createReaderCalls(parts: ReaderParts): DesktopCalls['reader'] {
  const { data, editions, search } = parts

  function updateSearch(change: SearchChange | null): void {
    if (change !== null) search.change(change)
  }

  return {
    put(record) {
      const outcome = data.put(record)
      if (outcome.ok) updateSearch(toSearchChange(record))
      return Promise.resolve(outcome)
    },
    remove(key) {
      const outcome = data.remove(key)
      if (outcome.ok) updateSearch(toSearchRemoval(key))
      return Promise.resolve(outcome)
    },
    async exportTo(format) {
      const file = await parts.askWhereToExport(format)
      if (file === null) return { ok: false, reason: 'cancelled' }
      const open = (await editions.current())?.edition
      return exportReaderData(data, {
        ...{ file, format, language: parts.language(), now: parts.now() },
        findEdition: async (id) =>
          open?.id === id ? open : ((await editions.find(id))?.edition ?? null),
      })
    },
    async importFrom() {
      const file = await parts.askWhatToImport()
      if (file === null) return { ok: false, reason: 'cancelled' }
      const outcome = await importReaderData(data, file)
      if (outcome.ok) for (const record of outcome.records) updateSearch(toSearchChange(record))
      return outcome
    },
  }
}

/** Null for a record that is not searched. */
function toSearchChange(record: ReaderRecord): SearchChange | null {
  const { kind } = record
  if (kind === 'bookmark') {
    const { edition, item } = record
    return { kind: 'put-bookmark', bookmark: { edition, item } }
  }
  if (kind !== 'note') return null
  const { edition, item, text } = record
  return { kind: 'put-note', note: { edition, item, text } }
}

function toSearchRemoval(key: string): SearchChange | null {
  const [, kind, edition, item] = /^(note|bookmark):([^/]+)\/(.+)$/.exec(key) ?? []
  if (edition === undefined || item === undefined) return null
  return kind === 'note'
    ? { kind: 'remove-note', edition, item }
    : { kind: 'remove-bookmark', bookmark: { edition, item } }
}
