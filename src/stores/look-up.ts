// The word that is looked up, and the card that tells of it.
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { openingItem } from '#core/edition/edition'
import type { FoundWord } from '#core/lookup/look-up-in-all'
import { sentenceAt, sentencesOf } from '#core/reading/sentences'
import type { PlacedWord } from '#core/reading/words-of'
import { desktop } from '../desktop.ts'
import { useEditionStore } from './edition.ts'
import { useReaderDataStore } from './reader-data.ts'

/** A word of an item, and the sentence it stands in. */
export interface AskedWord extends PlacedWord {
  readonly item: string
  readonly part: 'item' | 'lede'
  readonly sentence: string
  /** Where the sentence begins in the item's text. */
  readonly sentenceStart: number
}

export const useLookUpStore = defineStore('look-up', () => {
  const editions = useEditionStore()
  const reader = useReaderDataStore()
  const asked = shallowRef<AskedWord | null>(null)
  /** Null for a word that is not known. */
  const found = shallowRef<FoundWord | null>(null)
  /** The word that was looked up last, also when its card is closed. */
  const last = shallowRef<AskedWord | null>(null)
  /** What was clicked on with the right button: what the menu looks up. Null where no word is. */
  const pointed = shallowRef<{ readonly item: string; readonly word: PlacedWord } | null>(null)
  /** Counts what is asked: an answer that comes after another question, or when the card is closed, is dropped. */
  let asking = 0

  // Items of another edition may have the same ids.
  watch(
    () => editions.bundle,
    () => {
      last.value = null
      pointed.value = null
    },
    { flush: 'sync' },
  )

  async function open(item: string, word: PlacedWord): Promise<void> {
    const text = editions.textAndTitle(item)?.text ?? ''
    const sentence = sentenceAt(sentencesOf(text), word.start)
    if (sentence === null) return
    const now: AskedWord = {
      ...{
        ...word,
        item,
        part: item === openingItem ? 'lede' : 'item',
        sentenceStart: sentence.start,
      },
      sentence: text.slice(sentence.start, sentence.end),
    }
    const offset = word.start - sentence.start
    const own = ++asking
    const answer = await desktop.findings.lookUp(word.word, now.sentence, offset)
    if (own !== asking) return
    asked.value = now
    last.value = now
    found.value = answer
  }

  function close(): void {
    asking++
    asked.value = null
  }

  /** Whether the word is in the reader's word list already. */
  const isKept = computed(() => {
    const headword = found.value?.headword ?? asked.value?.word
    return reader.annotations.word.some((one) => one.headword === headword)
  })

  return { asked, last, found, pointed, isKept, open, close }
})
