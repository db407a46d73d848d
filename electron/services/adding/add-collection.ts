// Adds what the reader chooses of a file that holds many editions.
import path from 'node:path'
import type { AddCounts, AddOutcome } from '#core/desktop/adding'
import type { CollectionSplit } from '#core/desktop/collection'
import {
  foreseenReading,
  unreadForeseen,
  type ForeseenReading,
} from '#core/series/foreseen-reading'
import type { TextEncoding } from '../documents/decode-text.ts'
import { formatOfName } from '../documents/formats.ts'
import type { HashedFile } from '../import/read-draft.ts'
import type { Run } from '../import/runs.ts'
import type { AddingContext } from './adding-context.ts'
import { createCollections, sourcesOf } from './collections.ts'
import { isWriteFault, keepSource, type DraftSource } from './keep-source.ts'
import { lettersIn } from './letters.ts'
import { createSummary } from './summary.ts'

type Report = (counts: AddCounts) => void

const megabyte = 1024 * 1024

/** @param offer makes a proof of one edition */
export function createCollectionAdding(
  context: AddingContext,
  offer: (source: DraftSource, task: Run) => Promise<AddOutcome>,
) {
  const { inTurn, library, readingFor, tasks } = context
  const collections = createCollections(library)

  return {
    drop: collections.drop,
    dropAll: collections.dropAll,

    /** Lists the letters, for the reader to choose among them; a single one becomes a proof. */
    async addMailbox(location: string, task: Run, report: Report): Promise<AddOutcome> {
      const file = path.basename(location)
      const reading = readingFor(task)
      const listed = await reading.cage.listMailbox(location, (done, all) => {
        report({ done: inMegabytes(done), all: inMegabytes(all), of: 'megabytes' })
      })
      if (!listed.ok) return { ok: false, reason: listed.reason, file, refusal: null }
      const messages = listed.value
      const [letter, ...others] = lettersIn(reading, location, messages)
      if (letter !== undefined && others.length === 0) return offer(letter, task)
      const collection = collections.hold({ kind: 'mailbox', location, messages })
      return { ok: true, kind: 'choice', collection }
    },

    /** The entries of a feed, for the reader to choose among them; null for what is no feed of several. */
    async addFeed(
      location: string,
      { bytes, sha256 }: HashedFile,
      encoding: TextEncoding | null,
      task: Run,
    ): Promise<AddOutcome | null> {
      const name = path.basename(location)
      if (bytes === null || formatOfName(name) !== 'feed') return null
      const file = { bytes, encoding, name }
      const listed = await readingFor(task).cage.listFeed(file)
      if (!listed.ok || listed.value.entries.length < 2) return null
      const contents = listed.value
      const collection = collections.hold({ kind: 'feed', location, file, sha256, contents })
      return { ok: true, kind: 'choice', collection }
    },

    /** One after another, so that other work has its turn between them. */
    async foresee(id: number, places: readonly number[]): Promise<readonly ForeseenReading[]> {
      const held = collections.find(id)
      if (held === undefined) return []
      const reading = readingFor(null)
      const hears = { onFailure: () => undefined, onRead: () => undefined }
      const sources = await sourcesOf(reading, held, places, 'each', hears)
      const readings: ForeseenReading[] = []
      for (const source of sources.ok ? sources.value : []) {
        const draft = await source.read()
        readings.push(draft.ok ? foreseenReading(draft.value) : unreadForeseen)
      }
      return readings
    },

    /** Keeps the chosen parts one after another as one task; a single edition becomes a proof. */
    take(id: number, chosen: readonly number[], split: CollectionSplit): Promise<AddOutcome> {
      const held = collections.find(id)
      if (held === undefined)
        return Promise.resolve({ ok: false, reason: 'not-found', file: null, refusal: null })
      return tasks.start(async (task, report): Promise<AddOutcome> => {
        report({ done: 0, all: 1 })
        const summary = createSummary()
        const reading = readingFor(task)
        let read = 0
        const onRead = (): void => {
          read += 1
          if (split === 'whole') report({ done: read, all: chosen.length, of: 'letters' })
        }
        const hears = { onFailure: summary.add, onRead }
        const sources = await sourcesOf(reading, held, chosen, split, hears)
        if (!sources.ok) {
          const file = path.basename(held.location)
          return { ok: false, reason: sources.reason, file, refusal: null }
        }
        const [first, ...others] = sources.value
        if (first !== undefined && others.length === 0) {
          // The file stays open: the others may be read as this one is mended.
          const outcome = await inTurn(() => offer(first, task))
          return outcome.ok && outcome.kind === 'proof'
            ? { ...outcome, failures: summary.failures }
            : outcome
        }
        collections.drop(id)
        let done = 0
        for (const source of sources.value) {
          report({ done, all: sources.value.length, of: 'editions' })
          if (task.signal.aborted) break
          const outcome = await inTurn(() => keepSource(context, source, summary.ids))
          if (!outcome.ok && outcome.reason === 'cancelled') break
          summary.add(source.name, outcome)
          done += 1
          if (isWriteFault(outcome)) break
        }
        const isCancelled = done < sources.value.length
        const result = summary.result({ isCancelled, refusal: null })
        const titles = isCancelled ? { titles: summary.titles } : {}
        return { ok: true, kind: 'kept', summary: { ...result, ...titles } }
      })
    },
  }
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / megabyte)
}
