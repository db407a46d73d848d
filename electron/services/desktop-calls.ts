// Puts the services together into the contract. Plain Node: what only Electron can do is passed in.
import type {
  DesktopCalls,
  ExportFormat,
  Maker,
  Notice,
  OfflineProof,
  Session,
} from '#core/desktop-api'
import type { EditionBundle } from '#core/edition/edition'
import type { Note } from '#core/reader-data/reader-record'
import type { ReaderData } from './reader-data.ts'
import { exportReaderData, importReaderData } from './reader-transfer.ts'
import type { SearchClient } from './search/search-client.ts'
import type { SearchChange } from './search/search-index.ts'

/** What the services need of the desktop. */
export interface DesktopParts {
  readonly data: ReaderData
  readonly search: SearchClient
  readonly system: Omit<Session, 'bundle' | 'maker' | 'records' | 'notices'>
  readonly bundle: () => Promise<EditionBundle | null>
  readonly maker: () => Promise<Maker | null>
  /** What was found wrong so far; each is told once. */
  readonly takeNotices: () => readonly Notice[]
  /** A path of the reader's choice, or null when they changed their mind. */
  readonly askWhereToSave: (format: ExportFormat) => Promise<string | null>
  readonly askWhatToOpen: () => Promise<string | null>
  readonly writeClipboard: (text: string) => Promise<void>
  readonly offlineProof: () => OfflineProof
  readonly finished: () => void
  readonly now: () => Date
}

function noteChange({ edition, item, text }: Note): SearchChange {
  return { kind: 'put-note', note: { edition, item, text } }
}

/** All calls but those of the library and of what comes into it (library-calls.ts, import-calls.ts, watch-calls.ts). */
export function createDesktopCalls(
  parts: DesktopParts,
): Omit<DesktopCalls, 'library' | 'imports' | 'watching'> {
  const { data, search } = parts

  function language(): 'nl' | 'en' {
    const chosen = data.settings().language
    return chosen === 'system' ? parts.system.systemLanguage : chosen
  }

  return {
    session: {
      async start() {
        const bundle = await parts.bundle()
        const maker = await parts.maker()
        const records = data.records()
        return { ...parts.system, bundle, maker, records, notices: parts.takeNotices() }
      },
      finish() {
        parts.finished()
        return Promise.resolve()
      },
    },
    reader: {
      put(record) {
        const outcome = data.put(record)
        if (outcome.ok && record.kind === 'note') search.change(noteChange(record))
        return Promise.resolve(outcome)
      },
      remove(key) {
        const outcome = data.remove(key)
        const [, edition, item] = /^note:([^/]+)\/(.+)$/.exec(key) ?? []
        if (outcome.ok && edition !== undefined && item !== undefined)
          search.change({ kind: 'remove-note', edition, item })
        return Promise.resolve(outcome)
      },
      async exportTo(format) {
        const file = await parts.askWhereToSave(format)
        if (file === null) return { ok: false, reason: 'cancelled' }
        const edition = (await parts.bundle())?.edition ?? null
        return exportReaderData(data, {
          file,
          format,
          edition,
          language: language(),
          now: parts.now(),
        })
      },
      async importFrom() {
        const file = await parts.askWhatToOpen()
        if (file === null) return { ok: false, reason: 'cancelled' }
        const outcome = await importReaderData(data, file)
        if (outcome.ok)
          for (const record of outcome.records)
            if (record.kind === 'note') search.change(noteChange(record))
        return outcome
      },
    },
    search: { ask: (request) => search.ask(request) },
    clipboard: { write: (text) => parts.writeClipboard(text) },
    offline: { proof: () => Promise.resolve(parts.offlineProof()) },
  }
}
