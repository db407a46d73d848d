// The ways in which a whole letter can be read: how its titles and headings are marked and where its sources stand.
import { rankOf, plainRank, type LineSigns } from './signs.ts'

/** What short lines of one mark are: headings; titles where they stand above a text; either, by the empty line below; or text. */
export type Use = 'heading' | 'title' | 'tight title' | 'text'

/** A few habits that are held through the whole letter. */
export interface Reading {
  readonly uses: ReadonlyMap<string, Use>
  readonly isTitled: boolean
  /** Titles may end in a full stop. */
  readonly stoppedTitles: boolean
  /** Where names without a label may stand on a line of their own. */
  readonly names: 'nowhere' | 'below' | 'under the title'
  /** Without titles: an item goes on until its sources come. */
  readonly goesOn: boolean
}

const mostMarks = 4
const fewestNames = 2
const fewestStopped = 1

/** The readings that a letter could have, plainer ones first. */
export function possibleReadings(lines: readonly LineSigns[]): Reading[] {
  const marks = commonMarks(lines)
  const places = possiblePlaces(lines)
  const stops = lines.filter((_line, at) => isStoppedTitle(lines, at, true)).length
  const hasSources = lines.some(
    ({ isLabelled, names, part }) => isLabelled || names !== null || part.end.sources.length > 0,
  )
  const runIn = lines.some(({ part }) => part.runsIn)
  return usesOf(marks, partedByGaps(lines)).flatMap((uses) => {
    const isTitled = runIn || [...uses.values()].some((use) => use.endsWith('title'))
    return places.flatMap((names): Reading[] => {
      if (!isTitled) {
        if (names === 'under the title') return []
        return (hasSources ? [false, true] : [false]).map((goesOn) => ({
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
    })
  })
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

/** What may stand between a title and its text: labelled sources, and names that are known, several, or with a day. */
export function isUnderTitle({ isLabelled, names, form }: LineSigns): boolean {
  if (isLabelled || names === null) return isLabelled
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

/** The marks of which some lines have an empty line below them, and others have none. */
function partedByGaps(lines: readonly LineSigns[]): ReadonlySet<string> {
  const tight = new Set<string>()
  const loose = new Set<string>()
  lines.forEach(({ mark, isHead }, index) => {
    if (isHead) (lines[index + 1]?.gap === 'tight' ? tight : loose).add(mark)
  })
  return new Set([...tight].filter((mark) => loose.has(mark)))
}

/** Every way to use the marks in which no title has a higher level than a heading. */
function usesOf(marks: readonly string[], parted: ReadonlySet<string>): ReadonlyMap<string, Use>[] {
  let all: (readonly (readonly [string, Use])[])[] = [[]]
  for (const mark of marks) {
    const isPlain = mark === String(plainRank)
    const uses: Use[] = ['heading', 'title']
    if (parted.has(mark)) uses.push('tight title')
    if (isPlain && marks.length > 1) uses.push('text')
    all = all.flatMap((others) =>
      uses.flatMap((use) => {
        if (use === 'tight title' && others.some(([, other]) => other === use)) return []
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
  const below = lines.filter(({ names }, at) => names !== null && isText(lines[at - 1])).length
  const between = lines.filter((line, at) => {
    return isUnderTitle(line) && isText(lines[at + 1]) && lines[at - 1]?.part.isShort === true
  }).length
  return [
    'nowhere',
    ...(below >= fewestNames ? (['below'] as const) : []),
    ...(between >= fewestNames ? (['under the title'] as const) : []),
  ]
}
