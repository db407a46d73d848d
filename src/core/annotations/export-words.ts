// The reader's word list for Anki: a text with the headers that Anki reads (https://docs.ankiweb.net/importing/text-files.html).
import { annotationKey } from './kinds.ts'
import type { KeptWord } from './annotation.ts'

/** The columns of both exports: what tells a word apart, then what a card shows. */
export const wordColumns = ['guid', 'word', 'gloss', 'sentence', 'source'] as const

export interface ExportedWord {
  /** The same at each export, so that Anki replaces a card and makes no second one. */
  readonly guid: string
  readonly word: string
  readonly gloss: string
  /** The sentence before the word, the word as it stands there, and the sentence behind it. */
  readonly sentence: readonly [before: string, printed: string, after: string]
  /** The title of the edition, and the number of the item. */
  readonly source: string
}

export function exportedWord(word: KeptWord): ExportedWord {
  const { headword, glosses, sentence, printed, context } = word
  const at = sentence.indexOf(printed)
  const parts: ExportedWord['sentence'] =
    at < 0
      ? [sentence, '', '']
      : [sentence.slice(0, at), printed, sentence.slice(at + printed.length)]
  return {
    guid: annotationKey(word),
    word: headword,
    gloss: glosses.join('; '),
    sentence: parts,
    source: context === undefined ? '' : `${context.title}, ${String(context.number)}`,
  }
}

/** The newest last, as Anki shows new cards. */
export function exportAnki(words: readonly KeptWord[]): string {
  const head = ['#separator:tab', '#html:true', '#deck:Leeslamp', '#guid column:1']
  const lines = words.map(exportedWord).map(({ guid, word, gloss, sentence, source }) => {
    const [before, printed, after] = sentence.map(asHtml)
    const bold = printed === '' ? '' : `<b>${printed ?? ''}</b>`
    return [
      guid,
      asHtml(word),
      asHtml(gloss),
      `${before ?? ''}${bold}${after ?? ''}`,
      asHtml(source),
    ].join('\t')
  })
  return `${[...head, `#columns:${wordColumns.join('\t')}`, ...lines].join('\n')}\n`
}

/** A field of a card: Anki reads it as HTML, and a tab or a line break would end it. */
function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\s+/gu, ' ')
}
