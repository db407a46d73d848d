// The organisation that a build is made for, and its editions in the library.
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { idSchema } from '#core/edition/edition'
import { sortEntries } from '#core/library/arrange-entries'
import { organisationSchema, type Organisation } from '#core/organisation/organisation'
import { createRecord } from '../records/create-record.ts'
import { openCompiledEdition } from './edition-file.ts'
import type { EditionLibrary } from '../library/edition-library.ts'
import type { ReaderDataStore } from '../reader-data/reader-data-store.ts'

/** Null for a program of nobody in particular. A damaged file counts as none, so that the program starts all the same. */
export function readOrganisation(file: string): Organisation | null {
  try {
    return v.parse(organisationSchema, JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** The newest of an organisation's editions that the library has, which a new reader sees first; null for none. */
export function newestOf(organisation: Organisation, library: EditionLibrary): string | null {
  const theirs = library.list().entries.filter(({ id }) => organisation.editions.includes(id))
  return sortEntries(theirs, 'date')[0]?.id ?? null
}

/**
 * Adds the editions of an organisation to the library, each only once: what the reader removed stays removed. An edition
 * that the library has already is not changed. What fails is tried again at the next start.
 */
export async function addOrganisationEditions(parts: {
  readonly store: ReaderDataStore
  readonly library: EditionLibrary
  readonly organisation: Organisation
  /** Where the compiled editions are. */
  readonly folder: string
  readonly now: () => Date
}): Promise<void> {
  const { store, library, organisation, folder, now } = parts
  /** The ids of the editions that were added once. */
  const record = createRecord(store, 'organisation-editions', v.array(idSchema))
  const known = record.read() ?? []
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
  if (added.length > 0) record.write([...known, ...added])
}
