// A new revision of an edition keeps the ids of the items that were there before, so that bookmarks, notes and places stay on
// them without being touched.
import type { Edition } from '../edition/edition.ts'
import { matchItems } from './match-items.ts'

/**
 * The newer edition as the next revision of the older one: its id, and for every item that is found again the id that it
 * had. An item that is new gets another id when its own is taken.
 */
export function asNextRevision(older: Edition, newer: Edition): Edition {
  const oldIds = new Map([...matchItems(older, newer)].map(([before, now]) => [now, before]))
  const taken = new Set(oldIds.values())
  function idOf(id: string): string {
    const known = oldIds.get(id)
    if (known !== undefined) return known
    let free = id
    for (let count = 2; taken.has(free); count++) free = `${id}-${String(count)}`
    taken.add(free)
    return free
  }
  return {
    ...newer,
    id: older.id,
    revision: older.revision + 1,
    sections: newer.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...item, id: idOf(item.id) })),
    })),
  }
}
