// What the program finds in the text of the open edition by itself. It is worked out anew for each edition that is opened.
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { withoutCorrected } from '#core/reading-notes/corrections'
import { shownFindings, type ShownFindings } from '#core/reading-notes/shown-findings'
import type { NameKind } from '#core/reading-notes/name-lists'
import type { EarlierItem, ItemFindings } from '#core/reading-notes/reading-notes'
import { desktop } from '../desktop.ts'
import { useEditionStore } from './edition.ts'
import { useReaderDataStore } from './reader-data.ts'
import { useSettingsStore } from './settings.ts'

export const useFindingsStore = defineStore('findings', () => {
  const editions = useEditionStore()
  const reader = useReaderDataStore()
  const settings = useSettingsStore()
  const notes = shallowRef<ReadonlyMap<string, ItemFindings>>(new Map())
  const earlier = shallowRef<ReadonlyMap<string, readonly EarlierItem[]>>(new Map())
  watch(
    () => editions.bundle,
    () => {
      notes.value = new Map()
      earlier.value = new Map()
    },
    { flush: 'sync' },
  )

  const isShown = computed(() => settings.settings.showFound)
  const corrections = computed(() =>
    reader.annotations.correction.filter(({ edition }) => edition === editions.edition?.id),
  )
  const corrected = computed(() =>
    withoutCorrected([...notes.value.values()], earlier.value, corrections.value),
  )
  const shown = computed<ReadonlyMap<string, ShownFindings>>(
    () => new Map(corrected.value.notes.map((found) => [found.item, shownFindings(found)])),
  )

  /** Asks for what is not there yet. */
  async function load(): Promise<void> {
    const { bundle } = editions
    if (bundle === null || !isShown.value || notes.value.size > 0) return
    const { id } = bundle.edition
    const found = await desktop.findings.notes(id)
    if (editions.bundle !== bundle || found === null) return
    notes.value = new Map(found.map((one) => [one.item, one]))
    await loadEarlier()
  }

  async function loadEarlier(): Promise<void> {
    const { bundle } = editions
    if (bundle === null) return
    const before = await desktop.findings.earlier(bundle.edition.id)
    if (editions.bundle === bundle && before !== null) earlier.value = before
  }

  /** Asks again what came earlier when the search knows other texts. Returns a function that stops it. */
  function follow(): () => void {
    return desktop.on('indexing', (progress) => {
      if (progress === null && notes.value.size > 0) void loadEarlier()
    })
  }

  /** What is shown of an item; null when nothing was found in it. */
  function ofItem(item: string): ShownFindings | null {
    const found = isShown.value ? shown.value.get(item) : undefined
    if (found === undefined) return null
    const { figures, names, terms } = found
    const isEmpty = figures.length + names.length + terms.length + earlierThan(item).length === 0
    return isEmpty ? null : found
  }

  function earlierThan(item: string): readonly EarlierItem[] {
    return corrected.value.earlier.get(item) ?? []
  }

  /** What kind of name stands there in an item's text; null where none is found. */
  function nameKindAt(item: string, offset: number): NameKind | null {
    const names = notes.value.get(item)?.names ?? []
    return names.find(({ start, end }) => start <= offset && offset < end)?.kind ?? null
  }

  return { isShown, load, follow, ofItem, earlierThan, nameKindAt }
})
