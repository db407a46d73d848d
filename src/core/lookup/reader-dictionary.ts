// A dictionary that a reader adds, as it is looked into beside the word list of the program.
import { fold } from '../dutch/fold.ts'
import { stem } from '../dutch/stem.ts'
import { groupBy } from '../group-by.ts'
import type { DictionaryArticle, NamedDictionary } from './dictionary-content.ts'

export interface ReaderDictionary {
  /** Shown beside its glosses. */
  readonly name: string
  readonly size: number
  /** The article of a headword as it is written, or in small letters; null when there is none. */
  find(headword: string): DictionaryArticle | null
  /** The article of a headword that has the same stem as a form; null when there is none. */
  findForm(form: string): DictionaryArticle | null
}

export function createReaderDictionary({ name, articles }: NamedDictionary): ReaderDictionary {
  const byHeadword = new Map<string, DictionaryArticle>()
  for (const article of articles) add(byHeadword, article)
  let byStem: ReadonlyMap<string, readonly DictionaryArticle[]> | null = null
  return {
    name,
    size: byHeadword.size,
    find: (headword) => byHeadword.get(headword) ?? byHeadword.get(headword.toLowerCase()) ?? null,
    findForm(form) {
      byStem ??= groupBy([...byHeadword.values()], ({ headword }) => stem(fold(headword)))
      return closest(form, byStem.get(stem(fold(form))) ?? [])
    },
  }
}

/** Some dictionaries have an article for each meaning of a word. */
function add(
  known: Map<string, DictionaryArticle>,
  { headword, glosses }: DictionaryArticle,
): void {
  const earlier = known.get(headword)?.glosses ?? []
  known.set(headword, { headword, glosses: [...new Set([...earlier, ...glosses])] })
}

function closest(form: string, found: readonly DictionaryArticle[]): DictionaryArticle | null {
  const distance = ({ headword }: DictionaryArticle): number =>
    Math.abs(headword.length - form.length)
  return found.toSorted((one, other) => distance(one) - distance(other))[0] ?? null
}
