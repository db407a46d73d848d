// Saved pages with a folder of pictures beside them. The folder is read when the reader says so.
import path from 'node:path'
import type { AddOutcome } from '#core/desktop/adding'
import { findPageFolder, readPageFolder, type PageFolder } from '../documents/page-folder.ts'
import { formatOfName } from '../documents/formats.ts'
import { draftOfFile, readBytes, type Draft } from '../import/read-draft.ts'
import type { Run } from '../import/runs.ts'
import type { TextEncoding } from '../documents/decode-text.ts'
import type { AddingContext } from './adding-context.ts'
import type { Proofs } from '../import/proofs.ts'
import { rejected } from './rejected.ts'

interface Page {
  readonly location: string
  readonly encoding: TextEncoding | null
  readonly folder: PageFolder
}

export interface PageFolders {
  /** The same outcome; the proof of a page says which folder lies beside it. */
  offer(outcome: AddOutcome, page: Pick<Page, 'location' | 'encoding'>): Promise<AddOutcome>
  /** Reads the page of a proof once more, with the pictures of its folder. */
  read(proof: number, task: Run): Promise<AddOutcome>
  drop(proof: number): void
  dropAll(): void
}

/** @param offerDraft makes a proof of a draft */
export function createPageFolders(
  { readingFor }: Pick<AddingContext, 'readingFor'>,
  proofs: Pick<Proofs, 'drop'>,
  offerDraft: (draft: Draft, task: Run) => Promise<AddOutcome>,
): PageFolders {
  const pages = new Map<number, Page>()

  return {
    async offer(outcome, { location, encoding }) {
      const isPage = outcome.ok && outcome.kind === 'proof' && formatOfName(location) === 'html'
      const folder = isPage ? await findPageFolder(location) : null
      if (!isPage || folder === null) return outcome
      pages.set(outcome.proof.id, { location, encoding, folder })
      return withFolder(outcome, folder.name, folder.pictures.length, false)
    },
    async read(proof, task) {
      const page = pages.get(proof)
      if (page === undefined) return rejected('not-found', null)
      const { location, encoding, folder } = page
      const hashed = await readBytes(location)
      if (!hashed.ok) return rejected(hashed.reason, null)
      const beside = await readPageFolder(location, folder)
      const { bytes } = hashed.value
      if (bytes === null) return rejected('not-found', null)
      const options = readingFor(task)
      const name = path.basename(location)
      const reading = options.cage.readFile({ bytes, format: null, encoding, name, beside })
      const draft = await draftOfFile(options, location, hashed.value, encoding, reading)
      if (!draft.ok) return rejected(draft.reason, null)
      proofs.drop(proof)
      pages.delete(proof)
      const outcome = await offerDraft(draft.value, task)
      return withFolder(outcome, folder.name, beside.length, true)
    },
    drop: (proof) => void pages.delete(proof),
    dropAll() {
      pages.clear()
    },
  }
}

function withFolder(
  outcome: AddOutcome,
  name: string,
  pictures: number,
  isRead: boolean,
): AddOutcome {
  if (!outcome.ok || outcome.kind !== 'proof') return outcome
  return { ...outcome, proof: { ...outcome.proof, folder: { name, pictures, isRead } } }
}
