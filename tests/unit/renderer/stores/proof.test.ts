// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Desktop, DesktopEvents } from '../../../../src/core/desktop-api.ts'
import {
  mostProofBytes,
  mostProofs,
  type AddOutcome,
  type AddSummary,
  type KeepOutcome,
  type Proof,
} from '../../../../src/core/desktop/adding.ts'
import { joinWithNext, withHead, withSources } from '../../../../src/core/edition/mend-edition.ts'
import type { LearnedName } from '../../../../src/core/edition/learned-sources.ts'
import { parseDigest } from '../../../fixtures/parse-digest.ts'
import type { useProofStore } from '../../../../src/stores/proof.ts'
import { aDigest, fog, sluice } from '../../../fixtures/a-digest.ts'

/** What the main process answers next, and what it was told. */
let answer: AddOutcome
let keeping: (outcome: KeepOutcome) => void
let keptAs: { proof: number; title: string; asNew: boolean } | null
let saidOf: readonly LearnedName[]
let keptFormed: boolean
let dropped: number[]
let listeners: Partial<{ [Name in keyof DesktopEvents]: (value: DesktopEvents[Name]) => void }>
let proofs: number
let proof: ReturnType<typeof useProofStore>

beforeEach(async () => {
  keptAs = null
  dropped = []
  listeners = {}
  proofs = 0
  vi.resetModules()
  const imports: Partial<Desktop['imports']> = {
    choose: () => Promise.resolve(answer),
    add: () => Promise.resolve(answer),
    readAgain: () => Promise.resolve(answer),
    review: () => Promise.resolve(answer),
    readFolder: () => Promise.resolve(answer),
    drop(id) {
      dropped.push(id)
      return Promise.resolve()
    },
    keep(id, { title }, { asNew, names, isFormed }) {
      saidOf = names
      keptFormed = isFormed
      keptAs = { proof: id, title, asNew }
      return new Promise((resolve) => (keeping = resolve))
    },
  }
  const on: Desktop['on'] = (name, listener) => {
    Object.assign(listeners, { [name]: listener })
    return () => Reflect.deleteProperty(listeners, name)
  }
  Object.assign(window, { desktop: { imports, on } })
  setActivePinia(createPinia())
  proof = (await import('../../../../src/stores/proof.ts')).useProofStore()
})

const text = aDigest('Mist boven de kade', sluice, fog)

/** The proof of a text, as the real parser reads it. */
function aProof(change: Partial<Proof> = {}): AddOutcome {
  const parsed = parseDigest(text, { fileName: 'haven.txt' })
  if (!parsed.ok) throw new Error(parsed.reason)
  const { edition, remarks } = parsed
  const maker = { origin: 'own', publisher: null } as const
  const made = { id: ++proofs, file: 'haven.txt', text, edition, maker, remarks }
  return {
    ok: true,
    kind: 'proof',
    proof: {
      ...{
        ...made,
        isDigest: true,
        ranks: {},
        alike: [],
        replaces: null,
        isReview: false,
        bytes: 1_000,
      },
      taught: null,
      ...change,
    },
  }
}

const summary: AddSummary = {
  ...{ kept: 1, added: [], taught: 0, known: 0, mended: [], isCancelled: false, refusal: null },
  failures: [{ file: 'kapot.docx', reason: 'damaged-zip' }],
}
const kept: AddOutcome = { ok: true, kind: 'kept', summary }
const known: AddOutcome = { ok: true, kind: 'known', file: 'a.txt', edition: 'a', title: 'A' }
const refused: AddOutcome = { ok: false, reason: 'not-utf-8', file: 'oud.txt', refusal: 4 }

function add(outcome: AddOutcome): Promise<AddOutcome> {
  answer = outcome
  return proof.add({ kind: 'files', paths: ['/haven.txt'] })
}

function review(outcome: AddOutcome): Promise<AddOutcome> {
  answer = outcome
  return proof.review('a')
}

function retitle(title: string): void {
  proof.mend((edition) =>
    withHead(edition, { title, series: edition.series ?? '', date: edition.date?.value ?? '' }),
  )
}

describe('how an adding went', () => {
  it('is told until the reader closes it', async () => {
    await add(kept)
    expect(proof.summary).toEqual(summary)
    proof.closeByReader()
    expect(proof.summary).toBeNull()
  })

  it('is still there after a closer look at one of its editions, kept or not', async () => {
    await add(kept)
    await review(aProof({ isReview: true }))
    expect([proof.proof?.isReview, proof.summary]).toEqual([true, summary])
    proof.drop()
    await review({ ok: false, reason: 'not-found', file: null, refusal: null })
    expect([proof.proof, proof.summary]).toEqual([null, summary])
  })

  it('goes when the next one begins, whatever becomes of that', async () => {
    for (const next of [aProof(), known, refused]) {
      await add(kept)
      await add(next)
      expect(proof.summary).toBeNull()
    }
  })

  it('stays when the reader chooses no file', async () => {
    await add(kept)
    answer = { ok: false, reason: 'nothing-chosen' }
    await proof.choose()
    expect(proof.summary).toEqual(summary)
  })

  it('is answered by a look at the edition that the library had already', async () => {
    await add(known)
    expect(proof.known).toMatchObject({ title: 'A' })
    await review(aProof({ isReview: true }))
    expect(proof.known).toBeNull()
  })

  it('waits, when it comes from the folder, until the reader is asked no more', async () => {
    const fromFolder = { ...summary, kept: 7 }
    await add(refused)
    proof.tell(fromFolder)
    expect([proof.refused?.file, proof.summary]).toEqual(['oud.txt', null])
    answer = kept
    await proof.readAsWindows(4)
    expect([proof.refused, proof.summary]).toEqual([null, summary])
    proof.closeByReader()
    expect(proof.summary).toEqual(fromFolder)
  })

  it('counts what goes on side by side', () => {
    const stop = proof.follow(() => undefined)
    listeners.adding?.({ run: 1, counts: { done: 0, all: 3 } })
    listeners.adding?.({ run: 2, counts: { done: 1, all: 9 } })
    listeners.adding?.({ run: 1, counts: null })
    expect([...proof.addings]).toEqual([[2, { done: 1, all: 9 }]])
    stop()
    expect(listeners).toEqual({})
  })
})

describe('a proof', () => {
  it('is mended in steps, each of which can be taken back; what changes nothing is no step', async () => {
    await add(aProof())
    const before = proof.edition
    const [section] = before?.sections ?? []
    const item = section?.items[0]?.id ?? ''
    retitle('')
    proof.mend((edition) => joinWithNext(edition, 'no such item'))
    expect(proof.canUndo).toBe(false)
    retitle('Nevel')
    proof.mend((edition) => withSources(edition, item, ['Kadepost']))
    expect(proof.edition?.title).toBe('Nevel')
    expect(proof.edition?.sections[0]?.items[0]).toMatchObject({ id: item, sources: ['Kadepost'] })
    proof.undo()
    expect(proof.edition).toMatchObject({ title: 'Nevel', sections: before?.sections })
    proof.undo()
    proof.undo()
    expect([proof.edition, proof.canUndo]).toEqual([before, false])
  })

  it('has a question until it is answered, and again when that is taken back', async () => {
    await add(aProof())
    const [first, second] = proof.remarks.filter(({ kind }) => kind === 'unknown-source')
    if (first === undefined || second === undefined) throw new Error('nothing is asked')
    const before = proof.questions
    proof.answer([first])
    expect([proof.questions, proof.remarks.includes(first)]).toEqual([before - 1, false])
    proof.mend((edition) => withSources(edition, 'no such item', []), [second])
    expect(proof.remarks).toContain(second)
    proof.mend((edition) => ({ ...edition, title: 'Nevel' }), [second])
    expect([proof.questions, proof.remarks.includes(second)]).toEqual([before - 2, false])
    proof.undo()
    expect([proof.remarks.includes(first), proof.remarks.includes(second)]).toEqual([false, true])
    proof.undo()
    expect([proof.questions, proof.canUndo]).toEqual([before, false])
  })

  it('has what is asked since it was mended, until that is answered or taken back', async () => {
    await add(aProof())
    const before = proof.questions
    const asked = { kind: 'unknown-source', quote: 'Bode', line: 5 } as const
    proof.mend((edition) => ({ ...edition, title: 'Nevel' }), [], [], [asked])
    expect([proof.questions, proof.remarks.includes(asked)]).toEqual([before + 1, true])
    proof.answer([asked])
    expect(proof.questions).toBe(before)
    proof.undo()
    proof.undo()
    expect(proof.questions).toBe(before)
  })

  it('tells what was said of names when it is kept, but not what was taken back', async () => {
    await add(aProof())
    const asked = proof.remarks.filter(({ kind }) => kind === 'unknown-source')
    proof.answer(asked.slice(0, 1), [{ name: 'Bode', as: 'source' }])
    proof.answer(asked.slice(1), [{ name: 'Waterkoerier', as: 'source' }])
    proof.undo()
    proof.mend((edition) => ({ ...edition, title: 'Nevel' }), asked.slice(1), [
      { name: 'Waterkoerier', as: 'text' },
    ])
    void proof.keep()
    expect(saidOf).toEqual([
      { name: 'Bode', as: 'source' },
      { name: 'Waterkoerier', as: 'text' },
    ])
    keeping({ ok: false, reason: 'failed' })
  })

  it('waits for the one that is being looked at', async () => {
    await add(aProof())
    await add(aProof({ file: 'dorp.txt' }))
    expect([proof.proof?.file, proof.waiting.length]).toEqual(['haven.txt', 1])
    proof.hasWrongDate = true
    proof.drop()
    expect([proof.proof?.file, proof.waiting.length]).toEqual(['dorp.txt', 0])
    expect(proof.hasWrongDate).toBe(false)
  })

  it('is let go of when it is dropped as it came, and held when it was mended', async () => {
    await add(aProof())
    expect([proof.drop(), dropped]).toEqual([null, [1]])
    await add(aProof())
    retitle('Nevel')
    const left = proof.drop()
    await add(aProof({ file: 'dorp.txt' }))
    expect([dropped, proof.proof?.id]).toEqual([[1], 3])
    if (left === null) throw new Error('the proof is gone')
    expect(proof.bringBack(left)).toBe(true)
    expect([proof.edition?.title, proof.canUndo, proof.waiting.length]).toEqual(['Nevel', true, 1])
    expect(proof.bringBack(left)).toBe(false)
  })

  it('that may come back makes room for another file, the oldest first', async () => {
    for (let count = 0; count < mostProofs; count++) {
      await add(aProof())
      retitle('Nevel')
      proof.drop()
    }
    expect([proof.dropped.length, dropped]).toEqual([mostProofs, []])
    await add(aProof())
    expect([proof.dropped.length, dropped]).toEqual([mostProofs - 1, [1]])
  })

  it('that may come back makes room for another file too where it takes much itself', async () => {
    for (const bytes of [1_000, mostProofBytes, 1_000]) {
      await add(aProof({ bytes }))
      retitle('Nevel')
      proof.drop()
    }
    expect(dropped).toEqual([1, 2])
    expect(proof.dropped).toHaveLength(1)
  })

  it('is kept as it was mended, and stays as it is meanwhile', async () => {
    await add(aProof())
    retitle('Nevel')
    const ending = proof.keep()
    retitle('Zon')
    proof.undo()
    proof.chooseAsNew(true)
    expect([proof.drop(), proof.isKeeping]).toEqual([null, true])
    expect(keptAs).toEqual({ proof: 1, title: 'Nevel', asNew: false })
    keeping({ ok: false, reason: 'disk-full' })
    expect(await ending).toEqual({ ok: false, reason: 'disk-full' })
    expect([proof.isKeeping, proof.edition?.title, proof.asNew]).toEqual([false, 'Nevel', false])
  })

  it('is gone when it was kept, and the next one is shown', async () => {
    await add(aProof())
    await add(aProof({ file: 'dorp.txt' }))
    const ending = proof.keep()
    const bundle = { edition: proof.edition, notes: null, hyphenation: {} }
    keeping({ ok: true, bundle } as KeepOutcome)
    await ending
    expect([proof.proof?.file, proof.dropped]).toEqual(['dorp.txt', []])
  })

  it('asks anew when something newer came in meanwhile', async () => {
    const older = {
      title: 'Mist',
      date: null,
      revision: 1,
      isLikely: true,
      isSame: false,
      kept: null,
    }
    await add(aProof({ replaces: older }))
    expect(proof.asNew).toBe(false)
    const ending = proof.keep()
    const replaces = {
      title: 'Zon',
      date: null,
      revision: 4,
      isLikely: false,
      isSame: false,
      kept: null,
    }
    keeping({ ok: false, reason: 'overtaken', replaces })
    await ending
    expect([proof.isOvertaken, proof.asNew, proof.proof?.replaces]).toEqual([true, true, replaces])
    proof.chooseAsNew(false)
    void proof.keep()
    expect(keptAs).toMatchObject({ asNew: false })
  })

  it('of what is likely another edition is one of its own until the reader says so', async () => {
    await add(
      aProof({
        replaces: {
          title: 'Mist',
          date: null,
          revision: 1,
          isLikely: false,
          isSame: false,
          kept: null,
        },
      }),
    )
    expect(proof.asNew).toBe(true)
  })
})

describe('headings of a rank', () => {
  const shown = (): readonly (string | null | undefined)[] =>
    proof.edition?.sections.map(({ heading }) => heading) ?? []

  it('become titles in one step, which one undo takes back', async () => {
    answer = aProof()
    await proof.choose()
    const before = shown()
    const heading = proof.edition?.sections.find((one) => one.heading !== null)
    const asked: string[] = []
    const row = proof.mendRank(`#${heading?.id ?? ''}`, 'titles', (keys) => {
      asked.push(...keys)
      return proof.remarks
    })
    expect(asked).toHaveLength(before.filter((one) => one !== null).length)
    expect(row).toBe(`.${heading?.items[0]?.id ?? ''}`)
    expect(shown()).toEqual([null])
    expect(proof.questions).toBe(0)
    expect(proof.mendRank(row, 'sections', () => [])).toMatch(/^#/u)
    expect(shown()).toEqual(before)
    proof.undo()
    proof.undo()
    expect(shown()).toEqual(before)
    expect([proof.canUndo, proof.questions > 0]).toEqual([false, true])
  })

  it('of a row that has none stay what they are', async () => {
    answer = aProof()
    await proof.choose()
    expect(proof.mendRank('lede', 'titles', () => [])).toBe('lede')
    expect(proof.canUndo).toBe(false)
  })
})

describe('one text', () => {
  it('answers what is asked of sources, and leads back to the outline under its new title', async () => {
    answer = aProof({ isDigest: false })
    await proof.choose()
    const { edition: before, questions } = proof
    expect(proof.oneText).toEqual({ isOneText: false, canGoBack: true })
    proof.joinAll()
    expect(proof.oneText).toEqual({ isOneText: true, canGoBack: true })
    expect(proof.edition?.sections.flatMap(({ items }) => items)).toHaveLength(1)
    expect(proof.questions).toBe(0)
    proof.mend((edition) => ({ ...edition, title: 'Nevel' }))
    proof.backToOutline()
    expect(proof.edition).toEqual({ ...before, title: 'Nevel' })
    expect(proof.questions).toBe(questions)
    proof.undo()
    expect(proof.oneText?.isOneText).toBe(true)
  })
})

describe('a proof that the form of its series was applied to', () => {
  function aTaughtProof(): AddOutcome {
    const outcome = aProof()
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    const { edition, remarks } = outcome.proof
    const formed = { ...edition, title: 'Zoals nagekeken', lede: 'Een intro.' }
    const without = { edition, remarks: [], isDigest: false, ranks: {}, alike: [] }
    const changes = [{ line: 1, was: 'text', now: 'lede' }] as const
    const taught = { series: 'Haven', by: null, editions: [], changes, without, anyway: null }
    return { ...outcome, proof: { ...outcome.proof, edition: formed, remarks, taught } }
  }

  it('is read with it at first, and without it when the reader says so', async () => {
    await add(aTaughtProof())
    expect([proof.isFormed, proof.edition?.lede]).toEqual([true, 'Een intro.'])
    proof.readAs(false)
    expect([proof.isFormed, proof.edition?.lede]).not.toContain('Een intro.')
    expect(proof.isFormed).toBe(false)
    expect(proof.edition?.title).toBe('‘Mist boven de kade’')
    expect(proof.reading?.isDigest).toBe(false)
    expect(proof.remarks).toEqual([])
    void proof.keep()
    expect(keptFormed).toBe(false)
  })

  it('comes back as it was mended, with what the reader typed above it meanwhile', async () => {
    await add(aTaughtProof())
    proof.mend((edition) => ({ ...edition, lede: 'Een andere intro.' }))
    proof.readAs(false)
    retitle('Eigen titel')
    proof.readAs(true)
    expect(proof.edition).toMatchObject({ title: 'Eigen titel', lede: 'Een andere intro.' })
    void proof.keep()
    expect(keptFormed).toBe(true)
  })

  it('takes each reading back as one step', async () => {
    await add(aTaughtProof())
    proof.readAs(false)
    proof.readAs(false)
    proof.undo()
    expect([proof.isFormed, proof.canUndo]).toEqual([true, false])
  })

  it('is read without where the form does not fit', async () => {
    const outcome = aTaughtProof()
    if (!outcome.ok || outcome.kind !== 'proof' || outcome.proof.taught === null) throw new Error()
    await add({
      ...outcome,
      proof: { ...outcome.proof, taught: { ...outcome.proof.taught, changes: null } },
    })
    expect(proof.isFormed).toBe(false)
  })

  it('is read with it where it does not fit when the reader says so', async () => {
    const outcome = aTaughtProof()
    if (!outcome.ok || outcome.kind !== 'proof' || outcome.proof.taught === null) throw new Error()
    const { taught, edition } = outcome.proof
    const anyway = { ...taught.without, edition, changes: taught.changes ?? [] }
    await add({
      ...outcome,
      proof: {
        ...outcome.proof,
        edition: taught.without.edition,
        taught: { ...taught, changes: null, anyway },
      },
    })
    expect(proof.edition?.lede).not.toBe('Een intro.')
    proof.readAs(true)
    expect([proof.isFormed, proof.edition?.lede]).toEqual([true, 'Een intro.'])
    void proof.keep()
    expect(keptFormed).toBe(true)
  })
})

describe('the folder of a saved page', () => {
  const folder = { name: 'haven_files', pictures: 2, isRead: false }

  it('makes another proof of the page, as long as nothing is mended in it', async () => {
    await add(aProof({ folder }))
    const before = proof.proof
    answer = aProof({ folder: { ...folder, isRead: true } })
    await proof.readFolder()
    expect(proof.proof?.folder?.isRead).toBe(true)
    expect(proof.proof?.id).not.toBe(before?.id)
    retitle('Nevel')
    const mended = proof.proof
    expect(await proof.readFolder()).toBeNull()
    expect(proof.proof).toBe(mended)
  })

  it('drops what comes when another proof is looked at by then', async () => {
    await add(aProof({ folder }))
    answer = aProof({ folder: { ...folder, isRead: true } })
    const reading = proof.readFolder()
    proof.drop()
    await reading
    expect(proof.proof).toBeNull()
    expect(dropped).toHaveLength(2)
  })
})
