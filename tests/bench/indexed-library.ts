// Where a made library of so many items lies.
import path from 'node:path'

export interface IndexedLibrary {
  readonly profile: string
  /** In the profile. */
  readonly library: string
}

export function indexedLibrary(home: string, count: number): IndexedLibrary {
  const profile = path.join(home, `search-${String(count)}`)
  return { profile, library: path.join(profile, 'library') }
}
