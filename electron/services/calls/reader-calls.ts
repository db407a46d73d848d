import type { DesktopCalls } from '#core/desktop-api'
import type { ExportFormat } from '#core/desktop/transfer'
import type { OpenEdition } from '../editions/open-edition.ts'
import type { ReaderData } from '../reader-data/reader-data.ts'
import { exportReaderData, importReaderData } from '../reader-data/reader-transfer.ts'
import { changeOf, removalOf } from '../search/annotation-changes.ts'
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
      if (outcome.ok) updateSearch(changeOf(record))
      return Promise.resolve(outcome)
    },
    remove(key) {
      const outcome = data.remove(key)
      if (outcome.ok) updateSearch(removalOf(key))
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
      if (outcome.ok) for (const record of outcome.records) updateSearch(changeOf(record))
      return outcome
    },
  }
}
