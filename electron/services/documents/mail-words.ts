// Words that programs and senders of mails put around a text, in small letters: Dutch, English, German and French.
import words from './mail-words.json' with { type: 'json' }

type FieldKind = keyof typeof words.fields

/** What stands before the value of a field above a mail that was sent on. */
export const fieldNames: ReadonlyMap<string, FieldKind> = new Map(
  (Object.keys(words.fields) as FieldKind[]).flatMap((kind) =>
    words.fields[kind].map((name) => [name, kind] as const),
  ),
)

/** The line above those fields, without its dashes. */
export const forwardLines: readonly string[] = words.forwardLines

/** A short paragraph at the head or foot of a mail with one of these says how it came, and no news. */
export const deliveryPhrases: readonly string[] = words.deliveryPhrases

/** What the label of a link or button begins with that ends a subscription. */
export const unsubscribeWords: readonly string[] = words.unsubscribeWords

/** Parameters of links that tell a sender who follows them. */
export const personalParameters: ReadonlySet<string> = new Set(words.personalParameters)

/** Where senders can be followed: an icon says no more than such a name. */
export const networks: ReadonlySet<string> = new Set(words.networks)
/** What may stand beside it. */
export const iconWords: ReadonlySet<string> = new Set(words.iconWords)
