// The bench: measures, prints one table, and with --json FILE writes the same as data. Started by scripts/bench.mjs.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { blocksSection } from './blocks.ts'
import { deskSection } from './desk-window.ts'
import type { LibraryStart } from './library-process.ts'
import {
  librarySizes,
  makeLibraries,
  measureLibrary,
  type LibrarySize,
  type MadeLibrary,
} from './library.ts'
import { measureLibraryWindow, type LibraryWindowTimes } from './library-window.ts'
import { measureImport } from './import.ts'
import { measureMemory, total, type MemoryShares } from './memory.ts'
import { quietMachine } from './neighbours.ts'
import { queries } from './queries.ts'
import { asText, comparedRow, singleRow, type Row, type Section } from './report.ts'
import { largeSections, makeIndex, peerSections, qualitySection, sizes } from './search-sections.ts'
import { startScreen, type Screen } from './screen.ts'
import { measureSearchThread } from './search-thread.ts'
import { measureSearchWindow } from './search-window.ts'
import { measureStart, startKinds } from './start.ts'
import { median, quantile } from './statistics.ts'
import { makeSubjects, type Place, type Subject } from './subjects.ts'
import { viewsSection } from './views-window.ts'

const parts = [
  'start',
  'memory',
  'search',
  'library',
  'desk',
  'import',
  'blocks',
  'views',
  'quality',
  'peers',
  'large',
] as const
const { values: asked } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', default: parts.join(',') },
    rounds: { type: 'string', default: '5' },
  },
})
const rounds = Number(asked.rounds)
const wanted = parts.filter((part) => asked.only.split(',').includes(part))
if (!Number.isInteger(rounds) || rounds < 1 || wanted.length === 0)
  throw new Error(`--rounds takes a whole number, --only some of ${parts.join(',')}`)

function fromEnvironment(name: string): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: start the bench with npm run bench`)
  return value
}

const begun = performance.now()

function tell(text: string): void {
  const seconds = Math.round((performance.now() - begun) / 1_000)
  const clock = `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`
  process.stderr.write(`bench: ${clock} ${text}\n`)
}

async function startSection(
  place: Place,
  screen: Screen,
  subjects: readonly Subject[],
): Promise<Section> {
  const times = await measureStart(place, screen, subjects, { rounds, warmUps: 2, tell })
  const counts = startKinds.map((kind) => times[kind][0]?.length ?? 0)
  const names = {
    cold: 'cold profile (first start)',
    warm: 'warm profile (second start)',
    used: 'used profile (third start)',
  }
  return {
    title: 'START: from the start of the process until the first item stands on the screen',
    rows: startKinds.map((kind) =>
      comparedRow(names[kind], 'ms', times[kind][0] ?? [], times[kind][1] ?? [], 1.25),
    ),
    remarks: [
      'Peer: a bare sandboxed Electron window with the same text as static HTML in system fonts, without a menu.',
      `Median [quartiles] of at least ${String(Math.min(...counts))} starts after 2 warm-ups, taking turns; ratio with its 95 % interval.`,
    ],
  }
}

function kindsOf(held: readonly MemoryShares[]): string {
  const kinds = [...new Set(held.flatMap((shares) => Object.keys(shares)))].toSorted()
  const middle = (kind: string): string => median(held.map((one) => one[kind] ?? 0)).toFixed(0)
  return kinds.map((kind) => `${kind} ${middle(kind)}`).join(', ')
}

async function memorySection(place: Place, subjects: readonly Subject[]): Promise<Section> {
  const [ours = [], peer = []] = await measureMemory(place, subjects, {
    rounds: Math.max(2, Math.ceil(rounds / 3)),
    tell,
  })
  return {
    title:
      'MEMORY: the proportional shares (Pss) of all processes, five seconds after the first text',
    rows: [comparedRow('idle', 'MiB', ours.map(total), peer.map(total), 1.3)],
    remarks: [`Leeslamp: ${kindsOf(ours)}.`, `Peer: ${kindsOf(peer)}.`],
  }
}

async function searchSections(place: Place, leeslamp: Subject): Promise<Section[]> {
  const sessions = await measureSearchWindow(place, leeslamp, {
    sessions: Math.max(2, Math.ceil(rounds / 3)),
    tell,
  })
  tell('search in the thread')
  const { first, ours, peer } = await measureSearchThread(leeslamp, { rounds })
  const numbered = (index: number): number[] => sessions.flatMap(({ ours }) => ours[index] ?? [])
  const at = (share: number, series: readonly (readonly number[])[]): number[] =>
    series.map((times) => quantile(times, share))
  return [
    {
      title: 'SEARCH IN THE WINDOW: from a keystroke until its hits are listed and painted',
      rows: [
        singleRow('first question', 'ms', numbered(0)),
        singleRow('hundredth question', 'ms', numbered(99)),
        singleRow(
          'second and later, p50',
          'ms',
          at(
            0.5,
            sessions.map(({ ours }) => ours.slice(1)),
          ),
        ),
        singleRow(
          'second and later, p99',
          'ms',
          at(
            0.99,
            sessions.map(({ ours }) => ours.slice(1)),
          ),
        ),
      ],
      remarks: [
        `Median [quartiles] of ${String(sessions.length)} sessions; the first question comes two seconds after the first text.`,
      ],
    },
    {
      title: 'SEARCH IN THE THREAD: from a question until its answer, keystroke by keystroke',
      rows: [
        singleRow('first question, with the start of the thread', 'ms', first),
        comparedRow('p50', 'ms', at(0.5, ours), at(0.5, peer), null),
        comparedRow('p99', 'ms', at(0.99, ours), at(0.99, peer), null),
      ],
      remarks: [
        'Peer: a scan of the same texts for words as they are typed (no forms, parts, slips or accents), in a thread too.',
        `${String(ours[0]?.length ?? 0)} keystrokes of ${String(queries.length)} questions a round; medians of ${String(ours.length)} rounds.`,
      ],
    },
  ]
}

function librarySection(libraries: readonly MadeLibrary[]): Section {
  const starts = measureLibrary(libraries, { rounds, tell })
  const rowsOf = (name: string, unit: Row['unit'], kind: keyof LibraryStart): Row[] =>
    librarySizes.map((size) => {
      const of = (one: LibrarySize): number[] => starts[one].map((start) => start[kind])
      const numbered = `${name}, ${String(size)}`
      return size === 1
        ? singleRow(numbered, unit, of(1))
        : comparedRow(numbered, unit, of(size), of(1), null)
    })
  return {
    title: 'LIBRARY: by its number of editions',
    rows: [
      ...rowsOf('from nothing until an edition is read', 'ms', 'first'),
      ...rowsOf('first list', 'ms', 'list'),
      ...rowsOf('one more edition', 'ms', 'open'),
      ...rowsOf('held with the list', 'MiB', 'memory'),
    ],
    remarks: [
      'Peer: the same with a library of one edition. Each start is a process of its own, in which nothing is warm.',
      'Only the library itself, in Node; a window and its texts come on top of it.',
    ],
  }
}

async function libraryWindowSection(
  place: Place,
  screen: Screen,
  leeslamp: Subject,
  libraries: readonly MadeLibrary[],
): Promise<Section> {
  const times = await measureLibraryWindow(place, screen, leeslamp, libraries, { rounds, tell })
  const rowsOf = (
    name: string,
    unit: Row['unit'],
    kind: Exclude<keyof LibraryWindowTimes, 'longTasks'>,
    goal: number | null,
  ): Row[] =>
    librarySizes.map((size) => {
      const numbered = `${name}, ${String(size)}`
      const ours = times[size][kind]
      return size === 1
        ? singleRow(numbered, unit, ours)
        : comparedRow(numbered, unit, ours, times[1][kind], goal)
    })
  const long = librarySizes.map((size) => `${String(size)}: ${String(times[size].longTasks)}`)
  return {
    title: 'LIBRARY IN THE WINDOW: by its number of editions, with its search index',
    rows: [
      ...rowsOf('start until the first item stands there', 'ms', 'start', 1.1),
      ...rowsOf('from the key until the list is painted', 'ms', 'list', null),
      ...rowsOf('longest task while scrolling from end to end', 'ms', 'scroll', null),
      ...rowsOf('from the click until the text is painted', 'ms', 'open', null),
      ...rowsOf('all processes, at rest', 'MiB', 'memory', null),
    ],
    remarks: [
      'Peer: the same with a library of one edition. The edition that was open last is one of the library.',
      `Tasks of the main thread over 50 ms while scrolling, in all rounds (goal 0), by size: ${long.join(', ')}.`,
      'A task under 50 ms is not told of by Chromium, and counts as 0. Memory is read in two rounds; in the others nothing waits for the search.',
    ],
  }
}

async function importSection(place: Place): Promise<Section> {
  const times = await measureImport(place.home, { rounds, tell })
  return {
    title: `IMPORT: ${String(times.files)} files of text into a library, until all are kept and can be found`,
    rows: [comparedRow('all files', 'ms', times.ours, times.peer, null)],
    remarks: [
      `Leeslamp: ${(times.files / (median(times.ours) / 1000)).toFixed(0)} files a second; each through the cage, kept with fsync, indexed and saved.`,
      'Peer: the same files read, parsed and put into one MiniSearch index in one process, with nothing checked, kept or saved.',
    ],
  }
}

const screen = await startScreen()
const place: Place = {
  electron: fromEnvironment('LEESLAMP_ELECTRON'),
  program: fromEnvironment('LEESLAMP_PROGRAM'),
  home: fromEnvironment('LEESLAMP_HOME'),
  display: screen.display,
}
const { leeslamp, bare } = makeSubjects(place)
const asking = { place, leeslamp, tell, rounds }
const measure: Record<
  (typeof parts)[number],
  () => readonly Section[] | Promise<readonly Section[]>
> = {
  start: async () => [await startSection(place, screen, [leeslamp, bare])],
  memory: async () => [await memorySection(place, [leeslamp, bare])],
  search: () => searchSections(place, leeslamp),
  library: async () => [
    librarySection(made.libraries),
    await libraryWindowSection(place, screen, leeslamp, made.libraries),
  ],
  desk: async () => [await deskSection(place, screen, leeslamp, { rounds, tell })],
  import: async () => [await importSection(place)],
  blocks: async () => [await blocksSection(place.home, { rounds, tell })],
  views: async () => [await viewsSection(place, leeslamp, { rounds, tell })],
  quality: () => made.quality,
  peers: () => peerSections(asking),
  large: () => largeSections(asking),
}
const sections: Section[] = []
const minutes: Partial<Record<'making' | (typeof parts)[number], number>> = {}

/** What takes no clock is done first, in two processes: afterwards the machine is quiet. */
async function make(): Promise<{
  readonly libraries: readonly MadeLibrary[]
  readonly quality: readonly Section[]
}> {
  const begin = performance.now()
  const large = wanted.includes('large') ? makeIndex(asking, sizes.large) : null
  const libraries = wanted.includes('library') ? makeLibraries(place.home, tell) : []
  const quality = wanted.includes('quality') ? [qualitySection(asking)] : []
  if (wanted.includes('peers')) await makeIndex(asking, sizes.peers)
  await large
  minutes.making = (performance.now() - begin) / 60_000
  return { libraries, quality }
}

const made = await make()
const noisy: string[] = []
for (const part of wanted) {
  const begin = performance.now()
  if (!(await quietMachine())) noisy.push(part)
  sections.push(...(await measure[part]()))
  minutes[part] = (performance.now() - begin) / 60_000
}
await screen.stop()
const machine = `Electron ${process.env.LEESLAMP_ELECTRON_VERSION ?? '?'}, ${String(os.cpus().length)} × ${os.cpus()[0]?.model ?? '?'}`
const noise =
  noisy.length === 0
    ? 'The machine was quiet before every part.'
    : `TOO NOISY TO JUDGE: other programs kept the machine busy before ${noisy.join(', ')}. Measure again.`
const taken = Object.entries(minutes).map(([part, time]) => `${part} ${time.toFixed(1)}`)
const all = Object.values(minutes).reduce((sum, time) => sum + time, 0)
process.stdout.write(
  `${machine}\n\n${asText(sections)}\nMinutes: ${taken.join(', ')}; ${all.toFixed(1)} in all (goal of the whole bench 15).\n${noise}\n`,
)
if (asked.json !== undefined)
  fs.writeFileSync(
    path.resolve(process.env.INIT_CWD ?? '.', asked.json),
    `${JSON.stringify({ machine, rounds, minutes, noisy, sections }, null, 2)}\n`,
  )
