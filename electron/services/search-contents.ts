// What the search is to know: the open edition, the index that was made of it, and the reader's notes.
import fs from 'node:fs/promises'
import type { EditionBundle } from '#core/edition/edition'
import type { ReaderData } from './reader-data.ts'
import type { SearchContents } from './search-index.ts'

/** Reads the index file; one that is missing or unreadable is made anew from the texts by whoever gets this. */
export async function searchContents(
  bundle: EditionBundle | null,
  indexFile: string,
  data: ReaderData,
): Promise<SearchContents> {
  const notes = data.records().filter((record) => record.kind === 'note')
  return {
    bundles: bundle === null ? [] : [bundle],
    indexFile: await fs.readFile(indexFile, 'utf8').catch(() => null),
    notes: notes.map(({ edition, item, text }) => ({ edition, item, text })),
  }
}
