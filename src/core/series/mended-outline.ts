// An edition as somebody says that it should be: what a form is learnt from.
import * as v from 'valibot'

const words = v.string()

const itemSchema = v.object({
  title: v.nullable(words),
  /** The beginning of its text; empty or absent for a title alone. */
  first: v.optional(words, ''),
  /** The beginnings of its other paragraphs. */
  more: v.optional(v.array(words), []),
})

export const mendedOutlineSchema = v.object({
  title: v.nullable(words),
  /** Other titles that are as good. */
  alsoTitle: v.optional(v.array(words), []),
  /** The beginning of the words above the first item; null for none. */
  lede: v.optional(v.nullable(words), null),
  sections: v.array(v.object({ heading: v.nullable(words), items: v.array(itemSchema) })),
  /** Beginnings of what is no news. */
  furniture: v.optional(v.array(words), []),
  /** Beginnings of what may stand in a text or not. */
  optional: v.optional(v.array(words), []),
})

export type MendedOutline = Readonly<v.InferOutput<typeof mendedOutlineSchema>>
export type MendedItem = MendedOutline['sections'][number]['items'][number]
