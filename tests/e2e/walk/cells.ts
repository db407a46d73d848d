// The cells of the walk: what can be open, in which window, with which text. Every pair of values that can occur together occurs.
import { randomNumbers } from '../../bench/random-numbers.ts'

export const dimensions = {
  screen: ['original', 'notes', 'side-by-side', 'library', 'desk', 'proof'],
  width: [600, 720, 900, 960, 1_100, 1_240, 1_280, 1_440, 1_600, 1_920],
  text: [16, 19, 26, 38],
  scale: [100, 150, 200],
  measure: ['narrow', 'normal', 'wide'],
  open: [
    'nothing',
    'search',
    'kept',
    'appearance',
    'settings',
    'find',
    'filter',
    'note',
    'card',
    'highlight',
  ],
  edition: ['bundled', 'english', 'items-300', 'sections-200', 'long-titles', 'right-to-left'],
} as const

export type Cell = {
  readonly [Name in keyof typeof dimensions]: (typeof dimensions)[Name][number]
}
type Name = keyof typeof dimensions
const names = Object.keys(dimensions) as Name[]

/** What a screen cannot have open: find, filter, note, card and highlight belong to the text; a proof has the appearance alone. */
export function canExist({ screen, open, width, scale }: Partial<Cell>): boolean {
  // A window is never smaller than 480 px as the reader sees it, so that its least width grows with the scale.
  if (width !== undefined && scale !== undefined && width < (480 * scale) / 100) return false
  if (screen === undefined || open === undefined) return true
  const ofTheText: readonly string[] = ['find', 'filter', 'note', 'card', 'highlight']
  if (screen === 'library' || screen === 'desk') return !ofTheText.includes(open)
  // Words and sentences are those of the original.
  if (screen === 'notes') return open !== 'card' && open !== 'highlight'
  if (screen === 'proof') return ['nothing', 'appearance'].includes(open)
  return true
}

function pairsOf(cell: Cell): string[] {
  return names.flatMap((one, index) =>
    names.slice(index + 1).map((other) => `${one}=${cell[one]} ${other}=${cell[other]}`),
  )
}

/** All pairs of values that can occur together in some cell. */
export function allPairs(): Set<string> {
  const pairs = names.flatMap((one, index) =>
    names
      .slice(index + 1)
      .flatMap((other) =>
        dimensions[one].flatMap((first) =>
          dimensions[other].flatMap((second) =>
            canExist({ [one]: first, [other]: second }) ? `${one}=${first} ${other}=${second}` : [],
          ),
        ),
      ),
  )
  return new Set(pairs)
}

export function allCells(): Cell[] {
  let cells: Partial<Cell>[] = [{}]
  for (const name of names)
    cells = cells.flatMap((cell) => dimensions[name].map((value) => ({ ...cell, [name]: value })))
  return cells.filter(canExist) as Cell[]
}

/**
 * Cells in which every pair occurs, chosen greedily: each new cell brings the most pairs that are still wanted. The same cells
 * every time.
 * @param times how often each pair is to occur
 */
export function chosenCells(times: number): Cell[] {
  const random = randomNumbers(20_311)
  const all = allCells()
  const wanted = new Map([...allPairs()].map((pair) => [pair, times]))
  const chosen: Cell[] = []
  while (wanted.size > 0) {
    let best: Cell | null = null
    let most = -1
    // A sample is as good as all of them, and takes a hundredth of the time.
    for (let tried = 0; tried < 200; tried++) {
      const cell = all[Math.floor(random() * all.length)] as Cell
      const brings = pairsOf(cell).filter((pair) => wanted.has(pair)).length
      if (brings > most) [best, most] = [cell, brings]
    }
    if (best === null || most === 0) best = cellWith([...wanted.keys()][0] ?? '', all)
    chosen.push(best)
    for (const pair of pairsOf(best)) {
      const left = (wanted.get(pair) ?? 0) - 1
      if (left > 0) wanted.set(pair, left)
      else wanted.delete(pair)
    }
  }
  return chosen
}

function cellWith(pair: string, all: readonly Cell[]): Cell {
  const found = all.find((cell) => pairsOf(cell).includes(pair))
  if (found === undefined) throw new Error(`no cell has ${pair}`)
  return found
}

export function nameOf(cell: Cell): string {
  return names.map((name) => String(cell[name])).join(', ')
}
