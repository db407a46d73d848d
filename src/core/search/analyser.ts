// Analyses texts into the forms under which their words are indexed. The index stores no positions, so the text of a hit is
// analysed again to find its matches.
import type { CompoundSplitter } from '../dutch/compound.ts'
import { foreignLanguageOf, type ForeignLanguage } from '../dutch/foreign-stems.ts'
import { tokenize, tokenPlaces } from '../dutch/tokens.ts'
import { formsOf, type WordForm } from '../dutch/word-forms.ts'
import { createMemo } from '../memo.ts'
import { firstLettersOf, letterBit, type AnalysedWord, type AnalysedWords } from './term-matches.ts'
import type { ScoredDocument } from './compact/best-documents.ts'
import type { Segment } from './compact/segment.ts'
import type { SearchDocument } from './documents.ts'

/** A text by tokens. The offsets of a form count from the beginning of its token. */
export interface AnalysedText extends AnalysedWords<WordForm> {
  readonly text: string
  /** Where each token begins. */
  readonly starts: readonly number[]
}

export interface AnalysedDocument {
  readonly document: SearchDocument
  readonly text: AnalysedText
  readonly section: AnalysedText
  readonly source: AnalysedText
}

export interface Analyser {
  /** @param language BCP 47 tag; empty where none is known */
  text(text: string, language: string): AnalysedText
  /** Throws when the document cannot be read any more. */
  document(found: Pick<ScoredDocument, 'part' | 'document'>): AnalysedDocument
}

// Analyses are cached, because the next keystroke finds mostly the same documents, and most texts have the same words.
const maxCachedSegments = 20
const maxCachedDocuments = 500
const maxCachedTokens = 20_000
const maxCachedLanguages = 3
const longestCachedToken = 40

type Word = AnalysedWord<WordForm>

/** The letters with which the forms of a token may begin, as bits (`letterBit`). */
function lettersIn(text: string, start: number, end: number): number {
  let letters = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    // It may be folded to any letter.
    if (code > 127) return -1
    letters |= letterBit(code)
  }
  return letters
}

export function createAnalyser(splitCompound: CompoundSplitter): Analyser {
  const tokensIn = createMemo(maxCachedLanguages, (language: ForeignLanguage | null) => {
    const analyse = (source: string): Word => {
      const forms = tokenize(source).flatMap((token) => formsOf(token, splitCompound, language))
      return { forms, firstLetters: firstLettersOf(forms) }
    }
    return { analyse, recall: createMemo(maxCachedTokens, analyse) }
  })
  const documentsIn = createMemo(maxCachedSegments, ({ read }: Segment) =>
    createMemo(maxCachedDocuments, (number: number): AnalysedDocument => {
      const document = read(number)
      const { language } = document
      return {
        document,
        text: text(document.text, language),
        section: text(document.section, language),
        source: text(document.source, language),
      }
    }),
  )

  function text(text: string, language: string): AnalysedText {
    const { analyse, recall } = tokensIn(foreignLanguageOf(language))
    const { starts, ends } = tokenPlaces(text)
    const letters = starts.map((start, index) => lettersIn(text, start, ends[index] ?? start))
    const wordAt = (index: number): Word => {
      const source = text.slice(starts[index], ends[index])
      return source.length > longestCachedToken ? analyse(source) : recall(source)
    }
    return { text, starts, letters, wordAt }
  }

  return {
    text,
    document: ({ part, document }) => documentsIn(part.segment)(document),
  }
}
