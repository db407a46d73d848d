// The organisation that a build is for: what the program was given of it, and its editions in the library.
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { idSchema } from '#core/edition/edition'
import { sortEntries } from '#core/library/arrange-entries'
import { organisationSchema, type Organisation } from '#core/organisation/organisation'
import { openCompiledEdition } from './edition-file.ts'
import type { EditionLibrary } from '../library/edition-library.ts'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'

/** Null for a program of nobody in particular, and when the file is damaged: a program without a name can still be read. */
export function readOrganisation(file: string): Organisation | null {
  try {
    return v.parse(organisationSchema, JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

const key = 'organisation-editions'

/** The ids of the editions that came into the library once; none when nothing is kept or what is kept makes no sense. */
function cameIn(store: ReaderDataStore): readonly string[] {
  const read = v.safeParse(v.array(idSchema), store.entries().get(key))
  return read.success ? read.output : []
}

/** The newest of an organisation's editions that the library has: what a reader begins with. Null when there is none. */
export function newestOf(organisation: Organisation, library: EditionLibrary): string | null {
  const theirs = library.list().entries.filter(({ id }) => organisation.editions.includes(id))
  return sortEntries(theirs, 'date')[0]?.id ?? null
}

/**
 * Takes the editions of an organisation into the library, each of them once: what the reader removed stays away, and what
 * the library has already is not touched. What cannot be kept is tried again at the next start.
 */
export async function addOrganisationEditions(parts: {
  readonly store: ReaderDataStore
  readonly library: EditionLibrary
  readonly organisation: Organisation
  /** Where they lie, compiled. */
  readonly folder: string
  readonly now: () => Date
}): Promise<void> {
  const { store, library, organisation, folder, now } = parts
  const known = cameIn(store)
  const added: string[] = []
  for (const id of organisation.editions.filter((one) => !known.includes(one))) {
    const opened = await openCompiledEdition(path.join(folder, `${id}.json`))
    if (!opened.ok) continue
    const outcome = library.takenIds().has(id)
      ? { ok: true }
      : library.add(opened.bundle, {
          origin: 'bundled',
          publisher: organisation.name,
          reviewed: true,
          added: now().toISOString(),
        })
    if (outcome.ok) added.push(id)
  }
  if (added.length > 0) store.put(key, [...known, ...added])
}
