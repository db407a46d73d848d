import fs from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  openEditionLibrary,
  type EditionLibrary,
} from '../../../../electron/services/library/edition-library.ts'
import {
  addOrganisationEditions,
  newestOf,
  readOrganisation,
} from '../../../../electron/services/editions/organisation-editions.ts'
import type { Organisation } from '../../../../src/core/organisation/organisation.ts'
import { anEditionOf } from '../../core/search/an-edition.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
const organisation: Organisation = {
  name: 'Waterschap De Lage Kade',
  logo: null,
  colours: {},
  editions: ['kadebrief-1', 'kadebrief-2'],
  dictionary: null,
  forms: [],
  bundledEdition: true,
}
let library: EditionLibrary

function compile(id: string, text: string, day?: string): void {
  const bundle = anEditionOf(text)
  const date = day === undefined ? bundle.edition.date : { value: day, inferred: false }
  const named = { ...bundle, edition: { ...bundle.edition, id, date } }
  fs.writeFileSync(place.file(`${id}.json`), JSON.stringify(named))
}

beforeEach(() => {
  library = openEditionLibrary({ folder: place.file('library') })
  compile('kadebrief-1', 'Mist boven de haven.')
  compile('kadebrief-2', 'De sluis is weer open.')
})
afterEach(() => {
  library.close()
})

const start = (): Promise<void> =>
  addOrganisationEditions({
    store: place.open(),
    library,
    organisation,
    folder: place.folder(),
    now: () => new Date('2031-09-01T10:00:00Z'),
  })
const ids = (): string[] =>
  library
    .list()
    .entries.map(({ id }) => id)
    .sort()

describe('the editions of an organisation', () => {
  it('are in the library from the first start on, under its name', async () => {
    await start()
    expect(ids()).toEqual(['kadebrief-1', 'kadebrief-2'])
    const [entry] = library.list().entries
    expect(entry).toMatchObject({ origin: 'bundled', publisher: organisation.name, reviewed: true })
  })

  it('come in once: what the reader removed stays away', async () => {
    await start()
    library.remove('kadebrief-1')
    await start()
    expect(ids()).toEqual(['kadebrief-2'])
  })

  it('leave alone what the library has already', async () => {
    const bundle = anEditionOf('Eigen versie.')
    const own = { ...bundle, edition: { ...bundle.edition, id: 'kadebrief-2', revision: 1 } }
    const provenance = { origin: 'own', publisher: null, reviewed: true } as const
    library.add(own, { ...provenance, added: '2031-08-01T10:00:00.000Z' })
    await start()
    const kept = library.open('kadebrief-2')
    expect(kept.ok && kept.provenance.origin).toBe('own')
    expect(ids()).toEqual(['kadebrief-1', 'kadebrief-2'])
  })

  it('have a newest one, with which a reader begins, as long as it is there', async () => {
    expect(newestOf(organisation, library)).toBeNull()
    compile('kadebrief-1', 'Mist boven de haven.', '2031-09-12')
    compile('kadebrief-2', 'De sluis is weer open.', '2031-09-05')
    await start()
    expect(newestOf(organisation, library)).toBe('kadebrief-1')
    library.remove('kadebrief-1')
    expect(newestOf(organisation, library)).toBe('kadebrief-2')
  })

  it('that cannot be read now come in when they can', async () => {
    fs.writeFileSync(place.file('kadebrief-1.json'), '{')
    await start()
    expect(ids()).toEqual(['kadebrief-2'])
    compile('kadebrief-1', 'Mist boven de haven.')
    await start()
    expect(ids()).toEqual(['kadebrief-1', 'kadebrief-2'])
  })
})

it.each([
  ['none', null, null],
  ['one', JSON.stringify(organisation), organisation],
  ['one that is damaged', '{ "name": 1 }', null],
  ['a logo from elsewhere', JSON.stringify({ ...organisation, logo: '../x.svg' }), null],
])('the organisation in the program: %s', (_what, text, expected) => {
  const file = place.file('organisation.json')
  if (text !== null) fs.writeFileSync(file, text)
  expect(readOrganisation(file)).toEqual(expected)
})
