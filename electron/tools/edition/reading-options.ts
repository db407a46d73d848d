import type { ParseArgsOptionsConfig } from 'node:util'
import { textEncodings, type TextEncoding } from '../../services/documents/decode-text.ts'
import { documentFormats, type DocumentFormat } from '../../services/documents/formats.ts'
import { misuse, type Request } from './verb.ts'

export interface Reading {
  /** Null to choose by the ending of the file's name. */
  readonly format: DocumentFormat | null
  /** Null to detect it from the bytes. */
  readonly encoding: TextEncoding | null
}

export const readingOptions = {
  format: { type: 'string' },
  encoding: { type: 'string' },
} satisfies ParseArgsOptionsConfig

export const readingUsage = `[--format ${documentFormats.join('|')}] [--encoding ${textEncodings.join('|')}]`

/** Throws a `VerbFailure` for an unknown format or encoding. */
export function readReading(options: Request['options']): Reading {
  return {
    format: oneOf(documentFormats, options.format, '--format'),
    encoding: oneOf(textEncodings, options.encoding, '--encoding'),
  }
}

/** The value of an option; null without one. Throws a `VerbFailure` for one that is not among the names. */
export function oneOf<Name extends string>(
  names: readonly Name[],
  given: string | undefined,
  option: string,
): Name | null {
  if (given === undefined) return null
  const name = names.find((one) => one === given.toLowerCase())
  if (name === undefined) throw misuse(`${option} takes ${names.join(', ')}`)
  return name
}
