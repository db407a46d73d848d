// `edition import`: files into a library, without a look at them.
import fs from 'node:fs'
import path from 'node:path'
import type { WriteFault } from '#core/desktop/transfer'
import { hasEditionEnding } from '#core/edition/edition-path'
import { createEditionImport, type TakeOutcome } from '../../services/edition-import.ts'
import { bundledEdition } from '../../services/bundled-edition.ts'
import { hyphenateIn } from '../../services/hyphenate-edition.ts'
import { makeFolder } from './make-folder.ts'
import { complain, printLine } from './output.ts'
import { noEditionName } from './input.ts'
import { rejectionSentences } from './rejection-sentences.ts'
import { badInput, misuse, type ExitCode, type Host, type Request, type Verb } from './verb.ts'
import { withCage } from './with-cage.ts'
import {
  isFolder,
  libraryFolder,
  libraryOption,
  libraryUse,
  withIndex,
  withLibrary,
} from './with-library.ts'

export const importVerb: Verb = {
  use: `import FILE... ${libraryUse}`,
  help:
    'Takes editions (text, Markdown, HTML, Word or .editie) into the library in DIR, as not reviewed; makes the library ' +
    'when there is none. A line for each file that fails; ends with 1 when one did.',
  options: libraryOption,
  run: importFiles,
}

const writeFaults: Readonly<Record<WriteFault, string>> = {
  'disk-full': 'cannot be kept: the disk is full',
  'read-only': 'cannot be kept: the library cannot be written',
  'in-use': 'cannot be kept: the library is in use by another program',
  failed: 'cannot be kept: the library does not take it',
}

const libraryFaults: Readonly<Record<WriteFault, string>> = {
  'disk-full': 'has no room left on its disk',
  'read-only': 'cannot be written',
  'in-use': 'is in use by another program',
  failed: 'cannot be opened',
}

interface Tally {
  taken: number
  known: number
  failed: number
}

async function importFiles({ args: files, options, host }: Request): Promise<ExitCode> {
  const folder = libraryFolder(options)
  if (files.length === 0) throw misuse('import takes one file or more')
  makeFolder(path.dirname(path.resolve(folder)))
  if (fs.existsSync(folder) && !isFolder(folder)) throw badInput(`${folder} is not a folder`)
  const tally = await importInto(host, folder, files)
  const known = tally.known === 0 ? '' : `, ${tally.known} there already`
  printLine(`${folder}: ${tally.taken} taken in${known}, ${tally.failed} failed`)
  return tally.failed === 0 ? 0 : 1
}

/** Says at once which file failed and why; the others go on. */
function importInto(host: Host, folder: string, files: readonly string[]): Promise<Tally> {
  return withLibrary(folder, (library) =>
    withCage(host, async (cage) => {
      library.list() // asks to be the writer, so that a library in use is one failure and not one for each file
      if (library.fault !== null) throw badInput(`${folder} ${libraryFaults[library.fault]}`)
      const imports = createEditionImport({
        cage,
        library,
        hyphenate: hyphenateIn(cage),
        programVersion: host.programVersion,
        reservedIds: [bundledEdition],
        annotationsOf: () => [], // the reader's data lies elsewhere, and may be none
        now: () => new Date(),
        onProgress: () => undefined,
      })
      const tally: Tally = { taken: 0, known: 0, failed: 0 }
      for (const file of files) {
        if (!hasEditionEnding(path.basename(file))) {
          tally.failed += 1
          complain(`${file} ${noEditionName}`)
          continue
        }
        const outcome = await imports.take(file)
        tally[count(outcome)] += 1
        if (!outcome.ok) complain(`${file} ${sentences[outcome.reason]}`)
      }
      withIndex(host, folder, true, () => undefined) // so that no search waits for it
      return tally
    }),
  )
}

const sentences = {
  ...rejectionSentences,
  // The verb cannot be told an encoding, as its files may have several.
  'not-utf-8': 'is not text in UTF-8; write it anew in UTF-8, or make a package of it with build',
  mended:
    'is another version of an edition that was mended in the library; add it in the program to decide',
  ...writeFaults,
}

function count(outcome: TakeOutcome): keyof Tally {
  if (!outcome.ok) return 'failed'
  return outcome.isNew ? 'taken' : 'known'
}
