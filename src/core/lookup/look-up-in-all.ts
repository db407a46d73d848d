// Looks a word up in the word list of the program and in the dictionaries of the reader.
import type { WordContext } from './choose-entry.ts'
import type { FormName } from './inflect.ts'
import { lookUp, type LookedUp, type OtherWord, type WordPart, type WordTools } from './look-up.ts'
import type { ReaderDictionary } from './reader-dictionary.ts'
import type { WordClass } from './word-entry.ts'

/** The name of the program's own list beside its glosses. */
export const programListName = 'Leeslamp'

/** What gives glosses: the list of the program, or a dictionary of the reader. */
export type GlossSource = 'program' | ReaderDictionary

export interface NamedGloss {
  readonly text: string
  /** The name of the dictionary that says so. */
  readonly source: string
}

export interface FoundWord {
  readonly headword: string
  /** Null when only a dictionary of the reader has the word. */
  readonly wordClass: WordClass | null
  /** What form of the headword the word is; null as above. */
  readonly form: FormName | null
  /** Empty for a word that is no compound. */
  readonly parts: readonly WordPart[]
  /** By the order of the sources. */
  readonly glosses: readonly NamedGloss[]
  /** Other words that it may be a form of, each with what the first source that has it says. */
  readonly others: readonly OtherWord[]
}

/**
 * Null when the word is in no dictionary. The program's list names the headword, also when it is no source; the others do where it lacks
 * the word.
 */
export function lookUpInAll(
  word: string,
  context: WordContext | null,
  tools: WordTools,
  sources: readonly GlossSource[],
): FoundWord | null {
  const own = lookUp(word, context, tools)
  const dictionaries = sources.filter((source) => source !== 'program')
  const headword = headwordOf(word, own, dictionaries)
  if (headword === null) return null
  const known = headword === own?.headword ? own : null
  const glosses = sources.flatMap((source) => {
    if (source === 'program') return named(known?.glosses ?? [], programListName)
    return named(source.find(headword)?.glosses ?? [], source.name)
  })
  const { wordClass = null, form = null, parts = [] } = known ?? {}
  return {
    headword,
    wordClass,
    form,
    parts,
    glosses,
    others: othersOf(word, headword, known, sources),
  }
}

function named(glosses: readonly string[], source: string): readonly NamedGloss[] {
  return glosses.map((text) => ({ text, source }))
}

/** A dictionary may have the word as it is written, though it is taken for a form of another. */
function othersOf(
  word: string,
  headword: string,
  known: LookedUp | null,
  sources: readonly GlossSource[],
): readonly OtherWord[] {
  const others = sources.flatMap((source) =>
    source === 'program' ? [] : (source.find(word) ?? []),
  )
  // The program's list says when a word of another class looks the same.
  const own = known !== null && sources.includes('program') ? known.others : []
  const named = new Set([headword, ...own.map((other) => other.headword)].map(folded))
  const more = others.filter((other) => {
    const isNamed = named.has(folded(other.headword))
    named.add(folded(other.headword))
    return !isNamed
  })
  return [...own, ...more]
}

function folded(word: string): string {
  return word.toLowerCase()
}

/** What the list knows only by its parts is less sure than a dictionary that has the word as it stands there. */
function headwordOf(
  word: string,
  own: LookedUp | null,
  dictionaries: readonly ReaderDictionary[],
): string | null {
  if (own !== null && own.rank !== null) return own.headword
  const candidates = [own?.headword, word].flatMap((candidate) => candidate ?? [])
  for (const candidate of candidates) {
    for (const { find } of dictionaries) {
      const found = find(candidate)
      if (found !== null) return found.headword
    }
  }
  if (own !== null) return own.headword
  for (const { findForm } of dictionaries) {
    const found = findForm(word)
    if (found !== null) return found.headword
  }
  return null
}
