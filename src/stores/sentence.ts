// The sentence that the keys are at. While one is lit, arrows go from sentence to sentence.
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { openingItem } from '#core/edition/edition'
import type { ItemPart, Passage } from '#core/reading/passage'
import { sentenceAt, sentencesOf } from '#core/reading/sentences'
import { wordsIn } from '#core/reading/words-of'
import { useEditionStore } from './edition.ts'
import { useViewStore } from './view.ts'

export const useSentenceStore = defineStore('sentence', () => {
  const editions = useEditionStore()
  const view = useViewStore()
  /** The item of the lit sentence; null when none is lit. */
  const item = ref<string | null>(null)
  /** Its own text; in the view of the notes, that of the editors' notes. */
  const part = ref<ItemPart>('item')
  const at = ref(0)
  /** Whether it was lit to look up one of its words. */
  const isForWord = ref(false)
  /** Which word of the sentence the arrows are at; null while they go by sentence. */
  const wordIndex = ref<number | null>(null)
  /** Where the reader made what is chosen end; null where they did not. */
  const endAt = ref<number | null>(null)

  const text = computed(() => (item.value === null ? '' : editions.textOf(item.value, part.value)))
  const sentences = computed(() => sentencesOf(text.value))
  const lit = computed<Passage | null>(() => {
    const sentence = sentences.value[at.value]
    return item.value === null || sentence === undefined
      ? null
      : { item: item.value, part: part.value, ...sentence }
  })
  const words = computed(() =>
    lit.value === null ? [] : wordsIn(text.value, lit.value.start, lit.value.end),
  )
  const word = computed(() =>
    wordIndex.value === null ? null : (words.value[wordIndex.value] ?? null),
  )
  const sentenceText = computed(() =>
    lit.value === null ? '' : text.value.slice(lit.value.start, lit.value.end),
  )
  /** What is chosen: the word or the sentence, longer or shorter where the reader made it so. */
  const chosen = computed<Passage | null>(() => {
    if (lit.value === null) return null
    const begun = { ...lit.value, ...(word.value ?? {}) }
    return { ...begun, end: endAt.value ?? begun.end }
  })
  const chosenText = computed(() =>
    chosen.value === null ? '' : text.value.slice(chosen.value.start, chosen.value.end),
  )

  /** Lights the sentence of an item at an offset of its text; the first one without. The original is shown where there is no other text. */
  function light(id: string, offset = 0): void {
    const isOpening = id === openingItem
    const isOfNotes = view.view === 'notes' && editions.textOf(id, 'gist') !== ''
    if (view.view === 'notes' && !isOfNotes && !isOpening) view.view = 'original'
    part.value = isOpening ? 'lede' : isOfNotes ? 'gist' : 'item'
    item.value = id
    wordIndex.value = null
    endAt.value = null
    const found = sentenceAt(sentences.value, offset)
    at.value = found === null ? 0 : sentences.value.indexOf(found)
    view.currentItem = isOpening ? null : id
  }

  /** To the next or previous sentence, over the border of an item. False at either end of the edition. */
  function step(by: 1 | -1): boolean {
    wordIndex.value = null
    endAt.value = null
    if (sentences.value[at.value + by] !== undefined) {
      at.value += by
      return true
    }
    const items = view.visibleItems.map(({ item }) => item.id)
    // A filter by source hides what has none.
    const all = view.source === null && part.value !== 'gist' ? [openingItem, ...items] : items
    const ids = all.filter((id) => editions.textOf(id, part.value) !== '')
    const next = ids[ids.indexOf(item.value ?? '') + by]
    if (next === undefined) return false
    light(next, by === 1 ? 0 : Infinity)
    return true
  }

  /** To the next or previous word of the sentence; the first one when none is chosen. Words are those of the original. */
  function stepWord(by: 1 | -1): void {
    if (part.value === 'gist' && item.value !== null) {
      view.view = 'original'
      light(item.value)
    }
    const last = words.value.length - 1
    const next = wordIndex.value === null ? 0 : wordIndex.value + by
    endAt.value = null
    wordIndex.value = last < 0 ? null : Math.min(last, Math.max(0, next))
  }

  /**
   * Makes what is chosen longer or shorter at its end, by a sentence or a word.
   * @returns false where that cannot be: at the end of the text, or with nothing left to leave out
   */
  function stretch(by: 1 | -1, unit: 'sentence' | 'word'): boolean {
    if (chosen.value === null) return false
    const { start, end } = chosen.value
    const units = unit === 'word' ? wordsIn(text.value, start, text.value.length) : sentences.value
    const ends = units.map((one) => one.end).filter((one) => one > start)
    const next = by === 1 ? ends.find((one) => one > end) : ends.findLast((one) => one < end)
    if (next !== undefined) endAt.value = next
    return next !== undefined
  }

  /** Where the keys begin: at the item at hand, or at the title with the opening. Null for an edition without text. */
  function firstText(): string | null {
    const [first] = view.visibleItems
    const top = editions.textOf(openingItem, 'lede') === '' ? (first?.item.id ?? null) : openingItem
    return view.currentItem ?? top
  }

  /** Lights the word that begins there, to look it up. */
  function lightWord(id: string, offset: number): void {
    light(id, offset)
    const index = words.value.findIndex(({ end }) => end > offset)
    const last = words.value.length - 1
    wordIndex.value = last < 0 ? null : index === -1 ? last : index
    isForWord.value = true
  }

  function goBySentence(): void {
    wordIndex.value = null
    endAt.value = null
  }

  function close(): void {
    item.value = null
    isForWord.value = false
    wordIndex.value = null
    endAt.value = null
  }

  // A text that is not shown any more cannot be lit; the other one of the item is.
  watch(
    () => view.view,
    (now) => {
      const isHidden = now === (part.value === 'item' ? 'notes' : 'original')
      if (item.value === null || part.value === 'lede' || !isHidden) return
      if (now === 'notes' && editions.textOf(item.value, 'gist') === '') close()
      else light(item.value)
    },
  )

  return {
    ...{ item, part, at, isForWord, lit, word, chosen, chosenText, sentences, sentenceText },
    ...{ light, firstText, lightWord, step, stepWord, stretch, goBySentence, close },
  }
})
