// How much the proofs that wait may hold together.
import { describe, expect, it } from 'vitest'
import { heldBytes } from '../../../../electron/services/import/held-bytes.ts'
import { createProofs, type Pending } from '../../../../electron/services/import/proofs.ts'
import { packageLimits } from '../../../../src/core/edition/manifest.ts'
import { aPicturedEdition } from '../../../fixtures/pictures.ts'

const megabyte = 1024 * 1024
/** Of all proofs together. */
const mostBytes = 256 * megabyte

/** Never written to, so that the machine gives it no memory. */
const pictures = new Uint8Array(packageLimits.totalBytes)

function aPending(change: Partial<Pending['draft']>): Pending {
  const { edition } = aPicturedEdition()
  const draft: Pending['draft'] = {
    ...{
      file: 'haven.editie',
      text: '',
      edition,
      remarks: [],
      isDigest: true,
      ranks: {},
      alike: [],
    },
    ...{
      notes: null,
      publisher: null,
      source: null,
      images: [],
      taught: null,
      formed: null,
      asRead: edition,
    },
    origin: 'package',
    ...change,
  }
  return { draft, older: null, isReview: false, lacksImages: false }
}

describe('the proofs that wait', () => {
  it.each([
    ['pictures', { images: [{ path: 'images/1.png', bytes: pictures }] }],
    ['texts', { text: 'm'.repeat(packageLimits.fileBytes) }],
  ])('hold less than 256 MB of %s, and another comes in once one is done', (_what, change) => {
    const proofs = createProofs(() => [])
    const waiting: number[] = []
    for (;;) {
      const outcome = proofs.offer(aPending(change))
      if (!outcome.ok) {
        const file = 'haven.editie'
        expect(outcome).toEqual({ ok: false, reason: 'too-many-proofs', file, refusal: null })
        break
      }
      if (outcome.kind === 'proof') waiting.push(outcome.proof.id)
    }
    const held = waiting.map((id) => heldBytes(proofs.get(id)))
    expect(held.reduce((sum, bytes) => sum + bytes)).toBeLessThan(mostBytes)
    expect(waiting.length).toBeGreaterThan(1)
    proofs.drop(waiting[0] ?? 0)
    expect(proofs.offer(aPending(change))).toMatchObject({ ok: true })
  })

  it('tell the window what each of them takes', () => {
    const made = aPending({ images: [{ path: 'images/1.png', bytes: pictures }] })
    expect(createProofs(() => []).offer(made)).toMatchObject({ proof: { bytes: heldBytes(made) } })
  })
})

describe('the bytes that are held', () => {
  it('are those of letters and pictures, wherever they stand', () => {
    const text = 'm'.repeat(1_000)
    const bytes = new Uint8Array(1_000)
    const held = heldBytes({ text, list: [{ text }, { bytes, nothing: null }] })
    expect(held).toBeGreaterThan(5_000)
    expect(held).toBeLessThan(5_200)
  })
})
