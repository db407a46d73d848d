// Puts the word that is looked up on the reader's word list.
import { useI18n } from 'vue-i18n'
import { annotationKey } from '#core/annotations/kinds'
import type { FoundWord } from '#core/lookup/look-up-in-all'
import { useEditionStore } from '../stores/edition.ts'
import { useLookUpStore } from '../stores/look-up.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useReaderDataStore } from '../stores/reader-data.ts'

export function useKeepWord(): () => void {
  const { t } = useI18n()
  const editions = useEditionStore()
  const lookUp = useLookUpStore()
  const messages = useMessagesStore()
  const reader = useReaderDataStore()

  return () => {
    const { asked, found, isKept } = lookUp
    // A word of the lede is kept with the item under it.
    const placed = editions.itemById.get(asked?.item ?? '') ?? editions.items[0]
    if (asked === null || placed === undefined || isKept) return
    const headword = found?.headword ?? asked.word
    const record = {
      ...{ kind: 'word' as const, ...reader.about(placed), headword, printed: asked.word },
      sentence: asked.sentence.slice(0, longestKept),
      glosses: glossesOf(found),
      parts: found?.parts.map(({ part }) => part) ?? [],
      created: new Date().toISOString(),
    }
    void reader.put(record)
    messages.show(
      t('word.added', { word: headword }),
      () => void reader.remove(annotationKey(record)),
    )
  }
}

/** Each once, though several dictionaries have it; of a compound that none has, what its parts mean. */
function glossesOf(found: FoundWord | null): string[] {
  const { glosses = [], parts = [] } = found ?? {}
  const whole = new Set(glosses.flatMap(({ text }) => text.split('; ')))
  const ofParts = parts.map(({ gloss }) => gloss)
  if (whole.size > 0 || ofParts.length === 0 || ofParts.includes(null))
    return [...whole].slice(0, mostGlosses)
  return [ofParts.join(' · ')]
}

/** The first of them say what a word means. */
const mostGlosses = 10
/** A longer sentence is kept up to here. */
const longestKept = 2_000
