// The tags on what the reader kept, and the place of the field in which they are typed.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Tagged } from '#core/annotations/annotation'
import { annotationKey, descriptionOf, isTagged } from '#core/annotations/kinds'
import { countTags, hasTag, uniteTags, withoutTag } from '#core/annotations/tags'
import type { PlacedItem } from '#core/edition/placed-item'
import { useReaderDataStore } from './reader-data.ts'

/** What gets tags: an item of the open edition, whatever is kept of it, or records by their keys. The first takes new tags. */
export type TagTarget = { readonly placed: PlacedItem } | { readonly keys: readonly string[] }

/** Takes the change back; null when nothing was changed. */
export type TagChange = (() => void) | 'too-many' | null

export const useTagsStore = defineStore('tags', () => {
  const reader = useReaderDataStore()
  /** Where the field stands: the id of an item, or the key of a record. */
  const openAt = shallowRef<string | null>(null)
  /** What was made to be tagged: it goes again when it gets no tag. */
  let madeKey: string | null = null
  /** All that were made so since the start: a tag that is taken back takes them along. */
  const madeKeys = new Set<string>()

  /** All that can have tags, in the order in which it was made. */
  const tagged = computed(() => [...reader.kept.values()].filter((one) => isTagged(one)))
  const counted = computed(() => countTags(tagged.value))

  function placeOf(target: TagTarget): string | undefined {
    return 'keys' in target ? target.keys[0] : target.placed.item.id
  }

  function isOpenAt(target: TagTarget): boolean {
    return openAt.value === placeOf(target)
  }

  function recordsOf(target: TagTarget): readonly Tagged[] {
    if ('keys' in target)
      return target.keys.flatMap((key) => {
        const record = reader.kept.get(key)
        return record !== undefined && isTagged(record) ? record : []
      })
    const { id } = target.placed.item
    return [reader.noteOf(id) ?? [], reader.bookmarkOf(id) ?? []].flat()
  }

  function tagsOf(target: TagTarget): readonly string[] {
    return uniteTags(...recordsOf(target).map(({ tags }) => tags)) ?? []
  }

  /** An item of which nothing is kept gets a bookmark for it. */
  async function add(target: TagTarget, tag: string): Promise<TagChange> {
    const before = recordsOf(target)
    const [record] = before
    if (record === undefined) {
      const isMade =
        'placed' in target && (await reader.addBookmark(target.placed, [spellingOf(tag)]))
      return isMade
        ? () => {
            restore(target, before)
          }
        : null
    }
    const tags = uniteTags(record.tags, [spellingOf(tag)])
    if (tags === null) return 'too-many'
    return (await put(record, tags))
      ? () => {
          restore(target, before)
        }
      : null
  }

  /** As it is written already, if it is there. */
  function spellingOf(tag: string): string {
    return counted.value.find((one) => hasTag([one.tag], tag))?.tag ?? tag
  }

  async function remove(target: TagTarget, tag: string): Promise<TagChange> {
    const before = recordsOf(target)
    let isChanged = false
    for (const record of before)
      if (await put(record, withoutTag(record.tags ?? [], tag))) isChanged = true
    return isChanged
      ? () => {
          restore(target, before)
        }
      : null
  }

  /** @returns whether other tags were written */
  async function put(record: Tagged, tags: readonly string[]): Promise<boolean> {
    const { tags: before = [], ...bare } = record
    if (before.join('\n') === tags.join('\n')) return false
    return reader.put(tags.length === 0 ? bare : { ...bare, tags: [...tags] })
  }

  /** Brings back how a target was; what was made to be tagged goes. */
  function restore(target: TagTarget, before: readonly Tagged[]): void {
    const kept = new Set(before.map(annotationKey))
    const made = recordsOf(target)
      .map(annotationKey)
      .filter((key) => !kept.has(key))
    for (const key of made) void reader.remove(key, null)
    for (const record of before) {
      const key = annotationKey(record)
      const isBare = record.tags === undefined && descriptionOf(record).ownText(record) === null
      void (isBare && madeKeys.has(key) ? reader.remove(key, null) : reader.put(record))
    }
  }

  async function openAtItem(placed: PlacedItem): Promise<void> {
    const isMade = recordsOf({ placed }).length === 0
    if (isMade && !(await reader.addBookmark(placed))) return
    const made = isMade ? reader.bookmarkOf(placed.item.id) : undefined
    begin(placed.item.id, made === undefined ? null : annotationKey(made))
  }

  /** @param isMade whether the record was made to be tagged */
  function openAtRecord(key: string, isMade = false): void {
    begin(key, isMade ? key : null)
  }

  /**
   * Writes a tag otherwise wherever it stands, or takes it away. Where the new one is there already, both become one.
   * @param to null takes it away
   * @returns the records as they were
   */
  function replaceEverywhere(from: string, to: string | null): readonly Tagged[] {
    const before = tagged.value.filter(({ tags }) => hasTag(tags, from))
    for (const record of before)
      void put(
        record,
        // As many as before, or fewer.
        uniteTags(withoutTag(record.tags ?? [], from), to === null ? [] : [to]) ?? [],
      )
    return before
  }

  function begin(place: string, made: string | null): void {
    close()
    openAt.value = place
    madeKey = made
    if (made !== null) madeKeys.add(made)
  }

  function close(): void {
    const made = madeKey === null ? undefined : reader.kept.get(madeKey)
    const isUsed = made !== undefined && 'tags' in made
    if (madeKey !== null && !isUsed) void reader.remove(madeKey, null)
    openAt.value = null
    madeKey = null
  }

  return {
    ...{ openAt, tagged, counted, isOpenAt, tagsOf, spellingOf },
    ...{ add, remove, openAtItem, openAtRecord, replaceEverywhere, close },
  }
})
