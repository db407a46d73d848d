// How fast many files come in at once: through the cage, into the library and into its search index, against reading and indexing alone.
import fs from 'node:fs'
import path from 'node:path'
import { createEditionImport } from '../../electron/services/adding/edition-import.ts'
import { openEditionLibrary } from '../../electron/services/library/edition-library.ts'
import { hyphenateIn } from '../../electron/services/editions/hyphenate-edition.ts'
import { startCageChild } from '../../electron/services/import/cage-child.ts'
import { processUsage } from '../../electron/services/import/process-usage.ts'
import { openSearchIndex } from '../../electron/services/search/search-index.ts'
import { withCage } from '../../electron/tools/edition/with-cage.ts'
import { parseDigest } from '../fixtures/parse-digest.ts'
import { documentsOf } from '../../src/core/search/documents.ts'
import { createEngine } from '../../src/core/search/index-definition.ts'
import { makeEdition } from '../fixtures/make-library.ts'

const files = 100
/** Built, as readers have it: from its sources it starts six times as slowly, and again for the memory that takes. */
const cageProgram = path.join(import.meta.dirname, '../../out/main/import-cage.cjs')

export interface ImportTimes {
  readonly files: number
  /** By round, in ms. */
  readonly ours: readonly number[]
  readonly peer: readonly number[]
}

export async function measureImport(
  home: string,
  options: { rounds: number; tell: (text: string) => void },
): Promise<ImportTimes> {
  const folder = path.join(home, 'import')
  fs.mkdirSync(folder)
  const paths = Array.from({ length: files }, (_, number) => {
    const file = path.join(folder, `week-${String(number)}.txt`)
    fs.writeFileSync(file, printed(number))
    return file
  })
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
  for (let round = 0; round < options.rounds; round++) {
    options.tell(`import: round ${String(round + 1)} of ${String(options.rounds)}`)
    const library = path.join(home, `import-library-${String(round)}`)
    const measure = { ours: () => importAll(paths, library), peer: () => indexAll(paths) }
    for (const side of round % 2 === 0
      ? (['ours', 'peer'] as const)
      : (['peer', 'ours'] as const)) {
      const start = performance.now()
      await measure[side]()
      times[side].push(performance.now() - start)
    }
    fs.rmSync(library, { recursive: true })
  }
  return { files, ...times }
}

/** A made edition of twenty items as a digest is written. */
function printed(number: number): string {
  const { edition } = makeEdition(number, { items: 20 })
  const sections = edition.sections.map(({ heading, items }) =>
    [heading ?? '', ...items.map(({ text, sources }) => `* ${text} ${sources.join(', ')}`)].join(
      '\n\n',
    ),
  )
  return [edition.title, edition.lede ?? '', ...sections].join('\n\n')
}

async function importAll(paths: readonly string[], folder: string): Promise<void> {
  const library = openEditionLibrary({ folder })
  const startCage = () => startCageChild(cageProgram)
  await withCage({ startCage, processUsage }, async (cage) => {
    const imports = createEditionImport({
      cage,
      library,
      hyphenate: hyphenateIn(cage),
      programVersion: '0.1.0',
      reservedIds: [],
      annotationsOf: () => [],
      now: () => new Date(),
      onProgress: () => undefined,
    })
    const { kept } = await imports.keepFiles(paths, () => true)
    if (kept !== paths.length) throw new Error(`only ${String(kept)} files came in`)
  })
  const index = openSearchIndex({
    ...{ bundled: null, words: null, library: folder, mayWrite: true, shown: null },
    notes: [],
    bookmarks: [],
  })
  while (index.work());
  index.close()
  library.close()
}

function indexAll(paths: readonly string[]): void {
  const engine = createEngine(() => [])
  for (const [number, file] of paths.entries()) {
    const parsed = parseDigest(fs.readFileSync(file, 'utf8'), { fileName: path.basename(file) })
    if (!parsed.ok) throw new Error(parsed.reason)
    const edition = { ...parsed.edition, id: `week-${String(number)}` }
    engine.addAll(documentsOf({ edition, notes: null, hyphenation: {} }))
  }
}
