// What the reader attaches to an item: the stored shape of each kind. What else a kind is, kinds.ts says. The two are apart
// because the window knows kinds before its first text, and must not load the schema library for that.
import * as v from 'valibot'
import { firstWords, idSchema } from '../edition/edition.ts'

const momentSchema = v.pipe(v.string(), v.isoTimestamp())

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
    }),
  ),
}

/** A note has at most so many characters. */
export const longestNote = 100_000

/**
 * The kinds in the order in which they are listed. The marks let the bundler leave the schemas out of the window, where
 * their types are enough.
 */
export const annotationSchemas = {
  bookmark: /* @__PURE__ */ schemaOf('bookmark', { created: momentSchema }),
  note: /* @__PURE__ */ schemaOf('note', {
    /** Markdown, as the reader typed it. */
    text: v.pipe(v.string(), v.maxLength(longestNote)),
    created: momentSchema,
    changed: momentSchema,
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
export type Annotation = Annotations[AnnotationKind]

/** What an annotation remembers of the text of its item. */
export function quoteOf(text: string): string {
  return firstWords(text, 24, ' …').slice(0, 400)
}
