// `edition teach`: what an edition and its outline as it should be teach of the form of its series.
import { withLooks } from '#core/document/kept-looks'
import { noForm } from '#core/series/form'
import { readInput, valueOrThrow } from './input.ts'
import { checkOut, writeOut } from './out-file.ts'
import { digestOf } from './read-edition.ts'
import { readingOptions, readingUsage, readReading } from './reading-options.ts'
import { readForm, readOutline } from './series-form.ts'
import { misuse, type ExitCode, type Request, type Verb } from './verb.ts'
import { withCage } from './with-cage.ts'

export const teachVerb: Verb = {
  usage: `teach FILE --outline OUTLINE [--form FORM] --out FORM ${readingUsage}`,
  help:
    'Learns how a series is read from one of its editions and its outline as it should be: JSON with title, lede, sections ' +
    '[{ heading, items [{ title, first, more }] }] and furniture. With --form it adds to what was learnt before. See parse --form.',
  options: {
    ...readingOptions,
    outline: { type: 'string' },
    form: { type: 'string' },
    out: { type: 'string' },
  },
  run: teach,
}

async function teach({ args, options, host }: Request): Promise<ExitCode> {
  const [file, ...rest] = args
  const { outline, form, out } = options
  if (file === undefined || rest.length > 0) throw misuse('teach takes one file')
  if (outline === undefined) throw misuse('teach needs --outline')
  if (out === undefined) throw misuse('teach needs --out')
  const reading = readReading(options)
  const bytes = await readInput(file)
  const mended = await readOutline(outline)
  const before = form === undefined ? noForm : await readForm(form)
  checkOut(out, [file, outline])
  const taught = await withCage(host, async (cage) => {
    const { document, looks } = await digestOf(cage, file, bytes, reading)
    const lesson = { by: 'outline', outline: mended } as const
    return cage.teach(before, withLooks(document, looks), lesson)
  })
  await writeOut(out, Buffer.from(JSON.stringify(valueOrThrow(file, taught))))
  return 0
}
