// How long the search thread takes for an answer, keystroke by keystroke, against a scan of the same texts.
import fs from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { createSearchClient, type SearchClient } from '../../electron/services/search-client.ts'
import type { SearchContents } from '../../electron/services/search-index.ts'
import { indexFileName } from '../../src/core/search/search-types.ts'
import { keystrokesOf, queries } from './queries.ts'
import { readBundle, type Subject } from './subjects.ts'

export interface ThreadTimes {
  /** From starting the thread to its first answer, in ms, by side: the program's search, the scan. */
  readonly first: readonly [ours: readonly number[], peer: readonly number[]]
  /** One time in ms for every keystroke of every round. */
  readonly keystrokes: readonly [ours: readonly number[], peer: readonly number[]]
}

async function timed(search: SearchClient, id: number, text: string): Promise<number> {
  const start = performance.now()
  const outcome = await search.ask({ id, text })
  const time = performance.now() - start
  if (!outcome.ok || outcome.answer === null) throw new Error(`no answer to ${text}`)
  return time
}

/** Asks both sides in turns. The first round of keystrokes warms them up and does not count. */
export async function measureSearchThread(
  leeslamp: Subject,
  options: { rounds: number },
): Promise<ThreadTimes> {
  const contents: SearchContents = {
    bundles: [readBundle(leeslamp.folder)],
    indexFile: fs.readFileSync(path.join(leeslamp.folder, 'out/editions', indexFileName), 'utf8'),
    notes: [],
  }
  const workers = [
    path.join(leeslamp.folder, 'out/main/search-worker.cjs'),
    path.join(import.meta.dirname, 'scan-worker.ts'),
  ]
  const open = (file: string): SearchClient =>
    createSearchClient({ startWorker: () => new Worker(file), contents: () => contents })
  const first: [number[], number[]] = [[], []]
  const keystrokes: [number[], number[]] = [[], []]
  for (let round = 0; round < options.rounds; round++) {
    for (const [side, file] of workers.entries()) {
      const search = open(file)
      first[side]?.push(await timed(search, 1, 'drones'))
      await search.close()
    }
  }
  const searches = workers.map(open)
  for (let round = -1; round < options.rounds; round++) {
    for (const query of queries) {
      for (const [side, search] of searches.entries()) {
        for (const [index, text] of keystrokesOf(query).entries()) {
          const time = await timed(search, index + 1, text)
          if (round >= 0) keystrokes[side]?.push(time)
        }
      }
    }
  }
  for (const search of searches) await search.close()
  return { first, keystrokes }
}
