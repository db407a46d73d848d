// Other search engines over the same texts, each set as its documentation shows it for a search while one types. They are asked
// in this thread, without the way to a worker and back that the program's own search has.
import { DatabaseSync } from 'node:sqlite'
import { hitsPerPage } from '../../../src/core/search/search-types.ts'
import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import { stemmer } from '@orama/stemmers/dutch'
import { Index as FlexSearch } from 'flexsearch'
import Fuse from 'fuse.js'
import lunr from 'lunr'
import addDutch from 'lunr-languages/lunr.nl.js'
import addStemmers from 'lunr-languages/lunr.stemmer.support.js'
import MiniSearch from 'minisearch'
import { editionsOf } from '../corpus/editions.ts'

/** Answers a query; how many of the best hits it gave. */
export type Peer = (query: string) => number

export interface PeerKind {
  readonly name: string
  /** How many keystrokes it is asked at most: some would take hours for all. */
  readonly most: number
  readonly build: (texts: readonly string[]) => Peer | Promise<Peer>
}

const words = (query: string): readonly string[] => query.match(/[\p{L}\p{N}]+/gu) ?? []

export const sqlite: PeerKind = {
  name: 'SQLite FTS5, unicode61',
  most: Infinity,
  build(texts) {
    const database = new DatabaseSync(':memory:')
    database.exec(
      `CREATE VIRTUAL TABLE items USING fts5(text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`,
    )
    const insert = database.prepare('INSERT INTO items (text) VALUES (?)')
    database.exec('BEGIN')
    for (const text of texts) insert.run(text)
    database.exec('COMMIT')
    const select = database.prepare(
      `SELECT rowid FROM items WHERE items MATCH ? ORDER BY rank LIMIT ${String(hitsPerPage)}`,
    )
    return (query) => {
      const quoted = words(query).map((word) => `"${word}"`)
      return quoted.length === 0 ? 0 : select.all(`${quoted.join(' ')}*`).length
    }
  },
}

/**
 * Its settings in VitePress (the defaults of `search.options.miniSearch`): the page's heading, those above it and its text,
 * prefixes and a fifth of the letters wrong in every word, AND not asked for. Here the heading above an item and its edition's title.
 */
export const miniSearch: PeerKind = {
  name: 'MiniSearch as VitePress sets it',
  most: Infinity,
  build(texts) {
    const engine = new MiniSearch({
      fields: ['title', 'titles', 'text'],
      storeFields: ['title', 'titles'],
      searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
    })
    for (const { edition } of editionsOf(texts))
      for (const { heading, items } of edition.sections)
        engine.addAll(
          items.map(({ id, text }) => ({
            ...{ id: `${edition.id}/${id}`, title: heading, titles: [edition.title], text },
          })),
        )
    return (query) => engine.search(query).slice(0, hitsPerPage).length
  },
}

const flexSearch: PeerKind = {
  name: 'FlexSearch, forward',
  most: Infinity,
  build(texts) {
    const index = new FlexSearch({ tokenize: 'forward' })
    for (const [id, text] of texts.entries()) index.add(id, text)
    return (query) => index.search(query, { limit: hitsPerPage }).length
  },
}

const orama: PeerKind = {
  name: 'Orama, Dutch stemmer',
  most: 60,
  async build(texts) {
    const index = create({
      schema: { text: 'string' } as const,
      components: { tokenizer: { language: 'dutch', stemming: true, stemmer } },
    })
    await insertMultiple(
      index,
      texts.map((text) => ({ text })),
    )
    return (query) => {
      const results = searchOrama(index, { term: query, limit: hitsPerPage, tolerance: 1 })
      if (results instanceof Promise) throw new Error('Orama answered later')
      return results.hits.length
    }
  },
}

const lunrDutch: PeerKind = {
  name: 'lunr, lunr-languages nl',
  most: 60,
  build(texts) {
    addStemmers(lunr)
    addDutch(lunr)
    const index = lunr((builder) => {
      builder.use(lunr.nl)
      builder.ref('id')
      builder.field('text')
      for (const [id, text] of texts.entries()) builder.add({ id, text })
    })
    return (query) => {
      const hits = index.query((asked) => {
        for (const word of words(query.toLowerCase())) {
          asked.term(word, {})
          asked.term(word, { wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false })
        }
      })
      return hits.slice(0, hitsPerPage).length
    }
  },
}

const fuse: PeerKind = {
  name: 'Fuse.js',
  most: 10,
  build(texts) {
    const index = new Fuse(texts, { ignoreLocation: true, threshold: 0.2 })
    return (query) => index.search(query, { limit: hitsPerPage }).length
  },
}

export const peersOfAll: readonly PeerKind[] = [
  ...[sqlite, flexSearch, miniSearch, orama, lunrDutch, fuse],
]
