// Runs the search in a thread of its own, so that a keystroke never waits for it. An exception ends the thread, and the client
// starts another.
import { parentPort } from 'node:worker_threads'
import { createFinder, type Finder } from '../reading-notes/finder.ts'
import { openSearchIndex, type SearchIndex } from './search-index.ts'
import type { AskFinder, FromSearchWorker, ToSearchWorker } from './search-messages.ts'
import { patience } from '../program/patience.ts'

const port = parentPort
if (port === null) throw new Error('search-worker runs as a worker thread')
const post = (message: FromSearchWorker): void => port.postMessage(message)

let index: SearchIndex | null = null
let finder: Finder | null = null
let isRebuiltReported = false
let isWorking = false
/** When the current indexing began, or was last reported. */
let lastReport = 0
/**
 * Whether the window waits to hear that the indexing is done: after a report, after an answer that lacks what is not indexed yet,
 * or after editions came or went.
 */
let isEndAwaited = false
let changedEditions: Set<string> | null = null
let lastRescan = performance.now()

function handle(message: ToSearchWorker): void {
  if (message.kind === 'load') {
    index = openSearchIndex(message.contents)
    const { words, glosses = '', dictionaries = ['program'] } = message.contents
    finder = createFinder({ compounds: words ?? '', glosses }, index.items)
    finder.useDictionaries(dictionaries)
    post({ kind: 'loaded' })
  } else if (index === null) throw new Error(`${message.kind} came before load`)
  else if (message.kind === 'ask') {
    applyChanges()
    rescanLibrary(index)
    post({ kind: 'answer', ticket: message.ticket, answer: index.answer(message.request) })
    // After the answer, because that may find damage and queue an edition again.
    isEndAwaited ||= index.progress !== null
  } else if (message.kind === 'count') {
    applyChanges()
    post({ kind: 'count', ticket: message.ticket, answer: index.count(message.question) })
    isEndAwaited ||= index.progress !== null
  } else if (message.kind === 'complete') {
    post({ kind: 'completion', ticket: message.ticket, answer: index.complete(message.request) })
  } else if (message.kind !== 'change') find(message)
  else if (message.change.kind === 'library') debounceChange(message.change.edition)
  else if (message.change.kind === 'dictionaries') finder?.useDictionaries(message.change.sources)
  else index.change(message.change)
  reportRebuilt()
  startWork()
}

function find(message: AskFinder): void {
  if (finder === null) return
  const { ticket } = message
  if (message.kind === 'look-up')
    post({ kind: 'looked-up', ticket, answer: finder.lookUp(message.asked) })
  else if (message.kind === 'notes')
    post({ kind: 'notes', ticket, answer: finder.notes(message.edition) })
  else {
    applyChanges()
    post({ kind: 'earlier', ticket, answer: finder.earlier(message.edition) })
    isEndAwaited ||= (index?.progress ?? null) !== null
  }
}

/** Damage may only be found when a text is read, so this is checked after each message and each step. */
function reportRebuilt(): void {
  if (isRebuiltReported || index?.isRebuilt !== true) return
  isRebuiltReported = true
  post({ kind: 'rebuilt' })
}

function debounceChange(edition: string): void {
  if (changedEditions === null) setTimeout(applyChanges, patience.changedEditions)
  changedEditions ??= new Set()
  changedEditions.add(edition)
}

function applyChanges(): void {
  if (changedEditions === null) return
  const editions = [...changedEditions]
  changedEditions = null
  index?.refresh(editions)
  isEndAwaited = true
  startWork()
}

function rescanLibrary(searched: SearchIndex): void {
  const now = performance.now()
  if (now - lastRescan < patience.libraryScan) return
  lastRescan = now
  searched.refresh([])
}

function startWork(): void {
  if (isWorking) return
  isWorking = true
  lastReport = performance.now()
  setImmediate(workStep)
}

/** One step at a time, so that requests are handled in between. */
function workStep(): void {
  isWorking = index?.work() === true
  reportRebuilt()
  reportProgress()
  if (isWorking) setImmediate(workStep)
}

function reportProgress(): void {
  const progress = index?.progress ?? null
  const now = performance.now()
  if (progress === null && isEndAwaited) {
    isEndAwaited = false
    post({ kind: 'indexing', progress })
  } else if (progress !== null && now - lastReport > patience.indexing) {
    lastReport = now
    isEndAwaited = true
    post({ kind: 'indexing', progress })
  }
}

port.on('message', handle)
