// Back and forward over all places of this sitting: in every edition, the library and the proof.
import { nextTick } from 'vue'
import { forget, type History, type Step } from '#core/reading/history'
import { useChoiceStore } from '../stores/choice.ts'
import { useEditionStore } from '../stores/edition.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useProofStore } from '../stores/proof.ts'
import { useViewStore, type HistoryEntry } from '../stores/view.ts'
import { flushAll } from './flush-all.ts'
import { useOpenEdition } from './use-open-edition.ts'

function isOfEdition({ screen }: HistoryEntry): boolean {
  return screen === 'edition' || screen === 'report'
}

type StepAlong = (history: History<HistoryEntry>, here: HistoryEntry) => Step<HistoryEntry> | null

/**
 * @returns walks one step along the history (goBack or goForward); a place that is gone is passed over. Steps that are asked for while one
 *   is under way follow it.
 */
export function useReadingHistory(): (step: StepAlong) => Promise<void> {
  const editions = useEditionStore()
  const library = useLibraryStore()
  const choice = useChoiceStore()
  const proof = useProofStore()
  const view = useViewStore()
  const openEdition = useOpenEdition()
  let last = Promise.resolve()

  async function showEdition(id: string): Promise<boolean> {
    if (id === editions.edition?.id) return true
    const outcome = await library.open(id)
    if (!outcome.ok) return false
    await openEdition(outcome.bundle, { keepSearch: true, isStep: false })
    return true
  }

  async function arrive(place: HistoryEntry): Promise<boolean> {
    await flushAll()
    if (place.screen === 'proof' && proof.proof === null) return false
    if (place.screen === 'choice' && choice.collection === null) return false
    if (isOfEdition(place) && (place.edition === null || !(await showEdition(place.edition))))
      return false
    if (place.screen === 'edition') {
      view.showScreen('edition')
      view.view = place.view
      view.source = place.source
      // Its text comes into the page first.
      await nextTick()
      // The focus goes along, or the next key would lead back to where it was. What covers the text keeps it.
      view.jump = { ...place.anchor, focus: !view.isCovered }
      // The next step leaves from there.
      await nextTick()
      await nextTick()
    } else view.showScreen(place.screen)
    return true
  }

  async function walk(step: StepAlong): Promise<void> {
    const here = view.currentEntry()
    let history = view.history
    try {
      for (let walked = step(history, here); walked !== null; walked = step(history, here)) {
        // Where an edition between two places is gone, both may be the library.
        const isHere = walked.to.screen === here.screen && !isOfEdition(here)
        if (!isHere && (await arrive(walked.to))) {
          history = walked.history
          return
        }
        history = forget(history, walked.to)
      }
    } finally {
      view.history = history
    }
  }

  return (step) => {
    // Who asked for a step that failed hears of it; the next one is walked all the same.
    const walked = last.then(() => walk(step))
    last = walked.catch(() => undefined)
    return walked
  }
}
