// What was worked out before, for a while: of texts and words the same few come again and again.

/**
 * A function that remembers what it gave for the last `mostEntries` different keys at least, and for twice as many at most.
 *
 * @param work gives something else than undefined, and the same for the same key
 */
export function createMemo<Key, Value extends NonNullable<unknown> | null>(
  mostEntries: number,
  work: (key: Key) => Value,
): (key: Key) => Value {
  // When the newer ones are enough, the older ones go, but for those that were asked for meanwhile.
  let newer = new Map<Key, Value>()
  let older = new Map<Key, Value>()
  return (key) => {
    const known = newer.get(key)
    if (known !== undefined) return known
    const value = older.get(key) ?? work(key)
    if (newer.size >= mostEntries) {
      older = newer
      newer = new Map()
    }
    newer.set(key, value)
    return value
  }
}
