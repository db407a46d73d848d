// Keeps a proof that the reader looked over as an edition of the library, and learns of it for its series.
import { isDeepStrictEqual } from 'node:util'
import type { KeepChoice, KeepOutcome } from '#core/desktop/adding'
import { countParts, mostParts } from '#core/edition/count-parts'
import type { Edition } from '#core/edition/edition'
import { seriesOf } from '#core/edition/learned-sources'
import type { Pending, Proofs } from '../import/proofs.ts'
import type { Run } from '../import/runs.ts'
import type { KeptEdition } from '../library/library-file.ts'
import type { AddingContext } from './adding-context.ts'
import { classifyDraft, isLikelyRevision } from './classify-draft.ts'
import { inSteps } from './in-steps.ts'
import { keepDraft } from './keep-draft.ts'
import { teachSeries } from './teach-series.ts'

/** The edition of which a draft may become the next revision; null for none. */
interface Target {
  readonly older: KeptEdition | null
  readonly isLikely: boolean
}

/** Keeps an open proof; nothing of it changes where that fails. */
export type KeepProof = (
  proof: number,
  mended: Edition,
  choice: KeepChoice,
  task: Run,
) => Promise<KeepOutcome>

export function createProofKeeping(
  context: AddingContext,
  proofs: Pick<Proofs, 'get' | 'overtake' | 'drop'>,
): KeepProof {
  const { library, learned, forms } = context

  /** What a proof would replace now: the library may have changed since the proof was made. */
  async function currentTarget({ draft, older, isReview }: Pending): Promise<Target | 'outdated'> {
    if (isReview) {
      const opened = older === null ? null : library.open(older.bundle.edition.id)
      return { older: opened?.ok === true ? opened : older, isLikely: true }
    }
    const found = await inSteps(classifyDraft(library, draft))
    if (found.kind === 'outdated') return 'outdated'
    if (found.kind === 'new') return { older: null, isLikely: true }
    return { older: found.older, isLikely: isLikelyRevision(found) }
  }

  return async function keep(
    proof: number,
    mended: Edition,
    { asNew, names, isFormed }: KeepChoice,
    { signal }: Run,
  ): Promise<KeepOutcome> {
    const pending = proofs.get(proof)
    if (pending === undefined) return { ok: false, reason: 'no-proof' }
    const { draft, isReview, isOvertaken = false, lacksImages } = pending
    if (lacksImages) return { ok: false, reason: 'images-lost' }
    if (countParts(mended, null) > mostParts) return { ok: false, reason: 'too-many-parts' }
    const target = await currentTarget(pending)
    if (target === 'outdated') return { ok: false, reason: 'older-serial' }
    const isApart = asNew && (!isReview || isOvertaken) && pending.older !== null
    if (target.older !== null && !isApart && !isSameRevision(target.older, pending.older)) {
      const replaces = proofs.overtake(proof, target.older, target.isLikely)
      return { ok: false, reason: 'overtaken', replaces }
    }
    if (isReview && target.older !== null && isAsReviewed(target.older, mended)) {
      proofs.drop(proof)
      return { ok: true, bundle: target.older.bundle, isLearnt: true }
    }
    const older = isApart ? null : target.older
    const outcome = await keepDraft(context, draft, mended, older, true, signal)
    if (!outcome.ok) return outcome
    proofs.drop(proof)
    learned?.add([seriesOf(draft.edition, draft.file), mended.series], names)
    const { bundle } = outcome
    const isLearnt =
      forms === undefined ||
      (await teachSeries({ ...context, forms }, draft, bundle.edition, isFormed))
    return { ok: true, bundle, isLearnt }
  }
}

/** It was looked over before, and nothing of it is changed now. */
function isAsReviewed({ bundle, provenance }: KeptEdition, mended: Edition): boolean {
  return provenance.reviewed && isDeepStrictEqual(bundle.edition, mended)
}

function isSameRevision(one: KeptEdition, other: KeptEdition | null): boolean {
  const { id, revision } = one.bundle.edition
  return other?.bundle.edition.id === id && other.bundle.edition.revision === revision
}
