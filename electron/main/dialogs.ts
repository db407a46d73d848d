// The system's own file dialogs. Each gives null, or nothing, when the reader closes it.
import path from 'node:path'
import { app, dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import type { ExportFormat } from '#core/desktop/transfer'
import { editionEndings } from '#core/edition/edition-path'

const exportFormats = {
  markdown: { name: 'Markdown', ending: 'md' },
  json: { name: 'JSON', ending: 'json' },
  csv: { name: 'CSV', ending: 'csv' },
  'web-annotations': { name: 'JSON-LD', ending: 'jsonld' },
  anki: { name: 'Anki', ending: 'txt' },
  'words-csv': { name: 'CSV', ending: 'csv' },
} as const satisfies Record<Exclude<ExportFormat, 'markdown-folder'>, object>

export async function askWhereToSave(
  window: BrowserWindow,
  name: string,
  format: string,
  ending: string,
): Promise<string | null> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), `${name}.${ending}`),
    filters: [{ name: format, extensions: [ending] }],
  })
  return canceled ? null : filePath
}

export function askWhereToExport(
  window: BrowserWindow,
  format: ExportFormat,
  now: Date,
): Promise<string | null> {
  if (format === 'markdown-folder') return askWhichFolder(window)
  const { name, ending } = exportFormats[format]
  return askWhereToSave(window, `leeslamp-${now.toISOString().slice(0, 10)}`, name, ending)
}

async function askWhatToOpen(
  window: BrowserWindow,
  options: OpenDialogOptions,
): Promise<readonly string[]> {
  const { filePaths, canceled } = await dialog.showOpenDialog(window, options)
  return canceled ? [] : filePaths
}

export async function askWhatToImport(window: BrowserWindow): Promise<string | null> {
  const { name, ending } = exportFormats.json
  const filters = [{ name, extensions: [ending] }]
  const [file = null] = await askWhatToOpen(window, { filters, properties: ['openFile'] })
  return file
}

export function askWhichEditions(window: BrowserWindow): Promise<readonly string[]> {
  const filters = [
    { name: 'Editie', extensions: [...editionEndings] },
    { name: '*', extensions: ['*'] },
  ]
  return askWhatToOpen(window, { filters, properties: ['openFile', 'multiSelections'] })
}

export async function askWhichDictionary(window: BrowserWindow): Promise<string | null> {
  const extensions = ['ifo', 'index', 'dict', 'dz', 'idx', 'tsv', 'csv', 'txt']
  const filters = [
    { name: 'Woordenboek', extensions },
    { name: '*', extensions: ['*'] },
  ]
  const [file = null] = await askWhatToOpen(window, { filters, properties: ['openFile'] })
  return file
}

export async function askWhichFolder(window: BrowserWindow): Promise<string | null> {
  const [folder = null] = await askWhatToOpen(window, {
    properties: ['openDirectory', 'createDirectory'],
  })
  return folder
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

/** Whether to load a page once more that keeps crashing. */
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
