// How long from the start of the process until the first item stands on the screen, against a bare window.
import fs from 'node:fs'
import { quietMachine, watchNeighbours } from './neighbours.ts'
import { readableSince, watchRegion, type Region, type Screen } from './screen.ts'
import {
  freshProfile,
  placeOfFirstItem,
  start,
  type Place,
  type Startable,
  type Subject,
} from './subjects.ts'

/** How the screen is watched, in ms: the rest is long enough for all that comes after the first text to be written. */
const watching = { period: 4, rest: 1_500, patience: 15_000 }

/** A start during which others took more than this share of the machine tells of them, not of the program. */
const tolerance = 0.15

/** The starts of one profile: the first finds it empty, the second finds what the first left, the third finds it used. */
export const startKinds = ['cold', 'warm', 'used'] as const
export type StartKind = (typeof startKinds)[number]

/** By kind and subject, times in ms; the n-th times of all subjects were taken in turns. */
export type StartTimes = Readonly<Record<StartKind, readonly (readonly number[])[]>>

interface Seat {
  readonly subject: Startable
  readonly region: Region
}

export interface StartTime {
  /** From the start of a process until its first item can be read, in ms. */
  readonly time: number
  /** False when others were busy meanwhile, so that it tells of them as well. */
  readonly isQuiet: boolean
}

/** Starts a program once and ends it, when the machine is quiet or does not become so. */
export async function timeToRead(
  place: Place,
  screen: Screen,
  { subject, region }: Seat,
  profile: string,
): Promise<StartTime> {
  await quietMachine()
  const shareOfOthers = watchNeighbours()
  const running = start(place, subject, profile)
  const pictures = await watchRegion(screen, region, watching)
  const isQuiet = shareOfOthers() <= tolerance
  await running.stop()
  return { time: readableSince(pictures, region) - running.started, isQuiet }
}

/** One start of every subject, each in its own profile; null when one of them was disturbed. */
async function turn(
  place: Place,
  screen: Screen,
  seats: readonly Seat[],
  profiles: readonly string[],
  isReversed: boolean,
): Promise<readonly number[] | null> {
  const order = [...seats.entries()]
  const times: number[] = []
  let isDisturbed = false
  for (const [index, seat] of isReversed ? order.toReversed() : order) {
    const { time, isQuiet } = await timeToRead(place, screen, seat, profiles[index] ?? '')
    isDisturbed ||= !isQuiet
    times[index] = time
  }
  return isDisturbed ? null : times
}

/**
 * Starts the subjects in turns, in profiles that are new in every round. A turn that others disturbed is left out and
 * made up for by a further round; after three times the rounds it is what it is.
 * @param options.warmUps rounds before the first that counts
 */
export async function measureStart(
  place: Place,
  screen: Screen,
  subjects: readonly Subject[],
  options: { rounds: number; warmUps: number; tell: (text: string) => void },
): Promise<StartTimes> {
  const { rounds, warmUps, tell } = options
  const seats: Seat[] = []
  for (const subject of subjects)
    seats.push({ subject, region: await placeOfFirstItem(place, subject) })
  const empty = (): number[][] => subjects.map(() => [])
  const times = { cold: empty(), warm: empty(), used: empty() }
  const fewest = (): number => Math.min(...startKinds.map((kind) => times[kind][0]?.length ?? 0))
  for (let round = -warmUps; round < rounds * 3 && fewest() < rounds; round++) {
    tell(`start: ${String(fewest())} of ${String(rounds)} rounds`)
    const profiles = subjects.map(() => freshProfile(place))
    for (const kind of startKinds) {
      const measured = await turn(place, screen, seats, profiles, round % 2 !== 0)
      if (round < 0 || measured === null) continue
      for (const [index, time] of measured.entries()) times[kind][index]?.push(time)
    }
    for (const profile of profiles) fs.rmSync(profile, { recursive: true, force: true })
  }
  return times
}
