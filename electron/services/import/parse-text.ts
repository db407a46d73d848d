// Plain lines → an edition with remarks. Runs in the cage, as all does that takes a stranger's text apart.
import { inReadingOrder, type Remark } from '#core/digest/remark'
import { parseDigest, type ParsedDigest } from '#core/edition/parse-digest'
import type { Read } from '#core/edition/rejection'
import type { ImportedText } from './imported-text.ts'
import { readTextFile, type TextFile } from './read-text-file.ts'

/** A text file with what the parser made of it: a file that is to be read, and the name that tells its date. */
export interface NamedTextFile extends TextFile {
  /** Null for text that was pasted: it has no date, and one is not made up. */
  readonly name: string | null
}

/** What the parser goes by, and what it quotes. */
export type ParsableText = Pick<
  ImportedText,
  'text' | 'headings' | 'captions' | 'leads' | 'links' | 'leftOut'
>

export interface TextEdition extends ParsedDigest {
  readonly imported: ImportedText
}

/**
 * More than any digest has, by hundreds of times. What leaves the cage is checked, compared and written by the process that
 * the window waits for, and that takes time for each of these.
 */
export const mostParts = 20_000

export async function readTextEdition({
  name,
  ...file
}: NamedTextFile): Promise<Read<TextEdition>> {
  const read = await readTextFile(file)
  if (!read.ok) return read
  const parsed = parseText(read.value, name)
  return parsed.ok ? { ok: true, value: { imported: read.value, ...parsed.value } } : parsed
}

export function parseText(
  { text, leftOut, ...marks }: ParsableText,
  name: string | null,
): Read<ParsedDigest> {
  const parsed = parseDigest(text, { fileName: name ?? '', ...marks })
  if (!parsed.ok) return parsed
  const { edition } = parsed
  const remarks = inReadingOrder([...parsed.remarks, ...leftOut.flatMap(remarkOf)])
  const items = edition.sections.reduce((count, section) => count + section.items.length, 0)
  if (edition.sections.length + items + remarks.length > mostParts)
    return { ok: false, reason: 'too-complex' }
  return { ok: true, value: { edition, remarks } }
}

/** Words are quoted; addresses and images of which nothing is shown stand beside the text as data. */
function remarkOf({ line, kind, quote }: ImportedText['leftOut'][number]): Remark[] {
  return kind === 'field' ? [{ line, kind: 'unseen-words', quote }] : []
}
