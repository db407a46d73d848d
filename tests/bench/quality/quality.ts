// How well the search finds what is meant, over libraries of 5,000 items: judged queries, and generated ones.
import fs from 'node:fs'
import path from 'node:path'
import {
  openSearchIndex,
  type SearchIndex,
} from '../../../electron/services/search/search-index.ts'
import { openEditionLibrary } from '../../../electron/services/library/edition-library.ts'
import type { EditionBundle } from '../../../src/core/edition/edition.ts'
import { libraryProvenance } from '../../fixtures/make-library.ts'
import type { DebianTexts } from '../corpus/debian-texts.ts'
import { editionsOf, itemsOfAnEdition } from '../corpus/editions.ts'
import { makeTexts } from '../corpus/texts.ts'
import { generateQueries, queryKinds, type QueryKind } from './generated-queries.ts'
import { judge, readJudged, standsAsTyped, type JudgedOutcome } from './judged.ts'
import { readWordList } from './word-list.ts'

const documents = 5_000
/** More words have other texts: so many libraries are asked one after the other. */
const libraries = 3
const mostOfAKind = 250

export interface QualityOutcome {
  /** By library; empty where the judgements are not at hand. */
  readonly judged: readonly JudgedOutcome[]
  /** By kind and library: how many queries there were, and how many had their target among the first five hits. */
  readonly generated: Readonly<Record<QueryKind, readonly { asked: number; found: number }[]>>
  /** Texts that were left out, as right answers that nobody judged. */
  readonly leftOut: number
  /** Which share of the texts is real. */
  readonly real: number
}

/** @param words the word list that comes with the program */
export function measureQuality(
  home: string,
  corpus: DebianTexts,
  words: string,
  tell: (text: string) => void,
): QualityOutcome {
  const judged = readJudged()
  const list = readWordList(corpus.words)
  const isJudged = standsAsTyped(judged?.queries ?? [])
  const { texts: all, real } = makeTexts(corpus, documents * libraries)
  const texts = judged === null ? all : all.filter((text) => !isJudged(text))
  const taboo = new Set(judged?.queries.flatMap(({ text }) => text.toLowerCase().split(/[^a-z]+/u)))
  const outcomes: JudgedOutcome[] = []
  const generated: Record<QueryKind, { asked: number; found: number }[]> = {
    ...{ inflection: [], compound: [], typo: [], diacritics: [] },
  }
  for (let number = 0; number < libraries; number++) {
    tell(`quality: library ${String(number + 1)} of ${String(libraries)}`)
    const own = texts.slice(number * documents, (number + 1) * documents)
    const editions = editionsOf(own)
    const folder = path.join(home, `quality-${String(number)}`)
    const index = indexOf(folder, words, judged === null ? editions : [judged.bundle, ...editions])
    if (judged !== null) {
      outcomes.push(
        judge(judged, (text) => index.find(text, 10).found.map(({ document }) => document)),
      )
    }
    const queries = generateQueries(own, list, { taboo, half: 'reported', most: mostOfAKind })
    for (const kind of queryKinds) {
      const ofKind = queries.filter((query) => query.kind === kind)
      const found = ofKind.filter(({ query, target }) => {
        const edition = editions[Math.floor(target / itemsOfAnEdition)]?.edition.id
        const item = `bericht-${String((target % itemsOfAnEdition) + 1)}`
        return index
          .find(query, 5)
          .found.some(({ document }) => document.edition === edition && document.item === item)
      })
      generated[kind].push({ asked: ofKind.length, found: found.length })
    }
    index.close()
    fs.rmSync(folder, { recursive: true })
  }
  return {
    judged: outcomes,
    generated,
    leftOut: all.length - texts.length,
    real: real / all.length,
  }
}

/** A library of its own with these editions, indexed as the program does. */
export function indexOf(
  folder: string,
  words: string,
  editions: readonly EditionBundle[],
): SearchIndex {
  fs.mkdirSync(folder)
  const library = openEditionLibrary({ folder })
  for (const bundle of editions) {
    const added = library.add(bundle, libraryProvenance)
    if (!added.ok) throw new Error(`${bundle.edition.id}: ${added.reason}`)
  }
  library.close()
  const index = openSearchIndex({
    ...{
      bundled: null,
      words,
      library: folder,
      mayWrite: true,
      shown: null,
      notes: [],
      bookmarks: [],
    },
  })
  while (index.work());
  return index
}
