import { describe, expect, it } from 'vitest'
import {
  createSearchIndex,
  type SearchContents,
  type SearchIndex,
} from '../../../electron/services/search-index.ts'
import { buildIndex, indexVersion } from '../../../src/core/search/index-file.ts'
import { aLexicon } from '../core/dutch/a-lexicon.ts'
import { anEdition, anEditionOf } from '../core/search/an-edition.ts'

const lexicon = aLexicon('thuis batterij wind turbine park')
const bundle = anEditionOf(
  'Een op de vijf thuisbatterijen.',
  'Het windturbinepark bij de kade ligt stil.',
)
const indexFile = buildIndex([bundle], lexicon)

const anIndex = (contents: Partial<SearchContents> = {}): SearchIndex =>
  createSearchIndex({ bundles: [bundle], indexFile, notes: [], ...contents })
const found = (index: SearchIndex, text: string): string[] =>
  index
    .answer({ id: 1, text })
    .hits.map(({ edition, item, where }) => `${edition}/${item} ${where}`)
const aNote = (text: string, item = 'i1') => ({ edition: 'blik-1', item, text })

describe('createSearchIndex', () => {
  it('uses a prebuilt index, and with it the seams that only a word list knows', () => {
    const index = anIndex()
    expect(index.origin).toEqual({ from: 'file' })
    expect(found(index, 'batterij')).toEqual(['blik-1/i1 item'])
  })

  it.each<[what: string, file: string | null, because: string]>([
    ['missing', null, 'no-file'],
    ['empty', '', 'damaged'],
    ['cut off', indexFile.slice(0, -40), 'damaged'],
    ['changed', indexFile.replace('"thuis', '"thuus'), 'damaged'],
    [
      'of another version',
      indexFile.replace(`"version":${indexVersion}`, '"version":0'),
      'other-version',
    ],
    ['of another edition', buildIndex([anEditionOf('Iets anders.')], lexicon), 'other-editions'],
  ])('makes it from the texts when the file is %s, and says so', (_, file, because) => {
    const index = anIndex({ indexFile: file })
    expect(index.origin).toEqual({ from: 'texts', because })
    expect(found(index, 'kade')).toEqual(['blik-1/i2 item'])
    expect(found(index, 'thuisbatterij')).toEqual(['blik-1/i1 item'])
  })

  it('adds the editions that are not in the file, and splits their compounds with the words it knows', () => {
    const digest = anEdition({ id: 'blik-2', sections: { '': ['Een batterijpark in Gent.'] } })
    const index = anIndex({ bundles: [bundle, digest] })
    expect(index.origin).toEqual({ from: 'file' })
    expect(found(index, 'gent')).toEqual(['blik-2/i1 item'])
    const [hit] = index
      .answer({ id: 1, text: 'parken' })
      .hits.filter(({ edition }) => edition === 'blik-2')
    expect(hit).toMatchObject({ reason: 'compound', evidence: 'batterij·park' })
  })

  it('does not split a word of the file in which the word list found no seam', () => {
    const text = 'Eerst kademist, dan thuismist.'
    const foggy = anEditionOf(text, 'De kade.', 'De mist.')
    const file = buildIndex([foggy], aLexicon('thuis mist'))
    const [hit] = anIndex({ bundles: [foggy], indexFile: file })
      .answer({ id: 1, text: 'mist' })
      .hits.filter(({ item }) => item === 'i1')
    expect(hit?.marks.map(([start, end]) => text.slice(start - 5, end))).toEqual(['thuismist'])
  })

  it('takes an edition in, in place of the one with its id, and out', () => {
    const index = anIndex()
    index.change({
      kind: 'put-edition',
      bundle: anEdition({ id: 'blik-2', sections: { '': ['Mist in Gent.'] } }),
    })
    expect(found(index, 'mist')).toEqual(['blik-2/i1 item'])
    index.change({
      kind: 'put-edition',
      bundle: anEdition({ id: 'blik-2', sections: { '': ['Zon in Gent.'] } }),
    })
    expect(found(index, 'mist')).toEqual([])
    expect(found(index, 'zon')).toEqual(['blik-2/i1 item'])
    index.change({ kind: 'remove-edition', edition: 'blik-2' })
    expect(found(index, 'gent')).toEqual([])
    index.change({ kind: 'remove-edition', edition: 'blik-9' })
  })

  it('keeps what the word list said of an edition that is put in unchanged', () => {
    const index = anIndex()
    index.change({ kind: 'put-edition', bundle })
    expect(found(index, 'batterij')).toEqual(['blik-1/i1 item'])
  })

  it('finds the reader’s notes, and marks in their Markdown', () => {
    const text = 'Zie ook **batterijen** van vorig jaar.'
    const [hit] = anIndex({ notes: [aNote(text)] }).answer({
      id: 1,
      text: 'vorig jaar batterij',
    }).hits
    expect(hit).toMatchObject({ where: 'note', item: 'i1', reason: 'form', evidence: 'batterijen' })
    expect(hit?.marks.map(([start, end]) => text.slice(start, end))).toEqual([
      'batterijen',
      'vorig',
      'jaar',
    ])
  })

  it('puts the best note right after the best item', () => {
    const index = anIndex({ notes: [aNote('De kade, en nog eens de kade.', 'i1')] })
    expect(found(index, 'kade')).toEqual(['blik-1/i2 item', 'blik-1/i1 note'])
  })

  it('finds an item and the note on it both, in each pass', () => {
    const index = anIndex({ notes: [aNote('Meer over de kade.', 'i2')] })
    expect(found(index, 'kade')).toEqual(['blik-1/i2 item', 'blik-1/i2 note'])
    expect(found(index, 'kaade')).toEqual(['blik-1/i2 item', 'blik-1/i2 note'])
    const misspelt = anIndex({ notes: [aNote('Meer over de kaade.', 'i2')] })
    expect(found(misspelt, 'kade')).toEqual(['blik-1/i2 item', 'blik-1/i2 note'])
  })

  it('follows a note that is changed, emptied and taken away', () => {
    const index = anIndex()
    index.change({ kind: 'put-note', note: aNote('Over mist.') })
    expect(found(index, 'mist')).toEqual(['blik-1/i1 note'])
    index.change({ kind: 'put-note', note: aNote('Over zon.') })
    expect(found(index, 'mist')).toEqual([])
    expect(found(index, 'zon')).toEqual(['blik-1/i1 note'])
    index.change({ kind: 'put-note', note: aNote(' \n') })
    expect(found(index, 'zon')).toEqual([])
    index.change({ kind: 'remove-note', edition: 'blik-1', item: 'i1' })
  })

  it('stays right while a note is saved with every keystroke', async () => {
    const index = anIndex()
    for (let count = 1; count <= 400; count++) {
      index.change({ kind: 'put-note', note: aNote(`Versie ${count} over mist${count}.`) })
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(found(index, 'mist400')).toEqual(['blik-1/i1 note'])
    expect(found(index, 'mist12 versie')).not.toContain('blik-1/i2 item')
    index.change({ kind: 'put-note', note: aNote('Klaar.') })
    expect(found(index, 'klaar')).toEqual(['blik-1/i1 note'])
  })

  it('works without any edition', () => {
    const index = anIndex({ bundles: [], indexFile: null })
    expect(index.answer({ id: 3, text: 'kade' })).toEqual({ id: 3, hits: [], suggestion: null })
  })
})
