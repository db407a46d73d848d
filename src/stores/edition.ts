// The open edition and how to find one's way in it.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Maker } from '#core/desktop/session'
import { withSoftHyphens } from '#core/dutch/hyphenate'
import type { EditionBundle } from '#core/edition/edition'
import type { PlacedSection } from '#core/edition/placed-item'
import { readingMinutes } from '#core/reading/reading-position'

export const useEditionStore = defineStore('edition', () => {
  const bundle = shallowRef<EditionBundle | null>(null)
  /** Who made it; null for a file that is only read and not kept. */
  const maker = shallowRef<Maker | null>(null)
  const edition = computed(() => bundle.value?.edition ?? null)
  const notesLanguage = computed(() => bundle.value?.notes?.language ?? 'en')

  const sections = computed<readonly PlacedSection[]>(() => {
    const notes = bundle.value?.notes ?? null
    const notesOf = new Map(notes?.items.map((entry) => [entry.item, entry]))
    const watchOf = new Map(notes?.sections.map((entry) => [entry.section, entry.watch]))
    let number = 0
    return (edition.value?.sections ?? []).map((section, index) => ({
      section,
      number: index + 1,
      watch: watchOf.get(section.id) ?? null,
      items: section.items.map((item) => ({
        item,
        section,
        number: ++number,
        notes: notesOf.get(item.id) ?? null,
      })),
    }))
  })

  const items = computed(() => sections.value.flatMap((section) => section.items))
  const itemById = computed(() => new Map(items.value.map((placed) => [placed.item.id, placed])))
  const minutes = computed(() => {
    const texts = [edition.value?.lede ?? '', ...items.value.map((placed) => placed.item.text)]
    return readingMinutes(texts.join(' ').split(/\s+/u).length)
  })

  function open(opened: EditionBundle | null, madeBy: Maker | null): void {
    bundle.value = opened
    maker.value = madeBy
  }

  /** The text as it is shown: with soft hyphens in its long words when the reader wants them. */
  function shown(text: string, hyphenate: boolean): string {
    const table = bundle.value?.hyphenation
    return hyphenate && table !== undefined ? withSoftHyphens(text, table) : text
  }

  return { bundle, maker, edition, notesLanguage, sections, items, itemById, minutes, open, shown }
})
