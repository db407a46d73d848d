// The words of an item of which something is kept: they can be read and copied when the item or its edition is gone. Stored once an
// item, and apart from what is kept of it, which the window has in memory.
import * as v from 'valibot'
import { idSchema, openingItem, type Edition } from '../edition/edition.ts'

/** In characters; of a longer item the beginning is kept. */
export const longestItemText = 20_000
export const heldTextSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(longestItemText))

export const itemTextSchema = v.looseObject({
  kind: v.literal('text'),
  edition: idSchema,
  item: idSchema,
  text: heldTextSchema,
})
export type ItemText = Readonly<v.InferOutput<typeof itemTextSchema>>

/** What tells an item apart from those of all editions. */
interface ItemId {
  readonly edition: string
  readonly item: string
}

/** What the keys of all texts begin with. */
export const itemTextBeginning = 'text:'

export function itemTextKey({ edition, item }: ItemId): string {
  return `${itemTextBeginning}${edition}/${item}`
}

/**
 * @param item its id, or `openingItem` for the lede
 * @returns null when the edition has no such item
 */
export function itemTextOf(edition: Edition, item: string): ItemText | null {
  const items = edition.sections.flatMap((section) => section.items)
  const whole = item === openingItem ? edition.lede : items.find(({ id }) => id === item)?.text
  if (whole === undefined || whole === null) return null
  return { kind: 'text', edition: edition.id, item, text: beginningOf(whole) }
}

function beginningOf(text: string): string {
  if (text.length <= longestItemText) return text
  // Never half of a letter.
  return `${text.slice(0, longestItemText - 2).replace(/[\uD800-\uDBFF]$/u, '')} …`
}

/** The longer of two; in whatever order they come, the same one. */
export function mergeItemTexts(present: ItemText, imported: ItemText): ItemText {
  const [one, other] = [present.text, imported.text]
  const isMore = other.length === one.length ? other > one : other.length > one.length
  return isMore ? imported : present
}
