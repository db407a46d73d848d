// What a reader does to one row of a proof; each is a step that can be undone.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { cutItem } from '#core/edition/cut-item'
import type { Edition } from '#core/edition/edition'
import type { WordsOf } from '#core/edition/edition-part'
import { withSources, withWords } from '#core/edition/mend-edition'
import { partOf, type ProofRow } from '#core/edition/proof-rows'
import { asksAboutSources, isUnsure, type Remark } from '#core/edition/remark'
import { possibleRoles, roleOf, withRole, type RowRole } from '#core/edition/row-roles'
import { splitOutsideBrackets } from '#core/sources/source-list'
import { useMessagesStore } from '../stores/messages.ts'
import { useProofStore } from '../stores/proof.ts'
import { useCount } from './use-count.ts'

export interface RowMending {
  /** What the row is of the edition; null for the title, which has a field of its own. */
  readonly part: ComputedRef<WordsOf | null>
  readonly takeWords: (typed: string) => void
  readonly takeSources: (typed: string) => void
  /** Before the letter at this place in its text. */
  readonly cut: (at: number) => void
  /** What the row is, and what it can be besides; null for the title. */
  readonly roles: () => { readonly now: RowRole; readonly others: readonly RowRole[] } | null
  /** How many rows look as this one does in the file, and are the same; itself among them. */
  readonly countAlike: () => number
  /** @param isAll of all that are alike */
  readonly become: (role: RowRole, isAll?: boolean) => void
  /** The file still has it. */
  readonly leaveOut: (isAll?: boolean) => void
}

/** What these make of a row stands in an item. */
const itemRoles: readonly RowRole[] = ['titledText', 'text', 'ahead', 'item']
/** An edition has one of each. */
const soleRoles: readonly RowRole[] = ['editionTitle', 'date']

/**
 * @param rowOf the row as it is now
 * @param alikeOf those that look as it does in the file and are the same, with itself
 */
export function useRowMending(
  rowOf: () => ProofRow,
  alikeOf: (row: ProofRow) => readonly ProofRow[],
): RowMending {
  const { t } = useI18n()
  const counted = useCount()
  const messages = useMessagesStore()
  const proof = useProofStore()
  const part = computed(() => partOf(rowOf()))

  function takeWords(typed: string): void {
    const { value } = part
    if (value === null || typed === rowOf().text) return
    proof.mend((edition) => withWords(edition, value, typed))
  }

  function takeSources(typed: string): void {
    const { item } = rowOf()
    if (item === null || typed === item.sources.join(', ')) return
    const names = splitOutsideBrackets(typed).map((name) => name.trim())
    proof.mend(
      (edition) => withSources(edition, item.id, names),
      rowOf().remarks.filter(asksAboutSources),
    )
  }

  function cut(at: number): void {
    const { item, line } = rowOf()
    if (item === null || proof.edition === null) return
    const { edition, remarks } = cutItem(proof.edition, item.id, at, line ?? 1)
    proof.mend(() => edition, [], [], remarks)
  }

  function roles() {
    const { edition } = proof
    if (part.value === null || edition === null) return null
    const now = roleOf(edition, part.value)
    return { now, others: possibleRoles(edition, part.value) }
  }

  /** Changes the rows in turn, in one step; gives how many it changed. Theirs are the questions that are answered. */
  function mendEach(
    rows: readonly ProofRow[],
    change: (edition: Edition, part: WordsOf) => Edition,
    answers: (remark: Remark) => boolean,
  ): number {
    const changed: ProofRow[] = []
    let mended = proof.edition
    for (const row of rows) {
      const own = partOf(row)
      const next = mended === null || own === null ? mended : change(mended, own)
      if (next !== mended) changed.push(row)
      mended = next
    }
    const questions = changed.flatMap(({ remarks }) => remarks.filter(answers))
    proof.mend((edition) => mended ?? edition, questions)
    return changed.length
  }

  const countAlike = (): number => alikeOf(rowOf()).length

  /** What was asked of a heading is answered by what it becomes, and all that was asked of an item that is none any more. */
  function become(role: RowRole, isAll = false): void {
    const rows = isAll && !soleRoles.includes(role) ? alikeOf(rowOf()) : [rowOf()]
    const isOfItem = itemRoles.includes(role)
    const name = t(`proof.roles.${role}`)
    const count = mendEach(
      rows,
      (edition, own) => withRole(edition, own, role),
      (remark) => (isOfItem ? remark.kind === 'long-heading' : isUnsure(remark)),
    )
    if (count === 0) messages.show(t('proof.cannotBe', { role: name }))
    else if (rows.length === 1) messages.announce(t('proof.isNow', { role: name }))
    else messages.show(`${counted('proof.changed', count)} ${t('proof.isNow', { role: name })}`)
  }

  function leaveOut(isAll = false): void {
    const rows = isAll ? alikeOf(rowOf()) : [rowOf()]
    const count = mendEach(rows, (edition, own) => withWords(edition, own, ''), isUnsure)
    if (count === 0) messages.show(t('proof.cannotLeaveOut'))
    else if (rows.length > 1) messages.show(counted('proof.leftOutMany', count))
  }

  return { part, takeWords, takeSources, cut, roles, countAlike, become, leaveOut }
}
