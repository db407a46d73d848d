// The search in a thread of its own, so that a keystroke never waits for it. A mistake here ends the thread, and the
// client starts another.
import { parentPort } from 'node:worker_threads'
import { createSearchIndex, type SearchIndex } from './search-index.ts'
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts'

const port = parentPort
if (port === null) throw new Error('search-worker runs as a worker thread')

let index: SearchIndex | null = null

function handle(message: ToSearchWorker): FromSearchWorker | null {
  if (message.kind === 'load') {
    index = createSearchIndex(message.contents)
    return { kind: 'loaded', origin: index.origin }
  }
  if (index === null) throw new Error(`${message.kind} came before load`)
  if (message.kind === 'ask') {
    return { kind: 'answer', ticket: message.ticket, answer: index.answer(message.request) }
  }
  index.change(message.change)
  return null
}

port.on('message', (message: ToSearchWorker) => {
  const reply = handle(message)
  if (reply !== null) port.postMessage(reply)
})
