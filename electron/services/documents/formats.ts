// The formats that digests come in.
import { formatOfEnding, hasEditionEnding } from '#core/edition/edition-path'

export const documentFormats = [
  'text',
  'markdown',
  'html',
  'mhtml',
  'docx',
  'mail',
  'mailbox',
  'feed',
  'epub',
] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** Whether a file's name is that of an edition: with a known ending, and neither hidden nor temporary. */
export function isEditionName(fileName: string): boolean {
  return !/^[.~]/u.test(fileName) && hasEditionEnding(fileName)
}

/** The format that the name of a file promises; plain text for every ending but those of other texts. */
export function formatOfName(fileName: string): DocumentFormat {
  const format = formatOfEnding(fileName)
  return format === null || format === 'package' ? 'text' : format
}
