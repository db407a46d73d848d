// The files that may hold an edition, by their names.

/** The endings of the formats that are read, in lower case. */
export const editionEndings = [
  ...['editie', 'txt', 'md', 'markdown', 'html', 'htm', 'xhtml', 'docx'],
] as const

/**
 * Whether a window may name this file to be read: one of a known ending on this machine, by its whole path. Files of other
 * names come in by the system's own dialog only, so that a window that was taken over cannot read whatever it likes; and a path to
 * another machine (`\\server`) would ask a network.
 */
export function isAddablePath(path: string): boolean {
  const isAbsolute = /^(?:\/(?!\/)|[a-z]:[\\/])/iu.test(path)
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return isAbsolute && !path.includes('\0') && editionEndings.some((known) => known === ending)
}
