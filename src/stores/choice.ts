// Files that hold many editions, and what the reader chooses of the first of them.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { groupFinder } from '#core/collection/find-groups'
import { groupingsOf, groupParts, type Grouping } from '#core/collection/group-parts'
import { countEditions, offeredSplits } from '#core/collection/offered-splits'
import type { AddOutcome } from '#core/desktop/adding'
import type { Collection, CollectionSplit } from '#core/desktop/collection'
import { desktop } from '../desktop.ts'

export const useChoiceStore = defineStore('choice', () => {
  /** The first is the one that is looked at. */
  const opened = shallowRef<readonly Collection[]>([])
  const collection = computed(() => opened.value[0] ?? null)
  /** The places of the chosen parts. */
  const chosen = shallowRef<ReadonlySet<number>>(new Set())
  const grouping = ref<Grouping>('sender')
  /** Words of the groups that the reader looks for. */
  const sought = ref('')
  const split = ref<CollectionSplit>('each')
  /** What is chosen is being read: it stays as it is. */
  const isTaking = ref(false)

  const groupings = computed(() => (collection.value === null ? [] : groupingsOf(collection.value)))
  const groups = computed(() => groupParts(collection.value?.parts ?? [], grouping.value))
  const find = computed(() => groupFinder(groups.value, collection.value?.parts ?? []))
  const found = computed(() =>
    sought.value.trim() === '' ? groups.value : find.value(sought.value),
  )
  /** Groups with chosen parts when the reader began to look for others: they stay in sight. */
  const pinned = shallowRef<ReadonlySet<string>>(new Set())
  watch([sought, grouping], () => {
    const withChosen = groups.value.filter(({ places }) =>
      places.some((place) => chosen.value.has(place)),
    )
    pinned.value = new Set(sought.value === '' ? [] : withChosen.map(({ key }) => key))
  })
  /** What was found, below what is chosen. */
  const listed = computed(() => [
    ...groups.value.filter(({ key }) => pinned.value.has(key)),
    ...found.value.filter(({ key }) => !pinned.value.has(key)),
  ])
  const chosenParts = computed(
    () => collection.value?.parts.filter((_part, place) => chosen.value.has(place)) ?? [],
  )
  const known = computed(() => chosenParts.value.filter(({ isKnown }) => isKnown).length)
  const splits = computed(() => {
    const one = collection.value
    if (one === null) return []
    return offeredSplits(one).map((value) => ({
      value,
      ...countEditions(one.kind, chosenParts.value, value),
    }))
  })
  /** How many editions would come in: a part that the library has makes none of its own. */
  const editions = computed(() => {
    const all = splits.value.find(({ value }) => value === split.value)?.editions ?? 0
    return split.value === 'each' && all > 1 ? all - known.value : all
  })

  function open(one: Collection): void {
    opened.value = [...opened.value, one]
    if (opened.value.length === 1) begin()
  }

  /** Shows a file again, before those that wait. */
  function reopen(one: Collection): void {
    opened.value = [one, ...opened.value]
    begin()
  }

  /** What the library has of a file has changed. */
  function replace(one: Collection): void {
    opened.value = opened.value.map((other) => (other.id === one.id ? one : other))
  }

  function begin(): void {
    const one = collection.value
    if (one === null) return
    chosen.value = new Set()
    sought.value = ''
    grouping.value = groupingsOf(one)[0] ?? 'year'
    split.value = offeredSplits(one)[0] ?? 'each'
  }

  function choose(places: readonly number[], isChosen: boolean): void {
    const next = new Set(chosen.value)
    for (const place of places) {
      if (isChosen) next.add(place)
      else next.delete(place)
    }
    chosen.value = next
  }

  /** All parts, or those of the groups that were found. */
  function chooseAll(): void {
    choose(
      found.value.flatMap(({ places }) => places),
      true,
    )
  }

  function chooseNone(): void {
    chosen.value = new Set()
  }

  /** The next file that waited takes the place of this one. */
  function showNext(): void {
    opened.value = opened.value.slice(1)
    begin()
  }

  /** Keeps what is chosen. The choice stays until `showNext`. */
  async function take(): Promise<AddOutcome> {
    const one = collection.value
    if (one === null) return { ok: false, reason: 'nothing-chosen' }
    // What the library has stays as it is, unless the reader asks for that alone.
    const leavesKnown = split.value === 'each' && chosen.value.size > 1
    const places = [...chosen.value]
      .filter((place) => !leavesKnown || one.parts[place]?.isKnown !== true)
      .sort((a, b) => a - b)
    isTaking.value = true
    return desktop.imports.take(one.id, places, split.value).finally(() => (isTaking.value = false))
  }

  function leave(): void {
    const one = collection.value
    showNext()
    if (one !== null) void desktop.imports.leave(one.id)
  }

  return {
    ...{ opened, collection, chosen, grouping, sought, split, groupings, groups, found, listed },
    ...{ known, splits, editions },
    ...{ isTaking, open, reopen, replace, choose, chooseAll, chooseNone },
    ...{ take, showNext, leave },
  }
})
