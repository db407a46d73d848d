// The system's own file dialogs.
import path from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import type { ExportFormat } from '#core/desktop-api'

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

/** The export to import; null when the reader changed their mind. */
export async function askWhatToOpen(window: BrowserWindow): Promise<string | null> {
  const { filePaths, canceled } = await dialog.showOpenDialog(window, {
    filters: [{ name: names.json, extensions: [endings.json] }],
    properties: ['openFile'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}
