// The index as a file: made when editions are compiled, with a word list at hand that the program itself does not carry.
import MiniSearch, { type AsPlainObject } from 'minisearch'
import * as v from 'valibot'
import {
  createCompoundSplitter,
  type CompoundLexicon,
  type CompoundSplitter,
} from '../dutch/compound.ts'
import type { EditionBundle } from '../edition/edition.ts'
import { checksum } from './checksum.ts'
import { documentsOf, type SearchDocument } from './documents.ts'
import {
  createEngine,
  fieldsOf,
  indexFields,
  indexOptions,
  wordsOf,
  type SearchEngine,
} from './index-definition.ts'

/** Raise it with every change to tokens, folding, stems, fields or the form of the file; older files are then rebuilt. */
export const indexVersion = 1

const headerSchema = v.object({
  format: v.literal('leeslamp-index'),
  version: v.number(),
  editions: v.array(v.object({ id: v.string(), checksum: v.string() })),
  checksum: v.string(),
})

const postingsSchema = v.record(v.string(), v.record(v.string(), v.number()))
const payloadSchema = v.object({
  /** A folded word of the editions → where its parts begin. */
  compounds: v.record(
    v.string(),
    v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(20)),
  ),
  index: v.looseObject({
    documentIds: v.record(v.string(), v.string()),
    fieldIds: v.record(v.string(), v.number()),
    fieldLength: v.record(v.string(), v.array(v.nullable(v.number()))),
    averageFieldLength: v.array(v.nullable(v.number())),
    index: v.array(v.tuple([v.string(), postingsSchema])),
    serializationVersion: v.literal(2),
  }),
})

/** Why an index file is of no use: another program made it, its editions have changed, or it is not what was written. */
export type IndexFault = 'other-version' | 'other-editions' | 'damaged'

export interface LoadedIndex {
  readonly engine: SearchEngine
  /** The editions that are in it. */
  readonly editions: readonly string[]
  readonly compounds: ReadonlyMap<string, readonly number[]>
  /** Every folded word in it, and in how many documents it stands. */
  readonly words: ReadonlyMap<string, number>
}

export type IndexReading =
  | { readonly ok: true; readonly index: LoadedIndex }
  | { readonly ok: false; readonly reason: IndexFault }

/**
 * The index of some editions as the text of a file: a line that says what it is and a line of content. The seams of
 * compounds are found by `lexicon` and written along, so that whoever reads the file needs no word list.
 */
export function buildIndex(bundles: readonly EditionBundle[], lexicon: CompoundLexicon): string {
  const splitCompound = createCompoundSplitter(lexicon)
  const engine = createEngine(splitCompound)
  const compounds: Record<string, readonly number[]> = {}
  const editions: { id: string; checksum: string }[] = []
  for (const bundle of bundles) {
    const documents = documentsOf(bundle)
    engine.addAll(documents)
    editions.push({ id: bundle.edition.id, checksum: documentsChecksum(documents) })
    for (const word of wordsOf(documents)) {
      const seams = splitCompound(word)
      if (seams.length > 0) compounds[word] = seams
    }
  }
  const payload = JSON.stringify({ compounds, index: engine })
  const header = {
    format: 'leeslamp-index',
    version: indexVersion,
    editions,
    checksum: checksum(payload),
  }
  return `${JSON.stringify(header)}\n${payload}\n`
}

/**
 * Reads what `buildIndex` wrote. An index of an edition that is not among `documents`, or was made from other texts, is
 * refused as a whole. Never throws.
 *
 * @param documents those of every edition in the library, by the edition's id
 * @param splitCompound for what is added to the index later
 */
export function readIndex(
  file: string,
  documents: ReadonlyMap<string, readonly SearchDocument[]>,
  splitCompound: CompoundSplitter,
): IndexReading {
  const [first = '', payload = ''] = file.split('\n', 2)
  const header = v.safeParse(headerSchema, parseJson(first))
  if (!header.success) return { ok: false, reason: 'damaged' }
  const { version, editions, checksum: expected } = header.output
  if (version !== indexVersion) return { ok: false, reason: 'other-version' }
  if (checksum(payload) !== expected) return { ok: false, reason: 'damaged' }
  const sameTexts = editions.every(({ id, checksum: made }) => {
    const texts = documents.get(id)
    return texts !== undefined && documentsChecksum(texts) === made
  })
  if (!sameTexts) return { ok: false, reason: 'other-editions' }

  const content = v.safeParse(payloadSchema, parseJson(payload))
  if (!content.success) return { ok: false, reason: 'damaged' }
  const { compounds, index } = content.output
  if (!indexFields.every((field, at) => index.fieldIds[field] === at))
    return { ok: false, reason: 'damaged' }
  const engine = loadEngine(index, splitCompound)
  const expectedDocuments = editions.flatMap(({ id }) => documents.get(id) ?? [])
  if (engine?.documentCount !== expectedDocuments.length) return { ok: false, reason: 'damaged' }
  if (!expectedDocuments.every(({ id }) => engine.has(id))) return { ok: false, reason: 'damaged' }
  return {
    ok: true,
    index: {
      engine,
      editions: editions.map(({ id }) => id),
      compounds: new Map(Object.entries(compounds)),
      words: wordsIn(index.index),
    },
  }
}

/** Postings: a term → by the number of a field → by the number of a document → how often. */
function wordsIn(
  postings: readonly (readonly [string, v.InferOutput<typeof postingsSchema>])[],
): ReadonlyMap<string, number> {
  const wordFields = fieldsOf.word.map((field) => String(indexFields.indexOf(field)))
  const words = new Map<string, number>()
  for (const [term, byField] of postings) {
    const counts = wordFields.map((field) => Object.keys(byField[field] ?? {}).length)
    const most = Math.max(...counts)
    if (most > 0) words.set(term, most)
  }
  return words
}

function documentsChecksum(documents: readonly SearchDocument[]): string {
  return checksum(JSON.stringify(documents))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function loadEngine(index: object, splitCompound: CompoundSplitter): SearchEngine | null {
  try {
    return MiniSearch.loadJS<SearchDocument>(index as AsPlainObject, indexOptions(splitCompound))
  } catch {
    return null
  }
}
