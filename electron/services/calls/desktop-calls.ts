// All calls that the window may make: one file here for each noun of the contract (src/core/desktop-api.ts).
import type { DesktopCalls } from '#core/desktop-api'
import { createAboutCalls, type AboutParts } from './about-calls.ts'
import { createClipboardCalls, type ClipboardParts } from './clipboard-calls.ts'
import { createDictionariesCalls, type DictionariesParts } from './dictionaries-calls.ts'
import { createFindingsCalls } from './findings-calls.ts'
import { createFrameCalls, type FrameParts } from './frame-calls.ts'
import { createImportsCalls, type ImportsParts } from './imports-calls.ts'
import { createLibraryCalls, type LibraryParts } from './library-calls.ts'
import { createOfflineCalls, type OfflineParts } from './offline-calls.ts'
import { createPicturesCalls, type PicturesParts } from './pictures-calls.ts'
import { createPrintingCalls, type PrintingParts } from './printing-calls.ts'
import { createReaderCalls, type ReaderParts } from './reader-calls.ts'
import { createSearchCalls } from './search-calls.ts'
import { createSessionCalls, type SessionParts } from './session-calls.ts'
import { createSeriesCalls, type SeriesParts } from './series-calls.ts'
import { createWatchingCalls, type WatchingParts } from './watching-calls.ts'

/** Services (electron/main/compose-services.ts), and what only Electron can do (electron/main/window-access.ts). */
export type CallParts = SessionParts &
  ReaderParts &
  LibraryParts &
  ImportsParts &
  SeriesParts &
  WatchingParts &
  DictionariesParts &
  PrintingParts &
  FrameParts &
  ClipboardParts &
  PicturesParts &
  OfflineParts &
  AboutParts

export function createDesktopCalls(parts: CallParts): DesktopCalls {
  return {
    session: createSessionCalls(parts),
    reader: createReaderCalls(parts),
    library: createLibraryCalls(parts),
    imports: createImportsCalls(parts),
    series: createSeriesCalls(parts),
    watching: createWatchingCalls(parts),
    search: createSearchCalls(parts),
    findings: createFindingsCalls(parts),
    dictionaries: createDictionariesCalls(parts),
    printing: createPrintingCalls(parts),
    frame: createFrameCalls(parts),
    clipboard: createClipboardCalls(parts),
    pictures: createPicturesCalls(parts),
    offline: createOfflineCalls(parts),
    about: createAboutCalls(parts),
  }
}
