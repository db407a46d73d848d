// `edition import`: keeps files in a library; the reader looks them over later.
import fs from 'node:fs'
import path from 'node:path'
import type { WriteFault } from '#core/desktop/transfer'
import { hasEditionEnding } from '#core/edition/edition-path'
import { createEditionImport } from '../../services/adding/edition-import.ts'
import type { KeepSourceOutcome } from '../../services/adding/keep-source.ts'
import { bundledEdition } from '../../services/editions/bundled-edition.ts'
import { hyphenateIn } from '../../services/editions/hyphenate-edition.ts'
import { makeFolder } from './make-folder.ts'
import { printError, printLine } from './output.ts'
import { noEditionName } from './input.ts'
import { rejectionSentences } from './rejection-sentences.ts'
import { badInput, misuse, type ExitCode, type Host, type Request, type Verb } from './verb.ts'
import { withCage } from './with-cage.ts'
import {
  isFolder,
  libraryFolder,
  libraryOption,
  libraryUsage,
  withIndex,
  withLibrary,
} from './with-library.ts'

export const importVerb: Verb = {
  usage: `import FILE... ${libraryUsage}`,
  help:
    'Takes editions into the library in DIR, as not reviewed; makes the library when there is none. Each letter of a mailbox is ' +
    'an edition. A line for each that fails; ends with 1 when one did.',
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
  kept: number
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
  printLine(`${folder}: ${tally.kept} taken in${known}, ${tally.failed} failed`)
  return tally.failed === 0 ? 0 : 1
}

/** Prints for each failing file at once why it failed, and goes on with the others. */
function importInto(host: Host, folder: string, files: readonly string[]): Promise<Tally> {
  return withLibrary(folder, (library) =>
    withCage(host, async (cage) => {
      library.list() // becomes the writer, so that a library in use is one failure and not one for each file
      if (library.fault !== null) throw badInput(`${folder} ${libraryFaults[library.fault]}`)
      const imports = createEditionImport({
        cage,
        library,
        hyphenate: hyphenateIn(cage),
        programVersion: host.programVersion,
        reservedIds: [bundledEdition],
        annotationsOf: () => [], // the command does not know the reader's profile
        now: () => new Date(),
        onProgress: () => undefined,
      })
      const tally: Tally = { kept: 0, known: 0, failed: 0 }
      for (const file of files) {
        if (!hasEditionEnding(path.basename(file))) {
          tally.failed += 1
          printError(`${file} ${noEditionName}`)
          continue
        }
        const name = path.basename(file)
        await imports.keepFile(file, (part, outcome) => {
          tally[count(outcome)] += 1
          const named = part === name ? file : `${file}: ${part}`
          if (!outcome.ok) printError(`${named} ${sentences[outcome.reason]}`)
        })
      }
      withIndex(host, folder, true, () => undefined) // indexes, so that no search has to wait for it
      return tally
    }),
  )
}

const sentences = {
  ...rejectionSentences,
  // The verb has no option for the encoding, as its files may have several.
  'not-utf-8': 'is not text in UTF-8; write it anew in UTF-8, or make a package of it with build',
  mended:
    'is another version of an edition that was mended in the library; add it in the program to decide',
  ...writeFaults,
}

function count(outcome: KeepSourceOutcome): keyof Tally {
  if (!outcome.ok) return 'failed'
  return outcome.added === null ? 'known' : 'kept'
}
