// What the calls of the window (electron/services/calls) need of Electron.
import { clipboard, type BrowserWindow } from 'electron'
import type { ExportFormat, PrintOutcome } from '#core/desktop/transfer'
import type { ImageKind } from '#core/edition/image-kind'
import {
  askWhatToImport,
  askWhereToExport,
  askWhereToSave,
  askWhichDictionary,
  askWhichEditions,
  askWhichFolder,
} from './dialogs.ts'
import type { MainWindow } from './main-window.ts'
import { enablePainting } from './painting.ts'
import { print, printToPdf } from './printing.ts'
import { scaleWindow } from './window-scale.ts'

export function createWindowAccess(main: MainWindow) {
  /** Gives `otherwise` while there is no window. */
  function ask<Answer>(
    question: (window: BrowserWindow) => Promise<Answer>,
    otherwise: Answer,
  ): Promise<Answer> {
    return main.current === null ? Promise.resolve(otherwise) : question(main.current)
  }

  return {
    askWhereToExport: (format: ExportFormat) =>
      ask((window) => askWhereToExport(window, format, new Date()), null),
    askWhatToImport: () => ask(askWhatToImport, null),
    askWhereToSavePackage: (edition: string) =>
      ask((window) => askWhereToSave(window, edition, 'Leeslamp', 'editie'), null),
    askWhereToSavePdf: (name: string) =>
      ask((window) => askWhereToSave(window, name, 'PDF', 'pdf'), null),
    askWhereToSavePicture: (name: string, kind: ImageKind) =>
      ask((window) => askWhereToSave(window, name, kind.toUpperCase(), kind), null),
    askWhichEditions: () => ask(askWhichEditions, []),
    askWhichDictionary: () => ask(askWhichDictionary, null),
    askWhichFolder: () => ask(askWhichFolder, null),
    printToPdf: (foot: string) => ask((window) => printToPdf(window, foot), null),
    print: (): Promise<PrintOutcome> => ask(print, { ok: false, reason: 'failed' }),
    enablePainting: () => {
      if (main.current !== null) enablePainting(main.current)
    },
    toggleFullScreen: () => main.current?.setFullScreen(!main.current.isFullScreen()),
    scale: (factor: number) => {
      if (main.current !== null) scaleWindow(main.current, factor)
    },
    // The page decodes it, in its sandbox. Electron counts in pixels of the window, which may be scaled.
    copyPictureAt: (x: number, y: number) => {
      const contents = main.current?.webContents
      const factor = contents?.getZoomFactor() ?? 1
      contents?.copyImageAt(Math.round(x * factor), Math.round(y * factor))
    },
    // Older Electrons write at once, newer ones answer with a promise.
    writeClipboard: async (text: string) => {
      await clipboard.writeText(text)
    },
  }
}
