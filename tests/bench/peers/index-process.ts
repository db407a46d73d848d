// One index becoming ready in a process of its own, and what it holds then. Arguments: `ours` and a library's folder, or `peer` and a
// file with what MiniSearch wrote of the same documents. Prints ms and MiB as JSON.
import fs from 'node:fs'
import MiniSearch from 'minisearch'
import { openSearchIndex } from '../../../electron/services/search/search-index.ts'
import { indexOptions } from '../../../src/core/search/index-definition.ts'

export interface IndexStart {
  /** Until the first question is answered. */
  readonly ready: number
  /** What is held then, once the rest is cleared away. */
  readonly memory: number
}

const [side = '', from = ''] = process.argv.slice(2)
const question = 'haven'

function held(): number {
  globalThis.gc?.()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return (heapUsed + Math.max(external, arrayBuffers)) / 2 ** 20
}

function openOurs(): () => unknown {
  const index = openSearchIndex({
    ...{
      bundled: null,
      words: null,
      library: from,
      mayWrite: false,
      shown: null,
      notes: [],
      bookmarks: [],
    },
  })
  return () => index.find(question, 10)
}

function openPeer(): () => unknown {
  const index = MiniSearch.loadJSON(
    fs.readFileSync(from, 'utf8'),
    indexOptions(() => []),
  )
  return () => index.search(question)
}

const before = held()
const start = performance.now()
const ask = side === 'ours' ? openOurs() : openPeer()
ask()
const ready = performance.now() - start
const memory = held() - before
ask()
process.stdout.write(JSON.stringify({ ready, memory } satisfies IndexStart))
