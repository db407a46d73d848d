// How long kept questions take in the search worker when an edition comes in.
import fs from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { createSearchClient } from '../../electron/services/search/search-client.ts'
import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'
import type { CountedQuestion } from '../../src/core/search/search-types.ts'
import { wordListFileName } from '../../src/core/dutch/word-list.ts'
import { fillLibrary } from '../fixtures/make-library.ts'
import { queries } from './queries.ts'
import { singleRow, type Row } from './report.ts'
import type { Place, Subject } from './subjects.ts'

const questionCount = 50
const itemCount = 20

/** Of the first edition of a library with so many, as if that came in. */
async function timesOf(
  place: Place,
  { folder }: Subject,
  { editions, rounds }: { readonly editions: number; readonly rounds: number },
): Promise<number[]> {
  const library = path.join(place.home, `questions-${String(editions)}`)
  fs.mkdirSync(library, { recursive: true })
  const opened = openEditionLibrary({ folder: library })
  fillLibrary(opened, editions, { items: itemCount })
  opened.close()
  let isIndexed: () => void = () => undefined
  const indexed = new Promise<void>((resolve) => (isIndexed = resolve))
  const search = createSearchClient({
    startWorker: () => new Worker(path.join(folder, 'out/main/search-worker.cjs')),
    contents: () => ({
      ...{ bundled: null, words: path.join(folder, 'out/editions', wordListFileName), library },
      ...{ mayWrite: true, shown: null, notes: [], bookmarks: [] },
    }),
    onIndexing: (progress) => {
      if (progress === null) isIndexed()
    },
  })
  const questions = Array.from({ length: questionCount }, (_, at): CountedQuestion => {
    return { text: queries[at % queries.length] ?? '', refine: {}, editions: ['editie-00000'] }
  })
  await search.warmUp()
  search.change({ kind: 'library', edition: 'editie-00000' })
  await indexed
  await search.count(questions)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    if ((await search.count(questions)) === null) throw new Error('no answer to kept questions')
    times.push(performance.now() - start)
  }
  await search.close()
  fs.rmSync(library, { recursive: true })
  return times
}

export async function questionRows(
  place: Place,
  leeslamp: Subject,
  rounds: number,
): Promise<Row[]> {
  const alone = await timesOf(place, leeslamp, { editions: 1, rounds })
  const many = await timesOf(place, leeslamp, { editions: 1_000, rounds })
  const name = `${String(questionCount)} kept questions, an edition of ${String(itemCount)} items`
  const goal = { is: '≤', value: 100 } as const
  return [
    singleRow(name, 'ms', alone, goal),
    singleRow('the same, beside 999 other editions', 'ms', many, goal),
  ]
}
