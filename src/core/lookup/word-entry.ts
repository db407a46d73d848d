// An entry of the bundled word list: a Dutch headword with its forms and short English glosses.

/** The name of the list in `resources/words`, and beside the compiled editions. */
export const glossListName = 'dutch.tsv'

/** `de`, `het`, `de/het` and `plural` are nouns, by their article. */
export const wordClasses = [
  ...['de', 'het', 'de/het', 'plural', 'verb', 'adjective', 'adverb', 'preposition', 'conjunction'],
  ...['pronoun', 'determiner', 'numeral', 'interjection'],
] as const satisfies readonly string[]

export type WordClass =
  | ('de' | 'het' | 'de/het' | 'plural' | 'verb' | 'adjective' | 'adverb' | 'preposition')
  | ('conjunction' | 'pronoun' | 'determiner' | 'numeral' | 'interjection')

export interface WordEntry {
  readonly headword: string
  readonly wordClass: WordClass
  /** The part of a separable verb that stands apart (`op` of `oplossen`); empty for all other words. */
  readonly particle: string
  /**
   * The forms that are written out. Of a noun its plurals; of a verb its past singular, past plural and participle, then other irregular
   * forms; of an adjective the one in -e, then irregular comparisons. A missing one is empty. The past of a separable verb is without its
   * particle.
   */
  readonly forms: readonly string[]
  /** Short English translations, the most usual in news first. */
  readonly glosses: readonly string[]
}

const classes: ReadonlySet<string> = new Set(wordClasses)

function isWordClass(name: string): name is WordClass {
  return classes.has(name)
}

/**
 * Reads one line: headword, class, forms and glosses between tabs. A bar marks the seam of a separable verb, `-` a form that is missing,
 * `; ` parts glosses. Null when it is none.
 */
export function readWordEntry(line: string): WordEntry | null {
  const fields = line.split('\t')
  const [printed, wordClass, forms, glosses] = fields
  if (fields.length !== 4 || !printed || !forms || !glosses) return null
  if (wordClass === undefined || !isWordClass(wordClass)) return null
  const seam = printed.indexOf('|')
  return {
    headword: printed.replace('|', ''),
    wordClass,
    particle: seam < 0 ? '' : printed.slice(0, seam),
    forms: forms === '-' ? [] : forms.split(' ').map((form) => (form === '-' ? '' : form)),
    glosses: glosses.split('; '),
  }
}

/** All entries of a list; lines that are none are passed over. */
export function readWordList(text: string): readonly WordEntry[] {
  return text.split('\n').flatMap((line) => readWordEntry(line) ?? [])
}

export function isNoun({ wordClass }: Pick<WordEntry, 'wordClass'>): boolean {
  return ['de', 'het', 'de/het', 'plural'].includes(wordClass)
}
