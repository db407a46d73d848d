// What the main process holds does not grow with the files that were looked over and kept: neither proofs nor texts. The index is a thread of its own.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { createEditionImport } from '../../../../electron/services/adding/edition-import.ts'
import { openEditionLibrary } from '../../../../electron/services/library/edition-library.ts'
import { hyphenateIn } from '../../../../electron/services/editions/hyphenate-edition.ts'
import { makeEdition } from '../../../fixtures/make-library.ts'
import { aCage } from '../a-cage.ts'
import { aStorePlace } from '../a-store.ts'
import { faultTimeout, reportCounts, sized } from './fault-size.ts'

const place = aStorePlace()
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that are held after a collection. */
function held(): number {
  collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return heapUsed + external + arrayBuffers
}

/** A made edition of twenty items as a digest is written: some 5 kB. */
function printed(number: number): string {
  const { title, lede, sections } = makeEdition(number, { items: 20 }).edition
  const parts = sections.map(({ heading, items }) => [
    heading ?? '',
    ...items.map(({ text, sources }) => `* ${text} ${sources.join(', ')}`),
  ])
  return [title, lede ?? '', ...parts.flat()].join('\n\n')
}

/**
 * Adds and keeps so many texts, one after the other.
 * @param onProof takes what was made of each
 * @returns bytes a file that are held more after the last than when half of them were kept: what is made once is there by then
 */
async function growthOf(files: number, onProof: (made: unknown) => void): Promise<number> {
  const cage = aCage()
  const folder = place.file('library')
  const library = openEditionLibrary({ folder })
  const imports = createEditionImport({
    ...{ cage, library, hyphenate: hyphenateIn(cage), programVersion: '0.1.0' },
    ...{
      reservedIds: [],
      annotationsOf: () => [],
      now: () => new Date(),
      onProgress: () => undefined,
    },
  })
  let warm = 0
  for (let number = 0; number < files; number++) {
    const added = await imports.add({ kind: 'text', text: printed(number) })
    if (!added.ok || added.kind !== 'proof') throw new Error('no proof')
    const { id, edition } = added.proof
    const kept = await imports.keep(id, edition, { asNew: true, isFormed: false, names: [] })
    if (!kept.ok) throw new Error(kept.reason)
    onProof([added, kept])
    if (number === files / 2 - 1) warm = held()
  }
  const growth = (held() - warm) / (files / 2)
  cage.close()
  library.close()
  return growth
}

describe('the memory that keeping takes', () => {
  const files = sized(500)

  it('is given back', { timeout: faultTimeout }, async () => {
    const growth = await growthOf(files, () => undefined)
    reportCounts('memory', { files, kilobytesPerFile: Math.round(growth / 1e3) })
    // Of 50 MB for 500 files.
    expect(growth).toBeLessThan(50e6 / 500)
  })

  it('grows when what was made of each file is held', { timeout: faultTimeout }, async () => {
    const leaked: unknown[] = []
    const growth = await growthOf(files, (made) => {
      // As much as a proof of a long file takes.
      leaked.push(Array.from({ length: 20 }, () => structuredClone(made)))
    })
    reportCounts('memory, twin that holds proofs', {
      files,
      kilobytesPerFile: Math.round(growth / 1e3),
    })
    expect(leaked).toHaveLength(files)
    expect(growth).toBeGreaterThan(50e6 / 500)
  })
})
