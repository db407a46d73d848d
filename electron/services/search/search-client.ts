// The search as the main process uses it. It starts the worker when that is first needed, sends one request at a time, and starts
// the worker again when it has ended.
import type { Worker } from 'node:worker_threads'
import type { IndexProgress, SearchOutcome } from '#core/desktop-api'
import type { Edition } from '#core/edition/edition'
import type { FoundWord } from '#core/lookup/look-up-in-all'
import type { EarlierItem, ItemFindings } from '#core/reading-notes/reading-notes'
import type {
  Completion,
  CompletionRequest,
  CountedQuestion,
  HitCount,
  SearchAnswer,
  SearchRequest,
} from '#core/search/search-types'
import type { AskedWord } from '../reading-notes/finder.ts'
import { newestOnly } from './newest-only.ts'
import type {
  FromSearchWorker,
  ToSearchWorker,
  WorkerChange,
  WorkerContents,
} from './search-messages.ts'

export interface SearchClientOptions {
  readonly startWorker: () => Worker
  /** Gives what is to be searched; called at every start of the worker. */
  readonly contents: () => WorkerContents | Promise<WorkerContents>
  /** A damaged part of the saved index is indexed again. */
  readonly onRebuilt?: () => void
  /** How far an indexing is that takes a while; null when it is done. */
  readonly onIndexing?: (progress: IndexProgress | null) => void
}

export interface SearchClient {
  /** Starts the worker if it does not run, so that the first request need not wait for that. */
  warmUp(): Promise<void>
  /** Only the newest of the requests that wait is sent; the others get null. Never rejects. */
  ask(request: SearchRequest): Promise<SearchOutcome>
  /** Each of these is sent. Never rejects. */
  askKept(request: SearchRequest): Promise<SearchOutcome>
  /** How many hits each question has, in their order; null when the search stopped. Never rejects. */
  count(questions: readonly CountedQuestion[]): Promise<readonly HitCount[] | null>
  /** Null when there is nothing to complete, or no answer. Never rejects. */
  complete(request: CompletionRequest): Promise<Completion | null>
  /** What can be noted of each item of an edition; null when the search stopped. Never rejects. */
  notes(edition: Edition): Promise<readonly ItemFindings[] | null>
  /** Earlier items of other editions, by the id of the item; null when the search stopped. Never rejects. */
  earlier(edition: Edition): Promise<ReadonlyMap<string, readonly EarlierItem[]> | null>
  /** Null for a word that is not known, and when the search stopped. Never rejects. */
  lookUp(asked: AskedWord): Promise<FoundWord | null>
  /** Tells a running worker of a change. A worker that starts later gets it with `contents`. */
  change(change: WorkerChange): void
  close(): Promise<void>
}

interface Session {
  readonly worker: Worker
  /** Rejects when the worker ends before it is ready. */
  readonly ready: Promise<void>
  tell(change: WorkerChange): void
  ask(request: SearchRequest): Promise<SearchAnswer>
  count(question: CountedQuestion): Promise<HitCount & { readonly isComplete: boolean }>
  complete(request: CompletionRequest): Promise<Completion | null>
  notes(edition: Edition): Promise<readonly ItemFindings[]>
  earlier(edition: Edition): Promise<ReadonlyMap<string, readonly EarlierItem[]>>
  lookUp(asked: AskedWord): Promise<FoundWord | null>
}

const stopped = { ok: false, reason: 'search-stopped' } as const

export function createSearchClient(options: SearchClientOptions): SearchClient {
  let session: Session | null = null
  let isClosed = false

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

  /** Starts a worker once more that ends at a request. If the request ends that one too, it fails. */
  async function askWithRestart<Answer>(
    ask: (session: Session) => Promise<Answer>,
  ): Promise<{ readonly ok: true; readonly answer: Answer } | typeof stopped> {
    for (let attempt = 0; attempt < 2 && !isClosed; attempt++) {
      const current = running()
      try {
        await current.ready
        return { ok: true, answer: await ask(current) }
      } catch {
        await current.worker.terminate()
        if (session === current) session = null
      }
    }
    return stopped
  }

  const ask = newestOnly((request: SearchRequest) => askWithRestart((one) => one.ask(request)))
  const complete = newestOnly((request: CompletionRequest) =>
    askWithRestart((one) => one.complete(request)),
  )

  /** One message a question, so that what is typed meanwhile is answered between two of them. */
  async function count(questions: readonly CountedQuestion[]): Promise<readonly HitCount[] | null> {
    const counts: HitCount[] = []
    for (const question of questions) {
      const outcome = await askWithRestart((one) => countWhole(one, question))
      if (!outcome.ok) return null
      counts.push(outcome.answer)
    }
    return counts
  }

  return {
    async warmUp() {
      if (isClosed) return
      // The first request tries a failed start again, and reports it.
      await running().ready.catch(() => undefined)
    },
    ask: async (request) => (await ask(request)) ?? { ok: true, answer: null },
    askKept: (request) => askWithRestart((one) => one.ask(request)),
    count,
    async complete(request) {
      const outcome = await complete(request)
      return outcome?.ok === true ? outcome.answer : null
    },
    notes: (edition) => answerOf(askWithRestart((one) => one.notes(edition))),
    earlier: (edition) => answerOf(askWithRestart((one) => one.earlier(edition))),
    lookUp: (asked) => answerOf(askWithRestart((one) => one.lookUp(asked))),
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

async function countWhole(session: Session, question: CountedQuestion): Promise<HitCount> {
  for (;;) {
    const { isComplete, ...counts } = await session.count(question)
    if (isComplete) return counts
  }
}

/** Null when the search stopped. */
async function answerOf<Answer>(
  asked: Promise<{ readonly ok: true; readonly answer: Answer } | typeof stopped>,
): Promise<Answer | null> {
  const outcome = await asked
  return outcome.ok ? outcome.answer : null
}

function startSession(options: SearchClientOptions): Session {
  const { contents } = options
  const worker = options.startWorker()
  const send = (message: ToSearchWorker): void => worker.postMessage(message)
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(reason: Error): void }>()
  let lastTicket = 0
  let hasEnded = false
  // The contents may or may not have a change that comes before they are sent. To tell it twice does no harm.
  let early: WorkerChange[] | null = []

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
  // Without this a failure for which nobody waits would be an unhandled rejection.
  ready.catch(() => undefined)

  /** The answer to a message carries its ticket. */
  function askWorker<Answer>(message: (ticket: number) => ToSearchWorker): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (hasEnded) return reject(new Error('the search worker ended'))
      const ticket = ++lastTicket
      waiting.set(ticket, { resolve: resolve, reject })
      send(message(ticket))
    })
  }

  return {
    worker,
    ready,
    tell(change) {
      if (early !== null) early.push(change)
      else if (!hasEnded) send({ kind: 'change', change })
    },
    ask: (request) => askWorker((ticket) => ({ kind: 'ask', ticket, request })),
    count: (question) => askWorker((ticket) => ({ kind: 'count', ticket, question })),
    complete: (request) => askWorker((ticket) => ({ kind: 'complete', ticket, request })),
    notes: (edition) => askWorker((ticket) => ({ kind: 'notes', ticket, edition })),
    earlier: (edition) => askWorker((ticket) => ({ kind: 'earlier', ticket, edition })),
    lookUp: (asked) => askWorker((ticket) => ({ kind: 'look-up', ticket, asked })),
  }
}
