// Files that were refused because they are not UTF-8, until the reader agrees to another encoding.

/** More than a reader has questions open; after so many, the oldest is forgotten. */
const maxRefusals = 50

export function createRefusedFiles() {
  const refused = new Map<number, readonly string[]>()
  let count = 0

  return {
    /** Gives the number by which the window names these files; null when there are none. */
    remember(paths: readonly string[]): number | null {
      if (paths.length === 0) return null
      refused.set(++count, paths)
      refused.delete(count - maxRefusals)
      return count
    },
    /** Undefined for a number that was never given, or is forgotten. */
    find: (refusal: number) => refused.get(refusal),
  }
}
