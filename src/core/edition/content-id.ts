// Ids made from words, for texts that bring none of their own.

/**
 * Words as an id: lower case, without diacritics, joined by hyphens and cut after a whole word where possible.
 * Empty when no Latin letter or digit is left.
 */
export function contentId(words: string, maxLength = 60): string {
  const slug = words
    .slice(0, maxLength * 4)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '')
    .join('-')
  if (slug.length <= maxLength) return slug
  const cut = slug.lastIndexOf('-', maxLength)
  return slug.slice(0, cut > 0 ? cut : maxLength)
}

/**
 * Gives out ids that differ: the second `drones` becomes `drones-2`. Takes the fallback for words without an id.
 * @param given ids that others have already
 */
export function createIdMaker(
  given: Iterable<string> = [],
): (words: string, fallback: string) => string {
  const taken = new Set(given)
  const counts = new Map<string, number>()
  return (words, fallback) => {
    const base = contentId(words) || fallback
    let count = counts.get(base) ?? 1
    let id = count === 1 ? base : `${base}-${count}`
    while (taken.has(id)) id = `${base}-${++count}`
    counts.set(base, count)
    taken.add(id)
    return id
  }
}
