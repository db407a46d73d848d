// How long the search thread takes for an answer, keystroke by keystroke, against a scan of the same texts.
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  createSearchClient,
  type SearchClient,
} from '../../electron/services/search/search-client.ts'
import type { SearchContents } from '../../electron/services/search/search-index.ts'
import { indexFileName } from '../../src/core/search/search-types.ts'
import { keystrokesOf, queries } from './queries.ts'
import { bundleFile, type Subject } from './subjects.ts'
import { unfiltered, hitsPerPage } from '../../src/core/search/search-types.ts'

export interface ThreadTimes {
  /** From starting the program's search thread to its first answer, in ms. */
  readonly first: readonly number[]
  /** By round one time in ms for every keystroke, of the program's search and of the scan. */
  readonly ours: readonly (readonly number[])[]
  readonly peer: readonly (readonly number[])[]
}

async function timed(search: SearchClient, id: number, text: string): Promise<number> {
  const start = performance.now()
  const outcome = await search.ask({
    id,
    text,
    edition: null,
    limit: hitsPerPage,
    skip: 0,
    ...unfiltered,
  })
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
    bundled: {
      edition: bundleFile(leeslamp.folder),
      index: path.join(leeslamp.folder, 'out/editions', indexFileName),
    },
    words: null,
    library: null,
    mayWrite: false,
    shown: null,
    notes: [],
    bookmarks: [],
  }
  const open = (file: string): SearchClient =>
    createSearchClient({ startWorker: () => new Worker(file), contents: () => contents })
  const worker = path.join(leeslamp.folder, 'out/main/search-worker.cjs')
  const first: number[] = []
  for (let round = 0; round < options.rounds; round++) {
    const search = open(worker)
    first.push(await timed(search, 1, 'drones'))
    await search.close()
  }
  const ours = open(worker)
  const peer = open(path.join(import.meta.dirname, 'scan-worker.ts'))
  const times: { ours: number[][]; peer: number[][] } = { ours: [], peer: [] }
  for (let round = -1; round < options.rounds; round++) {
    const now: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
    for (const query of queries) {
      for (const [index, text] of keystrokesOf(query).entries())
        now.ours.push(await timed(ours, index + 1, text))
      for (const [index, text] of keystrokesOf(query).entries())
        now.peer.push(await timed(peer, index + 1, text))
    }
    if (round < 0) continue
    times.ours.push(now.ours)
    times.peer.push(now.peer)
  }
  await ours.close()
  await peer.close()
  return { first, ...times }
}
