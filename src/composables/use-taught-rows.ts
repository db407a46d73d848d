// The rows of a proof that the form of its series changed: why each is what it is, and the way from one to the next.
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { proofRows, type ProofRow } from '#core/edition/proof-rows'
import type { Role } from '#core/outline/roles'
import type { FormChange } from '#core/series/apply-form'
import { changesByForm } from '#core/series/taught'
import { taughtRows } from '#core/series/taught-rows'
import { useMessagesStore } from '../stores/messages.ts'
import { useProofStore } from '../stores/proof.ts'
import { useTaughtNames } from './use-taught-names.ts'

const roleKeys = {
  title: 'title',
  date: 'date',
  lede: 'lede',
  heading: 'heading',
  'item-title': 'itemTitle',
  'titled-text': 'titledText',
  'item-start': 'itemStart',
  text: 'text',
  ahead: 'ahead',
  sources: 'sources',
  'left-out': 'leftOut',
} as const satisfies Record<Role, string>

/** @param goTo focuses a row by its key */
export function useTaughtRows(
  rows: ComputedRef<readonly ProofRow[]>,
  goTo: (key: string) => void,
): {
  /** By the keys of the rows. */
  readonly reasons: ComputedRef<ReadonlyMap<string, string>>
  /** The one after or before a row, around the end; after none is the first. */
  readonly showImprovement: (step: 1 | -1, from: string | null) => void
} {
  const { t } = useI18n()
  const { newestOf } = useTaughtNames()
  const messages = useMessagesStore()
  const proof = useProofStore()
  const changes = computed(() => {
    const taught = proof.proof?.taught ?? null
    return proof.isFormed && taught !== null ? changesByForm(taught) : []
  })
  const asRead = computed(() =>
    proof.proof === null || proof.reading === null || changes.value.length === 0
      ? []
      : proofRows(proof.reading.edition, proof.proof.text, []),
  )

  function reasonOf({ was, now }: FormChange): string {
    const { by, editions } = proof.proof?.taught ?? { by: null, editions: [] }
    const name = newestOf(editions)
    if (was === null)
      return by === null ? t('taught.newTitle', { name }) : t('taught.newTitleOf', { by })
    const words = { was: t(`taught.was.${roleKeys[was]}`), now: t(`taught.now.${roleKeys[now]}`) }
    return by === null
      ? t('taught.became', { ...words, name })
      : t('taught.becameOf', { ...words, by })
  }

  const reasons = computed(() => {
    const found = taughtRows(changes.value, rows.value, asRead.value)
    return new Map([...found].map(([key, change]) => [key, reasonOf(change)]))
  })

  function showImprovement(step: 1 | -1, from: string | null): void {
    const signed = rows.value.filter(({ key }) => reasons.value.has(key))
    const places = new Map(rows.value.map(({ key }, place) => [key, place]))
    const here = from === null ? -1 : (places.get(from) ?? -1)
    const placeOf = ({ key }: ProofRow): number => places.get(key) ?? -1
    const next =
      step === 1
        ? (signed.find((row) => placeOf(row) > here) ?? signed[0])
        : (signed.findLast((row) => placeOf(row) < here) ?? signed.at(-1))
    if (next === undefined) return
    goTo(next.key)
    messages.announce(t('taught.place', { n: signed.indexOf(next) + 1, all: signed.length }))
  }

  return { reasons, showImprovement }
}
