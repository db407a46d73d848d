// The files that the form of a series is read from.
import * as v from 'valibot'
import { formSchema, mostBytes, type Form } from '#core/series/form'
import { mendedOutlineSchema, type MendedOutline } from '#core/series/mended-outline'
import { decodeText } from '../../services/documents/decode-text.ts'
import { readWholeFile } from '../../services/documents/read-whole-file.ts'
import { readInput, valueOrThrow } from './input.ts'
import { badInput } from './verb.ts'

/** Throws a `VerbFailure` for a file that `teach` did not make. */
export async function readForm(file: string): Promise<Form> {
  const bytes = await readWholeFile(file, mostBytes)
  if (!bytes.ok && bytes.reason === 'file-too-large') throw badInput(`${file} ${noForm}`)
  return parsedOrThrow(formSchema, valueOrThrow(file, bytes), `${file} ${noForm}`)
}

/** Throws a `VerbFailure` for a file of another kind. */
export async function readOutline(file: string): Promise<MendedOutline> {
  const sentence = `${file} does not say how the edition should be`
  return parsedOrThrow(mendedOutlineSchema, await readInput(file), sentence)
}

const noForm = 'is no form of a series: edition teach makes one'

function parsedOrThrow<Value>(
  schema: v.GenericSchema<unknown, Value>,
  bytes: Buffer,
  sentence: string,
): Value {
  try {
    return v.parse(schema, JSON.parse(decodeText(bytes, null)))
  } catch {
    throw badInput(sentence)
  }
}
