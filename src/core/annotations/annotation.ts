// What the reader attaches to an item: the stored shape of each kind. What else a kind is, kinds.ts says. The two are apart
// because the window knows kinds before its first text, and must not load the schema library for that.
import * as v from 'valibot'
import { firstWords, idSchema, longestText } from '../edition/edition.ts'
import { contextLength, itemParts } from '../reading/passage.ts'

const momentSchema = v.pipe(v.string(), v.isoTimestamp())

/** A name has at most so many characters. */
export const longestAuthor = 60
/** Who made it, as they call themselves; absent where they gave no name. */
const author = v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(longestAuthor)))

/** The item that an annotation is about. The order of these fields is the order in which they are stored. */
const aboutItem = {
  edition: idSchema,
  item: idSchema,
  /** The first words of the item, so that the annotation still means something without its edition. */
  quote: v.pipe(v.string(), v.maxLength(400)),
  /** Where the item stood when the annotation was made: shown while its edition is not open. */
  context: v.optional(
    v.looseObject({
      title: v.pipe(v.string(), v.maxLength(2_000)),
      section: v.nullable(v.pipe(v.string(), v.maxLength(2_000))),
      number: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** The item's own title; absent where it has none. */
      item: v.exactOptional(v.pipe(v.string(), v.maxLength(2_000))),
      /** Of its edition, which may not be here; absent where it has none. The date as an edition has it. */
      series: v.exactOptional(v.pipe(v.string(), v.maxLength(2_000))),
      date: v.exactOptional(v.pipe(v.string(), v.maxLength(10))),
    }),
  ),
  author,
}

/** A note has at most so many characters. */
export const longestNote = 100_000
const noteSchema = v.pipe(v.string(), v.maxLength(longestNote))

/** Of so many texts a note can be joined. */
export const mostJoined = 100
/** A text that a merge joined with others: how long it is, in UTF-16 units, when it was changed last, and by whom. */
const joinedPartSchema = v.looseObject({
  length: v.pipe(v.number(), v.integer(), v.minValue(0)),
  changed: momentSchema,
  author,
})
export type JoinedPart = Readonly<v.InferOutput<typeof joinedPartSchema>>
/** In the order in which they stand in the note; absent where the note is as its author wrote it. */
const joined = v.exactOptional(v.pipe(v.array(joinedPartSchema), v.maxLength(mostJoined)))

/** A tag has at most so many characters, and an annotation so many tags. */
export const longestTag = 60
export const mostTags = 200
/** In one order, see tags.ts; absent where there are none. */
const tags = v.exactOptional(
  v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(longestTag))),
    v.maxLength(mostTags),
  ),
)

/** The colours of highlights, in the order of their keys; styles/tokens.css has what they look like. */
export const highlightColours = ['oker', 'salie', 'hemel', 'roos'] as const
export type HighlightColour = (typeof highlightColours)[number]

/** So many earlier words of a highlight are kept. */
export const mostBefore = 20
const contextSchema = v.pipe(v.string(), v.maxLength(contextLength))
const offsetSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Where a passage stands in its text: the selectors TextQuote and TextPosition of the W3C Web Annotation Data Model. */
const anchorSchema = v.looseObject({
  part: v.picklist(itemParts),
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(longestText)),
  prefix: contextSchema,
  suffix: contextSchema,
  start: offsetSchema,
  end: offsetSchema,
})

/**
 * The kinds in the order in which they are listed. The marks let the bundler leave the schemas out of the window, where
 * their types are enough.
 */
export const annotationSchemas = {
  bookmark: /* @__PURE__ */ schemaOf('bookmark', { tags, created: momentSchema }),
  note: /* @__PURE__ */ schemaOf('note', {
    /** Markdown, as the reader typed it. */
    text: noteSchema,
    joined,
    tags,
    created: momentSchema,
    changed: momentSchema,
  }),
  /** A passage that the reader marked in a colour. It keeps its id when its text is corrected and it comes to another item. */
  highlight: /* @__PURE__ */ schemaOf('highlight', {
    id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
    colour: v.picklist(highlightColours),
    anchor: anchorSchema,
    /** What the reader wrote at it, in Markdown; absent where they wrote nothing. */
    note: v.exactOptional(noteSchema),
    joined,
    tags,
    /** What it marked before its text was corrected, the last words last. */
    before: v.exactOptional(
      v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestText))), v.maxLength(mostBefore)),
    ),
    /** The reader saw that its words stand nowhere any more, and left it so. */
    leftLoose: v.exactOptional(v.boolean()),
    created: momentSchema,
    changed: momentSchema,
  }),
  /** The reader says that what the program found in an item is wrong. */
  correction: /* @__PURE__ */ schemaOf('correction', {
    what: v.picklist(['figure', 'name', 'term', 'earlier']),
    /** The figure as it is printed, the name, the headword, or `edition/item` of the earlier item. */
    value: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
    created: momentSchema,
  }),
  /** A word that the reader looked up and put on the word list. */
  word: /* @__PURE__ */ schemaOf('word', {
    headword: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    /** As it stood in the sentence. */
    printed: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    sentence: v.pipe(v.string(), v.maxLength(2_000)),
    /** In English; empty when no list has the word. */
    glosses: v.pipe(v.array(v.pipe(v.string(), v.maxLength(400))), v.maxLength(50)),
    /** Of a compound. */
    parts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(20)),
    created: momentSchema,
  }),
}
const allSchemas = /* @__PURE__ */ Object.values(annotationSchemas)
export const annotationSchema = v.variant('kind', allSchemas)

/** Loose objects keep the fields that a newer program wrote. */
function schemaOf<Kind extends string, Own extends v.ObjectEntries>(kind: Kind, own: Own) {
  return v.looseObject({ kind: v.literal(kind), ...aboutItem, ...own })
}

export type AnnotationKind = keyof typeof annotationSchemas
type Annotations = {
  readonly [Kind in AnnotationKind]: Readonly<v.InferOutput<(typeof annotationSchemas)[Kind]>>
}
export type AnnotationOf<Kind extends AnnotationKind> = Annotations[Kind]
export type Bookmark = AnnotationOf<'bookmark'>
export type Note = AnnotationOf<'note'>
export type Highlight = AnnotationOf<'highlight'>
export type Correction = AnnotationOf<'correction'>
export type KeptWord = AnnotationOf<'word'>
export type Annotation = Annotations[AnnotationKind]
/** What an annotation remembers of its item, and who made it. */
export type AboutItem = Pick<Annotation, 'edition' | 'item' | 'quote' | 'context' | 'author'>
/** What can have tags. */
export type Tagged = Bookmark | Note | Highlight

/** Whether a highlight has a note or tags, which are shown at it. */
export function hasOwnWords({ note, tags: own }: Highlight): boolean {
  return note !== undefined || own !== undefined
}

/** What an annotation remembers of the text of its item. */
export function quoteOf(text: string): string {
  return firstWords(text, 24, ' …').slice(0, 400)
}
