// The main process's side of the search: starts the worker when it is first needed, asks one thing at a time, and starts
// it again when it ends.
import type { Worker } from 'node:worker_threads'
import type { IndexProgress, SearchOutcome } from '#core/desktop-api'
import type { SearchAnswer, SearchRequest } from '#core/search/search-types'
import type { SearchChange, SearchContents } from './search-index.ts'
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts'

export interface SearchClientOptions {
  readonly startWorker: () => Worker
  /** What is to be searched as it is now; asked for with every start of the worker. */
  readonly contents: () => SearchContents | Promise<SearchContents>
  /** Told that something saved was given up and is indexed again. */
  readonly onRebuilt?: () => void
  /** How far the indexing is, when it takes a while; null when it is done. */
  readonly onIndexing?: (progress: IndexProgress | null) => void
}

export interface SearchClient {
  /** Starts the worker if it does not run, so that the first question need not wait for it. */
  warmUp(): Promise<void>
  /** Never rejects. */
  ask(request: SearchRequest): Promise<SearchOutcome>
  /** Tells a running worker of a change; a worker that starts later reads it from `contents`. */
  change(change: SearchChange): void
  close(): Promise<void>
}

interface Session {
  readonly worker: Worker
  /** Rejects when the worker ends before it is ready. */
  readonly ready: Promise<void>
  tell(change: SearchChange): void
  ask(request: SearchRequest): Promise<SearchAnswer>
}

const stopped: SearchOutcome = { ok: false, reason: 'search-stopped' }

export function createSearchClient(options: SearchClientOptions): SearchClient {
  let session: Session | null = null
  let isClosed = false
  let lastTurn = 0
  let atWork: Promise<unknown> = Promise.resolve()

  function running(): Session {
    if (session === null) {
      const started = startSession(options)
      started.worker.once('exit', () => {
        if (session === started) session = null
      })
      session = started
    }
    return session
  }

  /** A worker that ends while it is asked is started once more; a question that ends that one as well is given up. */
  async function askTwice(request: SearchRequest): Promise<SearchOutcome> {
    for (let attempt = 0; attempt < 2 && !isClosed; attempt++) {
      const current = running()
      try {
        await current.ready
        return { ok: true, answer: await current.ask(request) }
      } catch {
        await current.worker.terminate()
        if (session === current) session = null
      }
    }
    return stopped
  }

  return {
    async warmUp() {
      if (isClosed) return
      // A start that fails is tried again by the first question, which then says so.
      await running().ready.catch(() => undefined)
    },
    async ask(request) {
      if (isClosed) return stopped
      const turn = ++lastTurn
      // What is typed while the worker is busy does not pile up: of those who wait here only the newest goes on.
      await atWork
      if (turn !== lastTurn) return { ok: true, answer: null }
      const work = askTwice(request)
      atWork = work
      const outcome = await work
      return turn === lastTurn ? outcome : { ok: true, answer: null }
    },
    change(change) {
      session?.tell(change)
    },
    async close() {
      isClosed = true
      await session?.worker.terminate()
      session = null
    },
  }
}

function startSession(options: SearchClientOptions): Session {
  const { contents } = options
  const worker = options.startWorker()
  const send = (message: ToSearchWorker): void => worker.postMessage(message)
  const waiting = new Map<
    number,
    { resolve(answer: SearchAnswer): void; reject(reason: Error): void }
  >()
  let lastTicket = 0
  let hasEnded = false
  // Until the contents are sent it cannot be told whether they hold a change; told twice does no harm.
  let early: SearchChange[] | null = []

  const ready = new Promise<void>((resolve, reject) => {
    const end = (reason: Error): void => {
      hasEnded = true
      reject(reason)
      for (const { reject } of waiting.values()) reject(reason)
      options.onIndexing?.(null)
      waiting.clear()
    }
    worker.on('error', end)
    worker.on('messageerror', end)
    worker.on('exit', () => end(new Error('the search worker ended')))
    worker.on('message', (message: FromSearchWorker) => {
      if (message.kind === 'loaded') {
        resolve()
        return
      }
      if (message.kind === 'rebuilt') {
        options.onRebuilt?.()
        return
      }
      if (message.kind === 'indexing') {
        options.onIndexing?.(message.progress)
        return
      }
      waiting.get(message.ticket)?.resolve(message.answer)
      waiting.delete(message.ticket)
    })
    void Promise.resolve()
      .then(contents)
      .then((loaded) => {
        send({ kind: 'load', contents: loaded })
        for (const change of early ?? []) send({ kind: 'change', change })
        early = null
      })
      .catch(end)
  })
  // Whoever waits for it learns of a failure; that nobody waits is no fault.
  ready.catch(() => undefined)

  return {
    worker,
    ready,
    tell(change) {
      if (early !== null) early.push(change)
      else if (!hasEnded) send({ kind: 'change', change })
    },
    ask(request) {
      return new Promise((resolve, reject) => {
        if (hasEnded) return reject(new Error('the search worker ended'))
        const ticket = ++lastTicket
        waiting.set(ticket, { resolve, reject })
        send({ kind: 'ask', ticket, request })
      })
    },
  }
}
