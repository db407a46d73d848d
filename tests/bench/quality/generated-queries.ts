// Questions of one word with one document in mind, made of the words of a library: another form of a word that stands there, the head
// of a compound, a word with one slip, a word without its accents.
import { fold } from '../../../src/core/dutch/fold.ts'
import { stem } from '../../../src/core/dutch/stem.ts'
import { isStopWord } from '../../../src/core/dutch/stop-words.ts'
import { shuffled } from '../corpus/texts.ts'
import { randomNumbers } from '../random-numbers.ts'
import type { WordList } from './word-list.ts'

export const queryKinds = ['inflection', 'compound', 'typo', 'diacritics'] as const
export type QueryKind = (typeof queryKinds)[number]

export interface GeneratedQuery {
  readonly kind: QueryKind
  readonly query: string
  /** The word in the document that is meant. */
  readonly word: string
  /** The number of the document. */
  readonly target: number
}

/** Words fall into two halves by themselves: rules may be tried on one, and only the other is reported. */
export type Half = 'tuning' | 'reported'

/** Of more documents than this not all can be among the first five hits. */
const mostDocuments = 5

/** Ends of words that are words too, but in a compound hardly ever the head. */
const noHeads = /^(?:heid|heden|schap|schappen|baar|ring|ringen|teit|teiten|ling|lingen)$/

type Places = ReadonlyMap<string, ReadonlySet<number>>

interface Words {
  /** Folded word → the documents it stands in, also between hyphens. */
  readonly documents: Places
  /** Folded word → the documents in which it stands by itself. */
  readonly alone: Places
  /** The same for words as they stand there, in lower case. */
  readonly written: Places
}

/**
 * @param texts by document
 * @param taboo folded words of which no question may be made
 * @param most how many of each kind
 */
export function generateQueries(
  texts: readonly string[],
  list: WordList,
  { taboo, half, most }: { taboo: ReadonlySet<string>; half: Half; most: number },
): readonly GeneratedQuery[] {
  const words = wordsOf(texts)
  const tabooStems = new Set([...taboo].map(stem))
  const counts = (word: string): boolean =>
    halfOf(word) === half && !tabooStems.has(stem(word)) && !isStopWord(word)
  const kinds = [
    inflections(words, list, counts),
    heads(words, list, counts),
    slips(words, list, counts),
    accents(words, counts),
  ]
  return kinds.flatMap((queries, index) => shuffled(queries, 11 + index).slice(0, most))
}

function halfOf(word: string): Half {
  let hash = 7
  for (const letter of word) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0
  return Math.floor(randomNumbers(hash)() * 2) === 0 ? 'tuning' : 'reported'
}

function wordsOf(texts: readonly string[]): Words {
  const documents = new Map<string, Set<number>>()
  const alone = new Map<string, Set<number>>()
  const written = new Map<string, Set<number>>()
  const add = (map: Map<string, Set<number>>, word: string, document: number): void => {
    const of = map.get(word) ?? new Set()
    of.add(document)
    map.set(word, of)
  }
  for (const [document, text] of texts.entries()) {
    for (const [match] of text.toLowerCase().matchAll(/[\p{L}\p{N}'’.\-_/]+/gu)) {
      const token = match.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
      for (const word of token.split(/\P{L}+/u)) add(documents, fold(word), document)
      if (!/^\p{L}{4,}$/u.test(token)) continue
      add(written, token, document)
      add(alone, fold(token), document)
    }
  }
  return { documents, alone, written }
}

function theOne(documents: Iterable<number>): number {
  for (const document of documents) return document
  return -1
}

function inflections(
  { documents, alone }: Words,
  list: WordList,
  counts: (word: string) => boolean,
) {
  return list.families.flatMap((family): GeneratedQuery[] => {
    // A form of two words, as noun and verb often have, means either.
    if (family.some((form) => (list.familiesOf.get(form)?.length ?? 0) > 1)) return []
    const all = new Set(family.flatMap((form) => [...(documents.get(form) ?? [])]))
    if (all.size > mostDocuments) return []
    const there = family.filter((form) => alone.has(form) && counts(form))
    return there.slice(0, 1).flatMap((word): GeneratedQuery[] => {
      const target = theOne(alone.get(word) ?? [])
      const query = family.find(
        (form) =>
          form.length >= 4 && !isStopWord(form) && documents.get(form)?.has(target) !== true,
      )
      return query === undefined ? [] : [{ kind: 'inflection', query, word, target }]
    })
  })
}

/** The head as it stands in the compound, of compounds that stand in one of few documents with a word that ends like that. */
function heads({ documents, alone }: Words, list: WordList, counts: (word: string) => boolean) {
  const ending = new Map<string, Set<number>>()
  const compounds = new Map<string, string>()
  for (const [word, of] of documents) {
    const found: string[] = []
    for (let seam = 0; seam <= word.length - 4; seam++) {
      const head = word.slice(seam)
      if (!list.nounForms.has(head) || noHeads.test(head)) continue
      if (seam >= 4 && joins(word.slice(0, seam), list)) found.push(head)
      const all = ending.get(head) ?? new Set()
      ending.set(head, all)
      for (const document of of) all.add(document)
    }
    // Of a word that can be taken apart in two ways nobody knows the head.
    const [head] = found
    if (
      head !== undefined &&
      found.length === 1 &&
      head !== word &&
      alone.has(word) &&
      counts(word) &&
      !compounds.has(head)
    )
      compounds.set(head, word)
    for (const family of list.familiesOf.get(word) ?? []) {
      for (const form of family) {
        const all = ending.get(form) ?? new Set()
        ending.set(form, all)
        for (const document of of) all.add(document)
      }
    }
  }
  return [...compounds].flatMap(([head, word]): GeneratedQuery[] => {
    const target = theOne(alone.get(word) ?? [])
    const family = (list.familiesOf.get(head) ?? []).flat()
    const standsByItself = [head, ...family].some(
      (form) => documents.get(form)?.has(target) === true,
    )
    if ((ending.get(head)?.size ?? 0) > mostDocuments || standsByItself) return []
    return [{ kind: 'compound', query: head, word, target }]
  })
}

/** Whether letters are a noun, or one with the s that links it to the next. */
function joins(modifier: string, { nounForms }: WordList): boolean {
  return nounForms.has(modifier) || (modifier.endsWith('s') && nounForms.has(modifier.slice(0, -1)))
}

function slips({ documents, alone }: Words, list: WordList, counts: (word: string) => boolean) {
  return [...documents].flatMap(([word, of]): GeneratedQuery[] => {
    if (!/^[a-z]{6,}$/.test(word) || of.size > mostDocuments || !counts(word)) return []
    if (!list.all.has(word) || !alone.has(word)) return []
    const query = withSlip(word)
    if (query === word || list.all.has(query) || documents.has(query)) return []
    return [{ kind: 'typo', query, word, target: theOne(alone.get(word) ?? []) }]
  })
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz'

/** One letter left out, doubled in or replaced, or two that changed places; not the first, which is seldom wrong. */
function withSlip(word: string): string {
  const random = randomNumbers(word.length * 7_919 + word.charCodeAt(2) * 31 + word.charCodeAt(4))
  const at = 1 + Math.floor(random() * (word.length - 2))
  const letter = alphabet.charAt(Math.floor(random() * alphabet.length))
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1)
    case 1:
      return word.slice(0, at) + letter + word.slice(at)
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1)
    default:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  }
}

function accents({ documents, written }: Words, counts: (word: string) => boolean) {
  return [...written].flatMap(([word, of]): GeneratedQuery[] => {
    const query = fold(word)
    if (query === word || !counts(query)) return []
    if ((documents.get(query)?.size ?? 0) > mostDocuments) return []
    return [{ kind: 'diacritics', query, word, target: theOne(of) }]
  })
}
