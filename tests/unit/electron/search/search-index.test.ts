import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openSearchIndex } from '../../../../electron/services/search/search-index.ts'
import { realFiles } from '../../../../electron/services/store/durable-files.ts'
import { gradeBits, packWordList } from '../../../../src/core/dutch/word-list.ts'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { libraryProvenance, makeEdition } from '../../../fixtures/make-library.ts'
import { aLexicon } from '../../core/dutch/a-lexicon.ts'
import { anEdition, anEditionOf } from '../../core/search/an-edition.ts'
import { aSearchPlace, found } from './a-search-place.ts'
import { unfiltered } from '../../../../src/core/search/search-types.ts'

const place = aSearchPlace()
const bundle = anEditionOf('Een op de vijf thuisbatterijen.', 'Mist boven de kade.')
const aNote = (text: string, item = 'i1') => ({ edition: 'blik-1', item, text })

/** An edition of one item in the library. */
function keep(id: string, text: string, revision = 1, language = 'nl'): EditionBundle {
  const made = anEdition({ id, language, sections: { '': [text] } })
  const kept = { ...made, edition: { ...made.edition, revision } }
  const outcome = place.library().add(kept, libraryProvenance)
  if (!outcome.ok) throw new Error(outcome.reason)
  return kept
}

/** The file of a word list that knows these as parts of compounds. */
function aWordList(...parts: string[]): string {
  const said = (3 << gradeBits.opening) | (3 << gradeBits.closing)
  const file = place.at('words.bin')
  fs.writeFileSync(file, packWordList(new Map(parts.map((part) => [part, said]))))
  return file
}

describe('the bundled edition in the search', () => {
  it('is found by the index that came with it, and by the seams that only a word list knows', () => {
    const index = place.open({ bundled: place.bundle(bundle) })
    expect(index.isRebuilt).toBe(false)
    expect(found(index, 'batterij')).toEqual(['blik-1/i1 item'])
  })

  it.each<[what: string, spoil: (file: string) => void]>([
    ['missing', (file) => fs.rmSync(file)],
    ['empty', (file) => fs.writeFileSync(file, '')],
    ['cut off', (file) => fs.truncateSync(file, fs.statSync(file).size - 40)],
    ['a folder', (file) => (fs.rmSync(file), fs.mkdirSync(file))],
    ['not ours', (file) => fs.writeFileSync(file, 'iets anders'.repeat(50))],
    [
      'of another version',
      (file) => {
        const bytes = fs.readFileSync(file)
        fs.writeFileSync(
          file,
          [bytes.subarray(0, -1), Buffer.from('1')].reduce((a, b) => Buffer.concat([a, b])),
        )
      },
    ],
  ])('is indexed from its text when the file is %s, which is told', (_, spoil) => {
    const files = place.bundle(bundle)
    spoil(files.index)
    const index = place.open({ bundled: files })
    expect(index.isRebuilt).toBe(true)
    expect(found(index, 'kade')).toEqual(['blik-1/i2 item'])
    expect(found(index, 'thuisbatterij')).toEqual(['blik-1/i1 item'])
  })

  it('is indexed from its text when the index was made of another', () => {
    const files = place.bundle(bundle)
    fs.writeFileSync(files.edition, JSON.stringify(anEditionOf('Iets heel anders.')))
    const index = place.open({ bundled: files })
    expect(index.isRebuilt).toBe(true)
    expect(found(index, 'kade')).toEqual([])
    expect(found(index, 'anders')).toEqual(['blik-1/i1 item'])
  })

  it('makes place for the edition of its id in the library', () => {
    keep('blik-1', 'Mist in Gent.')
    const index = place.open({ bundled: place.bundle(bundle) })
    expect(found(index, 'mist')).toEqual(['blik-1/i1 item'])
    expect(found(index, 'kade')).toEqual([])
    place.library().remove('blik-1')
    index.change({ kind: 'library', edition: 'blik-1' })
    expect(found(index, 'kade')).toEqual(['blik-1/i2 item'])
  })

  it('has no compounds but those of the word list', () => {
    const foggy = anEditionOf('Eerst kademist, dan thuismist.', 'De kade.', 'De mist.')
    const files = place.bundle(foggy, aLexicon('thuis mist'))
    const hits = place
      .open({ bundled: files })
      .answer({ id: 1, text: 'mist', edition: null, limit: 9, skip: 0, ...unfiltered })
    const [hit] = hits.hits.filter(({ item }) => item === 'i1')
    const text = 'Eerst kademist, dan thuismist.'
    expect(hit?.marks.map(([start, end]) => text.slice(start - 5, end))).toEqual(['thuismist'])
  })
})

describe('the library in the search', () => {
  it('is indexed once: another start reads what was saved', () => {
    keep('gent-1', 'Boten in Gent.')
    keep('gent-2', 'Kranen in Gent.')
    const first = place.open({}, { work: false })
    expect(first.progress).toEqual({ done: 0, all: 2 })
    expect(found(first, 'gent')).toEqual([])
    while (first.work());
    expect(found(first, 'gent').sort()).toEqual(['gent-1/i1 item', 'gent-2/i1 item'])
    first.close()
    const saved = place.segments()
    expect(saved).toHaveLength(1)
    const second = place.open({}, { work: false })
    expect([second.progress, second.isRebuilt]).toEqual([null, false])
    expect(found(second, 'gent').sort()).toEqual(['gent-1/i1 item', 'gent-2/i1 item'])
    expect(second.work()).toBe(false)
    expect(place.segments()).toEqual(saved)
  })

  it('follows what is added, revised, removed and brought back', () => {
    keep('gent-1', 'Boten in Gent.')
    const index = place.open()
    const changed = (id: string): void => {
      index.change({ kind: 'library', edition: id })
      while (index.work());
    }
    keep('gent-2', 'Kranen in Gent.')
    changed('gent-2')
    expect(found(index, 'gent')).toHaveLength(2)
    keep('gent-1', 'Zeilen in Gent.', 2)
    changed('gent-1')
    expect(found(index, 'boten')).toEqual([])
    expect(found(index, 'zeilen')).toEqual(['gent-1/i1 item'])
    place.library().remove('gent-2')
    changed('gent-2')
    expect(found(index, 'kranen')).toEqual([])
    place.library().restore('gent-2')
    index.change({ kind: 'library', edition: 'gent-2' })
    expect(index.progress).toBe(null)
    expect(found(index, 'kranen')).toEqual(['gent-2/i1 item'])
    index.close()
    expect(found(place.open({}, { work: false }), 'gent')).toHaveLength(2)
  })

  it('takes another text under a name that was there before for what it is', () => {
    keep('gent-1', 'Boten in Gent.')
    const index = place.open()
    place.library().remove('gent-1')
    keep('gent-1', 'Zeilen in Gent.')
    index.change({ kind: 'library', edition: 'gent-1' })
    expect(found(index, 'boten')).toEqual([])
    while (index.work());
    expect(found(index, 'zeilen')).toEqual(['gent-1/i1 item'])
    index.close()
    const again = place.open({}, { work: false })
    expect([found(again, 'boten'), found(again, 'zeilen')]).toEqual([[], ['gent-1/i1 item']])
  })

  it('needs no new index in a copy with other times, but does where a text differs', () => {
    keep('gent-1', 'Boten in Gent.')
    keep('gent-2', 'Kranen in Gent.')
    place.open().close()
    const [one, two] = ['gent-1@1.json', 'gent-2@1.json'].map((name) => place.at('library', name))
    fs.utimesSync(one ?? '', 1, 1)
    const bytes = fs.readFileSync(two ?? '', 'utf8')
    fs.writeFileSync(two ?? '', bytes.replace(/#[\da-f]{16}/, '#0123456789abcdef'))
    // The clock of a disk may tick too slowly to tell two writes apart.
    fs.utimesSync(two ?? '', 2, 2)
    const copy = place.open({}, { work: false })
    expect(found(copy, 'gent')).toEqual(['gent-1/i1 item'])
    expect(copy.progress).toEqual({ done: 0, all: 1 })
    while (copy.work());
    expect(copy.progress).toBe(null) // a file that is damaged is not tried again and again
  })

  it('finds an edition that is open and not kept, until another one is', () => {
    const index = place.open({ shown: anEdition({ id: 'los', sections: { '': ['Los zand.'] } }) })
    expect(found(index, 'zand')).toEqual(['los/i1 item'])
    index.change({
      kind: 'shown',
      bundle: anEdition({ id: 'vast', sections: { '': ['Vast zand.'] } }),
    })
    expect(found(index, 'zand')).toEqual(['vast/i1 item'])
    index.change({ kind: 'shown', bundle: null })
    expect(found(index, 'zand')).toEqual([])
    expect(place.segments()).toEqual([])
  })

  it('writes nothing where it may not, and answers all the same', () => {
    for (let number = 0; number < 20; number++) keep(`gent-${String(number)}`, 'Boten in Gent.')
    const index = place.open({ mayWrite: false })
    expect(found(index, 'gent')).toHaveLength(20)
    expect(place.segments()).toEqual([])
  })

  it('answers from memory when it cannot be saved', () => {
    keep('gent-1', 'Boten in Gent.')
    fs.writeFileSync(place.at('library', 'search'), 'in the way')
    const index = place.open()
    expect(found(index, 'gent')).toEqual(['gent-1/i1 item'])
    keep('gent-2', 'Kranen in Gent.')
    index.change({ kind: 'library', edition: 'gent-2' })
    while (index.work());
    expect(found(index, 'gent')).toHaveLength(2)
  })

  it('answers from memory when the disk is full, and is saved at a start when it is not', () => {
    for (let number = 0; number < 10; number++) keep(`gent-${String(number)}`, 'Boten in Gent.')
    const full = { ...realFiles, write: () => 0 }
    const index = openSearchIndex({ ...place.contents(), files: full })
    while (index.work());
    expect(found(index, 'gent')).toHaveLength(10)
    expect(place.segments()).toEqual([])
    index.close()
    expect(found(place.open(), 'gent')).toHaveLength(10)
    expect(place.segments()).toHaveLength(1)
  })

  it.each<[what: string, spoil: (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, -100)],
    ['changed in its arrays', (bytes) => flip(bytes, bytes.lastIndexOf('gent') + 1)],
    ['empty', () => Buffer.alloc(0)],
  ])('is indexed again when a saved file is %s, which is told', (_, spoil) => {
    keep('gent-1', 'Boten in Gent.')
    place.open().close()
    const [name = ''] = place.segments()
    const file = place.at('library', 'search', name)
    fs.writeFileSync(file, spoil(fs.readFileSync(file)))
    const index = place.open({}, { work: false })
    expect(index.isRebuilt).toBe(true)
    expect(index.progress).toEqual({ done: 0, all: 1 })
    while (index.work());
    expect(found(index, 'gent')).toEqual(['gent-1/i1 item'])
  })

  it('gives a file up whose texts turn out to be damaged when one is shown', () => {
    keep('gent-1', 'Boten in Gent.')
    keep('gent-2', 'Kranen op zee.')
    place.open().close()
    const [name = ''] = place.segments()
    const file = place.at('library', 'search', name)
    fs.writeFileSync(file, flip(fs.readFileSync(file), 12))
    const index = place.open({}, { work: false })
    expect(index.isRebuilt).toBe(false)
    expect(found(index, 'titel')).toEqual([])
    expect([index.isRebuilt, index.progress]).toEqual([true, { done: 0, all: 2 }])
    while (index.work());
    expect(found(index, 'gent')).toEqual(['gent-1/i1 item'])
    expect(found(index, 'zee')).toEqual(['gent-2/i1 item'])
  })

  it('gives a file up whose texts turn out to be damaged when it is merged, and saves on', () => {
    for (let number = 0; number < 5; number++) {
      keep(`gent-${String(number)}`, 'Boten in Gent.')
      place.open().close()
    }
    const [name = ''] = place.segments()
    const file = place.at('library', 'search', name)
    fs.writeFileSync(file, flip(fs.readFileSync(file), 12))
    keep('gent-5', 'Boten in Gent.')
    const index = place.open()
    expect(index.isRebuilt).toBe(true)
    expect(found(index, 'gent')).toHaveLength(6)
    expect(place.segments().length).toBeLessThan(4)
    index.close()
    const again = place.open({}, { work: false })
    expect([again.isRebuilt, again.progress]).toEqual([false, null])
  })

  it('leaves a file alone that the system does not give just now', () => {
    keep('gent-1', 'Boten in Gent.')
    place.open().close()
    const away = place.at('library', 'search', '000001-1.segment')
    fs.symlinkSync(place.at('nowhere'), away)
    const index = place.open()
    expect(index.isRebuilt).toBe(false)
    expect(found(index, 'gent')).toEqual(['gent-1/i1 item'])
    expect(place.segments()).toContain('000001-1.segment')
  })

  it('leaves the temporary file of a process that runs alone, and takes away that of one that does not', () => {
    keep('gent-1', 'Boten in Gent.')
    place.open().close()
    const running = `000008-${String(process.ppid)}.segment.tmp`
    for (const name of [running, '000009-4194304.segment.tmp'])
      fs.writeFileSync(place.at('library', 'search', name), 'half')
    place.open()
    expect(place.segments().filter((name) => name.endsWith('.tmp'))).toEqual([running])
  })

  it('counts an edition once that is in two files, as after a kill between writing and removing', () => {
    keep('gent-1', 'Boten in Gent.')
    place.open().close()
    const [name = ''] = place.segments()
    const folder = (one: string): string => place.at('library', 'search', one)
    fs.copyFileSync(folder(name), folder('000009-1.segment'))
    const index = place.open()
    expect(found(index, 'gent')).toEqual(['gent-1/i1 item'])
    expect(place.segments()).toEqual(['000009-1.segment'])
  })

  it('stays in few files, however often something comes in, and finds all of it', () => {
    const index = place.open()
    for (let number = 0; number < 60; number++) {
      const made = makeEdition(number, { items: 4 })
      place.library().add(made, libraryProvenance)
      index.change({ kind: 'library', edition: made.edition.id })
      while (index.work());
    }
    expect(place.segments().length).toBeLessThan(12)
    const { total, hits } = index.answer({
      id: 1,
      text: 'nr',
      edition: null,
      limit: 5,
      skip: 0,
      ...unfiltered,
    })
    expect([total, hits.length]).toEqual([60, 5])
  })

  it('is searched by the word forms of its language, also when it is saved and merged', () => {
    keep('gent-1', 'Boten in Gent.')
    keep('london-1', 'A battery in London.', 1, 'en-GB')
    const first = place.open()
    expect(found(first, 'batteries')).toEqual(['london-1/i1 item'])
    first.close()
    keep('berlin-1', 'Man baut in Berlin.', 1, 'de')
    const second = place.open()
    const marked = (text: string): string[] =>
      second
        .answer({ id: 1, text, edition: null, limit: 5, skip: 0, ...unfiltered })
        .hits.flatMap(({ excerpt, excerptMarks }) =>
          excerptMarks.map(([start, end]) => excerpt.slice(start, end)),
        )
    expect(marked('batteries')).toEqual(['battery'])
    expect(marked('bauen')).toEqual(['baut'])
    expect(marked('boot')).toEqual(['Boten'])
  })

  it('gives all hits of the open edition, and names the editions of the others', () => {
    for (let number = 0; number < 8; number++) {
      keep(
        `gent-${String(number)}`,
        number === 3 ? 'Een boot, en nog veel meer daarover.' : 'Boot.',
      )
    }
    const answer = place
      .open()
      .answer({ id: 1, text: 'boot', edition: 'gent-3', limit: 2, skip: 0, ...unfiltered })
    expect(answer.total).toBe(8)
    expect(answer.hits.map(({ edition }) => edition)).toContain('gent-3')
    expect(answer.hits).toHaveLength(3)
    expect(answer.editions.map(({ id, title }) => [id, title])).toContainEqual(['gent-3', 'Titel'])
  })

  it('gives the rest of a list in pages that join without a seam', () => {
    for (let number = 0; number < 30; number++)
      keep(`gent-${String(number)}`, `Boot ${'en nog iets '.repeat(number % 7)}.`)
    const notes = [1, 2, 3].map((n) => aNote('Over een boot.', `i${String(n)}`))
    const index = place.open({ notes })
    const named = (skip: number, limit: number): string[] =>
      index
        .answer({ id: 1, text: 'boot', edition: 'gent-4', limit, skip, ...unfiltered })
        .hits.map(({ edition, item, where }) => `${edition}/${item} ${where}`)
    const [first, ...whole] = named(0, 1_000)
    expect([first, whole.length]).toEqual(['gent-4/i1 item', 32])
    const pages = [0, 10, 20, 30].flatMap((skip) => named(skip, skip + 10))
    expect(pages).toEqual([first, ...whole])
  })

  it('splits compounds by the word list that comes with the program, which lasts when segments are merged', () => {
    const words = aWordList('grind', 'tafel')
    keep('a', 'Een grindtafel.')
    for (let count = 0; count < 8; count++) keep(`b${String(count)}`, 'Mist boven de kade.')
    expect(found(place.open({ words }), 'tafel')).toEqual(['a/i1 item'])
    expect(found(place.open({ words }), 'tafel')).toEqual(['a/i1 item'])
  })

  it('is indexed again by the word list when it was indexed without one, once, and is found meanwhile', () => {
    for (let count = 0; count < 3; count++) keep(`a${String(count)}`, 'Een grindtafel.')
    const words = place.at('words.bin')
    const without = place.open({ words })
    expect(found(without, 'tafel')).toEqual([])
    without.close()
    aWordList('grind', 'tafel')

    const again = place.open({ words }, { work: false })
    const counts = new Set<number>()
    do counts.add(found(again, 'grindtafel').length)
    while (again.work())
    expect([...counts]).toEqual([3])
    expect(found(again, 'tafel')).toHaveLength(3)
    again.close()

    const later = place.open({ words }, { work: false })
    expect(later.progress).toBeNull()
    expect(found(later, 'tafel')).toHaveLength(3)
    expect(place.segments()).toHaveLength(1)
  })

  it.each(['missing', 'damaged'])('finds its words when the word list is %s', (state) => {
    const words = place.at('words.bin')
    if (state === 'damaged') fs.writeFileSync(words, Buffer.alloc(80_000, 7))
    keep('a', 'Een grindtafel.')
    expect(found(place.open({ words }), 'grindtafel')).toEqual(['a/i1 item'])
    expect(found(place.open({ words }), 'tafel')).toEqual([])
  })

  it('splits compounds with the words that the library knows', () => {
    const index = place.open({ bundled: place.bundle(anEditionOf('Een park. Een batterij.')) })
    keep('gent-1', 'Een batterijpark in Gent.')
    index.change({ kind: 'library', edition: 'gent-1' })
    while (index.work());
    const { hits } = index.answer({
      id: 1,
      text: 'parken',
      edition: null,
      limit: 9,
      skip: 0,
      ...unfiltered,
    })
    const [hit] = hits.filter(({ edition }) => edition === 'gent-1')
    expect(hit).toMatchObject({ reason: 'compound', evidence: 'batterij·park' })
  })
})

describe('the reader’s notes in the search', () => {
  it('are found, and marked in their Markdown', () => {
    const text = 'Zie ook **batterijen** van vorig jaar.'
    const [hit] = place.open({ notes: [aNote(text)] }).answer({
      id: 1,
      text: 'vorig jaar batterij',
      edition: null,
      limit: 9,
      skip: 0,
      ...unfiltered,
    }).hits
    expect(hit).toMatchObject({ where: 'note', item: 'i1', reason: 'form', evidence: 'batterijen' })
    expect(hit?.marks.map(([start, end]) => text.slice(start, end))).toEqual([
      'batterijen',
      'vorig',
      'jaar',
    ])
  })

  it('stand right after the best item, beside the item that they are about', () => {
    const bundled = place.bundle(bundle)
    const other = place.open({ bundled, notes: [aNote('De kade, en nog eens de kade.', 'i1')] })
    expect(found(other, 'kade')).toEqual(['blik-1/i2 item', 'blik-1/i1 note'])
    const same = place.open({ bundled, notes: [aNote('Meer over de kade.', 'i2')] })
    expect(found(same, 'kade')).toEqual(['blik-1/i2 item', 'blik-1/i2 note'])
    expect(found(same, 'kaade')).toEqual(['blik-1/i2 item', 'blik-1/i2 note'])
    const misspelt = place.open({ bundled, notes: [aNote('Meer over de kaade.', 'i2')] })
    expect(found(misspelt, 'kade')).toEqual(['blik-1/i2 item', 'blik-1/i2 note'])
  })

  it('are followed when they are changed, emptied and taken away', () => {
    const index = place.open({ bundled: place.bundle(anEditionOf('Iets anders.')) })
    index.change({ kind: 'put-note', note: aNote('Over mist.') })
    expect(found(index, 'mist')).toEqual(['blik-1/i1 note'])
    index.change({ kind: 'put-note', note: aNote('Over zon.') })
    expect(found(index, 'mist')).toEqual([])
    expect(found(index, 'zon')).toEqual(['blik-1/i1 note'])
    index.change({ kind: 'put-note', note: aNote(' \n') })
    expect(found(index, 'zon')).toEqual([])
    index.change({ kind: 'remove-note', edition: 'blik-1', item: 'i1' })
  })

  it('stay right while one is saved with every keystroke', () => {
    const index = place.open({ notes: [aNote('Een andere notitie.', 'i2')] })
    for (let count = 1; count <= 400; count++) {
      index.change({
        kind: 'put-note',
        note: aNote(`Versie ${String(count)} over mist${String(count)}.`),
      })
    }
    expect(found(index, 'mist400')).toEqual(['blik-1/i1 note'])
    expect(found(index, 'versie')).toEqual(['blik-1/i1 note'])
    index.change({ kind: 'put-note', note: aNote('Klaar.') })
    expect(found(index, 'klaar')).toEqual(['blik-1/i1 note'])
    expect(found(index, 'andere')).toEqual(['blik-1/i2 note'])
  })

  it('are searched without any edition', () => {
    const index = place.open({ library: null })
    const answer = index.answer({
      id: 3,
      text: 'kade',
      edition: null,
      limit: 9,
      skip: 0,
      ...unfiltered,
    })
    expect(answer).toMatchObject({ id: 3, total: 0, hits: [], editions: [], suggestion: null })
  })
})

function flip(bytes: Buffer, at: number): Buffer {
  const spoilt = Buffer.from(bytes)
  spoilt[at] = (spoilt[at] ?? 0) ^ 1
  return spoilt
}

describe('the reader’s bookmarks in the search', () => {
  const bookmarkOn = (item: string) => ({ edition: 'blik-1', item })

  it('are found, and followed when they are set and taken away', () => {
    const bundled = place.bundle(bundle)
    const index = place.open({ bundled, bookmarks: [bookmarkOn('i1')] })
    expect(found(index, 'in:bladwijzers')).toEqual(['blik-1/i1 item'])
    index.change({ kind: 'put-bookmark', bookmark: bookmarkOn('i2') })
    index.change({ kind: 'put-bookmark', bookmark: bookmarkOn('i2') })
    expect(found(index, 'in:bladwijzers')).toEqual(['blik-1/i1 item', 'blik-1/i2 item'])
    expect(found(index, 'kade in:bladwijzers')).toEqual(['blik-1/i2 item'])
    index.change({ kind: 'remove-bookmark', bookmark: bookmarkOn('i1') })
    expect(found(index, 'in:bladwijzers')).toEqual(['blik-1/i2 item'])
    index.change({ kind: 'remove-bookmark', bookmark: bookmarkOn('i2') })
    expect(found(index, 'in:bladwijzers')).toEqual([])
  })

  it('stay on items of an edition that comes in later, is saved and is merged', () => {
    const bookmarks = [{ edition: 'gent-1', item: 'i1' }]
    const index = place.open({ bookmarks })
    expect(found(index, 'in:bladwijzers')).toEqual([])
    for (let number = 0; number < 12; number++) {
      keep(`gent-${String(number)}`, 'Boten in Gent.')
      index.change({ kind: 'library', edition: `gent-${String(number)}` })
      while (index.work());
      const isIn = number >= 1
      expect(found(index, 'boot in:bladwijzers')).toEqual(isIn ? ['gent-1/i1 item'] : [])
    }
  })
})

describe('a saved index', () => {
  it('can be narrowed and completed as a new one can', () => {
    keep('gent-1', 'Boten in Gent. :: GT')
    keep('gent-2', 'Kranen in Gent. :: VP')
    place.open().close()
    const index = place.open({}, { work: false })
    expect(found(index, 'gent bron:"global times"')).toEqual(['gent-1/i1 item'])
    expect(found(index, '"kranen in"')).toEqual(['gent-2/i1 item'])
    expect(index.complete({ text: 'bron:g', cursor: 6 })).toEqual({
      from: 0,
      to: 6,
      options: [{ text: 'bron:GT', count: 1 }],
    })
    keep('gent-3', 'Sluizen in Gent. :: Global Times')
    index.change({ kind: 'library', edition: 'gent-3' })
    while (index.work());
    const { options } = index.complete({ text: 'bron:g', cursor: 6 }) ?? { options: [] }
    expect(options).toEqual([{ text: 'bron:GT', count: 2 }])
  })
})
