// Work that takes long: it is told of, can be cancelled, and holds nobody up.
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  createEditionImport,
  type EditionImport,
} from '../../../../electron/services/adding/edition-import.ts'
import {
  hyphenateIn,
  hyphenateTexts,
} from '../../../../electron/services/editions/hyphenate-edition.ts'
import { startCageChild } from '../../../../electron/services/import/cage-child.ts'
import { cageLimits, createCage, type Cage } from '../../../../electron/services/import/cage.ts'
import { processUsage } from '../../../../electron/services/import/process-usage.ts'
import type { AddProgress, KeepOutcome, Proof } from '../../../../src/core/desktop/adding.ts'
import { mostParts } from '../../../../src/core/edition/count-parts.ts'
import { parseDigest } from '../../../fixtures/parse-digest.ts'
import { program } from '../../program.ts'
import { anAdding, digest, sluice } from './an-adding.ts'
import { bounds } from '../../../bounds.ts'

const adding = anAdding()
const { place, proofOf, keep } = adding

describe('a file that takes long', () => {
  /** Reads as the cage does, half a second later. */
  const slowly = (onProgress: (progress: AddProgress) => void): EditionImport =>
    createEditionImport({
      ...{
        library: adding.library,
        programVersion: '0.1.0',
        reservedIds: [],
        annotationsOf: () => [],
        onProgress,
      },
      now: () => new Date(),
      hyphenate: hyphenateIn(adding.cage),
      cage: {
        ...adding.cage,
        readFile: async (file) => {
          await wait(bounds.longWork)
          return adding.cage.readFile(file)
        },
      },
    })

  it('is told of while it is read', async () => {
    const told: unknown[] = []
    const paths = [place.file('a.txt')]
    fs.writeFileSync(place.file('a.txt'), digest(sluice))
    const outcome = await slowly((progress) => told.push(progress)).add({ kind: 'files', paths })
    expect(outcome).toMatchObject({ ok: true, kind: 'proof' })
    expect(told).toEqual([
      { run: 1, counts: { done: 0, all: 1 } },
      { run: 1, counts: null },
    ])
  })

  it('becomes nothing when it is cancelled', async () => {
    const paths = [place.file('a.txt')]
    fs.writeFileSync(place.file('a.txt'), digest(sluice))
    const slow = slowly(({ run }) => slow.cancel(run))
    expect(await slow.add({ kind: 'files', paths })).toEqual({
      ...{ ok: false, reason: 'cancelled', file: 'a.txt', refusal: null },
    })
  })
})

describe('work that takes long', () => {
  /** Cancels what takes long as soon as it is told of, while the reader is impatient. */
  function impatient(
    change: Partial<Parameters<typeof createEditionImport>[0]>,
    isImpatient: () => boolean = () => true,
  ): {
    imports: EditionImport
    told: AddProgress[]
  } {
    const told: AddProgress[] = []
    const made = createEditionImport({
      cage: adding.cage,
      library: adding.library,
      hyphenate: hyphenateIn(adding.cage),
      programVersion: '0.1.0',
      reservedIds: [],
      annotationsOf: () => [],
      now: () => new Date(),
      onProgress(progress) {
        told.push(progress)
        if (progress.counts !== null && isImpatient()) made.cancel(progress.run)
      },
      ...change,
    })
    return { imports: made, told }
  }
  const untilEnded = [
    { run: 1, counts: { done: 0, all: 1 } },
    { run: 1, counts: null },
  ]

  it.each([1, 2])('ends at once within a file, of %i', async (count) => {
    const stuck = createCage({
      start: () => startCageChild(program('cage-bombs')),
      processUsage,
      limits: { ...cageLimits, processorMilliseconds: bounds.expect },
    })
    const paths = ['a.txt', 'b.txt'].slice(0, count).map((name) => place.file(name))
    for (const file of paths) fs.writeFileSync(file, 'never end')
    const outcome = await impatient({ cage: stuck }).imports.add({ kind: 'files', paths })
    stuck.close()
    if (count === 1)
      expect(outcome).toEqual({ ok: false, reason: 'cancelled', file: 'a.txt', refusal: null })
    else expect(outcome).toMatchObject({ summary: { kept: 0, failures: [], isCancelled: true } })
  })

  it('is a closer look as well, which becomes nothing when it is cancelled', async () => {
    const { id, edition } = await proofOf('a.txt', digest(sluice))
    await keep(id, edition)
    const slow: Cage = {
      ...adding.cage,
      async parse(lines, name, signal) {
        await wait(bounds.longWork)
        return adding.cage.parse(lines, name, signal)
      },
    }
    const { imports: looking, told } = impatient({ cage: slow })
    const [entry] = adding.library.list().entries
    expect(await looking.review(entry?.id ?? '')).toEqual({
      ...{ ok: false, reason: 'cancelled', file: 'a.txt', refusal: null },
    })
    expect(told).toEqual(untilEnded)
  })

  it('is keeping a proof too: cancelled, it is not in the library, and the proof stays', async () => {
    let pause = 0
    const hyphenate = async (edition: Proof['edition']): Promise<Record<string, string>> => {
      await wait(pause)
      return hyphenateIn(adding.cage)(edition)
    }
    const { imports: keeping, told } = impatient({ hyphenate }, () => pause > 0)
    fs.writeFileSync(place.file('a.txt'), digest(sluice))
    const added = await keeping.add({ kind: 'files', paths: [place.file('a.txt')] })
    if (!added.ok || added.kind !== 'proof') throw new Error('no proof')
    const { id, edition } = added.proof
    const kept = (): Promise<KeepOutcome> =>
      keeping.keep(id, edition, { asNew: false, isFormed: false, names: [] })
    told.length = 0
    pause = bounds.longWork
    expect(await kept()).toEqual({ ok: false, reason: 'cancelled' })
    expect(told.map(({ counts }) => counts)).toEqual([{ done: 0, all: 1 }, null])
    expect(adding.library.list().entries).toEqual([])
    pause = 0
    expect(await kept()).toMatchObject({ ok: true })
  })
})

describe('a text that takes the parser long', () => {
  /** For how long nothing else can have been done here meanwhile: the time that this thread had of the processor, in ms. */
  async function blockedDuring(work: () => Promise<unknown>): Promise<number> {
    const before = process.threadCpuUsage()
    await work()
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1_000
  }
  const long = `Havenblad\n\n${'* Mist. Bode\n\n'.repeat(300_000)}`

  it.each(['pasted', 'in a file'])('is refused, %s, and holds nobody up meanwhile', async (how) => {
    fs.writeFileSync(place.file('lang.txt'), long)
    const files = { kind: 'files', paths: [place.file('lang.txt')] } as const
    let outcome: unknown
    const blocked = await blockedDuring(async () => {
      outcome = await adding.imports.add(how === 'pasted' ? { kind: 'text', text: long } : files)
    })
    expect(outcome).toMatchObject({ ok: false })
    expect(['too-slow', 'too-much-memory', 'too-many-parts']).toContain(
      (outcome as { reason: string }).reason,
    )
    expect(adding.library.list().entries).toEqual([])
    // A seventh of it, parsed here, would hold everybody up: the cage is what prevents that.
    const blockedHere = await blockedDuring(() => {
      parseDigest(long.slice(0, 600_000), { fileName: '' })
      return Promise.resolve()
    })
    expect(blocked).toBeLessThan(blockedHere / 2)
  })

  it('is kept without holding anybody up, however many words it has that may break', async () => {
    const words = Array.from({ length: 60_000 }, (_none, number) => {
      const letters = [...String(number)].map((digit) => 'bdfgklmnpr'.charAt(Number(digit)))
      return `ver${letters.join('o')}omelingsgebied`
    })
    const items = Array.from({ length: 12 }, (_none, number) =>
      words.slice(number * 5_000, (number + 1) * 5_000).join(' '),
    )
    const { id, edition } = await proofOf('woorden.txt', digest(...items))
    let kept: KeepOutcome | null = null
    const blocked = await blockedDuring(async () => {
      kept = await keep(id, edition)
    })
    expect(kept).toMatchObject({ ok: true })
    let table: Record<string, string> = {}
    const blockedHere = await blockedDuring(async () => {
      table = await hyphenateTexts(items)
    })
    expect(Object.keys(table).length).toBeGreaterThan(50_000)
    // Done here as well, it would come on top of what keeping takes by itself.
    expect(blocked).toBeLessThan(blockedHere)
  })

  it('is refused when it has more parts than a digest has', async () => {
    const many = `Havenblad\n\n${'* Mist. Bode\n\n'.repeat(mostParts + 1)}`
    expect(await adding.imports.add({ kind: 'text', text: many })).toMatchObject({
      reason: 'too-many-parts',
    })
  })

  it('is not kept when mending gave it more parts than that, and its proof stays', async () => {
    const { id, edition } = await proofOf('a.txt', digest(sluice))
    const items = Array.from({ length: mostParts }, (_none, number) => ({
      ...{ id: `i${String(number)}`, title: null, text: sluice, sources: [] },
    }))
    const mended = { ...edition, sections: [{ id: 's', heading: null, items }] }
    expect(await keep(id, mended)).toEqual({ ok: false, reason: 'too-many-parts' })
    expect(adding.library.list().entries).toEqual([])
    expect(await keep(id, edition)).toMatchObject({ ok: true })
  })
})
