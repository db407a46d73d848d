// The open edition and how to find one's way in it.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Maker } from '#core/desktop/session'
import { withSoftHyphens } from '#core/dutch/hyphenate'
import { openingItem, type EditionBundle, type Item } from '#core/edition/edition'
import { placeSections, type PlacedSection } from '#core/edition/placed-item'
import { partTexts } from '#core/reading/part-texts'
import type { ItemPart } from '#core/reading/passage'
import { readingMinutes } from '#core/reading/reading-position'

export const useEditionStore = defineStore('edition', () => {
  const bundle = shallowRef<EditionBundle | null>(null)
  /** Who made it; null for a file that is only read and not kept. */
  const maker = shallowRef<Maker | null>(null)
  const edition = computed(() => bundle.value?.edition ?? null)
  const notesLanguage = computed(() => bundle.value?.notes?.language ?? 'en')

  const sections = computed<readonly PlacedSection[]>(() =>
    bundle.value === null ? [] : placeSections(bundle.value),
  )

  const items = computed(() => sections.value.flatMap((section) => section.items))
  const itemById = computed(() => new Map(items.value.map((placed) => [placed.item.id, placed])))
  const minutes = computed(() => {
    const texts = [edition.value?.lede ?? '', ...items.value.map((placed) => placed.item.text)]
    return readingMinutes(texts.join(' ').split(/\s+/u).length)
  })

  /** The text of an item, or of the opening, and the title that is shown above it; null for an id of neither. */
  function textAndTitle(id: string): Pick<Item, 'text' | 'title'> | null {
    if (id !== openingItem) return itemById.value.get(id)?.item ?? null
    const lede = edition.value?.lede ?? null
    return lede === null ? null : { text: lede, title: null }
  }

  /** One of the texts of an item, or the lede; empty where there is none. */
  function textOf(id: string, part: ItemPart): string {
    const gist = itemById.value.get(id)?.notes?.gist
    return (part === 'gist' ? gist : textAndTitle(id)?.text) ?? ''
  }

  /** All of them: the lede, and the texts of each item. */
  const texts = computed(() => (bundle.value === null ? [] : partTexts(bundle.value)))

  function open(opened: EditionBundle | null, madeBy: Maker | null): void {
    bundle.value = opened
    maker.value = madeBy
  }

  /** The text as it is shown: with soft hyphens in its long words when the reader wants them. */
  function shown(text: string, hyphenate: boolean): string {
    const table = bundle.value?.hyphenation
    return hyphenate && table !== undefined ? withSoftHyphens(text, table) : text
  }

  return {
    ...{ bundle, maker, edition, notesLanguage, sections, items, itemById, minutes, texts },
    ...{ textAndTitle, textOf, open, shown },
  }
})
