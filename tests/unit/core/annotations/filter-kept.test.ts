import { describe, expect, it } from 'vitest'
import { filterKept } from '../../../../src/core/annotations/filter-kept.ts'
import { groupKept, knownEntry } from '../../../../src/core/annotations/group-kept.ts'
import { anEntry } from '../library/library-entries.ts'
import { aBookmark, aNote } from '../reader-data/reader-records.ts'

const context = { title: 'Oude titel', section: 'Getijden', number: 1 }
const brug = { quote: 'Een brug ging open.', context: { ...context, section: null, number: 2 } }
const groups = groupKept(
  [
    aBookmark({ edition: 'haven', item: 'a', quote: 'De ideeën van de loodsen …', context }),
    aNote({ edition: 'haven', item: 'b', ...brug, text: 'Prijs is **dalend**' }),
    aBookmark({ edition: 'dorp', item: 'c', quote: 'De put staat droog.' }),
  ],
  'reading',
  [knownEntry(anEntry({ id: 'haven', title: 'Aan de kade', series: 'Streekpost' }))],
)

function found(typed: string): string {
  return filterKept(groups, typed)
    .map(({ id, rows }) => `${id}: ${rows.map(({ record }) => record.item).join(' ')}`)
    .join(', ')
}

describe('a filter on what was kept', () => {
  it.each([
    ['nothing', ' ', 'haven: a b, dorp: c'],
    ['the first words of an item, without their accents', 'IDEEEN', 'haven: a'],
    ['a note', 'dalend', 'haven: b'],
    ['a part of a word', 'ood', 'haven: a'],
    ['the title of an edition, with all that is in it', 'kade', 'haven: a b'],
    ['a series', 'streekp', 'haven: a b'],
    ['a section', 'getijden', 'haven: a'],
    ['words of different places, in any order', 'dalend kade', 'haven: b'],
    ['words of which one is missing', 'dalend put', ''],
  ])('finds %s', (_, typed, shown) => {
    expect(found(typed)).toBe(shown)
  })
})
