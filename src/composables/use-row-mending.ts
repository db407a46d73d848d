// What a reader does to one row of a proof; each is a step that can be undone.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { cutItem } from '#core/edition/cut-item'
import type { WordsOf } from '#core/edition/edition-part'
import { withSources, withWords } from '#core/edition/mend-edition'
import type { ProofRow } from '#core/edition/proof-rows'
import { asksAboutSources, isUnsure } from '#core/edition/remark'
import { possibleRoles, roleOf, withRole, type RowRole } from '#core/edition/row-roles'
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
  /** What the row is, and what it can be besides; null for the title. */
  readonly roles: () => { readonly now: RowRole; readonly others: readonly RowRole[] } | null
  readonly become: (role: RowRole) => void
  /** The file still has it. */
  readonly leaveOut: () => void
}

/** What these make of a row stands in an item. */
const itemRoles: readonly RowRole[] = ['titledText', 'text', 'ahead', 'item']

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

  /** What was asked of a heading is answered by what it becomes, and all that was asked of an item that is none any more. */
  function become(role: RowRole): void {
    const { value } = part
    if (value === null) return
    const isOfItem = itemRoles.includes(role)
    const questions = rowOf().remarks.filter((remark) =>
      isOfItem ? remark.kind === 'long-heading' : isUnsure(remark),
    )
    const isChanged = proof.mend((edition) => withRole(edition, value, role), questions)
    if (isChanged) messages.announce(t('proof.isNow', { role: t(`proof.roles.${role}`) }))
    else messages.show(t('proof.cannotBe', { role: t(`proof.roles.${role}`) }))
  }

  function leaveOut(): void {
    const { value } = part
    if (value === null) return
    const questions = rowOf().remarks.filter(isUnsure)
    const isChanged = proof.mend((edition) => withWords(edition, value, ''), questions)
    if (!isChanged) messages.show(t('proof.cannotLeaveOut'))
  }

  return { part, takeWords, takeSources, cut, roles, become, leaveOut }
}
