// The word lists of the program as they are used to look words up and to find names and terms.
import { readFileSync } from 'node:fs'
import { createCompoundSplitter } from '#core/dutch/compound'
import { lexiconOf, openPackedWordList, type GradesOf } from '#core/dutch/word-list'
import { fold } from '#core/dutch/fold'
import { createDictionary } from '#core/lookup/dictionary'
import type { WordTools } from '#core/lookup/look-up'
import type { Telling } from '#core/reading-notes/telling-words'
import { readWordList } from '#core/lookup/word-entry'

/** Where the lists lie. */
export interface WordFiles {
  /** The list that splits compounds (word-list.ts). */
  readonly compounds: string
  /** The list with glosses (word-entry.ts). */
  readonly glosses: string
}

export interface ProgramWords extends WordTools {
  /** Whether it is an ordinary Dutch word, or one of a country: `agenda`, `Duitser`. */
  readonly isWord: (printed: string) => boolean
  /** Whether it is a compound of Dutch words. */
  readonly isCompound: (printed: string) => boolean
  /** How much a word in small letters tells of what a text is about. */
  readonly tellingOf: Telling
}

/** So many words of the list are in every newspaper. */
const commonWords = 1_500
/** The others of the list are in many: they tell about half as much as a word that it lacks. */
const listedTells = 0.6

/** Reads both lists, which takes a tenth of a second. A list that cannot be read is empty. */
export function readProgramWords({ compounds, glosses }: WordFiles): ProgramWords {
  const dictionary = createDictionary(readWordList(readText(glosses)))
  const gradesOf = readGrades(compounds)
  const splitCompound = createCompoundSplitter(lexiconOf(gradesOf))
  const isWord = (printed: string): boolean =>
    gradesOf(fold(printed)) > 0 ||
    dictionary.find(printed).length > 0 ||
    dictionary.find(printed.toLowerCase()).length > 0
  const isCompound = (printed: string): boolean => splitCompound(fold(printed)).length > 0
  const tellingOf: Telling = (word) => {
    const ranks = dictionary.find(word).map(({ rank }) => rank)
    if (ranks.length === 0) return 1
    return Math.min(...ranks) < commonWords ? 0 : listedTells
  }
  return { dictionary, splitCompound, isWord, isCompound, tellingOf }
}

/** How many words the list with glosses has: one a line. */
export function countWords(glosses: string): number {
  return readWordList(readText(glosses)).length
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function readGrades(file: string): GradesOf {
  try {
    return openPackedWordList(readFileSync(file))
  } catch {
    return () => 0
  }
}
