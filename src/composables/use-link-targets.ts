// What a link in a note can lead to: everything that was kept, the items of the open edition, and what the search finds in others.
import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Tagged } from '#core/annotations/annotation'
import {
  compareTargets,
  completeLink,
  endOf,
  type ComparedTarget,
  type LinkTarget,
} from '#core/annotations/note-links'
import { firstWords } from '#core/edition/edition'
import { unfiltered, type SearchAnswer } from '#core/search/search-types'
import { desktop } from '../desktop.ts'
import { useEditionStore } from '../stores/edition.ts'
import { useTagsStore } from '../stores/tags.ts'

/** So many words tell what a link leads to. */
const shownWords = 8
/** So many ends of a link that are at hand are offered at once, and so many hits in other editions. */
const mostOffered = 8
const mostHits = 4
/** Fewer letters than these are not searched for. */
const leastLetters = 3

export function useLinkTargets(): {
  /** What completes a link, the best first; those that the search finds come in later. */
  readonly complete: (typed: string) => readonly LinkTarget[]
  /** Searches the other editions for what is typed of a link; null for none. */
  readonly seek: (typed: string | null) => Promise<void>
} {
  const { t } = useI18n()
  const editions = useEditionStore()
  const tags = useTagsStore()
  /** Everything that was kept and the items of the open edition, as they are when a link is begun. */
  const near = shallowRef<readonly ComparedTarget[]>([])
  const elsewhere = shallowRef<readonly LinkTarget[]>([])
  let sought: string | null = null

  function ofRecord(record: Tagged): LinkTarget {
    const { edition, item, context, quote } = record
    const passage = record.kind === 'highlight' ? record.anchor.exact : ''
    const title = context?.item ?? firstWords(quote, shownWords, ' …')
    return {
      ...{ edition, item, passage },
      words: passage === '' ? title : firstWords(passage, shownWords, ' …'),
      where: edition === editions.edition?.id ? numbered(item) : (context?.title ?? edition),
    }
  }

  function numbered(item: string): string {
    const number = editions.itemById.get(item)?.number
    return number === undefined ? '' : t('contents.item', { n: number })
  }

  function ofHits({ hits, editions: found }: SearchAnswer): LinkTarget[] {
    // Titles and intros have no number, and are no item to link to.
    const items = hits.filter(({ number }) => number > 0)
    return items.map(({ edition, item, excerpt }) => ({
      ...{ edition, item, passage: '' },
      words: firstWords(excerpt.replace(/^… /u, ''), shownWords, ' …'),
      where: found.find(({ id }) => id === edition)?.title ?? edition,
    }))
  }

  async function seek(typed: string | null): Promise<void> {
    if (sought === null && typed !== null) near.value = compareTargets(nearTargets())
    sought = typed
    const text = typed?.trim() ?? ''
    if (text.length < leastLetters) {
      elsewhere.value = []
      return
    }
    const ids = editions.edition === null ? [] : [editions.edition.id]
    const found = await desktop.search.askKept({
      ...{ ...unfiltered, id: 0, text, edition: null, limit: mostHits, skip: 0 },
      editions: { ids, areLeftOut: true },
    })
    if (sought === typed && found.ok && found.answer !== null)
      elsewhere.value = ofHits(found.answer)
  }

  /** Kept ones first, the latest of them before the others; what was kept in two ways stands there once. */
  function nearTargets(): LinkTarget[] {
    const here = editions.items.map(({ item }): LinkTarget => {
      const words = item.title ?? firstWords(item.text, shownWords, ' …')
      const edition = editions.edition?.id ?? ''
      return { edition, item: item.id, passage: '', words, where: numbered(item.id) }
    })
    return [...tags.tagged.map(ofRecord).toReversed(), ...here]
  }

  function complete(typed: string): readonly LinkTarget[] {
    const first = completeLink(near.value, typed).slice(0, mostOffered)
    const ends = new Set(first.map(endOf))
    return [...first, ...elsewhere.value.filter((target) => !ends.has(endOf(target)))]
  }

  return { complete, seek }
}
