// What all ways of adding an edition share: their tasks, their turns at the library, and how they read a file.
import type { AddProgress } from '#core/desktop-api'
import { knownSeries } from '#core/library/known-series'
import type { LearnedNames } from '../import/learned-record.ts'
import type { DraftOptions } from '../import/read-draft.ts'
import { createRuns, type Run, type Runs } from '../import/runs.ts'
import type { KeepDraftOptions } from './keep-draft.ts'
import { createRefusedFiles, type RefusedFiles } from './refused-files.ts'

export interface AddingOptions extends DraftOptions, KeepDraftOptions {
  readonly learned?: LearnedNames
  /** Called for tasks that take long, ten times a second: see `withCalmProgress`. */
  readonly onProgress: (progress: AddProgress) => void
}

export interface AddingContext extends AddingOptions {
  readonly tasks: Runs
  readonly refusedFiles: RefusedFiles
  /** Runs work that changes the library after all that was queued before, since each looks at what the last one kept. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** How a task reads files: cancelling it also stops the sandboxed process. Without a task, nothing can be cancelled. */
  readonly readingFor: (task: Run | null) => DraftOptions
}

export function createAddingContext(options: AddingOptions): AddingContext {
  const { cage, library } = options
  let last: Promise<unknown> = Promise.resolve()
  const reading: DraftOptions = {
    ...options,
    knownSeries: (title) => knownSeries(title, library.list().entries),
  }

  return {
    ...options,
    tasks: createRuns(options.onProgress),
    refusedFiles: createRefusedFiles(),
    inTurn(work) {
      const result = last.then(work)
      last = result.catch(() => undefined) // whoever asked for the work handles the error
      return result
    },
    readingFor(task) {
      if (task === null) return reading
      const { signal } = task
      return {
        ...reading,
        cage: {
          readText: (file) => cage.readText(file, signal),
          parse: (lines, name) => cage.parse(lines, name, signal),
          readPackage: (file, onFile) => cage.readPackage(file, onFile, signal),
          hyphenate: (texts) => cage.hyphenate(texts, signal),
          close: cage.close,
        },
      }
    },
  }
}
