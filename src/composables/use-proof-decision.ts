// How a proof ends: the reader drops it, or keeps the edition.
import { watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AddedEdition } from '#core/desktop/adding'
import type { Edition } from '#core/edition/edition'
import { quotableStart } from '#core/edition/quoted-title'
import { useChoiceStore } from '../stores/choice.ts'
import { useLibraryStore } from '../stores/library.ts'
import { useMessagesStore } from '../stores/messages.ts'
import { useOthersStore } from '../stores/others.ts'
import { useProofStore } from '../stores/proof.ts'
import { useViewStore } from '../stores/view.ts'
import { useAdding } from './use-adding.ts'
import { useCount } from './use-count.ts'
import { useSentences } from './use-sentences.ts'

export interface ProofForm {
  /** Takes what the reader still types in a field. */
  readonly takeTyped: () => void
  readonly focusWrongDate: () => void
}

export interface ProofDecision {
  readonly cancel: () => void
  readonly keep: () => Promise<void>
}

export function useProofDecision(form: ProofForm): ProofDecision {
  const { t } = useI18n()
  const counted = useCount()
  const { ofAddFault, ofLeft, ofRejection, nameOfProof } = useSentences()
  const { openKept } = useAdding()
  const choice = useChoiceStore()
  const library = useLibraryStore()
  const messages = useMessagesStore()
  const others = useOthersStore()
  const proof = useProofStore()
  const view = useViewStore()

  /** The next of a round may still be on its way. */
  function leave(): void {
    if (proof.proof !== null) return
    if (proof.isReadying) void proof.whenReady().then(leave)
    else view.showScreen(choice.collection === null ? 'library' : 'choice')
  }

  /** Drops the proof. The reader can undo that as long as the store still has the proof. */
  function cancel(): void {
    if (proof.isKeeping) return
    form.takeTyped()
    const file = proof.proof === null ? '' : nameOfProof(proof.proof)
    const id = proof.proof?.id ?? -1
    const left = proof.drop()
    leave()
    if (left === null) {
      others.release(id)
      return
    }
    const undo = (): void => {
      if (proof.bringBack(left)) view.showScreen('proof')
    }
    const stop = watch(
      () => proof.dropped.includes(left),
      () => {
        stop()
        messages.forget(undo)
      },
    )
    messages.show(t('proof.dropped', { file }), undo)
  }

  /** A part that came in is taken out again; one that replaced an older revision is not. */
  function tellOfPart(collection: number, { id, revision, title }: Edition): void {
    const undo = (): void => void takeBackPart(collection, { id, revision, replaced: null })
    const kept = t('proof.kept', { title: quotableStart(title) })
    messages.show(kept, revision === 1 ? undo : null)
  }

  async function takeBackPart(collection: number, part: AddedEdition): Promise<void> {
    const taken = await library.takeBack([part])
    const before = taken.count === 0 ? null : others.takenBack(collection)
    if (before !== null) choice.replace(before)
    const { count } = taken
    const first = count === 0 ? t('library.nothingTakenBack') : counted('library.takenBack', count)
    messages.show(`${first} ${ofLeft(taken)}`.trim())
  }

  async function keep(): Promise<void> {
    if (proof.isKeeping) return
    form.takeTyped()
    if (proof.hasWrongDate) {
      messages.show(t('proof.notKeptDate'))
      form.focusWrongDate()
      return
    }
    const { canUndo: isMended } = proof
    const isReview = proof.proof?.isReview === true
    const id = proof.proof?.id ?? -1
    const outcome = await proof.keep()
    if (outcome.ok) {
      const again = await others.ask(id, outcome.bundle.edition, isMended)
      if (again === null) await openKept(outcome.bundle, isReview ? { isMended } : null)
      else {
        choice.reopen(again)
        // A toast goes with its screen.
        view.showScreen(proof.proof === null ? 'choice' : 'proof')
        tellOfPart(again.id, outcome.bundle.edition)
      }
      if (!outcome.isLearnt) messages.show(t('taught.notLearnt'))
    } else if (outcome.reason === 'no-proof') {
      proof.drop()
      leave()
    } else if (outcome.reason === 'cancelled') messages.show(t('rejection.cancelled'))
    else if (outcome.reason === 'images-lost') messages.show(t('proof.imagesLost'))
    else if (outcome.reason === 'overtaken') messages.show(t('proof.overtaken'))
    else if (outcome.reason === 'older-serial' || outcome.reason === 'too-many-parts')
      messages.show(ofRejection(outcome.reason, proof.proof?.file ?? null))
    else messages.show(`${t('proof.notKept')} ${ofAddFault(outcome.reason)}`)
  }

  return { cancel, keep }
}
