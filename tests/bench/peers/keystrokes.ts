// From a keystroke to its answer, at two sizes of the library: the program's search in its worker, and its peers in turn.
import { Worker } from 'node:worker_threads'
import { unfiltered, hitsPerPage } from '../../../src/core/search/search-types.ts'
import { createSearchClient } from '../../../electron/services/search/search-client.ts'
import type { SearchContents } from '../../../electron/services/search/search-index.ts'
import { shuffled } from '../corpus/texts.ts'
import { keystrokesOf, queries } from '../queries.ts'
import type { Peer, PeerKind } from './peers.ts'

/** All states of the field while the questions are typed. */
export const keystrokes = queries.flatMap(keystrokesOf)
/** Phrases whose words stand in most texts, so that many of them are read; each of these answers is one round of the reading. */
export const phraseKeystrokes = ['"in het', '"van de n', 'de -"op de"'].flatMap(keystrokesOf)

/** How long each side warms up, in seconds. */
export const warmUp = 5

export interface KeystrokeTimes {
  readonly name: string
  /** By round, one time in ms for each keystroke. */
  readonly rounds: readonly (readonly number[])[]
}

/** Keystrokes to warm up with: every side gets the same time for it, whatever it gets done in that. */
function* untilWarm(typed: readonly string[]): Generator<string> {
  const end = performance.now() + warmUp * 1_000
  for (let at = 0; performance.now() < end; at = (at + 1) % typed.length) yield typed[at] ?? ''
}

/** @param worker the file of the program's search worker */
export async function measureOwnKeystrokes(
  worker: string,
  contents: SearchContents,
  { typed, rounds }: { readonly typed: readonly string[]; readonly rounds: number },
): Promise<KeystrokeTimes> {
  const search = createSearchClient({
    startWorker: () => new Worker(worker),
    contents: () => contents,
  })
  let id = 0
  const timeOf = async (text: string): Promise<number> => {
    const start = performance.now()
    const outcome = await search.ask({
      ...{ ...unfiltered, id: ++id, text, edition: null, limit: hitsPerPage, skip: 0 },
    })
    const time = performance.now() - start
    if (!outcome.ok || outcome.answer === null) throw new Error(`no answer to ${text}`)
    return time
  }
  for (const text of untilWarm(typed)) await timeOf(text)
  const all: number[][] = []
  for (let round = 0; round < rounds; round++) {
    const times: number[] = []
    for (const text of typed) times.push(await timeOf(text))
    all.push(times)
  }
  await search.close()
  return { name: 'Leeslamp', rounds: all }
}

/** A peer is built, asked and let go. One that is too slow for all keystrokes is asked some of them, once. */
export async function measurePeerKeystrokes(
  { name, most, build }: PeerKind,
  texts: readonly string[],
  rounds: number,
): Promise<KeystrokeTimes> {
  const peer: Peer = await build(texts)
  const asked = shuffled(keystrokes, 5).slice(0, most)
  const isSlow = asked.length < keystrokes.length
  if (asked.every((text) => peer(text) === 0)) throw new Error(`${name} finds nothing at all`)
  for (const text of untilWarm(asked)) peer(text)
  const all = Array.from({ length: isSlow ? 1 : rounds }, () =>
    asked.map((text) => {
      const start = performance.now()
      peer(text)
      return performance.now() - start
    }),
  )
  return { name, rounds: all }
}
