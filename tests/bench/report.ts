// What was measured, as a table for the terminal and as data for a file.
import { median, ratioOfMedians, spreadOf, type Spread } from './statistics.ts'

/** One line: ours against a peer's, or ours alone. */
export interface Row {
  readonly name: string
  readonly unit: 'ms' | 'MiB' | '%'
  readonly ours: Spread
  readonly peer: Spread | null
  readonly ratio: Spread | null
  /** Nothing fails when it is missed. */
  readonly goal: Goal | null
}

export interface Goal {
  readonly of: 'ours' | 'ratio'
  readonly is: '≤' | '≥'
  readonly value: number
}

export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
  /** What must be known to read the rows. */
  readonly remarks: readonly string[]
}

/** Medians and quartiles of two series that took turns, and the ratio with its 95 % interval; none to a peer that took no time. */
export function comparedRow(
  name: string,
  unit: Row['unit'],
  ours: readonly number[],
  peer: readonly number[],
  goal: number | null,
): Row {
  const ratio = median(peer) === 0 ? null : ratioOfMedians(ours, peer)
  const aim: Goal | null = goal === null ? null : { of: 'ratio', is: '≤', value: goal }
  return { name, unit, ours: spreadOf(ours), peer: spreadOf(peer), ratio, goal: aim }
}

export function singleRow(
  name: string,
  unit: Row['unit'],
  ours: readonly number[],
  goal: Omit<Goal, 'of'> | null = null,
): Row {
  const aim: Goal | null = goal === null ? null : { of: 'ours', ...goal }
  return { name, unit, ours: spreadOf(ours), peer: null, ratio: null, goal: aim }
}

function digits(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)
}

function shown(spread: Spread | null, show: (value: number) => string): string {
  if (spread === null) return ''
  const { low, mid, high } = spread
  return low === high ? show(mid) : `${show(mid)} [${show(low)}–${show(high)}]`
}

/** Whether a goal is reached; a ratio that may as well be on its other side tells neither. */
export function judged(goal: Goal, { ours, ratio }: Pick<Row, 'ours' | 'ratio'>): string {
  const reached = goal.of === 'ours' ? { low: ours.mid, mid: ours.mid, high: ours.mid } : ratio
  if (reached === null) return ''
  const { low, mid, high } = reached
  const isMet = (value: number): boolean =>
    goal.is === '≤' ? value <= goal.value : value >= goal.value
  const said = isMet(mid) ? 'met' : 'missed'
  return isMet(low) === isMet(high) ? said : `${said}, not for certain`
}

function cells(row: Row): string[] {
  const { name, unit, ours, peer, ratio, goal } = row
  return [
    name,
    unit,
    shown(ours, digits),
    shown(peer, digits),
    shown(ratio, (value) => value.toFixed(2)),
    goal === null ? '' : `${goal.is} ${String(goal.value)} ${judged(goal, row)}`,
  ]
}

const heads = ['', '', 'Leeslamp', 'peer', 'ratio', 'goal']

/** The sections as one table of text. */
export function asText(sections: readonly Section[]): string {
  const all = sections.flatMap(({ rows }) => rows.map(cells))
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...all.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()
  return sections
    .flatMap(({ title, rows, remarks }) => [
      title,
      line(heads),
      ...rows.map((row) => line(cells(row))),
      ...remarks.map((remark) => `  ${remark}`),
      '',
    ])
    .join('\n')
}
