// What the bench tells of the search: how well it finds, how fast it is at the size of a life's library, and how its peers do.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { hitsPerPage } from '../../src/core/search/search-types.ts'
import fs from 'node:fs'
import path from 'node:path'
import type { SearchContents } from '../../electron/services/search/search-index.ts'
import { wordListFileName } from '../../src/core/dutch/word-list.ts'
import { documentsOf } from '../../src/core/search/documents.ts'
import { createEngine } from '../../src/core/search/index-definition.ts'
import { readDebianTexts, type DebianTexts } from './corpus/debian-texts.ts'
import { editionsOf } from './corpus/editions.ts'
import { makeTexts, type Texts } from './corpus/texts.ts'
import { measureGrowth } from './peers/growth.ts'
import type { IndexStart } from './peers/index-process.ts'
import {
  keystrokes,
  measureOwnKeystrokes,
  measurePeerKeystrokes,
  phraseKeystrokes,
  warmUp,
  type KeystrokeTimes,
} from './peers/keystrokes.ts'
import { miniSearch, peersOfAll, sqlite, type PeerKind } from './peers/peers.ts'
import { measureQuality } from './quality/quality.ts'
import { queryKinds } from './quality/generated-queries.ts'
import { comparedRow, singleRow, type Row, type Section } from './report.ts'
import { measureSearchWindow } from './search-window.ts'
import { quantile } from './statistics.ts'
import { giveAway, type Place, type Subject } from './subjects.ts'

export interface Asking {
  readonly place: Place
  readonly leeslamp: Subject
  readonly rounds: number
  readonly tell: (text: string) => void
}

const goals = { inflection: 96, compound: 85, typo: 95, diacritics: 100 } as const
const names = {
  inflection: 'another form of a word',
  compound: 'the head of a compound',
  typo: 'one slip',
  diacritics: 'without accents',
} as const

function wordsOf({ folder }: Subject): string {
  return path.join(folder, 'out/editions', wordListFileName)
}

function corpusOf({ tell }: Asking): DebianTexts {
  const corpus = readDebianTexts(tell)
  if (corpus.missing.length > 0)
    tell(
      `corpus: these packages could not be had: ${corpus.missing.join(', ')}; the rest is made up`,
    )
  return corpus
}

function shareOf({ texts, real }: Texts): string {
  return `${String(real)} of the ${String(texts.length)} texts are real: documentation from Debian's packages; the rest are its sentences put together anew.`
}

const percent = (share: number): number => share * 100

export function qualitySection(asking: Asking): Section {
  const { place, leeslamp, tell } = asking
  const { judged, generated, leftOut, real } = measureQuality(
    place.home,
    corpusOf(asking),
    wordsOf(leeslamp),
    tell,
  )
  const atLeast = (value: number): { is: '≥'; value: number } => ({ is: '≥', value })
  const all = (of: 'empty' | 'wrong'): string => judged.flatMap((one) => one[of]).join(', ')
  return {
    title: 'SEARCH, HOW WELL IT FINDS: over three libraries of 5,000 items, one after the other',
    rows: [
      ...(judged.length === 0
        ? []
        : [
            singleRow(
              'judged queries, recall@5',
              '%',
              judged.map(({ recall }) => percent(recall)),
              atLeast(95),
            ),
            singleRow(
              'judged queries, nDCG@10',
              '%',
              judged.map(({ ndcg }) => percent(ndcg)),
              atLeast(95),
            ),
          ]),
      ...queryKinds.map((kind) =>
        singleRow(
          `${names[kind]}, in the first five`,
          '%',
          generated[kind].map(({ asked, found }) => percent(found / asked)),
          atLeast(goals[kind]),
        ),
      ),
    ],
    remarks: [
      judged.length === 0
        ? 'The judged queries are not at hand.'
        : `Judged queries without a hit: ${all('empty') || 'none'}; with one where there is nothing to be found: ${all('wrong') || 'none'}. ${String(leftOut)} texts in which a judged query stands as typed were left out.`,
      `Generated queries: ${queryKinds.map((kind) => `${names[kind]} ${generated[kind].map(({ asked }) => String(asked)).join(' + ')}`).join(', ')}; from the half of the words by which nothing was tuned.`,
      `Real texts: ${percent(real).toFixed(0)} %.`,
    ],
  }
}

/** The row of a peer, at one quantile; of one that was asked once there is one round. */
function against(
  own: KeystrokeTimes,
  peer: KeystrokeTimes,
  share: number,
  goal: number | null,
): Row {
  const at = ({ rounds }: KeystrokeTimes): number[] => rounds.map((times) => quantile(times, share))
  return comparedRow(`p${String(share * 100)}, against ${peer.name}`, 'ms', at(own), at(peer), goal)
}

/** Of the time of a peer so much at most. */
const goalsAgainst: ReadonlyMap<string, number> = new Map([
  [sqlite.name, 1],
  [miniSearch.name, 0.02],
])

interface MadeIndex {
  readonly texts: Texts
  readonly profile: string
  readonly contents: SearchContents
}

/** How many items the libraries of `peerSections` and `largeSections` have. */
export const sizes = { peers: 20_000, large: 100_000 } as const

/** Makes a library of so many items, indexed, in a process of its own. */
export async function makeIndex(asking: Asking, count: number): Promise<void> {
  const { place, leeslamp, tell } = asking
  corpusOf(asking)
  tell(`search: indexing ${String(count)} items meanwhile`)
  const program = path.join(import.meta.dirname, 'make-index.ts')
  const flags = ['--max-old-space-size=4096', '--disable-warning=ExperimentalWarning']
  const { library } = placeOf(place, count)
  const args = [...flags, program, library, wordsOf(leeslamp), String(count)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  process.once('exit', () => child.kill())
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('a library for the search could not be made')
}

/** Where the library of so many items lies, and the profile that it lies in. */
function placeOf({ home }: Place, count: number): { profile: string; library: string } {
  const profile = path.join(home, `search-${String(count)}`)
  return { profile, library: path.join(profile, 'library') }
}

function madeIndex(asking: Asking, count: number): MadeIndex {
  const { profile, library } = placeOf(asking.place, count)
  return {
    texts: makeTexts(corpusOf(asking), count),
    profile,
    contents: {
      bundled: null,
      words: wordsOf(asking.leeslamp),
      library,
      mayWrite: false,
      shown: null,
      notes: [],
      bookmarks: [],
    },
  }
}

async function keystrokeSection(
  { leeslamp, tell, rounds }: Asking,
  { texts, contents }: MadeIndex,
  { peers, goal }: { peers: readonly PeerKind[]; goal: number },
): Promise<Section> {
  const size = String(texts.texts.length)
  tell(`search: keystrokes at ${size} items`)
  const worker = path.join(leeslamp.folder, 'out/main/search-worker.cjs')
  const some = Math.max(2, Math.ceil(rounds / 5))
  const own = await measureOwnKeystrokes(worker, contents, { typed: keystrokes, rounds })
  const phrases = await measureOwnKeystrokes(worker, contents, {
    typed: phraseKeystrokes,
    rounds: 1,
  })
  const rows: Row[] = [
    singleRow(
      'p50',
      'ms',
      own.rounds.map((times) => quantile(times, 0.5)),
    ),
    singleRow(
      'p99',
      'ms',
      own.rounds.map((times) => quantile(times, 0.99)),
      { is: '≤', value: goal },
    ),
    singleRow(
      'while phrases of common words are typed, p99',
      'ms',
      phrases.rounds.map((times) => quantile(times, 0.99)),
    ),
  ]
  const asked: string[] = []
  for (const kind of peers) {
    tell(`search: ${kind.name} at ${size} items`)
    const times = await measurePeerKeystrokes(kind, texts.texts, some)
    rows.push(against(own, times, 0.99, goalsAgainst.get(kind.name) ?? null))
    asked.push(`${kind.name} ${String(times.rounds[0]?.length ?? 0)}`)
  }
  return {
    title: `SEARCH AT ${size} ITEMS: from a keystroke until its answer`,
    rows,
    remarks: [
      `Leeslamp: in its worker, with the way there and back, excerpts, marks and reasons of ${String(hitsPerPage)} hits. Peers: the numbers of as many hits, in the thread that asks.`,
      `Keystrokes: Leeslamp ${String(own.rounds[0]?.length ?? 0)}, ${asked.join(', ')}. Medians over ${String(rounds)} rounds, of the peers over ${String(some)}, of those asked fewer of one; all warmed up for ${String(warmUp)} s.`,
      shareOf(texts),
    ],
  }
}

function startIndex(side: 'ours' | 'peer', from: string): IndexStart {
  const program = path.join(import.meta.dirname, 'peers/index-process.ts')
  const flags = [
    '--expose-gc',
    '--max-old-space-size=4096',
    '--disable-warning=ExperimentalWarning',
  ]
  const args = [...flags, program, side, from]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as IndexStart
}

function readinessSection(
  { place, tell, rounds }: Asking,
  { texts, contents }: MadeIndex,
): Section {
  const size = String(texts.texts.length)
  tell(`search: ready to answer at ${size} items`)
  const written = path.join(place.home, 'minisearch.json')
  const engine = createEngine(() => [])
  engine.addAll(editionsOf(texts.texts).flatMap(documentsOf))
  fs.writeFileSync(written, JSON.stringify(engine))
  const starts: Record<'ours' | 'peer', IndexStart[]> = { ours: [], peer: [] }
  for (let round = 0; round < Math.max(3, Math.ceil(rounds / 3)); round++) {
    for (const side of ['ours', 'peer'] as const)
      starts[side].push(startIndex(side, side === 'ours' ? (contents.library ?? '') : written))
  }
  const of = (side: 'ours' | 'peer', kind: keyof IndexStart): number[] =>
    starts[side].map((one) => one[kind])
  return {
    title: `SEARCH, READY TO ANSWER AT ${size} ITEMS: each time in a process of its own`,
    rows: [
      comparedRow('until the first answer', 'ms', of('ours', 'ready'), of('peer', 'ready'), 0.1),
      comparedRow('held', 'MiB', of('ours', 'memory'), of('peer', 'memory'), 0.143),
    ],
    remarks: [
      'Peer: MiniSearch.loadJSON of the words and stems of the same items, without the parts of compounds that Leeslamp has as well.',
      'Leeslamp also looks at what lies in the library, file by file.',
    ],
  }
}

function growthSection({ leeslamp, tell }: Asking, { texts, contents }: MadeIndex): Section {
  tell('search: editions that come in')
  const some = texts.texts.slice(0, 600)
  const { found, turns } = measureGrowth(contents.library ?? '', wordsOf(leeslamp), some)
  return {
    title: `SEARCH THAT GROWS: ${String(found.length)} editions of 20 items come into a library of ${String(texts.texts.length)} items`,
    rows: [
      singleRow('until an edition is found', 'ms', found, { is: '≤', value: 25 }),
      singleRow('a turn of saving and folding, p50', 'ms', [quantile(turns, 0.5)]),
      singleRow('a turn of saving and folding, p99', 'ms', [quantile(turns, 0.99)], {
        is: '≤',
        value: 16,
      }),
      singleRow('the longest turn', 'ms', [quantile(turns, 1)]),
    ],
    remarks: [
      'All of it in the worker: the window waits for none of it, a question at most for one turn.',
    ],
  }
}

async function windowSection(
  { place, leeslamp, tell, rounds }: Asking,
  { texts, profile }: MadeIndex,
): Promise<Section> {
  giveAway(profile)
  const sessions = await measureSearchWindow(place, leeslamp, {
    sessions: Math.max(2, Math.ceil(rounds / 5)),
    tell,
    profile,
  })
  const at = (share: number, side: 'ours' | 'bare'): number[] =>
    sessions.map((session) => quantile(session[side].slice(1), share))
  return {
    title: `SEARCH IN THE WINDOW AT ${String(texts.texts.length)} ITEMS: from a keystroke until its hits are painted`,
    rows: [0.5, 0.99].map((share) =>
      comparedRow(`p${String(share * 100)}`, 'ms', at(share, 'ours'), at(share, 'bare'), null),
    ),
    remarks: [
      'Peer: the same rows as a bare list of text in the same window, without a search.',
      `Tasks of the main thread over 50 ms, by session (goal 0): ${sessions.map(({ longTasks }) => String(longTasks)).join(', ')}.`,
    ],
  }
}

export async function peerSections(asking: Asking): Promise<Section[]> {
  const made = madeIndex(asking, sizes.peers)
  const sections = [
    await keystrokeSection(asking, made, { peers: peersOfAll, goal: 8 }),
    readinessSection(asking, made),
    await windowSection(asking, made),
    growthSection(asking, made),
  ]
  fs.rmSync(made.profile, { recursive: true })
  return sections
}

export async function largeSections(asking: Asking): Promise<Section[]> {
  const made = madeIndex(asking, sizes.large)
  const peers = [sqlite, { ...miniSearch, most: 30 }]
  const section = await keystrokeSection(asking, made, { peers, goal: 16 })
  fs.rmSync(made.profile, { recursive: true })
  return [section]
}
