// The bench: measures, prints one table, and with --json FILE writes the same as data. Started by scripts/bench.mjs.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { measureMemory, total, type MemoryShares } from './memory.ts'
import { asText, comparedRow, percentileRow, singleRow, type Section } from './report.ts'
import { startScreen, type Screen } from './screen.ts'
import { measureSearchThread } from './search-thread.ts'
import { measureSearchWindow } from './search-window.ts'
import { measureStart, startKinds } from './start.ts'
import { median } from './statistics.ts'
import { makeSubjects, type Place, type Subject } from './subjects.ts'

const parts = ['start', 'memory', 'search'] as const
const { values: asked } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', default: parts.join(',') },
    rounds: { type: 'string', default: '15' },
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

function tell(text: string): void {
  process.stderr.write(`bench: ${text}\n`)
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
    rounds: Math.max(3, Math.ceil(rounds / 2)),
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
  const inWindow = await measureSearchWindow(place, leeslamp, {
    sessions: Math.max(3, Math.ceil(rounds / 3)),
    tell,
  })
  tell('search in the thread')
  const { first, keystrokes } = await measureSearchThread(leeslamp, { rounds })
  return [
    {
      title: 'SEARCH IN THE WINDOW: from a keystroke until its hits are listed and painted',
      rows: [
        singleRow('first question', 'ms', inWindow.first),
        singleRow('hundredth question', 'ms', inWindow.hundredth),
        percentileRow('later questions, p50', 0.5, inWindow.later, null),
        percentileRow('later questions, p99', 0.99, inWindow.later, null),
      ],
      remarks: [`${String(inWindow.unchanged)} keystrokes left the list as it was.`],
    },
    {
      title: 'SEARCH IN THE THREAD: from a question until its answer, keystroke by keystroke',
      rows: [
        comparedRow('first question, thread started', 'ms', first[0], first[1], null),
        percentileRow('p50', 0.5, keystrokes[0], keystrokes[1]),
        percentileRow('p99', 0.99, keystrokes[0], keystrokes[1]),
      ],
      remarks: [
        'Peer: a scan of the same texts for words as they are typed (no forms, parts, slips or accents), in a thread too.',
      ],
    },
  ]
}

const screen = await startScreen()
const place: Place = {
  electron: fromEnvironment('LEESLAMP_ELECTRON'),
  program: fromEnvironment('LEESLAMP_PROGRAM'),
  home: fromEnvironment('LEESLAMP_HOME'),
  display: screen.display,
}
const { leeslamp, bare } = makeSubjects(place)
const sections: Section[] = []
if (wanted.includes('start')) sections.push(await startSection(place, screen, [leeslamp, bare]))
if (wanted.includes('memory')) sections.push(await memorySection(place, [leeslamp, bare]))
if (wanted.includes('search')) sections.push(...(await searchSections(place, leeslamp)))
await screen.stop()
const machine = `Electron ${process.env.LEESLAMP_ELECTRON_VERSION ?? '?'}, ${String(os.cpus().length)} × ${os.cpus()[0]?.model ?? '?'}`
process.stdout.write(`${machine}\n\n${asText(sections)}`)
if (asked.json !== undefined)
  fs.writeFileSync(
    path.resolve(process.env.INIT_CWD ?? '.', asked.json),
    `${JSON.stringify({ machine, rounds, sections }, null, 2)}\n`,
  )
