// The search in a thread of its own, so that a keystroke never waits for it. A mistake here ends the thread, and the
// client starts another.
import { parentPort } from 'node:worker_threads'
import { openSearchIndex, type SearchIndex } from './search-index.ts'
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts'

const port = parentPort
if (port === null) throw new Error('search-worker runs as a worker thread')
const post = (message: FromSearchWorker): void => port.postMessage(message)

/** What takes no longer than this is not worth a word, in milliseconds. */
const progressInterval = 200

let index: SearchIndex | null = null
let isRebuiltReported = false
let isWorking = false
/** When the indexing at hand began or was last told of. */
let lastReport = 0
/**
 * Whether somebody waits to hear that it is done: it was told of, a question was answered without what is missing, or editions came
 * or went that an answer may be of.
 */
let isDoneAwaited = false
/** Editions that came or went are looked for together: while many files come in, and before the next answer. */
const changeDebounce = 250
let changedEditions: Set<string> | null = null
/** How often the library's folder is looked at unasked, at most, in milliseconds. */
const rescanInterval = 10_000
let lastRescan = performance.now()

function handle(message: ToSearchWorker): void {
  if (message.kind === 'load') {
    index = openSearchIndex(message.contents)
    post({ kind: 'loaded' })
  } else if (index === null) throw new Error(`${message.kind} came before load`)
  else if (message.kind === 'ask') {
    applyChanges()
    rescanLibrary(index)
    post({ kind: 'answer', ticket: message.ticket, answer: index.answer(message.request) })
    // Afterwards: damage that shows itself in the answering is indexed anew as well.
    isDoneAwaited ||= index.progress !== null
  } else if (message.kind === 'complete') {
    post({ kind: 'completion', ticket: message.ticket, answer: index.complete(message.request) })
  } else if (message.change.kind === 'library') debounceChange(message.change.edition)
  else index.change(message.change)
  reportRebuilt()
  startWork()
}

/** Damage may show itself only when a text is read. */
function reportRebuilt(): void {
  if (isRebuiltReported || index?.isRebuilt !== true) return
  isRebuiltReported = true
  post({ kind: 'rebuilt' })
}

function debounceChange(edition: string): void {
  if (changedEditions === null) setTimeout(applyChanges, changeDebounce)
  changedEditions ??= new Set()
  changedEditions.add(edition)
}

function applyChanges(): void {
  if (changedEditions === null) return
  const editions = [...changedEditions]
  changedEditions = null
  index?.refresh(editions)
  isDoneAwaited = true
  startWork()
}

/** Another process may have taken editions in: the names in the folder are looked at now and then. */
function rescanLibrary(searched: SearchIndex): void {
  const now = performance.now()
  if (now - lastRescan < rescanInterval) return
  lastRescan = now
  searched.refresh([])
}

function startWork(): void {
  if (isWorking) return
  isWorking = true
  lastReport = performance.now()
  setImmediate(workStep)
}

/** One step at a time, so that questions come in between. */
function workStep(): void {
  isWorking = index?.work() === true
  reportRebuilt()
  reportProgress()
  if (isWorking) setImmediate(workStep)
}

function reportProgress(): void {
  const progress = index?.progress ?? null
  const now = performance.now()
  if (progress === null && isDoneAwaited) {
    isDoneAwaited = false
    post({ kind: 'indexing', progress })
  } else if (progress !== null && now - lastReport > progressInterval) {
    lastReport = now
    isDoneAwaited = true
    post({ kind: 'indexing', progress })
  }
}

port.on('message', handle)
