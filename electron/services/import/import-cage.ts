// The program that runs in the cage. It knows the readers; the rest of the program only knows `createCage`.
import { refusalAsResult, type Read } from '#core/edition/rejection'
import { hyphenateTexts } from '../editions/hyphenate-edition.ts'
import { readPackage } from '../packages/read-package.ts'
import { serveCage } from './cage-server.ts'
import { parseDocument, readEdition } from './read-edition.ts'

serveCage(async (job, give) => {
  switch (job.kind) {
    case 'file':
      return flat(await refusalAsResult(() => readEdition(job.file)))
    case 'document':
      return flat(await refusalAsResult(() => parseDocument(job.document, job.name)))
    case 'package':
      return readPackage(job.path, { programVersion: job.programVersion, onFile: give })
    case 'hyphenate':
      return refusalAsResult(() => hyphenateTexts(job.texts))
  }
})

/** The parser refuses by a value; running out of stack is a refusal too. */
function flat<Value>(settled: Read<Read<Value>>): Read<Value> {
  return settled.ok ? settled.value : settled
}
