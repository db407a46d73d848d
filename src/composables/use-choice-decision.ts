// How a choice among many editions ends: the reader leaves it, or keeps what is chosen.
import { useI18n } from 'vue-i18n'
import { quotable } from '#core/edition/quoted-title'
import { useChoiceStore } from '../stores/choice.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useProofStore } from '../stores/proof.ts'
import { useViewStore } from '../stores/view.ts'
import { useAdding } from './use-adding.ts'

export interface ChoiceDecision {
  readonly cancel: () => void
  readonly take: () => Promise<void>
}

export function useChoiceDecision(): ChoiceDecision {
  const { t } = useI18n()
  const { showAdded } = useAdding()
  const choice = useChoiceStore()
  const messages = useMessagesStore()
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
    const outcome = await taken
    await showAdded(proof.showOutcome(outcome))
    const failures = outcome.ok && outcome.kind === 'proof' ? (outcome.failures ?? []) : []
    if (failures.length === 0) return
    const names = failures.map(({ file }) => `‘${quotable(file)}’`).join(', ')
    messages.show(`${t('choice.passedOver', failures.length)} ${names}.`)
  }

  return { cancel, take }
}
