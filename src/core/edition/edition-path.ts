// Which files the window may name: it shows text of strangers, and says no more than what a reader drops on it.

/** The files that a dialog offers, that are taken from a folder and that can be dropped on the window. */
export const editionEndings = [
  ...['editie', 'txt', 'md', 'markdown', 'html', 'htm', 'xhtml', 'docx'],
] as const

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

/** Whether the name of a file has an ending that editions have. */
export function hasEditionEnding(name: string): boolean {
  const dot = name.lastIndexOf('.')
  return dot > 0 && editionEndings.some((ending) => ending === name.slice(dot + 1).toLowerCase())
}
