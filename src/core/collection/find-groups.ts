// A reader looks for a group of parts by its name, the addresses in it, or what its parts are called.
import type { CollectionPart } from '../desktop/collection.ts'
import { fold } from '../dutch/fold.ts'
import type { PartGroup } from './group-parts.ts'

/** Takes time for all parts once, and then answers for the groups that have every word of a text, in their order. */
export function groupFinder(
  groups: readonly PartGroup[],
  parts: readonly CollectionPart[],
): (text: string) => readonly PartGroup[] {
  const said = groups.map(({ name, places }) => {
    const own = places.flatMap((place) => parts[place] ?? [])
    const words = own.map(({ title, sender, address }) => `${title} ${sender} ${address}`)
    return fold([name, ...new Set(words)].join(' '))
  })
  return (text) => {
    const words = fold(text)
      .split(/\s+/u)
      .filter((word) => word !== '')
    return groups.filter((_group, index) => words.every((word) => said[index]?.includes(word)))
  }
}
