// Puts the services together into the contract. Plain Node: what only Electron can do is passed in.
import type { DesktopCalls, LicencesOutcome, OfflineProof } from '#core/desktop-api'
import type { Maker, Notice, Session } from '#core/desktop/session'
import type { ExportFormat } from '#core/desktop/transfer'
import type { EditionBundle } from '#core/edition/edition'
import type { ReaderData } from './reader-data.ts'
import { exportReaderData, importReaderData } from './reader-transfer.ts'
import { changeOf, removalOf } from './search/annotation-changes.ts'
import type { SearchClient } from './search/search-client.ts'
import type { SearchChange } from './search/search-index.ts'

/** What the services need of the desktop. */
export interface DesktopParts {
  readonly data: ReaderData
  readonly search: SearchClient
  readonly system: Omit<Session, 'bundle' | 'maker' | 'records' | 'notices'>
  readonly bundle: () => Promise<EditionBundle | null>
  readonly maker: () => Promise<Maker | null>
  /** An edition of the library or the bundled one. */
  readonly findEdition: (id: string) => Promise<EditionBundle | null>
  /** What was found wrong so far; each is told once. */
  readonly takeNotices: () => readonly Notice[]
  /** A path of the reader's choice, or null when they changed their mind. */
  readonly askWhereToSave: (format: ExportFormat) => Promise<string | null>
  readonly askWhatToOpen: () => Promise<string | null>
  readonly writeClipboard: (text: string) => Promise<void>
  readonly offlineProof: () => OfflineProof
  readonly licences: () => Promise<LicencesOutcome>
  readonly letPaint: () => void
  readonly finished: () => void
  readonly now: () => Date
}

/**
 * All calls but those of the library and of what comes into it (library-calls.ts, import-calls.ts, watch-calls.ts), and those
 * of the window itself (electron/main).
 */
export function createDesktopCalls(
  parts: DesktopParts,
): Omit<DesktopCalls, 'library' | 'imports' | 'watching' | 'printing' | 'frame'> {
  const { data, search } = parts

  function language(): 'nl' | 'en' {
    const chosen = data.settings().language
    return chosen === 'system' ? parts.system.systemLanguage : chosen
  }

  function tell(change: SearchChange | null): void {
    if (change !== null) search.change(change)
  }

  return {
    session: {
      async start() {
        const bundle = await parts.bundle()
        const maker = await parts.maker()
        const found = { records: data.records(), notices: parts.takeNotices() }
        return { ...parts.system, ...found, bundle, maker }
      },
      paint() {
        parts.letPaint()
        return Promise.resolve()
      },
      finish() {
        parts.finished()
        return Promise.resolve()
      },
    },
    reader: {
      put(record) {
        const outcome = data.put(record)
        if (outcome.ok) tell(changeOf(record))
        return Promise.resolve(outcome)
      },
      remove(key) {
        const outcome = data.remove(key)
        if (outcome.ok) tell(removalOf(key))
        return Promise.resolve(outcome)
      },
      async exportTo(format) {
        const file = await parts.askWhereToSave(format)
        if (file === null) return { ok: false, reason: 'cancelled' }
        const shown = (await parts.bundle())?.edition
        return exportReaderData(data, {
          ...{ file, format, language: language(), now: parts.now() },
          findEdition: async (id) =>
            shown?.id === id ? shown : ((await parts.findEdition(id))?.edition ?? null),
        })
      },
      async importFrom() {
        const file = await parts.askWhatToOpen()
        if (file === null) return { ok: false, reason: 'cancelled' }
        const outcome = await importReaderData(data, file)
        if (outcome.ok) for (const record of outcome.records) tell(changeOf(record))
        return outcome
      },
    },
    search: {
      ask: (request) => search.ask(request),
      complete: (request) => search.complete(request),
    },
    clipboard: { write: (text) => parts.writeClipboard(text) },
    offline: { proof: () => Promise.resolve(parts.offlineProof()) },
    about: { licences: () => parts.licences() },
  }
}
