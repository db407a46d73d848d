// A new revision keeps the ids of the items that were there before, so that annotations and reading positions stay on them.
import type { Edition, EditionNotes, Item } from '../edition/edition.ts'
import type { Steps } from '../steps.ts'
import { itemsOf, matchSteps } from './match-items.ts'

/** An item that an earlier revision had: its id belongs to its text. */
export type GoneItem = Pick<Item, 'id' | 'text'>

/**
 * The newer edition as the next revision of the older one: with its id, and with the old ids of the items that came back. A
 * new item never gets the id of one that is gone: the reader's note about that one would stand beside it.
 * @param gone items of earlier revisions that the older one does not have; one that comes back has its id again
 */
export function* asNextRevision(
  older: Edition,
  newer: Edition,
  gone: readonly GoneItem[] = [],
): Steps<Edition> {
  const found = yield* matchSteps(older, newer)
  const isFound = new Set(found.values())
  const back = yield* matchSteps(
    editionOf(gone.map((item) => ({ ...item, title: null, sources: [] }))),
    editionOf(itemsOf(newer).filter(({ id }) => !isFound.has(id))),
  )
  const oldIds = new Map([...found, ...back].map(([before, now]) => [now, before]))
  const taken = new Set([...itemsOf(older), ...gone].map(({ id }) => id))
  function idOf(id: string): string {
    const known = oldIds.get(id)
    if (known !== undefined) return known
    let free = id
    for (let count = 2; taken.has(free); count++) free = `${id.slice(0, 110)}-${String(count)}`
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

/** The items that a next revision has lost, and those that were lost before and did not come back; the latest last. */
export function goneItems(
  older: Edition,
  next: Edition,
  gone: readonly GoneItem[],
): readonly GoneItem[] {
  const here = new Set(itemsOf(next).map(({ id }) => id))
  return [...gone, ...itemsOf(older).map(({ id, text }) => ({ id, text }))].filter(
    ({ id }) => !here.has(id),
  )
}

function editionOf(items: readonly Item[]): Pick<Edition, 'sections'> {
  return { sections: [{ id: '', heading: null, items: [...items] }] }
}

/**
 * The notes that came with an edition, for what it has become: mended, or with the ids of an earlier revision. The notes of an
 * item follow its text, and go when it is gone. Those of a section follow its heading or its first item.
 */
export function* notesFor(
  before: Edition,
  after: Edition,
  notes: EditionNotes,
): Steps<EditionNotes> {
  const items = yield* matchSteps(before, after)
  function sectionNow(id: string): string | undefined {
    const old = before.sections.find((section) => section.id === id)
    const first = items.get(old?.items[0]?.id ?? '')
    const holds = (section: Edition['sections'][number]): boolean =>
      section.items.some((item) => item.id === first)
    const named = after.sections.filter(({ heading }) => heading === old?.heading)
    const now = named.length === 1 ? named[0] : (named.find(holds) ?? after.sections.find(holds))
    return (now ?? named[0])?.id
  }
  return {
    ...notes,
    edition: after.id,
    sections: notes.sections.flatMap((entry) => {
      const section = sectionNow(entry.section)
      return section === undefined ? [] : [{ ...entry, section }]
    }),
    items: notes.items.flatMap((entry) => {
      const item = items.get(entry.item)
      return item === undefined ? [] : [{ ...entry, item }]
    }),
  }
}
