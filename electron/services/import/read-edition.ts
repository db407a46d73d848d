// A file → a document → an edition with remarks. Runs in the sandboxed process, as all does that takes a stranger's text apart.
import { inReadingOrder, type Remark } from '#core/edition/remark'
import {
  documentText,
  type DocumentPicture,
  type SourceDocument,
} from '#core/document/source-document'
import { countParts, mostParts } from '#core/edition/count-parts'
import type { DigestResult, ParsedDigest } from '#core/edition/digest-result'
import type { Read } from '#core/edition/rejection'
import { sourceEditionIn } from '#core/edition/source-edition'
import { editionOfDocument } from '#core/outline/document-edition'
import { readDocument, type DocumentFile } from '../documents/read-document.ts'

export interface ReadEdition extends ParsedDigest {
  readonly document: SourceDocument
  readonly pictures: readonly DocumentPicture[]
}

/** Throws a `Refusal` that names what is wrong with the file. */
export async function readEdition(file: DocumentFile): Promise<Read<ReadEdition>> {
  const { document, pictures } = await readDocument(file)
  const parsed = parseDocument(document, file.name)
  return parsed.ok ? { ok: true, value: { document, pictures, ...parsed.value } } : parsed
}

/** The edition in a document: a digest, or one in the source format of editions (docs/edition-format.md), which needs no guesses. */
export function parseDocument(document: SourceDocument, name: string | null): Read<ParsedDigest> {
  const parsed = editionIn(document, name ?? '')
  if (!parsed.ok) return parsed
  const { edition } = parsed
  const remarks = inReadingOrder([...parsed.remarks, ...document.leftOut.flatMap(remarkOf)])
  if (countParts(edition, null) + remarks.length > mostParts)
    return { ok: false, reason: 'too-many-parts' }
  return { ok: true, value: { edition, remarks } }
}

function editionIn(document: SourceDocument, fileName: string): DigestResult {
  const isText = document.blocks.every(({ kind }) => kind === 'line')
  const source = isText ? sourceEditionIn(documentText(document)) : null
  return source === null
    ? editionOfDocument(document, fileName)
    : { ok: true, edition: source, remarks: [] }
}

/** The addresses of links stand beside the text as data. */
const remarkKinds = {
  link: null,
  image: 'image-left-out',
  field: 'unseen-words',
  around: 'page-furniture',
  furniture: 'page-furniture',
} as const

function remarkOf({ line, kind, quote }: SourceDocument['leftOut'][number]): Remark[] {
  const remark = remarkKinds[kind]
  return remark === null ? [] : [{ line, kind: remark, quote }]
}
