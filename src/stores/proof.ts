// The proof of an edition that is not kept yet: what the file became, and what the reader mended.
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ImportSource, KeepOutcome, Proof, ProofOutcome } from '#core/desktop-api'
import { isUnsure } from '#core/digest/remark'
import type { Edition } from '#core/edition/edition'
import { desktop } from '../desktop.ts'

export const useProofStore = defineStore('proof', () => {
  const proof = shallowRef<Proof | null>(null)
  /** Every state that the edition was in, the newest last: one step back at a time. */
  const states = shallowRef<readonly Edition[]>([])
  const edition = computed(() => states.value.at(-1) ?? null)
  const canUndo = computed(() => states.value.length > 1)
  const remarks = computed(() => proof.value?.remarks ?? [])
  const questions = computed(() => remarks.value.filter(isUnsure).length)

  function take(outcome: ProofOutcome): ProofOutcome {
    if (outcome.ok) {
      proof.value = outcome.proof
      states.value = [outcome.proof.edition]
    }
    return outcome
  }

  async function choose(): Promise<ProofOutcome> {
    return take(await desktop.imports.choose())
  }

  async function read(source: ImportSource): Promise<ProofOutcome> {
    return take(await desktop.imports.read(source))
  }

  /** A change that changed nothing is no step. */
  function mend(change: (edition: Edition) => Edition): void {
    if (edition.value === null) return
    const next = change(edition.value)
    if (next !== edition.value) states.value = [...states.value, next]
  }

  function undo(): void {
    if (canUndo.value) states.value = states.value.slice(0, -1)
  }

  function drop(): void {
    proof.value = null
    states.value = []
  }

  async function keep(): Promise<KeepOutcome> {
    if (proof.value === null || edition.value === null) return { ok: false, reason: 'no-proof' }
    const outcome = await desktop.imports.keep(proof.value.id, edition.value)
    if (outcome.ok) drop()
    return outcome
  }

  return { proof, edition, canUndo, remarks, questions, choose, read, mend, undo, drop, keep }
})
