// The ways in which a whole letter can be read: how its titles and headings are marked and where its sources stand.
import { rankOf, plainRank, type LineSigns } from './signs.ts'

/** What short lines of one mark are; a title that stands above no text is a heading. */
export type Use = 'heading' | 'title' | 'text'

/** A few habits that are held through the whole letter. */
export interface Reading {
  readonly uses: ReadonlyMap<string, Use>
  readonly isTitled: boolean
  /** Titles may end in a full stop. */
  readonly stoppedTitles: boolean
  /** Where names without a label may stand on a line of their own. */
  readonly names: 'nowhere' | 'below' | 'under the title' | 'under each title'
  /** Without titles: an item goes on until its sources come. */
  readonly goesOn: boolean
}

const mostMarks = 4
const fewestStopped = 1
const fewestBulletTitles = 2
/** One name alone is believed below a title where this many titles have several or known ones. */
const fewestSure = 2

/** The readings that a letter could have, plainer ones first. */
export function possibleReadings(lines: readonly LineSigns[]): Reading[] {
  const marks = commonMarks(lines)
  const places = possiblePlaces(lines)
  const stops = lines.filter((_line, at) => isStoppedTitle(lines, at, true)).length
  const namesSources = lines.some(
    ({ isLabelled, part }) => isLabelled || part.end.sources.length > 0,
  )
  const runIn = lines.some(({ part }) => part.runsIn)
  const ofBullets = lines.filter((_line, at) => isBulletAboveText(lines, at)).length
  const combinations = usesOf(marks).flatMap((uses) => {
    if (runIn || [...uses.values()].includes('title')) return [{ uses, isTitled: true }]
    const ways = ofBullets >= fewestBulletTitles ? [false, true] : [false]
    return ways.map((isTitled) => ({ uses, isTitled }))
  })
  return combinations.flatMap(({ uses, isTitled }) =>
    places.flatMap((names): Reading[] => {
      if (!isTitled) {
        if (skipsNames(names)) return []
        const canGoOn = namesSources || names === 'below'
        return (canGoOn ? [false, true] : [false]).map((goesOn) => ({
          uses,
          isTitled,
          stoppedTitles: false,
          names,
          goesOn,
        }))
      }
      const stopped = stops >= fewestStopped ? [false, true] : [false]
      return stopped.map((stoppedTitles) => ({
        uses,
        isTitled,
        stoppedTitles,
        names,
        goesOn: true,
      }))
    }),
  )
}

/** A short line behind a bullet right above a text without one. */
function isBulletAboveText(lines: readonly LineSigns[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]]
  if (line?.part.bullet !== true || !line.part.isShort || next === undefined) return false
  return !next.part.bullet && !next.part.isShort && !next.isLabelled
}

/** `Het dak lekt.` where a title could stand; `skips` when sources may stand between a title and its text. */
export function isStoppedTitle(
  lines: readonly LineSigns[],
  index: number,
  skips: boolean,
): boolean {
  const [above, line, next, afterNext] = [-1, 0, 1, 2].map((step) => lines[index + step])
  if (line?.form !== 'stopped' || line.part.bullet || line.part.end.sources.length > 0) return false
  const below = skips && next !== undefined && isUnderTitle(next) ? afterNext : next
  if (below === undefined || below.isLabelled || below.part.bullet || below.part.isShort)
    return false
  if (above === undefined || above.isLabelled || above.part.isShort) return true
  return line.part.gapBefore || above.part.end.sources.length > 0
}

/** Whether names may stand between a title and its text. */
export function skipsNames(names: Reading['names']): boolean {
  return names === 'under the title' || names === 'under each title'
}

/**
 * What may stand between a title and its text: labelled sources, and names that are known, several, or with a day; any
 * name where each title has some below it.
 */
export function isUnderTitle(
  { isLabelled, names, form }: LineSigns,
  place: Reading['names'] = 'under the title',
): boolean {
  if (isLabelled || names === null) return isLabelled
  if (place === 'under each title') return true
  return form === 'known name' || names.names.length > 1 || names.findings.length > 0
}

function commonMarks(lines: readonly LineSigns[]): string[] {
  const counts = new Map<string, number>()
  lines.forEach(({ mark, isHead }, index) => {
    if (isHead || isStoppedTitle(lines, index, true)) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  })
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostMarks)
    .map(([mark]) => mark)
    .sort()
}

/** Every way to use the marks in which no title has a higher level than a heading. */
function usesOf(marks: readonly string[]): ReadonlyMap<string, Use>[] {
  let all: (readonly (readonly [string, Use])[])[] = [[]]
  for (const mark of marks) {
    const isPlain = mark === String(plainRank)
    const uses: Use[] = ['heading', 'title']
    if (isPlain && marks.length > 1) uses.push('text')
    all = all.flatMap((others) =>
      uses.flatMap((use) => {
        const isBelow = others.some(
          ([other, used]) => used !== 'heading' && rankOf(other) < rankOf(mark),
        )
        if (use === 'heading' && isBelow && rankOf(mark) < plainRank) return []
        return [[...others, [mark, use] as const]]
      }),
    )
  }
  return all.map((uses) => new Map(uses))
}

function possiblePlaces(lines: readonly LineSigns[]): Reading['names'][] {
  const isText = (line: LineSigns | undefined): boolean =>
    line !== undefined && !line.part.isShort && !line.isLabelled
  const isBelow = lines.some(({ names }, at) => names !== null && isText(lines[at - 1]))
  const isBetween = (line: LineSigns, at: number): boolean =>
    (line.names !== null || line.isLabelled) &&
    isText(lines[at + 1]) &&
    lines[at - 1]?.part.isShort === true
  const between = lines.filter(isBetween)
  const sure = between.filter((line) => isUnderTitle(line))
  const isEach = sure.length >= fewestSure && sure.length < between.length
  return [
    'nowhere',
    ...(isBelow ? (['below'] as const) : []),
    ...(sure.length > 0 ? (['under the title'] as const) : []),
    ...(isEach ? (['under each title'] as const) : []),
  ]
}
