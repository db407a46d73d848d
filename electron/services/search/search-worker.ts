// The search in a thread of its own, so that a keystroke never waits for it. A mistake here ends the thread, and the
// client starts another.
import { parentPort } from 'node:worker_threads'
import { openSearchIndex, type SearchIndex } from './search-index.ts'
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts'

const port = parentPort
if (port === null) throw new Error('search-worker runs as a worker thread')
const post = (message: FromSearchWorker): void => port.postMessage(message)

/** What takes no longer than this is not worth a word, in milliseconds. */
const quiet = 200

let index: SearchIndex | null = null
let hasToldRebuilt = false
let isWorking = false
/** When the indexing at hand began or was last told of. */
let told = 0
/**
 * Whether somebody waits to hear that it is done: it was told of, a question was answered without what is missing, or editions came
 * or went that an answer may be of.
 */
let isAwaited = false
/** Editions that came or went are looked for together: while many files come in, and before the next answer. */
const patience = 250
let changed: Set<string> | null = null
/** How often the library's folder is looked at unasked, at most, in milliseconds. */
const lookEvery = 10_000
let looked = performance.now()

function handle(message: ToSearchWorker): void {
  if (message.kind === 'load') {
    index = openSearchIndex(message.contents)
    post({ kind: 'loaded' })
  } else if (index === null) throw new Error(`${message.kind} came before load`)
  else if (message.kind === 'ask') {
    takeChanges()
    lookAround(index)
    post({ kind: 'answer', ticket: message.ticket, answer: index.answer(message.request) })
    // Afterwards: damage that shows itself in the answering is indexed anew as well.
    isAwaited ||= index.progress !== null
  } else if (message.kind === 'complete') {
    post({ kind: 'completion', ticket: message.ticket, answer: index.complete(message.request) })
  } else if (message.change.kind === 'library') noteChange(message.change.edition)
  else index.change(message.change)
  tellRebuilt()
  begin()
}

/** Damage may show itself only when a text is read. */
function tellRebuilt(): void {
  if (hasToldRebuilt || index?.isRebuilt !== true) return
  hasToldRebuilt = true
  post({ kind: 'rebuilt' })
}

function noteChange(edition: string): void {
  if (changed === null) setTimeout(takeChanges, patience)
  changed ??= new Set()
  changed.add(edition)
}

function takeChanges(): void {
  if (changed === null) return
  const editions = [...changed]
  changed = null
  index?.refresh(editions)
  isAwaited = true
  begin()
}

/** Another process may have taken editions in: the names in the folder are looked at now and then. */
function lookAround(searched: SearchIndex): void {
  const now = performance.now()
  if (now - looked < lookEvery) return
  looked = now
  searched.refresh([])
}

function begin(): void {
  if (isWorking) return
  isWorking = true
  told = performance.now()
  setImmediate(work)
}

/** One step at a time, so that questions come in between. */
function work(): void {
  isWorking = index?.work() === true
  tellRebuilt()
  tell()
  if (isWorking) setImmediate(work)
}

function tell(): void {
  const progress = index?.progress ?? null
  const now = performance.now()
  if (progress === null && isAwaited) {
    isAwaited = false
    post({ kind: 'indexing', progress })
  } else if (progress !== null && now - told > quiet) {
    told = now
    isAwaited = true
    post({ kind: 'indexing', progress })
  }
}

port.on('message', handle)
