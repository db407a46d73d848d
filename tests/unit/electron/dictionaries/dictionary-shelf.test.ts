// The shelf of dictionaries over a real store, real files and the real sandboxed process.
import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createDictionaryShelf,
  type BundledDictionary,
  type DictionarySource,
  type Shelf,
} from '../../../../electron/services/dictionaries/dictionary-shelf.ts'
import {
  readStored,
  storedFile,
  storeDictionary,
} from '../../../../electron/services/dictionaries/stored-dictionary.ts'
import type { Cage } from '../../../../electron/services/import/cage.ts'
import { writeDictd, writeStarDict, writeTextDictionary } from '../../../fixtures/a-dictionary.ts'
import { aCage } from '../a-cage.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
let cage: Cage
let told: readonly DictionarySource[][]
beforeAll(() => void (cage = aCage()))
afterAll(() => cage.close())

/** As at a start of the program. */
function aShelf(bundled: BundledDictionary | null = null): Shelf {
  told = []
  fs.mkdirSync(place.file('dictd'), { recursive: true })
  return createDictionaryShelf({
    store: place.open(),
    folder: place.file('dictionaries'),
    bundled,
    installed: place.file('dictd'),
    programWords: () => 8_000,
    read: (file, signal) => cage.readDictionary(file, signal),
    now: () => new Date('2024-06-02T10:00:00Z'),
    onChange: (sources) => (told = [...told, [...sources]]),
  })
}

const names = (shelf: Shelf) => shelf.list().dictionaries.map(({ name }) => name)
const files = () =>
  fs.existsSync(place.file('dictionaries')) ? fs.readdirSync(place.file('dictionaries')) : []
const lines = Array.from(
  { length: 14 },
  (_, index) => `woord${String(index)}\tword ${String(index)}`,
)

async function add(shelf: Shelf, name: string, words: readonly string[] = lines): Promise<string> {
  await shelf.read(writeTextDictionary(place.folder(), `${name}.tsv`, words))
  const outcome = await shelf.keep(name)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.shelf.dictionaries[0]?.id ?? ''
}

describe('the shelf of dictionaries', () => {
  it('holds the list of the program alone at first', () => {
    const shelf = aShelf()
    expect(shelf.list()).toEqual({
      dictionaries: [
        ...[
          {
            id: 'program',
            isOn: true,
            name: 'Leeslamp',
            words: 8_000,
            from: 'program',
            added: null,
            isDamaged: false,
          },
        ],
      ],
      installed: [],
    })
    expect(shelf.sources()).toEqual(['program'])
  })

  it('shows the first ten words of a file, and keeps nothing before the reader agrees', async () => {
    const shelf = aShelf()
    const outcome = await shelf.read(writeTextDictionary(place.folder(), 'eigen.tsv', lines))
    expect(outcome).toMatchObject({ ok: true, sample: { name: 'eigen', words: 14 } })
    if (outcome.ok) expect(outcome.sample.first).toHaveLength(10)
    expect([names(shelf), files()]).toEqual([['Leeslamp'], []])
    shelf.leave()
    expect(await shelf.keep('eigen')).toEqual({ ok: false, reason: 'failed' })
    expect([names(shelf), files()]).toEqual([['Leeslamp'], []])
  })

  it('keeps it before the others, under the reader’s name, also after a restart', async () => {
    const before = aShelf()
    const id = await add(before, 'Haven')
    expect(before.sources()).toEqual([
      { id, name: 'Haven', folder: place.file('dictionaries') },
      'program',
    ])
    expect(told).toEqual([before.sources()])
    const shelf = aShelf()
    expect(shelf.list().dictionaries[0]).toEqual({
      ...{ id, isOn: true, name: 'Haven', words: 14, from: 'reader', isDamaged: false },
      added: '2024-06-02T10:00:00.000Z',
    })
    expect(readStored(place.file('dictionaries'), id)).toHaveLength(14)
    // The same words are the same dictionary, under its new name.
    expect(await add(shelf, 'Kade')).toBe(id)
    expect([names(shelf), files()]).toEqual([['Kade', 'Leeslamp'], [`${id}.json`]])
  })

  it('keeps the order and what is on; the list of the program stays on it', async () => {
    const shelf = aShelf()
    const id = await add(shelf, 'Haven')
    shelf.arrange([
      { id: 'program', isOn: false },
      { id, isOn: true },
      { id, isOn: false },
      { id: 'no such thing', isOn: true },
    ])
    const later = aShelf()
    expect([names(later), later.sources()]).toEqual([['Leeslamp', 'Haven'], []])
    later.arrange([{ id, isOn: true }])
    expect(names(later)).toEqual(['Haven', 'Leeslamp'])
  })

  it('has the dictionary of an organisation before the program’s, for good', async () => {
    const { id, bytes } = storeDictionary([{ headword: 'boei', glosses: ['buoy'] }])
    const bundled = { id, name: 'Kadewoorden', words: 1, folder: place.folder() }
    fs.writeFileSync(storedFile(place.folder(), id), bytes)
    const shelf = aShelf(bundled)
    expect(names(shelf)).toEqual(['Kadewoorden', 'Leeslamp'])
    expect(shelf.list().dictionaries[0]).toMatchObject({ from: 'organisation', isDamaged: false })
    await add(shelf, 'Haven')
    expect(names(shelf)).toEqual(['Haven', 'Kadewoorden', 'Leeslamp'])
    shelf.arrange([{ id: 'program', isOn: true }])
    expect(names(shelf)).toEqual(['Leeslamp', 'Kadewoorden'])
    expect(shelf.sources()).toEqual([
      'program',
      { id, name: 'Kadewoorden', folder: place.folder() },
    ])
    expect(fs.existsSync(storedFile(place.folder(), id))).toBe(true)
    // A program of nobody in particular knows nothing of it.
    expect(names(aShelf())).toEqual(['Leeslamp'])
  })

  it('gives back what was removed, until the program ends', async () => {
    const shelf = aShelf()
    const id = await add(shelf, 'Haven')
    const before = shelf.list().dictionaries.map(({ id, isOn }) => ({ id, isOn }))
    shelf.arrange([{ id: 'program', isOn: true }])
    expect([names(shelf), shelf.sources()]).toEqual([['Leeslamp'], ['program']])
    shelf.arrange(before)
    expect([names(shelf), readStored(place.file('dictionaries'), id)?.length]).toEqual([
      ['Haven', 'Leeslamp'],
      14,
    ])
    shelf.arrange([{ id: 'program', isOn: true }])
    const later = aShelf()
    later.arrange([{ id, isOn: true }])
    expect([names(later), files()]).toEqual([['Leeslamp'], []])
  })

  it('says that a file is gone or is not what was written, and loses no other', async () => {
    const shelf = aShelf()
    const id = await add(shelf, 'Haven')
    const other = await add(shelf, 'Kade', ['kade\tquay'])
    fs.writeFileSync(place.file(`dictionaries/${id}.json`), '[]')
    const damaged = () => shelf.list().dictionaries.map(({ isDamaged }) => isDamaged)
    expect(damaged()).toEqual([false, true, false])
    expect(readStored(place.file('dictionaries'), id)).toBeNull()
    fs.rmSync(place.file(`dictionaries/${other}.json`))
    expect(damaged()).toEqual([true, true, false])
    expect(await add(shelf, 'Kade', ['kade\tquay'])).toBe(other)
    expect(damaged()).toEqual([false, true, false])
  })

  it('names those of the machine, reads them by their name alone, and names them no more once kept', async () => {
    const shelf = aShelf()
    writeDictd(place.file('dictd/freedict-nld-eng'), [['kade', 'kade\n quay']])
    expect(shelf.list().installed).toEqual(['freedict-nld-eng'])
    expect(await shelf.readInstalled('freedict-nld-eng')).toMatchObject({
      ok: true,
      sample: { name: 'Havenwoorden van dictd', words: 1 },
    })
    writeTextDictionary(place.folder(), 'secret.index', lines)
    expect(await shelf.readInstalled('../secret')).toMatchObject({ ok: false, reason: 'not-found' })
    // A failed reading forgets what was read before.
    expect(await shelf.keep('FreeDict')).toEqual({ ok: false, reason: 'failed' })
    await shelf.readInstalled('freedict-nld-eng')
    await shelf.keep('FreeDict')
    expect([names(shelf), shelf.list().installed]).toEqual([['FreeDict', 'Leeslamp'], []])
  })

  it('ends a reading that the reader stops', async () => {
    const shelf = aShelf()
    const many = Array.from({ length: 100_000 }, (_, index) => `woord${String(index)}\tword`)
    const reading = shelf.read(writeTextDictionary(place.folder(), 'groot.tsv', many))
    shelf.leave()
    expect(await reading).toEqual({ ok: false, reason: 'cancelled', file: 'groot.tsv' })
    expect(await shelf.keep('groot')).toEqual({ ok: false, reason: 'failed' })
  })

  it('turns away what is no dictionary, and one of 2 GB, and stays as it is', async () => {
    const shelf = aShelf()
    await add(shelf, 'Haven')
    const broken = writeStarDict(place.file('kapot'), [['kade', 'quay']])
    fs.rmSync(place.file('kapot.idx'))
    const reason = async (file: string) => {
      const outcome = await shelf.read(file)
      return outcome.ok ? 'read' : outcome.reason
    }
    expect(await reason(broken)).toBe('not-a-dictionary')
    expect(await reason(writeTextDictionary(place.folder(), 'brief.txt', ['Beste lezer']))).toBe(
      'not-a-dictionary',
    )
    fs.writeFileSync(place.file('groot.tsv'), 'kade\tquay\n')
    fs.truncateSync(place.file('groot.tsv'), 2 * 1024 ** 3)
    expect(await reason(place.file('groot.tsv'))).toBe('file-too-large')
    expect(names(shelf)).toEqual(['Haven', 'Leeslamp'])
  })

  it('keeps nothing where it cannot write, and says so', async () => {
    const shelf = aShelf()
    await shelf.read(writeTextDictionary(place.folder(), 'eigen.tsv', lines))
    fs.writeFileSync(place.file('dictionaries'), 'in the way')
    expect(await shelf.keep('eigen')).toEqual({ ok: false, reason: 'failed' })
    expect(names(shelf)).toEqual(['Leeslamp'])
    // It was not lost: the reader may try again.
    fs.rmSync(place.file('dictionaries'))
    expect(await shelf.keep('eigen')).toMatchObject({ ok: true })
  })
})
