// What all ways of adding an edition share: their tasks, their turns at the library, and how they read a file.
import type { AddCounts, AddProgress } from '#core/desktop/adding'
import { knownSeries } from '#core/library/known-series'
import { takeTurns } from '#core/take-turns'
import type { SeriesForms } from '../records/form-record.ts'
import type { LearnedNames } from '../records/learned-record.ts'
import type { DraftOptions } from '../import/read-draft.ts'
import { createRuns, type Run } from '../import/runs.ts'
import type { KeepDraftOptions } from './keep-draft.ts'
import { createRefusedFiles } from './refused-files.ts'

export interface AddingOptions extends DraftOptions, KeepDraftOptions {
  readonly learned?: LearnedNames
  /** Without it nothing is learnt of a series. */
  readonly forms?: SeriesForms
  /** Called for tasks that take long, ten times a second: see `withCalmProgress`. */
  readonly onProgress: (progress: AddProgress) => void
}

export type AddingContext = ReturnType<typeof createAddingContext>

export function createAddingContext(options: AddingOptions) {
  const { cage, library } = options
  const reading: DraftOptions = {
    ...options,
    knownSeries: (title) => knownSeries(title, library.list().entries),
  }

  return {
    ...options,
    tasks: createRuns<AddCounts>(options.onProgress),
    refusedFiles: createRefusedFiles(),
    /** Runs work on the library after all earlier work, since each looks at what the last one kept. */
    inTurn: takeTurns(),
    /** How a task reads files: cancelling it also stops the sandboxed process. Null for work that cannot be cancelled. */
    readingFor(task: Run | null): DraftOptions {
      if (task === null) return reading
      const { signal } = task
      return {
        ...reading,
        cage: {
          readFile: (file) => cage.readFile(file, signal),
          teach: cage.teach,
          parse: (document, name, _, form, anyway) =>
            cage.parse(document, name, signal, form, anyway),
          listMailbox: (file, onProgress) => cage.listMailbox(file, onProgress, signal),
          readMessage: (file, place) => cage.readMessage(file, place, signal),
          listFeed: (file) => cage.listFeed(file, signal),
          readFeedParts: (file, split, only) => cage.readFeedParts(file, split, only, signal),
          readPackage: (file, onFile) => cage.readPackage(file, onFile, signal),
          readDictionary: (file) => cage.readDictionary(file, signal),
          hyphenate: (texts) => cage.hyphenate(texts, signal),
          close: cage.close,
        },
      }
    },
  }
}
