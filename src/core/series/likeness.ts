// How alike two blocks of a series are: by their looks, and by where they stand.
import type { Role } from '../outline/roles.ts'
import type { Traits } from './form.ts'

/** A block among the blocks with words around it. */
export interface Placed {
  readonly traits: Traits
  readonly before: Traits | null
  readonly after: Traits | null
  /** What the block before is. */
  readonly roleBefore: Role | null
  /** The words of the heading above, when it stands in other issues, too. */
  readonly section: string | null
}

const weights = {
  ...{ style: 5, tags: 3, kind: 3, level: 3, depth: 2, bold: 2, link: 1.5 },
  ...{ capitals: 1.5, sign: 2, length: 2, end: 1.5, label: 0.5, above: 1.5, below: 1 },
} as const satisfies Record<Exclude<keyof Traits, 'guess'>, number>
const names = Object.keys(weights) as (keyof typeof weights)[]
const weightOfGuess = 5
const weightOfNeighbour = 1
const weightOfRole = 3
const weightOfSection = 2
const lengths: readonly Traits['length'][] = ['few', 'line', 'lines', 'text']

const ofTraits = names.reduce((sum, name) => sum + weights[name], 0)
const ofLooks = ofTraits + 2 * weightOfNeighbour
const ofAll = ofLooks + weightOfGuess + weightOfRole + weightOfSection

export interface Comparison {
  /** From 0 to 1. */
  readonly likeness: (one: Placed, other: Placed) => number
  /** The same without what any block is said to be. */
  readonly likenessOfLooks: (one: Placed, other: Placed) => number
}

/** Remembers what it compared: the same traits come again and again. */
export function createComparison(): Comparison {
  const known = new Map<Traits, Map<Traits, number>>()
  const pointsOfTraits = (one: Traits, other: Traits): number => {
    const own = known.get(one) ?? new Map<Traits, number>()
    known.set(one, own)
    const points = own.get(other) ?? compare(one, other)
    own.set(other, points)
    return points
  }
  const pointsOfLooks = (one: Placed, other: Placed): number =>
    pointsOfTraits(one.traits, other.traits) +
    (lookAlike(one.before, other.before) ? weightOfNeighbour : 0) +
    (lookAlike(one.after, other.after) ? weightOfNeighbour : 0)
  return {
    likeness: (one, other) =>
      (pointsOfLooks(one, other) +
        (one.traits.guess === other.traits.guess ? weightOfGuess : 0) +
        (one.roleBefore === other.roleBefore ? weightOfRole : 0) +
        (one.section === other.section ? weightOfSection : 0)) /
      ofAll,
    likenessOfLooks: (one, other) => pointsOfLooks(one, other) / ofLooks,
  }
}

function compare(one: Traits, other: Traits): number {
  const same = names.filter((name) => one[name] === other[name])
  const points = same.reduce((sum, name) => sum + weights[name], 0)
  // Any two signs, and two lengths that follow on each other, are half alike.
  const areSigned = one.sign !== other.sign && one.sign !== '' && other.sign !== ''
  const steps = Math.abs(lengths.indexOf(one.length) - lengths.indexOf(other.length))
  return points + (areSigned ? weights.sign / 2 : 0) + (steps === 1 ? weights.length / 2 : 0)
}

function lookAlike(one: Traits | null, other: Traits | null): boolean {
  if (one === null || other === null) return one === other
  return one.kind === other.kind && one.style === other.style && one.bold === other.bold
}
