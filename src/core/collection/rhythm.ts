// How often letters come, as a reader would say it.

export type Rhythm =
  | { readonly kind: 'daily' | 'weekly' | 'fortnightly' | 'monthly' | 'rare' }
  /** Every week on one day; 0 is Sunday. */
  | { readonly kind: 'weekday'; readonly day: number }

const dayLength = 86_400_000
/** Fewer dates tell no rhythm. */
const fewest = 3
/** The share of letters that must come on one day of the week. */
const leastOnDay = 0.8

/** @param dates YYYY-MM-DD, in any order; null when they tell no rhythm */
export function rhythmOf(dates: readonly string[]): Rhythm | null {
  if (dates.length < fewest) return null
  const days = [...new Set(dates)].map((date) => Date.parse(date) / dayLength).sort((a, b) => a - b)
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day))
  const middle = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]
  if (middle === undefined) return null
  if (middle <= 2) return { kind: 'daily' }
  if (middle < 6) return null
  if (middle <= 8) return weekly(dates)
  if (middle >= 12 && middle <= 16) return { kind: 'fortnightly' }
  if (middle >= 26 && middle <= 35) return { kind: 'monthly' }
  return middle > 60 ? { kind: 'rare' } : null
}

function weekly(dates: readonly string[]): Rhythm {
  const counts = new Map<number, number>()
  for (const date of dates) {
    const day = new Date(date).getUTCDay()
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const [day, count] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [0, 0]
  return count >= leastOnDay * dates.length ? { kind: 'weekday', day } : { kind: 'weekly' }
}
