// The system's own file dialogs.
import path from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { ExportFormat } from '#core/desktop/transfer'
import { editionEndings } from '#core/edition/edition-path'

const names = { markdown: 'Markdown', json: 'JSON' } as const
const endings = { markdown: 'md', json: 'json' } as const

/** Where an export goes; null when the reader changed their mind. */
export async function askWhereToSave(
  window: BrowserWindow,
  format: ExportFormat,
  day: string,
): Promise<string | null> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), `leeslamp-${day}.${endings[format]}`),
    filters: [{ name: names[format], extensions: [endings[format]] }],
  })
  return canceled ? null : filePath
}

/** Where the package of an edition goes; null when the reader changed their mind. */
export async function askWhereToSavePackage(
  window: BrowserWindow,
  edition: string,
): Promise<string | null> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), `${edition}.editie`),
    filters: [{ name: 'Leeslamp', extensions: ['editie'] }],
  })
  return canceled ? null : filePath
}

/** Where an edition goes as a PDF; null when the reader changed their mind. */
export async function askWhereToSavePdf(
  window: BrowserWindow,
  name: string,
): Promise<string | null> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), `${name}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  })
  return canceled ? null : filePath
}

/** The files of editions to add; none when the reader changed their mind. */
export async function askWhichEditions(window: BrowserWindow): Promise<readonly string[]> {
  const { filePaths, canceled } = await dialog.showOpenDialog(window, {
    filters: [
      { name: 'Editie', extensions: [...editionEndings] },
      { name: '*', extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  })
  return canceled ? [] : filePaths
}

/** A folder to follow; null when the reader changed their mind. */
export async function askWhichFolder(window: BrowserWindow): Promise<string | null> {
  const { filePaths, canceled } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

const crashWords = {
  nl: {
    message: 'Het venster loopt telkens vast.',
    detail:
      'Wat u hebt bewaard, staat veilig op de schijf. Probeer het opnieuw; helpt dat niet, start dan de computer opnieuw.',
    again: 'Opnieuw proberen',
    close: 'Leeslamp sluiten',
  },
  en: {
    message: 'The window keeps crashing.',
    detail:
      'What you had kept is safe on the disk. Try again; if that does not help, restart the computer.',
    again: 'Try again',
    close: 'Close Leeslamp',
  },
} as const

/** Whether a window that keeps crashing is to be tried once more. */
export async function askAfterCrashes(
  window: BrowserWindow,
  language: 'nl' | 'en',
): Promise<boolean> {
  const { message, detail, again, close } = crashWords[language]
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message,
    detail,
    buttons: [again, close],
    cancelId: 1,
  })
  return response === 0
}

/** The export to import; null when the reader changed their mind. */
export async function askWhatToOpen(window: BrowserWindow): Promise<string | null> {
  const { filePaths, canceled } = await dialog.showOpenDialog(window, {
    filters: [{ name: names.json, extensions: [endings.json] }],
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
