// The stems of English and German texts. Their terms name the language, so that no Dutch word is found by a foreign stem.
import { stemmer as english } from '@orama/stemmers/english'
import { createMemo } from '../memo.ts'
import { germanStem } from './german-stem.ts'

const stemmers = { en: createMemo(20_000, english), de: createMemo(20_000, germanStem) } as const

/** A language with a stemmer of its own beside Dutch. */
export type ForeignLanguage = keyof typeof stemmers

/**
 * Null for Dutch, and for languages without a stemmer, whose texts are analysed as Dutch.
 * @param tag BCP 47; empty where no language is known
 */
export function foreignLanguageOf(tag: string): ForeignLanguage | null {
  const [language] = tag.split('-')
  return language === 'en' || language === 'de' ? language : null
}

/** No token has these signs. The first letter stays that of the stem, by which words of a text are passed over. */
const inflected = (stem: string, language: ForeignLanguage): string => `${stem}:${language}`
const uninflected = (stem: string, language: ForeignLanguage): string => `${stem}:${language}=`

/**
 * The term of the stem of one folded word of a text: `hous:en` for houses. A word that is its own stem has a term too (`work:en=`).
 * Without it `working` could find `work` only by the bare stem, and so in Dutch texts as well. Words without a stem are their own term.
 */
export function foreignStemTerm(word: string, language: ForeignLanguage): string {
  const stem = foreignStem(word, language)
  if (stem === null) return word
  return stem === word ? uninflected(stem, language) : inflected(stem, language)
}

/**
 * The terms under which other forms of a folded word stand. A word that is its own stem is found as it is written, so looking for
 * its term as well would count it twice.
 */
export function foreignFormTerms(word: string, language: ForeignLanguage): readonly string[] {
  const stem = foreignStem(word, language)
  if (stem === null) return []
  const forms = inflected(stem, language)
  return stem === word ? [forms] : [forms, uninflected(stem, language)]
}

function foreignStem(word: string, language: ForeignLanguage): string | null {
  return word.length < 3 || word.length > 60 || /\d/.test(word) ? null : stemmers[language](word)
}
