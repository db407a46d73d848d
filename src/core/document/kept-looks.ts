// How the blocks of a document look, as it is kept beside the document: each look once.
import * as v from 'valibot'
import { longestLook } from './look.ts'
import type { SourceDocument } from './source-document.ts'

const part = v.pipe(v.string(), v.maxLength(longestLook))
const place = v.pipe(v.number(), v.integer(), v.minValue(-1))

export const keptLooksSchema = v.strictObject({
  /** The different ones: tags, then style. */
  looks: v.array(v.strictTuple([part, part])),
  /** For each block the place of its look; -1 for one without. */
  blocks: v.array(place),
})

export type KeptLooks = Readonly<v.InferOutput<typeof keptLooksSchema>>

/** Null where no block has a look: the file does not tell it, or an older program kept the document. */
export function looksOf({ blocks }: Pick<SourceDocument, 'blocks'>): KeptLooks | null {
  const looks: [string, string][] = []
  const places = new Map<string, number>()
  const ofBlocks = blocks.map(({ look }) => {
    if (look === undefined) return -1
    const own: [string, string] = [look.tags.slice(-longestLook), look.style.slice(-longestLook)]
    const key = own.join('\n')
    const known = places.get(key) ?? looks.length
    if (known === looks.length) looks.push(own)
    places.set(key, known)
    return known
  })
  return looks.length === 0 ? null : { looks, blocks: ofBlocks }
}

/** The document with the looks that it was kept with. */
export function withLooks(document: SourceDocument, kept: KeptLooks | null): SourceDocument {
  if (kept === null) return document
  const blocks = document.blocks.map((block, at) => {
    const [tags, style] = kept.looks[kept.blocks[at] ?? -1] ?? []
    return tags === undefined || style === undefined ? block : { ...block, look: { tags, style } }
  })
  return { ...document, blocks }
}
