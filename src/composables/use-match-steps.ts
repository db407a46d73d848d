// The next and the previous match. After the last mark on the page comes the next hit of the search, also in another edition.
import { nextTick } from 'vue'
import { useI18n } from 'vue-i18n'
import { useMessagesStore } from '../stores/messages.ts'
import { useSearchStore } from '../stores/search.ts'
import { useViewStore } from '../stores/view.ts'
import { useOpenHit } from './use-open-hit.ts'
import { hasMatchBeyond, matchCount, stepThroughMatches } from './use-text-marks.ts'

export function useMatchSteps(): (step: 1 | -1) => Promise<void> {
  const { t } = useI18n()
  const { openHit } = useOpenHit()
  const messages = useMessagesStore()
  const search = useSearchStore()
  const view = useViewStore()
  let isOpening = false

  /** The place of the hit to go to; null beyond the first and the last. */
  async function nextPlace(step: 1 | -1): Promise<number | null> {
    const from = search.opened === null ? null : search.placeOf(search.opened)
    if (from === null) return search.selected ?? 0
    return placeBeyond(from, step)
  }

  async function placeBeyond(from: number, step: 1 | -1): Promise<number | null> {
    if (search.hits[from + step] === undefined && step === 1) await search.askMore()
    return search.hits[from + step] === undefined ? null : from + step
  }

  async function openNext(step: 1 | -1): Promise<void> {
    let place = await nextPlace(step)
    if (place === null) {
      messages.show(t(step === 1 ? 'search.lastHit' : 'search.firstHit'))
      return
    }
    const at = step === 1 ? 'start' : 'end'
    // A hit that cannot be opened, which is told, does not bar the way to those behind it.
    for (;;) {
      const became = await openHit(search.hits[place], { at })
      if (became === 'left') return
      if (became === 'opened') break
      place = await placeBeyond(place, step)
      if (place === null) return
    }
    messages.announce(t('search.hitOf', { n: place + 1, all: search.answer?.total ?? 0 }))
    // Its words are marked when its text is in the page.
    await nextTick()
    await nextTick()
  }

  return async (step) => {
    if (view.findShown || hasMatchBeyond(step)) {
      stepThroughMatches(step)
      const { now, all } = matchCount()
      if (!view.findShown) messages.announce(t('search.matchOf', { n: now, all }))
    } else if (search.hits.length > 0 && !isOpening) {
      isOpening = true
      await openNext(step).finally(() => (isOpening = false))
    }
  }
}
