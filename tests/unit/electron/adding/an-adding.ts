// A library and what adds editions to it, anew for each test, for tests of what comes in.
import fs from 'node:fs'
import { afterEach, beforeEach } from 'vitest'
import {
  createEditionImport,
  type EditionImport,
} from '../../../../electron/services/adding/edition-import.ts'
import { hyphenateIn } from '../../../../electron/services/editions/hyphenate-edition.ts'
import type { Cage } from '../../../../electron/services/import/cage.ts'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../../electron/services/library/edition-library.ts'
import {
  createReaderData,
  type ReaderData,
} from '../../../../electron/services/reader-data/reader-data.ts'
import {
  createSeriesForms,
  type SeriesForms,
} from '../../../../electron/services/records/form-record.ts'
import { createLearnedNames } from '../../../../electron/services/records/learned-record.ts'
import type { AddCounts, KeepOutcome, Proof } from '../../../../src/core/desktop/adding.ts'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import type { SeriesForm } from '../../../../src/core/series/series-form.ts'
import { aCage } from '../a-cage.ts'
import { aStorePlace, type StorePlace } from '../a-store.ts'

export interface Adding {
  readonly place: StorePlace
  readonly cage: Cage
  readonly library: EditionLibrary
  readonly imports: EditionImport
  readonly reader: ReaderData
  readonly forms: SeriesForms
  /** What an organisation gave along, by its series. */
  given: ReadonlyMap<string, SeriesForm>
  /** What the window would hear of how far adding is. */
  readonly told: AddCounts[]
  /** The day on which all of it happens, YYYY-MM-DD. */
  today: string
  /** Called for each edition that is about to be kept. */
  onKeeping: (edition: Edition) => void
  /** Closes the library and opens it again, as at a restart; its catalogue may be gone by then. */
  readonly reopenLibrary: () => void
  /** The proof of a file with this content. Throws when it has none. */
  readonly proofOf: (name: string, content: string | Uint8Array) => Promise<Proof>
  readonly proofOfText: (text: string) => Promise<Proof>
  readonly keep: (proof: number, edition: Edition, asNew?: boolean) => Promise<KeepOutcome>
}

/** The id of the edition that the program came with. */
const reservedId = 'meegeleverd-2024-07'

export function anAdding(today = '2024-07-08'): Adding {
  const place = aStorePlace()
  let library: EditionLibrary
  let cage: Cage
  let imports: EditionImport
  let reader: ReaderData
  let forms: SeriesForms
  const openLibrary = (): EditionLibrary => openEditionLibrary({ folder: place.file('library') })

  beforeEach(() => {
    adding.told.length = 0
    adding.today = today
    adding.onKeeping = () => undefined
    adding.given = new Map()
    cage = aCage()
    const store = place.open()
    reader = createReaderData(store)
    forms = createSeriesForms(store, {
      by: 'Waterschap De Lage Kade',
      of: (series) => adding.given.get(series) ?? null,
    })
    library = openLibrary()
    const hyphenate = hyphenateIn(cage)
    imports = createEditionImport({
      ...{ cage, library, learned: createLearnedNames(store), forms, programVersion: '0.1.0' },
      hyphenate(edition, signal) {
        adding.onKeeping(edition)
        return hyphenate(edition, signal)
      },
      reservedIds: [reservedId],
      annotationsOf: (edition) => reader.annotationsOf(edition),
      now: () => new Date(`${adding.today}T10:00:00Z`),
      onProgress: ({ counts }) => {
        if (counts !== null) adding.told.push(counts)
      },
    })
  })
  afterEach(() => {
    cage.close()
    library.close()
  })

  async function proof(added: ReturnType<EditionImport['add']>): Promise<Proof> {
    const outcome = await added
    if (!outcome.ok) throw new Error(outcome.reason)
    if (outcome.kind !== 'proof') throw new Error('no proof')
    return outcome.proof
  }

  const adding: Adding = {
    place,
    get cage() {
      return cage
    },
    get library() {
      return library
    },
    get imports() {
      return imports
    },
    get reader() {
      return reader
    },
    get forms() {
      return forms
    },
    told: [],
    today,
    onKeeping: () => undefined,
    given: new Map(),
    reopenLibrary() {
      library.close()
      library = openLibrary()
    },
    proofOf(name, content) {
      fs.writeFileSync(place.file(name), content)
      return proof(imports.add({ kind: 'files', paths: [place.file(name)] }))
    },
    proofOfText: (text) => proof(imports.add({ kind: 'text', text })),
    keep: (id, edition, asNew = false) =>
      imports.keep(id, edition, { asNew, isFormed: false, names: [] }),
  }
  return adding
}

export const sluice =
  'De sluis ging open en de boot voer met de windturbineparken in zicht weg naar zee.'
export const fog = 'Mist lag de hele ochtend boven de haven en de loods bleef die dag aan de wal.'

/** A digest as it is typed, of these items. */
export function digest(...items: string[]): string {
  return ['Havenblad. ‘Mist boven de kade’', ...items.map((item) => `* ${item} Bode`)].join('\n\n')
}

export function textsOf({ edition }: Pick<Proof, 'edition'>): string[] {
  return edition.sections.flatMap(({ items }) => items.map(({ text }) => text))
}
