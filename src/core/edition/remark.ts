// What the parser says about a text besides the edition: what it left out, and what it was not sure of.

/** What an editor should look at: the parser decided, and may be wrong. */
export const unsureKinds = [
  'title-missing',
  'breaks-off',
  'long-heading',
  'photo-label',
  'glued-heading',
  'item-without-sources',
  'unknown-source',
  'source-without-stop',
  'source-or-sentence',
  'joining-word',
  'sources-without-item',
  'in-each-edition',
] as const

/** What left the text by rule, quoted so that nothing is lost. */
export const plainKinds = [
  'label',
  'page-furniture',
  'line-without-words',
  'updated-mark',
  'series-in-title',
  'date-line',
  'link-line',
  'second-caption',
  'lines-joined',
  'unseen-words',
  'image-left-out',
] as const

export type RemarkKind = (typeof unsureKinds)[number] | (typeof plainKinds)[number]

/** A remark without its place, as the rules for one line make it. */
export interface Finding {
  readonly kind: RemarkKind
  /** The words it is about, as they stand in the text. */
  readonly quote: string
}

/** `line` counts from 1. */
export interface Remark extends Finding {
  readonly line: number
  /** The item that it is about, where its line has more than one: of what the reader cut. */
  readonly item?: string
}

const unsure: ReadonlySet<RemarkKind> = new Set(unsureKinds)

/** Whether an editor should look at this; the other remarks only quote what left the text by rule. */
export function isUnsure({ kind }: Finding): boolean {
  return unsure.has(kind)
}

/**
 * Remarks by line; a label such as `Bron:` is quoted where it first stands, because every item has one.
 */
export function inReadingOrder(remarks: readonly Remark[]): Remark[] {
  const labels = new Set<string>()
  const kept = remarks.toSorted((one, other) => one.line - other.line)
  return kept.filter(({ kind, quote }) => {
    // `1.` may begin several lists, and a sign before a label is more than a label.
    if (kind !== 'label' || !/^\p{L}[\p{L}\s()]*:?$/u.test(quote)) return true
    const isFirst = !labels.has(quote)
    labels.add(quote)
    return isFirst
  })
}

/** What the parser asks about a name that it took for a source. */
const ofSource: ReadonlySet<Remark['kind']> = new Set(['unknown-source', 'source-without-stop'])

/** What the parser asks about the sources of an item, or about having none. */
const ofSources: ReadonlySet<Remark['kind']> = new Set([
  ...ofSource,
  'item-without-sources',
  'source-or-sentence',
  'joining-word',
])

/** Whether a question is answered by whoever writes the sources themselves; of a heading it is not asked. */
export function asksAboutSources({ kind }: Remark): boolean {
  return ofSources.has(kind)
}

/** Questions about what stands in the text as it was read. The others quote what left it. */
const ofParts: ReadonlySet<Remark['kind']> = new Set([
  ...ofSource,
  'long-heading',
  'item-without-sources',
  'source-or-sentence',
])

/** Whether a question is about headings or sources, which one text does not have. */
export function asksAboutParts({ kind }: Remark): boolean {
  return ofParts.has(kind)
}

/** Whether a question is answered by what is known of the name. */
export function asksAboutSource({ kind }: Remark): boolean {
  return ofSource.has(kind)
}
