// Texts taken apart into the forms under which their words are indexed, to find again where the words of a hit stand: nothing is
// kept in the index for that.
import type { CompoundSplitter } from '../dutch/compound.ts'
import { tokenize, tokenSources } from '../dutch/tokens.ts'
import { formsOf, type WordForm } from '../dutch/word-forms.ts'
import { createMemo } from '../memo.ts'
import type { Scored } from './compact/best-documents.ts'
import type { Segment } from './compact/segment.ts'
import type { SearchDocument } from './documents.ts'

/** A text taken apart, token by token. */
export interface AnalysedText {
  readonly text: string
  /** Where each token begins. */
  readonly starts: readonly number[]
  /** The forms of its words, with places from its beginning; the same array for the same token. */
  readonly forms: readonly (readonly WordForm[])[]
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

export function createAnalyser(splitCompound: CompoundSplitter): Analyser {
  const takeApart = (source: string): readonly WordForm[] =>
    tokenize(source).flatMap((token) => formsOf(token, splitCompound))
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
    const starts: number[] = []
    const forms: (readonly WordForm[])[] = []
    for (const { source, start } of tokenSources(text)) {
      starts.push(start)
      forms.push(source.length > longestToken ? takeApart(source) : knownForms(source))
    }
    return { text, starts, forms }
  }

  return {
    text,
    document: ({ part, document }) => documentsOf(part.segment)(document),
  }
}
