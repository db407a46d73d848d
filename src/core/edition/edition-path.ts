// Which files the window may name: it shows text of strangers, and says no more than what a reader drops on it.

export type EditionFormat =
  'package' | 'text' | 'markdown' | 'html' | 'mhtml' | 'docx' | 'mail' | 'mailbox' | 'feed' | 'epub'

/** What a file is read as, by the ending of its name. */
const formatByEnding: Readonly<Record<string, EditionFormat>> = {
  editie: 'package',
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mhtml: 'mhtml',
  mht: 'mhtml',
  docx: 'docx',
  eml: 'mail',
  msg: 'mail',
  mbox: 'mailbox',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  xml: 'feed',
  json: 'feed',
  epub: 'epub',
}

/** The files that a dialog offers, that are taken from a folder and that can be dropped on the window. */
export const editionEndings: readonly string[] = Object.keys(formatByEnding)

/** From a root or a drive, and neither another machine nor a device: `//x`, `\\\\x` and `\\\\?\\` are those. */
const localPath = /^(?:\/(?![\\/])|[A-Za-z]:[\\/](?![\\/]))/u
/** Windows takes these names for devices, in every folder and with every ending. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/iu

/** Whether a path names a file on this machine, from its root, with an ending that editions have. */
export function isEditionPath(path: string): boolean {
  if (!localPath.test(path) || path.includes('\0')) return false
  const isOnDrive = !path.startsWith('/')
  // Behind another colon stands a hidden stream of the file.
  if (isOnDrive && path.indexOf(':', 2) >= 0) return false
  const name = path.slice(
    Math.max(path.lastIndexOf('/'), isOnDrive ? path.lastIndexOf('\\') : -1) + 1,
  )
  if (isOnDrive && deviceName.test(name)) return false
  return hasEditionEnding(name)
}

/** Whether a file holds the notes on an edition beside it, and is none itself: `week-1.notes.md`. */
export function isNotesName(name: string): boolean {
  return name.toLowerCase().endsWith('.notes.md')
}

/** What the ending of a file's name promises; null for an ending that no edition has. */
export function formatOfEnding(name: string): EditionFormat | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(formatByEnding, ending) ? (formatByEnding[ending] ?? null) : null
}

/** Whether the name of a file has an ending that editions have, behind other characters. */
export function hasEditionEnding(name: string): boolean {
  return name.lastIndexOf('.') > 0 && formatOfEnding(name) !== null
}
