// Which fields the index has, and how a document becomes terms in them.
import MiniSearch, { type Options } from 'minisearch'
import type { CompoundSplitter } from '../dutch/compound.ts'
import { foreignLanguageOf, type ForeignLanguage } from '../dutch/foreign-stems.ts'
import { tokenize, type Token } from '../dutch/tokens.ts'
import { formsOf, type FormKind } from '../dutch/word-forms.ts'
import { createMemo } from '../memo.ts'
import type { SearchDocument } from './documents.ts'

/** Three fields hold words as they stand; `st`: stems that differ from the word; `hd`: heads of compounds; `cp`: other parts. */
export const indexFields = ['section', 'text', 'source', 'st', 'hd', 'cp'] as const

export type IndexField = (typeof indexFields)[number]

/** The fields that hold each kind of form. */
export const fieldsOf: Readonly<Record<FormKind, readonly IndexField[]>> = {
  word: ['section', 'text', 'source'],
  stem: ['st'],
  head: ['hd'],
  part: ['cp'],
}

const numbersOf = (kind: FormKind): readonly number[] =>
  fieldsOf[kind].map((field) => indexFields.indexOf(field))
/** The same by number (place in `indexFields`). */
export const fieldNumbers: Readonly<Record<FormKind, readonly number[]>> = {
  word: numbersOf('word'),
  stem: numbersOf('stem'),
  head: numbersOf('head'),
  part: numbersOf('part'),
}

/** How much more a word in the heading above an item counts. */
export const boosts = { section: 1.5 } as const

/** The weight of a term that only begins with the searched one, or differs by a few letters. */
export const weights = { prefix: 0.375, fuzzy: 0.3 } as const

type TermsByKind = Readonly<Record<FormKind, readonly string[]>>

function termsByKind(
  token: Token,
  splitCompound: CompoundSplitter,
  language: ForeignLanguage | null,
): TermsByKind {
  const terms: Record<FormKind, string[]> = { word: [], stem: [], head: [], part: [] }
  for (const { kind, term } of formsOf(token, splitCompound, language)) terms[kind].push(term)
  return terms
}

function kindOfField(field: string): FormKind {
  return field === 'st' ? 'stem' : field === 'hd' ? 'head' : field === 'cp' ? 'part' : 'word'
}

export type SearchEngine = MiniSearch<SearchDocument>

/** Cached, because each field of a document asks for the same lines. */
const tokensOfLine = createMemo(500, tokenize)

/** The tokens of a text, with offsets within their line. */
function tokensOf(text: string): readonly Token[] {
  return text.split('\n').flatMap(tokensOfLine)
}

/**
 * The settings of MiniSearch. Terms come ready from our own analysis, a line each, so MiniSearch only takes the lines apart. Its own
 * `tokenize` is not told which document a text is of, and so cannot know the language.
 */
export function indexOptions(splitCompound: CompoundSplitter): Options<SearchDocument> {
  /**
   * By language and token, because each field asks for the same ones. They live as long as the engine, and grow with its texts.
   */
  const caches = new Map<ForeignLanguage | null, Map<string, TermsByKind>>()
  function termsOf(document: SearchDocument, field: string): readonly string[] {
    const kind = kindOfField(field)
    const language = foreignLanguageOf(document.language)
    const cache = caches.get(language) ?? new Map<string, TermsByKind>()
    caches.set(language, cache)
    return tokensOf(fieldText(document, field)).flatMap((token) => {
      const terms = cache.get(token.source) ?? termsByKind(token, splitCompound, language)
      cache.set(token.source, terms)
      return terms[kind]
    })
  }
  return {
    fields: [...indexFields],
    storeFields: [],
    autoVacuum: false,
    extractField: (document, field) =>
      field === 'id' ? document.id : termsOf(document, field).join('\n'),
    tokenize: (terms) => (terms === '' ? [] : terms.split('\n')),
    processTerm: (term) => term,
  }
}

function fieldText(document: SearchDocument, field: string): string {
  if (kindOfField(field) !== 'word') return `${document.section}\n${document.text}`
  return document[field as 'section' | 'text' | 'source']
}

export function createEngine(splitCompound: CompoundSplitter): SearchEngine {
  return new MiniSearch<SearchDocument>(indexOptions(splitCompound))
}

/** The words of the documents as they are indexed, each once for each document. */
export function* wordsOf(documents: readonly SearchDocument[]): Generator<string> {
  for (const { section, text, source } of documents) {
    const words = new Set<string>()
    for (const token of tokensOf(`${section}\n${text}\n${source}`)) {
      for (const word of token.words) words.add(word.text)
    }
    yield* words
  }
}
