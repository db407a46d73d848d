// How a choice among many editions ends: the reader leaves it, or keeps what is chosen.
import { useI18n } from 'vue-i18n'
import type { AddedEdition, AddOutcome } from '#core/desktop/adding'
import type { Collection } from '#core/desktop/collection'
import { quotable } from '#core/edition/quoted-title'
import { desktop } from '../desktop.ts'
import { useChoiceStore } from '../stores/choice.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useOthersStore } from '../stores/others.ts'
import { useProofStore } from '../stores/proof.ts'
import { useViewStore } from '../stores/view.ts'
import { useAdding } from './use-adding.ts'

export interface ChoiceDecision {
  readonly cancel: () => void
  readonly take: () => Promise<void>
  /** Reads the others of a sender as one of them was mended. */
  readonly takeOthers: () => Promise<void>
}

/** Those that were read anew go back with those that came in. */
function withAdded(outcome: AddOutcome, more: readonly AddedEdition[]): AddOutcome {
  if (!outcome.ok || outcome.kind !== 'kept') return outcome
  const { summary } = outcome
  return { ...outcome, summary: { ...summary, added: [...summary.added, ...more] } }
}

export function useChoiceDecision(): ChoiceDecision {
  const { t } = useI18n()
  const { showAdded } = useAdding()
  const choice = useChoiceStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()
  const others = useOthersStore()
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

  /** The file of a single part that is looked over stays open until that is done. */
  function keepOpen(collection: Collection, chosen: readonly number[], outcome: AddOutcome): void {
    const [place, ...more] = chosen
    const isProof = outcome.ok && outcome.kind === 'proof'
    if (isProof && place !== undefined && more.length === 0)
      others.remember({ collection, place, proof: outcome.proof.id })
    else void desktop.imports.leave(collection.id)
  }

  /** One edition goes to the proof. Of many the library shows how far they are. */
  async function take(): Promise<void> {
    if (choice.isTaking || choice.editions === 0) return
    const isOne = choice.editions === 1
    const { collection, chosen } = choice
    const taken = choice.take()
    if (isOne && !(await taken).ok) {
      await showAdded(await taken)
      return
    }
    choice.showNext()
    leave()
    const outcome = await taken
    if (isOne && collection !== null) keepOpen(collection, [...chosen], outcome)
    await showAdded(proof.showOutcome(outcome))
    const failures = outcome.ok && outcome.kind === 'proof' ? (outcome.failures ?? []) : []
    if (failures.length === 0) return
    const names = failures.map(({ file }) => `‘${quotable(file)}’`).join(', ')
    messages.show(`${t('choice.passedOver', failures.length)} ${names}.`)
  }

  async function takeOthers(): Promise<void> {
    const { asked } = others
    if (asked === null) return
    choice.showNext()
    leave()
    const { added, reread } = await others.take(asked)
    const ofReread = reread?.added ?? []
    if (added !== null) await showAdded(proof.showOutcome(withAdded(added, ofReread)))
    else await library.load()
    if (reread !== null) messages.show(t('taught.reread', ofReread.length))
  }

  return { cancel, take, takeOthers }
}
