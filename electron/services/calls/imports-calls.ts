// What the window may ask of the import: what is kept is opened.
import type { DesktopCalls } from '#core/desktop-api'
import type { EditionBundle } from '#core/edition/edition'
import type { EditionImport } from '../adding/edition-import.ts'

export interface ImportParts {
  readonly imports: EditionImport
  /** Files of the reader's choice; none when they changed their mind. */
  readonly askWhich: () => Promise<readonly string[]>
  /** An edition takes the place of the one that is open. */
  readonly show: (bundle: EditionBundle) => void
}

export function createImportCalls({
  imports,
  askWhich,
  show,
}: ImportParts): DesktopCalls['imports'] {
  return {
    async choose() {
      const paths = await askWhich()
      if (paths.length === 0) return { ok: false, reason: 'nothing-chosen' }
      return imports.add({ kind: 'files', paths })
    },
    add: (source) => imports.add(source),
    readAgain: (refusal, encoding) => imports.readAgain(refusal, encoding),
    review: (edition) => imports.review(edition),
    cancel(run) {
      imports.cancel(run)
      return Promise.resolve()
    },
    drop(proof) {
      imports.drop(proof)
      return Promise.resolve()
    },
    async keep(proof, mended, choice) {
      const outcome = await imports.keep(proof, mended, choice)
      if (outcome.ok) show(outcome.bundle)
      return outcome
    },
  }
}
