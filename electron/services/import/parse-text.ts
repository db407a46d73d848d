// Plain lines → an edition with remarks. Runs in the cage, as all does that takes a stranger's text apart.
import { inReadingOrder, type Remark } from '#core/digest/remark'
import { countParts, mostParts } from '#core/edition/count-parts'
import { parseDigest, type ParsedDigest } from '#core/edition/parse-digest'
import type { Read } from '#core/edition/rejection'
import { sourceEditionIn } from '#core/edition/source-edition'
import type { ImportedText } from './imported-text.ts'
import { readTextFile, type TextFile } from './read-text-file.ts'

/** What the parser goes by, and what it quotes. */
export type ParsableText = Pick<
  ImportedText,
  'text' | 'headings' | 'captions' | 'leads' | 'links' | 'leftOut'
>

export interface TextEdition extends ParsedDigest {
  readonly imported: ImportedText
}

export async function readTextEdition(file: TextFile): Promise<Read<TextEdition>> {
  const read = await readTextFile(file)
  if (!read.ok) return read
  const parsed = parseText(read.value, file.name)
  return parsed.ok ? { ok: true, value: { imported: read.value, ...parsed.value } } : parsed
}

/** The edition in a text: a digest, or one in the source format of editions (docs/edition-format.md), which needs no guesses. */
export function parseText(
  { text, leftOut, ...marks }: ParsableText,
  name: string | null,
): Read<ParsedDigest> {
  const source = sourceEditionIn(text)
  const parsed =
    source === null
      ? parseDigest(text, { fileName: name ?? '', around: linesAround(leftOut), ...marks })
      : ({ ok: true, edition: source, remarks: [] } as const)
  if (!parsed.ok) return parsed
  const { edition } = parsed
  const remarks = inReadingOrder([...parsed.remarks, ...leftOut.flatMap(remarkOf)])
  if (countParts(edition, null) + remarks.length > mostParts)
    return { ok: false, reason: 'too-many-parts' }
  return { ok: true, value: { edition, remarks } }
}

function linesAround(leftOut: ImportedText['leftOut']): readonly string[] {
  return leftOut.flatMap(({ kind, quote }) => (kind === 'around' ? [quote] : []))
}

/** The addresses of links stand beside the text as data. */
const remarkKinds = {
  link: null,
  image: 'image-left-out',
  field: 'unseen-words',
  around: 'page-furniture',
} as const

function remarkOf({ line, kind, quote }: ImportedText['leftOut'][number]): Remark[] {
  const remark = remarkKinds[kind]
  return remark === null ? [] : [{ line, kind: remark, quote }]
}
