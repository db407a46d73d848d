// The menus: the one at the top of a Mac's screen, without which copy and paste do not work, and those of a right click.
import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import type { Command, SendEvent } from '#core/desktop-api'

const words = {
  nl: {
    copy: 'Kopiëren',
    cut: 'Knippen',
    paste: 'Plakken',
    selectAll: 'Alles selecteren',
    lookUp: 'Opzoeken',
    readAloud: 'Voorlezen vanaf hier',
    bookmark: 'Bladwijzer zetten of weghalen',
    note: 'Notitie schrijven',
    cite: 'Kopieer met bronvermelding',
    edit: 'Bewerken',
    window: 'Venster',
  },
  en: {
    copy: 'Copy',
    cut: 'Cut',
    paste: 'Paste',
    selectAll: 'Select all',
    lookUp: 'Look up',
    readAloud: 'Read aloud from here',
    bookmark: 'Set or remove a bookmark',
    note: 'Write a note',
    cite: 'Copy with citation',
    edit: 'Edit',
    window: 'Window',
  },
} as const

/** Must run before Electron is ready; otherwise Electron makes a menu of its own. */
export function preventDefaultMenu(): void {
  Menu.setApplicationMenu(null)
}

/** Only a Mac has a menu bar: elsewhere every action has its key and its place in the window. */
export function setApplicationMenu(language: 'nl' | 'en'): void {
  if (process.platform !== 'darwin') return
  const { edit, window } = words[language]
  const menu: MenuItemConstructorOptions[] = [
    { role: 'appMenu' },
    {
      label: edit,
      submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
    },
    { label: window, submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
}

/** A right click offers editing in a field, and elsewhere what can be done with the item. */
export function addContextMenu(
  window: BrowserWindow,
  language: () => 'nl' | 'en',
  send: SendEvent,
): void {
  window.webContents.on('context-menu', (_event, at) => {
    const text = words[language()]
    const { editFlags } = at
    const editing: MenuItemConstructorOptions[] = [
      { label: text.cut, role: 'cut', enabled: editFlags.canCut },
      { label: text.copy, role: 'copy', enabled: editFlags.canCopy },
      { label: text.paste, role: 'paste', enabled: editFlags.canPaste },
      { label: text.selectAll, role: 'selectAll', enabled: editFlags.canSelectAll },
    ]
    const command = (label: string, name: Command): MenuItemConstructorOptions => ({
      label,
      click: () => send('command', name),
    })
    const reading: MenuItemConstructorOptions[] = [
      { label: text.copy, role: 'copy', enabled: editFlags.canCopy },
      { label: text.paste, role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      command(text.lookUp, 'look-up'),
      command(text.readAloud, 'read-aloud'),
      command(text.bookmark, 'toggle-bookmark'),
      command(text.note, 'write-note'),
      command(text.cite, 'copy-citation'),
    ]
    Menu.buildFromTemplate(at.isEditable ? editing : reading).popup({ window })
  })
}
