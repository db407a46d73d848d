import fs from 'node:fs'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createSearchClient,
  type SearchClient,
  type SearchClientOptions,
} from '../../../../electron/services/search/search-client.ts'
import type { SearchContents } from '../../../../electron/services/search/search-index.ts'
import type { IndexProgress } from '../../../../src/core/desktop-api.ts'
import { libraryProvenance, makeEdition } from '../../../fixtures/make-library.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { program } from '../../program.ts'
import { aSearchPlace } from './a-search-place.ts'
import { unfiltered } from '../../../../src/core/search/search-types.ts'

const place = aSearchPlace()
let contents: SearchContents
beforeEach(() => {
  contents = place.contents({
    bundled: place.bundle(anEditionOf('Een batterij op de kade.', 'Mist boven de haven.')),
    notes: [{ edition: 'blik-1', item: 'i2', text: 'Vraag na over de mist.' }],
  })
})

const realWorker = (): Worker => new Worker(program('search-worker'))
/** A thread that ends, in one of the ways a thread can, when it gets a message of some kind. */
const endingWorker = (kind: 'load' | 'ask', how: string): Worker =>
  new Worker(
    `const { parentPort } = require('node:worker_threads')
    parentPort.on('message', (message) => {
      if (message.kind === '${kind}') ${how}
      else parentPort.postMessage({ kind: 'loaded' })
    })`,
    { eval: true },
  )

const clients: SearchClient[] = []
/** A client of which the first workers are these, and all later ones real. */
function aClient(
  first: readonly (() => Worker)[] = [],
  options: Partial<SearchClientOptions> = {},
) {
  const started: Worker[] = []
  const client = createSearchClient({
    startWorker: () => {
      const worker = (first[started.length] ?? realWorker)()
      started.push(worker)
      return worker
    },
    contents: () => contents,
    ...options,
  })
  clients.push(client)
  return { client, started }
}
const ask = async (client: SearchClient, text: string, id = 1): Promise<unknown> => {
  const outcome = await client.ask({ id, text, edition: null, limit: 50, skip: 0, ...unfiltered })
  if (!outcome.ok) return outcome.reason
  return outcome.answer?.hits.map(({ item, where }) => `${item} ${where}`) ?? null
}

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close()
})

describe('createSearchClient', () => {
  it('starts the worker with the first question, and once', async () => {
    const { client, started } = aClient()
    expect(started).toHaveLength(0)
    expect(await ask(client, 'batterij')).toEqual(['i1 item'])
    expect(await ask(client, 'mist')).toEqual(['i2 item', 'i2 note'])
    expect(started).toHaveLength(1)
  })

  it('gives the answer the id of its question', async () => {
    const outcome = await aClient().client.ask({
      id: 42,
      text: 'kade',
      edition: null,
      limit: 50,
      skip: 0,
      ...unfiltered,
    })
    expect(outcome.ok && outcome.answer?.id).toBe(42)
  })

  it('starts it before that when asked to warm up, and says when an index was made anew', async () => {
    let times = 0
    const onRebuilt = (): void => void times++
    const { client, started } = aClient([], { onRebuilt })
    await client.warmUp()
    await client.warmUp()
    expect([started.length, times]).toEqual([1, 0])
    fs.writeFileSync(contents.bundled?.index ?? '', 'damaged')
    const other = aClient([], { onRebuilt })
    await other.client.warmUp()
    await expect.poll(() => times).toBe(1)
  })

  it('indexes what came in meanwhile, answers in between, and tells how far it is', async () => {
    for (let number = 0; number < 120; number++)
      place.library().add(makeEdition(number), libraryProvenance)
    const told: (IndexProgress | null)[] = []
    const ended = new Promise<void>((resolve) => {
      const { client } = aClient([], {
        onIndexing: (progress) => {
          told.push(progress)
          if (progress === null) resolve()
        },
      })
      void ask(client, 'batterij').then((answer) => {
        expect(answer).toContain('i1 item')
        expect(told).not.toContain(null)
      })
    })
    await ended
    expect(told.length).toBeGreaterThan(1)
    expect(told[0]?.all).toBe(120)
    const later: unknown[] = []
    const { client } = aClient([], { onIndexing: (progress) => later.push(progress) })
    const outcome = await client.ask({
      id: 1,
      text: 'gemeente',
      edition: null,
      limit: 5,
      skip: 0,
      ...unfiltered,
    })
    expect(outcome.ok && outcome.answer?.total).toBeGreaterThan(100)
    expect(later).toEqual([])
  })

  it('says that the indexing is over to who counted before, and then counts all', async () => {
    for (let number = 0; number < 4; number++)
      place.library().add(makeEdition(number), libraryProvenance)
    let isOver: () => void = () => undefined
    const over = new Promise<void>((resolve) => (isOver = resolve))
    const { client } = aClient([], { onIndexing: (progress) => progress === null && isOver() })
    const questions = [{ text: 'gemeente', refine: {}, editions: [] }]
    const [early] = (await client.count(questions)) ?? []
    await over
    const [late] = (await client.count(questions)) ?? []
    expect(late?.all).toBeGreaterThan(Math.max(3, early?.all ?? 0))
  })

  it('says that the indexing is over when the worker ends in the middle of it', async () => {
    const told: (IndexProgress | null)[] = []
    const indexing = (): Worker =>
      new Worker(
        `const { parentPort } = require('node:worker_threads')
        parentPort.on('message', () => {
          parentPort.postMessage({ kind: 'loaded' })
          parentPort.postMessage({ kind: 'indexing', progress: { done: 3, all: 1000 } })
          setTimeout(() => process.exit(1), 50)
        })`,
        { eval: true },
      )
    const { client } = aClient([indexing], { onIndexing: (progress) => told.push(progress) })
    await client.warmUp()
    await expect.poll(() => told.at(-1)).toBe(null)
    expect(told[0]).toEqual({ done: 3, all: 1_000 })
  })

  it('finds an edition that came in before the next question, without waiting for it', async () => {
    const { client } = aClient()
    await client.warmUp()
    expect(await ask(client, 'streekpost')).toEqual([])
    const made = makeEdition(2)
    place.library().add(made, libraryProvenance)
    client.change({ kind: 'library', edition: made.edition.id })
    await expect.poll(() => ask(client, 'streekpost')).not.toEqual([])
  })

  it('drops what was typed before something newer', async () => {
    const { client } = aClient()
    const typed = ['b', 'ba', 'bat', 'batterij'].map((text, index) => ask(client, text, index))
    expect(await Promise.all(typed)).toEqual([null, null, null, ['i1 item']])
  })

  it('answers a kept question whatever is typed meanwhile, and counts several in their order', async () => {
    const { client } = aClient()
    const request = { id: 0, text: 'mist', edition: null, limit: 50, skip: 0, ...unfiltered }
    const kept = client.askKept(request)
    const typed = ['b', 'ba'].map((text, index) => ask(client, text, index))
    const [outcome] = await Promise.all([kept, ...typed])
    expect(outcome.ok && outcome.answer?.total).toBe(2)
    const questions = ['batterij', 'mist', 'streekpost'].map((text) => ({ text, refine: {} }))
    const edition = contents.notes[0]?.edition ?? ''
    expect(
      await client.count(questions.map((question) => ({ ...question, editions: [edition] }))),
    ).toEqual([
      { all: 1, inEditions: 1 },
      // What the reader wrote is no hit.
      { all: 1, inEditions: 1 },
      { all: 0, inEditions: 0 },
    ])
    await client.close()
    expect(await client.count([{ text: 'mist', refine: {}, editions: [] }])).toBeNull()
  })

  it('completes what is typed last, and nothing any more when it is closed', async () => {
    const { client } = aClient()
    const typed = ['i', 'in', 'in:', 'in:n'].map((text) =>
      client.complete({ text, cursor: text.length }),
    )
    const completions = await Promise.all(typed)
    expect(completions.slice(0, -1)).toEqual([null, null, null])
    expect(completions.at(-1)).toMatchObject({ from: 0, to: 4, options: [{ text: 'in:notities' }] })
    await client.close()
    expect(await client.complete({ text: 'in:', cursor: 3 })).toBeNull()
  })

  it('asks the worker no more than the question at work and the newest', async () => {
    const asked = new Int32Array(new SharedArrayBuffer(4))
    // Its first question is at work until the test says otherwise.
    const counting = (): Worker =>
      new Worker(
        `const { parentPort, workerData: asked } = require('node:worker_threads')
        let goOn = () => undefined
        parentPort.on('message', (message) => {
          if (message.kind === 'load') return parentPort.postMessage({ kind: 'loaded' })
          if (message.kind === 'go on') return goOn()
          const count = Atomics.add(asked, 0, 1) + 1
          const answer = { id: message.request.id, total: 0, hits: [], editions: [], suggestion: 'question ' + count }
          const tell = () => parentPort.postMessage({ kind: 'answer', ticket: message.ticket, answer })
          if (count === 1) goOn = tell
          else tell()
        })`,
        { eval: true, workerData: asked },
      )
    const { client, started } = aClient([counting])
    await client.warmUp()
    const first = ask(client, 'boot')
    await expect.poll(() => Atomics.load(asked, 0)).toBe(1)
    const others = Array.from({ length: 20 }, (_, index) => ask(client, 'boot', index))
    const last = client.ask({
      id: 99,
      text: 'boot',
      edition: null,
      limit: 50,
      skip: 0,
      ...unfiltered,
    })
    started[0]?.postMessage({ kind: 'go on' })
    const newest = await last
    expect(await Promise.all([first, ...others])).toEqual(new Array(21).fill(null))
    expect(newest).toMatchObject({ ok: true, answer: { id: 99, suggestion: 'question 2' } })
  })

  it('gives a question up that ends two workers, and answers the next one', async () => {
    const ending = (): Worker => endingWorker('ask', "throw new Error('broken')")
    const { client, started } = aClient([ending, ending])
    expect(await ask(client, 'batterij')).toBe('search-stopped')
    expect(started).toHaveLength(2)
    expect(await ask(client, 'batterij')).toEqual(['i1 item'])
  })

  it('starts another worker when one ended by itself', async () => {
    const { client, started } = aClient()
    await client.warmUp()
    await started[0]?.terminate()
    expect(await ask(client, 'kade')).toEqual(['i1 item'])
    expect(started).toHaveLength(2)
  })

  it('asks for the contents again when they could not be had', async () => {
    let times = 0
    const { client } = aClient([], {
      contents: () => {
        if (++times === 1) throw new Error('the disk is asleep')
        return Promise.resolve(contents)
      },
    })
    await client.warmUp()
    expect(await ask(client, 'kade')).toEqual(['i1 item'])
  })

  it('tells the worker of changes, also of those made while it starts', async () => {
    let release = (): void => undefined
    const held = new Promise<SearchContents>((resolve) => {
      release = () => {
        resolve(contents)
      }
    })
    const { client } = aClient([], { contents: () => held })
    const warm = client.warmUp()
    client.change({
      kind: 'put-note',
      note: { edition: 'blik-1', item: 'i1', text: 'Over zeilen.' },
    })
    release()
    await warm
    expect(await ask(client, 'zeilen')).toEqual(['i1 note'])
    client.change({ kind: 'remove-note', edition: 'blik-1', item: 'i1' })
    expect(await ask(client, 'zeilen')).toEqual([])
  })

  it('answers at once that it has stopped after it was closed, and while it is', async () => {
    const { client, started } = aClient()
    const asked = ask(client, 'kade')
    await client.close()
    expect(await asked).toBe('search-stopped')
    expect(await ask(client, 'kade')).toBe('search-stopped')
    await client.warmUp()
    client.change({ kind: 'library', edition: 'blik-1' })
    expect(started.length).toBeLessThanOrEqual(1)
  })
})
