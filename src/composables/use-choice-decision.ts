// How a choice among many editions ends: the reader leaves it, or keeps what is chosen.
import { useChoiceStore } from '../stores/choice.ts'
import { useProofStore } from '../stores/proof.ts'
import { useViewStore } from '../stores/view.ts'
import { useAdding } from './use-adding.ts'

export interface ChoiceDecision {
  readonly cancel: () => void
  readonly take: () => Promise<void>
}

export function useChoiceDecision(): ChoiceDecision {
  const { showAdded } = useAdding()
  const choice = useChoiceStore()
  const proof = useProofStore()
  const view = useViewStore()

  function leave(): void {
    if (choice.collection === null) view.showScreen('library')
  }

  function cancel(): void {
    if (choice.isTaking) return
    choice.leave()
    leave()
  }

  /** One edition goes to the proof. Of many the library shows how far they are. */
  async function take(): Promise<void> {
    if (choice.isTaking || choice.editions === 0) return
    const isOne = choice.editions === 1
    const taken = choice.take()
    if (isOne && !(await taken).ok) {
      await showAdded(await taken)
      return
    }
    choice.showNext()
    leave()
    await showAdded(proof.showOutcome(await taken))
  }

  return { cancel, take }
}
