import type { DesktopCalls } from '#core/desktop-api'
import type { EditionImport } from '../adding/edition-import.ts'
import type { OpenEdition } from '../editions/open-edition.ts'

export interface ImportsParts {
  readonly imports: EditionImport
  readonly editions: OpenEdition
  /** Empty when the reader closes the dialog. */
  readonly askWhichEditions: () => Promise<readonly string[]>
}

export function createImportsCalls(parts: ImportsParts): DesktopCalls['imports'] {
  const { imports, editions } = parts

  return {
    async choose() {
      const paths = await parts.askWhichEditions()
      if (paths.length === 0) return { ok: false, reason: 'nothing-chosen' }
      return imports.add({ kind: 'files', paths })
    },
    add: (source) => imports.add(source),
    readAgain: (refusal, encoding) => imports.readAgain(refusal, encoding),
    review: (edition) => imports.review(edition),
    readFolder: (proof) => imports.readFolder(proof),
    take: (collection, places, split) => imports.take(collection, places, split),
    foresee: (collection, places) => imports.foresee(collection, places),
    takeBack: (added) => imports.takeBack(added),
    moveToSeries: (ids, series) => imports.moveToSeries(ids, series),
    leave(collection) {
      imports.leave(collection)
      return Promise.resolve()
    },
    cancel(task) {
      imports.cancel(task)
      return Promise.resolve()
    },
    drop(proof) {
      imports.drop(proof)
      return Promise.resolve()
    },
    async keep(proof, mended, choice) {
      const outcome = await imports.keep(proof, mended, choice)
      if (outcome.ok) editions.show(outcome.bundle, true)
      return outcome
    },
  }
}
