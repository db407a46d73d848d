// The one description of each kind of annotation. Everything that treats annotations alike loops over this table.
import type {
  Annotation,
  AnnotationKind,
  AnnotationOf,
  HighlightColour,
  Tagged,
} from './annotation.ts'
import { hashText } from '../hash-text.ts'
import { asBlockQuote, asParagraph, asText } from './markdown-text.ts'
import { mergeHighlights } from './merge-highlights.ts'
import { mergeNotes } from './merge-notes.ts'
import { mergeFields, withTags } from './merge-states.ts'
import { noteWithNames } from './note-authors.ts'

/** Methods, so that a description of one kind also serves as one of any annotation. */
interface KindDescription<One extends Annotation> {
  /** What it is called in the Markdown export. */
  readonly names: Readonly<Record<'nl' | 'en', { readonly one: string; readonly many: string }>>
  /** What tells annotations of one kind and edition apart: the end of the key. The pattern has a group `item` where that is part of it. */
  readonly keyEnd: { readonly pattern: RegExp; of(annotation: One): string }
  /** The words that it marks in the text of its item; null where it is about the whole item. */
  passage(annotation: One): string | null
  /** What the reader wrote; null where the kind has no words of the reader's. */
  ownText(annotation: One): string | null
  /** The moment by which lists date it, as an ISO timestamp. */
  moment(annotation: One): string
  /** What becomes of two of one key; `present` itself when nothing is added to it. */
  merge(present: One, imported: One): One | 'too-long'
  /** The block that stands for it below its item in the Markdown export. */
  markdown(annotation: One, language: 'nl' | 'en'): string
  /** What the page does with one that cannot be written: takes it away again, or keeps it and goes on trying. */
  whenUnwritten(annotation: One): 'withdraw' | 'retry'
  /** Whether it stands among what the reader kept. Corrections only take something away, and words have a list of their own. */
  readonly isListed: boolean
  /** As what the search knows it; null where it finds nothing by it. */
  readonly searchedAs: 'bookmark' | 'note' | null
}

/** An item has one at most. */
const oneForItem = {
  pattern: /^(?<item>[^/]+)$/,
  of: ({ item }: Pick<Annotation, 'item'>) => item,
}

/** As they are called in texts that leave the program. */
const colourNames: Readonly<Record<'nl' | 'en', Readonly<Record<HighlightColour, string>>>> = {
  nl: { oker: 'oker', salie: 'salie', hemel: 'hemel', roos: 'roos' },
  en: { oker: 'ochre', salie: 'sage', hemel: 'sky', roos: 'rose' },
}

export const annotationKinds: {
  readonly [Kind in AnnotationKind]: KindDescription<AnnotationOf<Kind>>
} = {
  bookmark: {
    names: {
      nl: { one: 'Bladwijzer', many: 'bladwijzers' },
      en: { one: 'Bookmark', many: 'bookmarks' },
    },
    keyEnd: oneForItem,
    passage: () => null,
    ownText: () => null,
    moment: ({ created }) => created,
    merge: (present, imported) => withTags(mergeFields(present, imported), present, imported),
    markdown: ({ tags }, language) =>
      withTagLine(`*${annotationKinds.bookmark.names[language].one}*`, tags, language),
    // A bookmark that stayed on the page would look kept.
    whenUnwritten: ({ tags }) => (tags === undefined ? 'withdraw' : 'retry'),
    isListed: true,
    searchedAs: 'bookmark',
  },
  note: {
    names: {
      nl: { one: 'Notitie', many: 'notities' },
      en: { one: 'Note', many: 'notes' },
    },
    keyEnd: oneForItem,
    passage: () => null,
    ownText: ({ text }) => text,
    moment: ({ changed }) => changed,
    merge: mergeNotes,
    markdown: (note, language) =>
      withTagLine(asBlockQuote(noteWithNames(note, '')), note.tags, language),
    whenUnwritten: () => 'retry',
    isListed: true,
    searchedAs: 'note',
  },
  highlight: {
    names: {
      nl: { one: 'Markering', many: 'markeringen' },
      en: { one: 'Highlight', many: 'highlights' },
    },
    // Not by its item: a passage may come to another one.
    keyEnd: { pattern: /^[0-9a-f]{16}$/, of: ({ id }) => id },
    passage: ({ anchor }) => anchor.exact,
    ownText: ({ note }) => note ?? null,
    moment: ({ changed }) => changed,
    merge: mergeHighlights,
    markdown: (highlight, language) => {
      const { colour, anchor, note, tags } = highlight
      const name = `${annotationKinds.highlight.names[language].one} (${colourNames[language][colour]})`
      const marked = `*${name}:* ${asText(anchor.exact)}`
      const whole =
        note === undefined ? marked : `${marked}\n\n${asBlockQuote(noteWithNames(highlight, ''))}`
      return withTagLine(whole, tags, language)
    },
    // What was written at it is not to be lost.
    whenUnwritten: ({ note, tags }) =>
      note === undefined && tags === undefined ? 'withdraw' : 'retry',
    isListed: true,
    searchedAs: 'note',
  },
  correction: {
    names: {
      nl: { one: 'Correctie', many: 'correcties' },
      en: { one: 'Correction', many: 'corrections' },
    },
    keyEnd: {
      pattern: /^(?<item>[^/]+)\/(?:figure|name|term|earlier)-[0-9a-f]{8}$/,
      of: ({ item, what, value }) => `${item}/${what}-${hashKey(value)}`,
    },
    passage: () => null,
    ownText: () => null,
    moment: ({ created }) => created,
    merge: mergeFields,
    markdown: ({ value }) => `*${asParagraph(value).join(' ')}*`,
    whenUnwritten: () => 'withdraw',
    isListed: false,
    searchedAs: null,
  },
  word: {
    names: {
      nl: { one: 'Woord', many: 'woorden' },
      en: { one: 'Word', many: 'words' },
    },
    keyEnd: {
      pattern: /^(?<item>[^/]+)\/[0-9a-f]{8}$/,
      of: ({ item, headword }) => `${item}/${hashKey(headword)}`,
    },
    passage: () => null,
    ownText: () => null,
    moment: ({ created }) => created,
    merge: mergeFields,
    markdown: ({ headword, glosses }) => asParagraph([headword, ...glosses].join('; ')).join(' '),
    whenUnwritten: () => 'withdraw',
    isListed: false,
    searchedAs: null,
  },
}

const tagNames = { nl: 'Trefwoorden', en: 'Tags' }

/** What stands for an annotation, with a line for its tags. */
function withTagLine(
  block: string,
  tags: readonly string[] | undefined,
  language: 'nl' | 'en',
): string {
  if (tags === undefined || tags.length === 0) return block
  return `${block}\n\n*${tagNames[language]}:* ${tags.map(asText).join(', ')}`
}

/** Eight hexadecimal digits that stand for a text in a key. */
function hashKey(text: string): string {
  return hashText(text).toString(16).padStart(8, '0')
}

/** All kinds, in the order in which they are listed. */
export const kindNames = Object.keys(annotationKinds) as readonly AnnotationKind[]

export function isTagged(record: { readonly kind: string }): record is Tagged {
  return listedKinds.some((kind) => kind === record.kind)
}

/** A kind that stands in lists of what the reader kept. */
export type ListedKind = Exclude<AnnotationKind, 'correction' | 'word'>

export const listedKinds = kindNames.filter(
  (kind): kind is ListedKind => annotationKinds[kind].isListed,
)

/** `Bladwijzers en notities` */
export function namesOfKinds(language: 'nl' | 'en'): string {
  const names = listedKinds.map((kind) => annotationKinds[kind].names[language].many)
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

/** No key of an annotation is longer: it has two ids, and what its kind adds. */
export const longestKey = 400

/** The key under which an annotation is stored. */
export function annotationKey(annotation: Annotation): string {
  const { kind, edition } = annotation
  return `${kind}:${edition}/${descriptionOf(annotation).keyEnd.of(annotation)}`
}

/** What the keys of all annotations of one edition begin with. */
export function keyBeginnings(edition: string): string[] {
  return kindNames.map((kind) => `${kind}:${edition}/`)
}

const idPattern = /^[a-z0-9][a-z0-9.-]{0,119}$/

/** What an annotation's key says of it; null for any other key. */
export function readAnnotationKey(
  key: string,
): { readonly kind: AnnotationKind; readonly edition: string } | null {
  const [, name, edition = '', end = ''] = /^([a-z]+):([^/]+)\/(.+)$/u.exec(key) ?? []
  const kind = kindNames.find((one) => one === name)
  const found = kind === undefined ? null : annotationKinds[kind].keyEnd.pattern.exec(end)
  if (kind === undefined || found === null || !idPattern.test(edition)) return null
  const item = found.groups?.item
  return item === undefined || idPattern.test(item) ? { kind, edition } : null
}

/** How many annotations of each kind there are. */
export type AnnotationCounts = Readonly<Record<AnnotationKind, number>>

export function countAnnotations(annotations: readonly Annotation[]): AnnotationCounts {
  return ofEachKind((kind) => annotations.filter((one) => one.kind === kind).length)
}

/** The annotations of each kind, in their order. */
export function byKind(annotations: readonly Annotation[]): {
  readonly [Kind in AnnotationKind]: readonly AnnotationOf<Kind>[]
} {
  // A kind's own list holds that kind alone, which the compiler cannot follow.
  return ofEachKind((kind) => annotations.filter((one) => one.kind === kind)) as {
    readonly [Kind in AnnotationKind]: readonly AnnotationOf<Kind>[]
  }
}

export function ofEachKind<Value>(
  make: (kind: AnnotationKind) => Value,
): Readonly<Record<AnnotationKind, Value>> {
  const values = kindNames.map((kind) => [kind, make(kind)] as const)
  return Object.fromEntries(values) as Record<AnnotationKind, Value>
}
