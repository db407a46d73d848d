// What a reader does to one row of a proof; each is a step that can be undone.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { cutItem } from '#core/edition/cut-item'
import type { WordsOf } from '#core/edition/edition-part'
import {
  headingToItem,
  itemToHeading,
  joinWithNext,
  withSources,
  withWords,
} from '#core/edition/mend-edition'
import { ledeToHeading, ledeToItem } from '#core/edition/mend-opening'
import type { ProofRow } from '#core/edition/proof-rows'
import { asksAboutSources, isUnsure, type Remark } from '#core/edition/remark'
import { splitOutsideBrackets } from '#core/sources/source-list'
import { useMessagesStore } from '../stores/messages.ts'
import { useProofStore } from '../stores/proof.ts'

export interface RowMending {
  /** What the row is of the edition; null for the title, which has a field of its own. */
  readonly part: ComputedRef<WordsOf | null>
  readonly takeWords: (typed: string) => void
  readonly takeSources: (typed: string) => void
  /** Before the letter at this place in its text. */
  readonly cut: (at: number) => void
  readonly join: () => void
  readonly toHeading: () => void
  readonly toItem: () => void
  /** The file still has it. */
  readonly leaveOut: () => void
}

/** @param rowOf the row as it is now */
export function useRowMending(rowOf: () => ProofRow): RowMending {
  const { t } = useI18n()
  const messages = useMessagesStore()
  const proof = useProofStore()
  const part = computed((): WordsOf | null => {
    const { role, key } = rowOf()
    if (role === 'title') return null
    return role === 'section' || role === 'item' ? { role, id: key.slice(1) } : { role }
  })

  function questionsOfSources(): Remark[] {
    return rowOf().remarks.filter(asksAboutSources)
  }

  /** Of what changed nothing, the reader hears why. */
  function orSay(isChanged: boolean, why: string): void {
    if (!isChanged) messages.show(t(why))
  }

  function takeWords(typed: string): void {
    const { value } = part
    if (value === null || typed === rowOf().text) return
    proof.mend((edition) => withWords(edition, value, typed))
  }

  function takeSources(typed: string): void {
    const { item } = rowOf()
    if (item === null || typed === item.sources.join(', ')) return
    const names = splitOutsideBrackets(typed).map((name) => name.trim())
    proof.mend((edition) => withSources(edition, item.id, names), questionsOfSources())
  }

  function cut(at: number): void {
    const { item, line } = rowOf()
    if (item === null || proof.edition === null) return
    const { edition, remarks } = cutItem(proof.edition, item.id, at, line ?? 1)
    proof.mend(() => edition, [], [], remarks)
  }

  function join(): void {
    const { item } = rowOf()
    if (item === null) return
    orSay(
      proof.mend((edition) => joinWithNext(edition, item.id)),
      'proof.cannotJoin',
    )
  }

  function toHeading(): void {
    const { item } = rowOf()
    const isChanged =
      item === null
        ? proof.mend(ledeToHeading)
        : proof.mend((edition) => itemToHeading(edition, item.id), questionsOfSources())
    orSay(isChanged, 'proof.cannotHead')
  }

  function toItem(): void {
    const { role, key, remarks } = rowOf()
    const questions = remarks.filter(({ kind }) => kind === 'long-heading')
    if (role === 'lede') proof.mend(ledeToItem)
    else proof.mend((edition) => headingToItem(edition, key.slice(1)), questions)
  }

  function leaveOut(): void {
    const { value } = part
    if (value === null) return
    const questions = rowOf().remarks.filter(isUnsure)
    orSay(
      proof.mend((edition) => withWords(edition, value, ''), questions),
      'proof.cannotLeaveOut',
    )
  }

  return { part, takeWords, takeSources, cut, join, toHeading, toItem, leaveOut }
}
