// The peer of the search: the same texts looked through from beginning to end for every question, without an index. It
// speaks as the search worker does, so that only what happens in the thread differs.
import fs from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type {
  FromSearchWorker,
  ToSearchWorker,
} from '../../electron/services/search/search-messages.ts'
import type { EditionBundle } from '../../src/core/edition/edition.ts'
import { byFacet } from '../../src/core/search/facets.ts'
import { documentsOf, type SearchDocument } from '../../src/core/search/documents.ts'
import type { SearchHit } from '../../src/core/search/search-types.ts'

let documents: readonly SearchDocument[] = []

function scan(document: SearchDocument, words: string[]): SearchHit[] {
  const { edition, item, text, section, source, heading, number } = document
  const all = `${section}\n${text}\n${source}`.toLowerCase()
  const places = words.map((word) => all.indexOf(word))
  if (places.some((place) => place === -1)) return []
  const start = Math.max(0, (places[0] ?? 0) - section.length - 60)
  const excerpt = text.slice(start, start + 160)
  const hit = {
    ...{ edition, item, heading, number },
    where: 'item',
    reason: 'exact',
    evidence: '',
    within: 'text',
    missing: [],
  } as const
  return [{ ...hit, excerpt, excerptMarks: [], excerptStart: 0, marks: [] }]
}

parentPort?.on('message', (message: ToSearchWorker) => {
  const answer = (reply: FromSearchWorker): void => parentPort?.postMessage(reply)
  if (message.kind === 'load') {
    const { bundled } = message.contents
    if (bundled === null) throw new Error('the scan needs an edition')
    documents = documentsOf(JSON.parse(fs.readFileSync(bundled.edition, 'utf8')) as EditionBundle)
    answer({ kind: 'loaded' })
  } else if (message.kind === 'ask') {
    const { id, text } = message.request
    const words = text
      .toLowerCase()
      .split(/\s+/u)
      .filter((word) => word !== '')
    const hits = documents.flatMap((document) => scan(document, words))
    const total = hits.length
    const found = {
      ...{ id, total, hits, editions: [], suggestion: null, editionCount: 0 },
      facets: byFacet(() => []),
      furtherValues: byFacet(() => 0),
      places: { everywhere: total, here: 0, notes: 0 },
      problem: null,
      isComplete: true,
      narrowedTo: [],
      relaxations: [],
    }
    answer({ kind: 'answer', ticket: message.ticket, answer: found })
  }
})
