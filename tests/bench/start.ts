// How long from the start of the process until the first item stands on the screen, against a bare window.
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { quietMachine } from './quiet.ts'
import { readableSince, watchRegion, type Region, type Screen } from './screen.ts'
import { freshProfile, placeOfFirstItem, start, type Place, type Subject } from './subjects.ts'

/** How often the screen is looked at, and how long a run is watched, in ms: long enough to be at rest at its end. */
const period = 4
const watched = 2_500

/** The starts of one profile: the first finds it empty, the second finds what the first left, the last one finds it used. */
export const startKinds = ['cold', 'warm', 'used'] as const
export type StartKind = (typeof startKinds)[number]

export interface StartTimes {
  /** By subject, one time in ms a round; the rounds of the subjects took turns. */
  readonly times: Readonly<Record<StartKind, readonly (readonly number[])[]>>
  /** Starts that could not wait for a quiet machine. */
  readonly noisy: number
}

async function timeToRead(
  place: Place,
  screen: Screen,
  subject: Subject,
  profile: string,
  region: Region,
): Promise<number> {
  const running = start(place, subject, profile)
  const pictures = await watchRegion(screen, region, wait(watched), period)
  await running.stop()
  return readableSince(pictures, region) - running.started
}

/**
 * Starts the subjects in turns, each in a profile of its own that is new in every round.
 * @param options.warmUps rounds before the first that counts
 */
export async function measureStart(
  place: Place,
  screen: Screen,
  subjects: readonly Subject[],
  options: { rounds: number; warmUps: number; tell: (text: string) => void },
): Promise<StartTimes> {
  const seats: { subject: Subject; region: Region }[] = []
  for (const subject of subjects)
    seats.push({ subject, region: await placeOfFirstItem(place, subject) })
  const times = {
    cold: subjects.map((): number[] => []),
    warm: subjects.map((): number[] => []),
    used: subjects.map((): number[] => []),
  }
  let noisy = 0
  for (let round = -options.warmUps; round < options.rounds; round++) {
    options.tell(`start: round ${String(round + 1)} of ${String(options.rounds)}`)
    const profiles = subjects.map(() => freshProfile(place))
    for (const kind of startKinds) {
      const turn = [...seats.entries()]
      for (const [index, { subject, region }] of round % 2 === 0 ? turn : turn.toReversed()) {
        if (!(await quietMachine())) noisy++
        const time = await timeToRead(place, screen, subject, profiles[index] ?? '', region)
        if (round >= 0) times[kind][index]?.push(time)
      }
    }
    for (const profile of profiles) fs.rmSync(profile, { recursive: true, force: true })
  }
  return { times, noisy }
}
