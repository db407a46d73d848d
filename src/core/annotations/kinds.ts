// The one description of each kind of annotation. Everything that treats annotations alike loops over this table.
import type { Annotation, AnnotationKind, AnnotationOf } from './annotation.ts'
import { asBlockQuote } from './markdown-text.ts'
import { mergeNotes } from './merge-notes.ts'

/** Methods, so that a description of one kind also serves as one of any annotation. */
interface KindDescription<One extends Annotation> {
  /** What it is called in the Markdown export. */
  readonly names: Readonly<Record<'nl' | 'en', { readonly one: string; readonly many: string }>>
  /** Tells several on one item apart, at the end of the key. Null where an item has one at most. */
  readonly keyEnd: { readonly pattern: RegExp; of(annotation: One): string } | null
  /** What the reader wrote; null where the kind has no words of the reader's. */
  ownText(annotation: One): string | null
  /** The moment by which lists date it, as an ISO timestamp. */
  moment(annotation: One): string
  /** What becomes of two of one key; `present` itself when nothing is added to it. */
  merge(present: One, imported: One): One | 'too-long'
  /** The block that stands for it below its item in the Markdown export. */
  markdown(annotation: One, language: 'nl' | 'en'): string
  /** What the page does with one that cannot be written: takes it away again, or keeps it and goes on trying. */
  readonly whenUnwritten: 'withdraw' | 'retry'
  /** As what the search knows it; null where it finds nothing by it. */
  readonly searchedAs: 'bookmark' | 'note' | null
}

export const annotationKinds: {
  readonly [Kind in AnnotationKind]: KindDescription<AnnotationOf<Kind>>
} = {
  bookmark: {
    names: {
      nl: { one: 'Bladwijzer', many: 'bladwijzers' },
      en: { one: 'Bookmark', many: 'bookmarks' },
    },
    keyEnd: null,
    ownText: () => null,
    moment: ({ created }) => created,
    merge: (present) => present,
    markdown: (_bookmark, language) => `*${annotationKinds.bookmark.names[language].one}*`,
    // A bookmark that stayed on the page would look kept.
    whenUnwritten: 'withdraw',
    searchedAs: 'bookmark',
  },
  note: {
    names: {
      nl: { one: 'Notitie', many: 'notities' },
      en: { one: 'Note', many: 'notes' },
    },
    keyEnd: null,
    ownText: ({ text }) => text,
    moment: ({ changed }) => changed,
    merge: mergeNotes,
    markdown: ({ text }) => asBlockQuote(text),
    whenUnwritten: 'retry',
    searchedAs: 'note',
  },
}

/** All kinds, in the order in which they are listed. */
export const kindNames = Object.keys(annotationKinds) as readonly AnnotationKind[]

/** `Bladwijzers en notities` */
export function namesOfKinds(language: 'nl' | 'en'): string {
  const names = kindNames.map((kind) => annotationKinds[kind].names[language].many)
  const last = names.pop() ?? ''
  const listed = `${names.join(', ')} ${language === 'nl' ? 'en' : 'and'} ${last}`
  return listed.charAt(0).toUpperCase() + listed.slice(1)
}

export function descriptionOf(annotation: Annotation): KindDescription<Annotation> {
  return annotationKinds[annotation.kind]
}

export function isAnnotation<Other extends { readonly kind: string }>(
  record: Annotation | Other,
): record is Annotation {
  return Object.hasOwn(annotationKinds, record.kind)
}

/** The key under which an annotation is stored. */
export function annotationKey(annotation: Annotation): string {
  const { kind, edition, item } = annotation
  const end = descriptionOf(annotation).keyEnd?.of(annotation)
  return `${kind}:${edition}/${item}${end === undefined ? '' : `/${end}`}`
}

/** What the keys of all annotations of one edition begin with. */
export function keyBeginnings(edition: string): string[] {
  return kindNames.map((kind) => `${kind}:${edition}/`)
}

/** Kind, edition and item, and behind them what tells several on one item apart. */
const keyShape =
  /^([a-z]+):([a-z0-9][a-z0-9.-]{0,119})\/([a-z0-9][a-z0-9.-]{0,119})(?:\/([a-z0-9-]+))?$/

/** What an annotation's key says of it; null for any other key. */
export function readAnnotationKey(
  key: string,
): { readonly kind: AnnotationKind; readonly edition: string; readonly item: string } | null {
  const [, name = '', edition, item, end = null] = keyShape.exec(key) ?? []
  const kind = kindNames.find((one) => one === name)
  if (kind === undefined || edition === undefined || item === undefined) return null
  const { keyEnd } = annotationKinds[kind]
  const isOfKind = end === null ? keyEnd === null : keyEnd?.pattern.test(end) === true
  return isOfKind ? { kind, edition, item } : null
}

/** How many annotations of each kind there are. */
export type AnnotationCounts = Readonly<Record<AnnotationKind, number>>

export function countAnnotations(annotations: readonly Annotation[]): AnnotationCounts {
  return ofEachKind((kind) => annotations.filter((one) => one.kind === kind).length)
}

export function ofEachKind<Value>(
  make: (kind: AnnotationKind) => Value,
): Readonly<Record<AnnotationKind, Value>> {
  const values = kindNames.map((kind) => [kind, make(kind)] as const)
  return Object.fromEntries(values) as Record<AnnotationKind, Value>
}
