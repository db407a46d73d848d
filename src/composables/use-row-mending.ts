// What a reader does to one row of a proof; each is a step that can be undone.
import { computed, type ComputedRef } from 'vue'
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
  const proof = useProofStore()
  const part = computed((): WordsOf | null => {
    const { role, key } = rowOf()
    if (role === 'title') return null
    return role === 'section' || role === 'item' ? { role, id: key.slice(1) } : { role }
  })

  function questionsOfSources(): Remark[] {
    return rowOf().remarks.filter(asksAboutSources)
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
    if (item !== null) proof.mend((edition) => joinWithNext(edition, item.id))
  }

  function toHeading(): void {
    const { item } = rowOf()
    if (item === null) proof.mend(ledeToHeading)
    else proof.mend((edition) => itemToHeading(edition, item.id), questionsOfSources())
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
    proof.mend((edition) => withWords(edition, value, ''), rowOf().remarks.filter(isUnsure))
  }

  return { part, takeWords, takeSources, cut, join, toHeading, toItem, leaveOut }
}
