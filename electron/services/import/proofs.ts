// The proofs that wait for the reader, and what is behind each of them and does not go to the window.
import type { Annotation } from '#core/annotations/annotation'
import { areEnoughProofs, type AddOutcome, type Proof } from '#core/desktop/adding'
import { countLeaving } from '#core/library/leaving-items'
import type { KeptEdition } from '../library/library-file.ts'
import { listsPicture, pictureInImages } from '../editions/picture-in-images.ts'
import type { FindPicture } from '../library/images-file.ts'
import { heldBytes } from './held-bytes.ts'
import type { Draft } from './read-draft.ts'

export interface Pending {
  /** As it was read, before it was mended: what the notes speak of. */
  readonly draft: Draft
  /** The edition that is in the library already. */
  readonly older: KeptEdition | null
  readonly isReview: boolean
  /** Something newer came in meanwhile, so that the reader was asked anew. */
  readonly isOvertaken?: boolean
  /** Its images are gone or damaged. */
  readonly lacksImages: boolean
}

export interface Proofs {
  /** Whether there are so many, or so large ones, that another has to wait. */
  isFull(): boolean
  /**
   * A proof of the draft, or that it has to wait.
   * @param isLikely whether it is more likely the next revision of the older edition than one of its own
   */
  offer(made: Pending, isLikely?: boolean): AddOutcome
  get(proof: number): Pending | undefined
  /** What it may replace is another one by now: the reader chooses anew, also in a closer look. */
  overtake(proof: number, older: KeptEdition, isLikely: boolean): NonNullable<Proof['replaces']>
  /** The bytes of a picture that an open proof lists, by their hash; null for every other hash. */
  picture(sha256: string): Uint8Array | null
  drop(proof: number): void
  /** The window that showed them is gone. */
  dropAll(): void
}

/** What the reader kept of an edition. */
type AnnotationsOf = (edition: string) => readonly Pick<Annotation, 'kind' | 'item'>[]

/** By number: a second one does not take the place of one that is being mended. */
export function createProofs(annotationsOf: AnnotationsOf): Proofs {
  const pending = new Map<number, Pending & { readonly bytes: number }>()
  const finders = new WeakMap<Draft, FindPicture>()
  let offered = 0

  function replacedBy(
    { bundle: { edition } }: KeptEdition,
    draft: Draft | null,
    isLikely: boolean,
  ): NonNullable<Proof['replaces']> {
    const { id, title, revision } = edition
    const date = edition.date?.value ?? null
    const kept = draft === null ? null : countLeaving(annotationsOf(id), edition, draft.edition)
    const isSame = isLikely && draft?.edition.id === id
    return { title, date, revision, isLikely, isSame, kept }
  }

  const isFull = (): boolean => areEnoughProofs([...pending.values()])

  return {
    isFull,
    offer(made, isLikely = true) {
      const { draft, older, isReview } = made
      const { file, text, edition, remarks, origin, publisher, isDigest, ranks, alike, taught } =
        draft
      if (isFull()) return { ok: false, reason: 'too-many-proofs', file, refusal: null }
      const id = ++offered
      const bytes = heldBytes(made)
      pending.set(id, { ...made, bytes })
      const replaces = older === null ? null : replacedBy(older, draft, isLikely)
      return {
        ok: true,
        kind: 'proof',
        proof: {
          id,
          file,
          text,
          edition,
          maker: { origin, publisher },
          remarks,
          isDigest,
          ranks,
          alike,
          taught,
          replaces,
          isReview,
          bytes,
        },
      }
    },
    get: (proof) => pending.get(proof),
    overtake(proof, older, isLikely) {
      const made = pending.get(proof)
      if (made !== undefined) pending.set(proof, { ...made, older, isOvertaken: true })
      return replacedBy(older, made?.draft ?? null, isLikely)
    },
    picture(sha256) {
      for (const { draft } of pending.values()) {
        if (!listsPicture(draft.edition, sha256)) continue
        const find = finders.get(draft) ?? pictureInImages(draft.images)
        finders.set(draft, find)
        return find(sha256)
      }
      return null
    },
    drop(proof) {
      pending.delete(proof)
    },
    dropAll() {
      pending.clear()
    },
  }
}
