// Moments as ISO timestamps, which may be of different time zones.

/** The earlier of two moments. Of two that are the same it is the same one in whatever order they come. */
export function earlier(one: string, other: string): string {
  const between = Date.parse(one) - Date.parse(other)
  return between < 0 || (between === 0 && one < other) ? one : other
}

export function later(one: string, other: string): string {
  const between = Date.parse(one) - Date.parse(other)
  return between > 0 || (between === 0 && one > other) ? one : other
}
