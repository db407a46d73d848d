// Answers what the window asks about an edition and its words: what can be noted of it, what came earlier, what a word means.
import type { Edition } from '#core/edition/edition'
import { contextOf } from '#core/lookup/choose-entry'
import { lookUpInAll, type FoundWord, type GlossSource } from '#core/lookup/look-up-in-all'
import { createReaderDictionary, type ReaderDictionary } from '#core/lookup/reader-dictionary'
import { findEarlier } from '#core/reading-notes/find-earlier'
import { noteEdition } from '#core/reading-notes/note-edition'
import type { EarlierItem, ItemFindings } from '#core/reading-notes/reading-notes'
import type { SegmentSet } from '#core/search/compact/segment-set'
import type { DictionarySource } from '../dictionaries/dictionary-shelf.ts'
import { readStored } from '../dictionaries/stored-dictionary.ts'
import { createNoteTools } from './note-tools.ts'
import { readProgramWords, type ProgramWords, type WordFiles } from './word-tools.ts'

/** A word that is looked up, in its sentence. `offset` is where it begins there, in UTF-16 units. */
export interface AskedWord {
  readonly word: string
  readonly sentence: string
  readonly offset: number
}

export interface Finder {
  /** What can be noted of each item, in order. */
  notes(edition: Edition): readonly ItemFindings[]
  /** By the id of the item, earlier items of other editions; items without any are left out. */
  earlier(edition: Edition): ReadonlyMap<string, readonly EarlierItem[]>
  lookUp(asked: AskedWord): FoundWord | null
  /** From now on words are looked up in these dictionaries, in this order. */
  useDictionaries(sources: readonly DictionarySource[]): void
}

/** The word lists, and the dictionaries, are read when they are first needed. */
export function createFinder(files: WordFiles, items: SegmentSet): Finder {
  let sources: readonly DictionarySource[] = ['program']
  const opened = new Map<string, ReaderDictionary>()
  /** One that cannot be read has no words until it can; the list of the dictionaries says that it is damaged. */
  function glossSource(source: DictionarySource): GlossSource {
    if (source === 'program') return source
    const { id, name, folder } = source
    const known = opened.get(id)
    if (known?.name === name) return known
    const articles = readStored(folder, id)
    const dictionary = createReaderDictionary({ name, articles: articles ?? [] })
    if (articles !== null) opened.set(id, dictionary)
    return dictionary
  }
  let read: ProgramWords | null = null
  const words = (): ProgramWords => (read ??= readProgramWords(files))
  /** Of the edition that was asked for last: what came earlier is asked next. */
  let last: { readonly edition: string; readonly found: readonly ItemFindings[] } | null = null
  function notes(edition: Edition): readonly ItemFindings[] {
    const found = noteEdition(edition, createNoteTools(words(), items))
    last = { edition: edition.id, found }
    return found
  }
  return {
    notes,
    earlier(edition) {
      const findings = last?.edition === edition.id ? last.found : notes(edition)
      const date = edition.date?.value ?? null
      const found = new Map<string, readonly EarlierItem[]>()
      for (const [index, item] of edition.sections.flatMap((section) => section.items).entries()) {
        const { id, title, text } = item
        const names = findings[index]?.names ?? []
        const earlier = findEarlier(
          items,
          { edition: edition.id, date, language: edition.language, title, text, names },
          words().tellingOf,
        )
        if (earlier.length > 0) found.set(id, earlier)
      }
      return found
    },
    lookUp: ({ word, sentence, offset }) =>
      lookUpInAll(word, contextOf(sentence, word, offset), words(), sources.map(glossSource)),
    useDictionaries(now) {
      sources = now
      const used = new Set(now.map((source) => (source === 'program' ? source : source.id)))
      for (const id of opened.keys()) if (!used.has(id)) opened.delete(id)
    },
  }
}
