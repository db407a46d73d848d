// The program that runs in the cage. It knows the readers; the rest of the program only knows `createCage`.
import { refusalAsResult, type Read } from '#core/edition/rejection'
import { readDictionary } from '../dictionaries/read-dictionary.ts'
import { hyphenateTexts } from '../editions/hyphenate-edition.ts'
import { serveCage } from './cage-server.ts'
import { parseDocument, readEdition, teachForm } from './read-edition.ts'
import { listFeed, listMessages, readFeedParts, readMessage } from './read-many.ts'

serveCage(async (job, give, report) => {
  switch (job.kind) {
    case 'file':
      return flat(await refusalAsResult(() => readEdition(job.file, job.form)))
    case 'teach':
      return flat(await refusalAsResult(() => teachForm(job.form, job.document, job.lesson)))
    case 'document':
      return flat(
        await refusalAsResult(() => parseDocument(job.document, job.name, job.form, job.anyway)),
      )
    case 'mailbox':
      return refusalAsResult(() => listMessages(job.path, report, give))
    case 'message':
      return flat(await refusalAsResult(() => readMessage(job.path, job.place)))
    case 'feed':
      return refusalAsResult(() => listFeed(job.file))
    case 'feed-parts':
      return refusalAsResult(() => readFeedParts(job.file, job.split, job.only, report))
    case 'package':
      // It is large, and most additions are no packages.
      return (await import('../packages/read-package.ts')).readPackage(job.path, {
        programVersion: job.programVersion,
        onFile: give,
      })
    case 'dictionary':
      return refusalAsResult(() => readDictionary(job.path))
    case 'hyphenate':
      return refusalAsResult(() => hyphenateTexts(job.texts))
  }
})

/** The parser refuses by a value; running out of stack is a refusal too. */
function flat<Value>(settled: Read<Read<Value>>): Read<Value> {
  return settled.ok ? settled.value : settled
}
