// The finder over real word lists and the index of a library.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  storedFile,
  storeDictionary,
} from '../../../../electron/services/dictionaries/stored-dictionary.ts'
import { createFinder, type Finder } from '../../../../electron/services/reading-notes/finder.ts'
import { createSegmentSet } from '../../../../src/core/search/compact/segment-set.ts'
import { earlierEdition, laterEdition } from '../../../fixtures/found-editions.ts'
import { segmentOf } from '../../core/search/a-search.ts'

const glosses = 'resources/words/dutch.tsv'

function aFinder(files = { compounds: 'no/such/file', glosses }): Finder {
  const items = createSegmentSet()
  items.add(segmentOf([earlierEdition, laterEdition]))
  return createFinder(files, items)
}

describe('the finder', () => {
  it('notes each item of an edition', () => {
    const [bus, , drones, bridge] = aFinder().notes(laterEdition.edition)
    expect(bus).toMatchObject({ item: 'bus-1004' })
    expect(bus?.figures.map(({ printed }) => printed)).toEqual([
      '1.004 kilometer',
      '6,1 kilogram',
      'een vijfde',
      'twaalf',
    ])
    const names = new Map(bus?.names.map(({ name, kind }) => [name, kind]))
    expect(names.get('Lies Haverkamp')).toBe('person')
    expect(names.get('Den Helder')).toBe('place')
    expect(drones?.figures[0]).toMatchObject({ printed: '608.000', change: '+48%' })
    expect(bridge).toMatchObject({ item: 'brug', figures: [], names: [] })
  })

  it('finds the earlier items of those that have any', () => {
    const earlier = aFinder().earlier(laterEdition.edition)
    expect([...earlier.keys()]).toContain('bus-1004')
    expect(earlier.get('bus-1004')).toMatchObject([{ edition: 'weekblik-12', item: 'bus-640' }])
    expect(earlier.has('brug')).toBe(false)
    expect(aFinder().earlier(earlierEdition.edition).size).toBe(0)
    // What was noted of another edition does not stand in for its own.
    const asked = aFinder()
    asked.notes(earlierEdition.edition)
    expect(asked.earlier(laterEdition.edition)).toEqual(earlier)
  })

  it('looks a word up in its sentence', () => {
    const sentence = 'De stad lost het morgen op.'
    const asked = { word: 'lost', sentence, offset: sentence.indexOf('lost') }
    expect(aFinder().lookUp(asked)).toMatchObject({ headword: 'oplossen', wordClass: 'verb' })
    expect(aFinder().lookUp({ word: 'kwispelx', sentence: '', offset: 0 })).toBeNull()
  })

  it('looks it up in the dictionaries that it is told of, in their order', () => {
    const folder = mkdtempSync(join(tmpdir(), 'leeslamp-finder-'))
    const { id, bytes } = storeDictionary([{ headword: 'stad', glosses: ['town'] }])
    writeFileSync(storedFile(folder, id), bytes)
    const finder = aFinder()
    const asked = { word: 'steden', sentence: 'steden', offset: 0 }
    const sources = () => finder.lookUp(asked)?.glosses.map(({ source }) => source)
    expect(new Set(sources())).toEqual(new Set(['Leeslamp']))
    finder.useDictionaries([{ id, name: 'Eigen', folder }, 'program'])
    expect(sources()?.[0]).toBe('Eigen')
    finder.useDictionaries([{ id, name: 'Anders', folder }])
    expect(sources()).toEqual(['Anders'])
    // One that is gone has no words, and the others still have theirs.
    rmSync(folder, { recursive: true })
    expect(sources()).toEqual(['Anders'])
    finder.useDictionaries(['program'])
    finder.useDictionaries([{ id, name: 'Anders', folder }, 'program'])
    expect(new Set(sources())).toEqual(new Set(['Leeslamp']))
    // Added again, it has them again.
    mkdirSync(folder)
    writeFileSync(storedFile(folder, id), bytes)
    expect(sources()?.[0]).toBe('Anders')
    rmSync(folder, { recursive: true })
  })

  it('finds figures without word lists, and looks nothing up', () => {
    const finder = aFinder({ compounds: 'no/such/file', glosses: 'no/such/list' })
    expect(finder.notes(laterEdition.edition)[0]?.figures).toHaveLength(4)
    expect(finder.lookUp({ word: 'huis', sentence: 'huis', offset: 0 })).toBeNull()
  })
})
