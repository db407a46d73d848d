// Dictionaries of dictd that the system's own package manager put on this machine.
import fs from 'node:fs'
import path from 'node:path'

/** Where Debian and its kin put them. */
export const installedFolder = '/usr/share/dictd'

const ending = '.index'

/** Their names, such as `freedict-nld-eng`, in order. Empty where there are none. */
export function installedDictionaries(folder: string): readonly string[] {
  try {
    return fs
      .readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => path.basename(name, ending))
      .toSorted()
  } catch {
    return []
  }
}

/** The file of one of them; null for a name that is none. */
export function installedFile(folder: string, name: string): string | null {
  return installedDictionaries(folder).includes(name) ? path.join(folder, name + ending) : null
}
