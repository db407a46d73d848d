// A file → a document → an edition with remarks. Runs in the sandboxed process, as all does that takes a stranger's text apart.
import { inReadingOrder, type Remark } from '#core/edition/remark'
import {
  documentText,
  withoutLooks,
  type DocumentPicture,
  type DocumentWithPictures,
  type SourceDocument,
} from '#core/document/source-document'
import { looksOf, type KeptLooks } from '#core/document/kept-looks'
import { countParts, mostParts } from '#core/edition/count-parts'
import type { Read } from '#core/edition/rejection'
import { sourceEditionIn } from '#core/edition/source-edition'
import {
  editionOfDocument,
  type DocumentResult,
  type ParsedDocument,
} from '#core/outline/document-edition'
import type { Form } from '#core/series/form'
import type { MendedOutline } from '#core/series/mended-outline'
import { teach, teachMending, type Mending } from '#core/series/teach'
import { readDocument, type DocumentFile } from '../documents/read-document.ts'

export interface ReadEdition extends ParsedDocument {
  readonly document: SourceDocument
  /** Of its blocks; null where its format tells none. */
  readonly looks: KeptLooks | null
  readonly pictures: readonly DocumentPicture[]
}

/**
 * Throws a `Refusal` that names what is wrong with the file.
 * @param form of the series that it is an issue of
 */
export async function readEdition(
  file: DocumentFile,
  form: Form | null = null,
): Promise<Read<ReadEdition>> {
  return editionIn(await readDocument(file), file.name, form)
}

/** What an edition teaches: as an outline says that it should be, or as its reader mended it. */
export type Lesson =
  | { readonly by: 'outline'; readonly outline: MendedOutline }
  | ({ readonly by: 'reader' } & Mending)

/** A form that has learnt from one edition more. Throws a `Refusal`. */
export function teachForm(form: Form, document: SourceDocument, lesson: Lesson): Read<Form> {
  const value =
    lesson.by === 'outline'
      ? teach(form, document, lesson.outline)
      : teachMending(form, document, lesson)
  return { ok: true, value }
}

/** The edition in a document, with that document. */
export function editionIn(
  { document, pictures }: DocumentWithPictures,
  name: string | null,
  form: Form | null = null,
): Read<ReadEdition> {
  const parsed = parseDocument(document, name, form)
  return parsed.ok
    ? {
        ok: true,
        value: {
          ...{ document: withoutLooks(document), looks: looksOf(document), pictures },
          ...parsed.value,
        },
      }
    : parsed
}

/** The edition in a document: a digest, or one in the source format of editions (docs/edition-format.md), which needs no guesses. */
export function parseDocument(
  document: SourceDocument,
  name: string | null,
  form: Form | null = null,
  anyway = false,
): Read<ParsedDocument> {
  const parsed = parse(document, name ?? '', form, anyway)
  if (!parsed.ok) return parsed
  const { ok, edition, ...others } = parsed
  const remarks = inReadingOrder([...parsed.remarks, ...document.leftOut.flatMap(remarkOf)])
  if (countParts(edition, null) + remarks.length > mostParts)
    return { ok: false, reason: 'too-many-parts' }
  return { ok, value: { ...others, edition, remarks } }
}

function parse(
  document: SourceDocument,
  fileName: string,
  form: Form | null,
  anyway: boolean,
): DocumentResult {
  const isText = document.blocks.every(({ kind }) => kind === 'line')
  const source = isText ? sourceEditionIn(documentText(document)) : null
  return source === null
    ? editionOfDocument(document, fileName, form, anyway)
    : { ok: true, edition: source, remarks: [], isDigest: true, ranks: {}, alike: [] }
}

/** The addresses of links stand beside the text as data. */
const remarkKinds = {
  link: null,
  image: 'image-left-out',
  field: 'unseen-words',
  around: 'page-furniture',
  furniture: 'page-furniture',
  end: 'breaks-off',
} as const

function remarkOf({ line, kind, quote }: SourceDocument['leftOut'][number]): Remark[] {
  const remark = remarkKinds[kind]
  return remark === null ? [] : [{ line, kind: remark, quote }]
}
