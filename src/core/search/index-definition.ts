// The index: which fields it has, and how a document becomes their terms.
import MiniSearch, { type Options } from 'minisearch'
import type { CompoundSplitter } from '../dutch/compound.ts'
import { tokenize, type Token } from '../dutch/tokens.ts'
import { formsOf, type FormKind } from '../dutch/word-forms.ts'
import { createMemo } from '../memo.ts'
import type { SearchDocument } from './documents.ts'

/** Words as they stand, in three fields; `st`: stems that differ from the word; `hd`: heads of compounds; `cp`: their other parts. */
export const indexFields = ['section', 'text', 'source', 'st', 'hd', 'cp'] as const

export type IndexField = (typeof indexFields)[number]

/** The fields that hold one kind of form. */
export const fieldsOf: Readonly<Record<FormKind, readonly IndexField[]>> = {
  word: ['section', 'text', 'source'],
  stem: ['st'],
  head: ['hd'],
  part: ['cp'],
}

const numberOf = (field: IndexField): number => indexFields.indexOf(field)
/** The numbers of the fields that hold one kind of form. */
export const fieldNumbers: Readonly<Record<FormKind, readonly number[]>> = {
  word: fieldsOf.word.map(numberOf),
  stem: fieldsOf.stem.map(numberOf),
  head: fieldsOf.head.map(numberOf),
  part: fieldsOf.part.map(numberOf),
}

/** A word in the heading above an item counts for more. */
export const boosts = { section: 1.5 } as const

/** What a term is worth that only begins with what is sought, or that differs by a few letters. */
export const weights = { prefix: 0.375, fuzzy: 0.3 } as const

type TermsByKind = Readonly<Record<FormKind, readonly string[]>>

function termsByKind(token: Token, splitCompound: CompoundSplitter): TermsByKind {
  const terms: Record<FormKind, string[]> = { word: [], stem: [], head: [], part: [] }
  for (const { kind, term } of formsOf(token, splitCompound)) terms[kind].push(term)
  return terms
}

function kindOfField(field: string): FormKind {
  return field === 'st' ? 'stem' : field === 'hd' ? 'head' : field === 'cp' ? 'part' : 'word'
}

export type SearchEngine = MiniSearch<SearchDocument>

/** Lines that were taken apart before: those of an edition, whose fields are asked for one after the other. */
const tokensOfLine = createMemo(500, tokenize)

/** The words of a text; their offsets are those within a line. */
function tokensOf(text: string): readonly Token[] {
  return text.split('\n').flatMap(tokensOfLine)
}

/**
 * The settings of MiniSearch for building an index and for reading one. Terms come ready from the analysis, so nothing is
 * left for MiniSearch to split or fold.
 */
export function indexOptions(splitCompound: CompoundSplitter): Options<SearchDocument> {
  /** By token: each is asked for once for every field. As many as the index has. */
  const known = new Map<string, TermsByKind>()
  function termsOf(token: Token): TermsByKind {
    const terms = known.get(token.source) ?? termsByKind(token, splitCompound)
    known.set(token.source, terms)
    return terms
  }
  return {
    fields: [...indexFields],
    storeFields: [],
    autoVacuum: false,
    extractField: (document, field) => fieldText(document, field),
    tokenize: (text, field) => {
      const kind = kindOfField(field ?? 'text')
      return tokensOf(text).flatMap((token) => termsOf(token)[kind])
    },
    processTerm: (term) => term,
  }
}

function fieldText(document: SearchDocument, field: string): string {
  switch (field) {
    case 'st':
    case 'hd':
    case 'cp':
      return `${document.section}\n${document.text}`
    case 'id':
      return document.id
    case 'section':
      return document.section
    case 'source':
      return document.source
    default:
      return document.text
  }
}

export function createEngine(splitCompound: CompoundSplitter): SearchEngine {
  return new MiniSearch<SearchDocument>(indexOptions(splitCompound))
}

/** Every word of the documents once for each document it stands in, as it is indexed. */
export function* wordsOf(documents: readonly SearchDocument[]): Generator<string> {
  for (const { section, text, source } of documents) {
    const words = new Set<string>()
    for (const token of tokensOf(`${section}\n${text}\n${source}`)) {
      for (const word of token.words) words.add(word.text)
    }
    yield* words
  }
}
