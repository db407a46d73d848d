// Texts taken apart into the forms under which their words are indexed, to find again where the words of a hit stand: nothing is
// kept in the index for that.
import type { CompoundSplitter } from '../dutch/compound.ts'
import { tokenize, tokenPlaces } from '../dutch/tokens.ts'
import { formsOf, type WordForm } from '../dutch/word-forms.ts'
import { createMemo } from '../memo.ts'
import { firstsOf, letterBit, type WordInForms, type WordsInForms } from './claims.ts'
import type { Scored } from './compact/best-documents.ts'
import type { Segment } from './compact/segment.ts'
import type { SearchDocument } from './documents.ts'

/** A text taken apart, token by token; their forms, which have places from the beginning of the token, when they are asked for. */
export interface AnalysedText extends WordsInForms<WordForm> {
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
  text(text: string): AnalysedText
  /** Throws when the document cannot be read any more. */
  document(found: Pick<Scored, 'part' | 'document'>): AnalysedDocument
}

/** What was taken apart before is kept: what is typed on mostly finds the same again, and most texts have the same words. */
const mostSegments = 20
const mostDocuments = 500
const mostTokens = 20_000
const longestToken = 40

type Word = WordInForms<WordForm>

/** The letters that the forms of a token can begin with, as bits (`firstsOf`): no form begins with a letter that is not in it. */
function lettersIn(text: string, start: number, end: number): number {
  let letters = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    // What it is folded to may be any letter.
    if (code > 127) return -1
    letters |= letterBit(code)
  }
  return letters
}

export function createAnalyser(splitCompound: CompoundSplitter): Analyser {
  const takeApart = (source: string): Word => {
    const forms = tokenize(source).flatMap((token) => formsOf(token, splitCompound))
    return { forms, firsts: firstsOf(forms) }
  }
  const knownForms = createMemo(mostTokens, takeApart)
  const documentsOf = createMemo(mostSegments, ({ read }: Segment) =>
    createMemo(mostDocuments, (number: number): AnalysedDocument => {
      const document = read(number)
      return {
        document,
        text: text(document.text),
        section: text(document.section),
        source: text(document.source),
      }
    }),
  )

  function text(text: string): AnalysedText {
    const { starts, ends } = tokenPlaces(text)
    const letters = starts.map((start, index) => lettersIn(text, start, ends[index] ?? start))
    const wordAt = (index: number): Word => {
      const source = text.slice(starts[index], ends[index])
      return source.length > longestToken ? takeApart(source) : knownForms(source)
    }
    return { text, starts, letters, wordAt }
  }

  return {
    text,
    document: ({ part, document }) => documentsOf(part.segment)(document),
  }
}
