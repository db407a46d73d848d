import { describe, expect, it } from 'vitest'
import { filterKept } from '../../../../src/core/annotations/filter-kept.ts'
import { groupKept, knownEdition, knownEntry } from '../../../../src/core/annotations/group-kept.ts'
import { dutchCitation } from '../../../../src/core/citation/cite-item.ts'
import { anEntry } from '../library/library-entries.ts'
import { anEdition } from '../search/an-edition.ts'
import { aBookmark, aHighlight, aNote } from '../reader-data/reader-records.ts'

const context = { title: 'Oude titel', section: 'Getijden', number: 1 }
const brug = { quote: 'Een brug ging open.', context: { ...context, section: null, number: 2 } }
const { edition: open } = anEdition({
  id: 'open',
  sections: { Wind: ['De molen wordt vandaag stilgezet. :: Molenblad'] },
})
const groups = groupKept(
  [
    aBookmark({ edition: 'haven', item: 'a', quote: 'De ideeën van de loodsen …', context }),
    aNote({ edition: 'haven', item: 'b', ...brug, text: 'Prijs is **dalend**' }),
    aBookmark({ edition: 'dorp', item: 'c', quote: 'De put staat droog.' }),
    aBookmark({
      edition: 'open',
      item: 'i1',
      quote: 'De molen …',
      context: { ...context, section: null, item: 'Wieken' },
    }),
  ],
  'reading',
  [
    knownEntry(
      anEntry({
        ...{ id: 'haven', title: 'Aan de kade', series: 'Streekpost' },
        date: { value: '2025-03-14', inferred: false },
      }),
    ),
    knownEdition(open),
  ],
)

function found(typed: string): string {
  return filterKept(groups, typed, dutchCitation.months)
    .map(({ id, rows }) => `${id}: ${rows.map(({ record }) => record.item).join(' ')}`)
    .join(', ')
}

describe('a filter on what was kept', () => {
  it.each([
    ['nothing', ' ', 'haven: a b, dorp: c, open: i1'],
    ['the first words of an item, without their accents', 'IDEEEN', 'haven: a'],
    ['a note', 'dalend', 'haven: b'],
    ['a part of a word', 'ood', 'haven: a'],
    ['the title of an edition, with all that is in it', 'kade', 'haven: a b'],
    ['a series', 'streekp', 'haven: a b'],
    ['a section', 'getijden', 'haven: a'],
    ['words of different places, in any order', 'dalend kade', 'haven: b'],
    ['the month of an edition', 'maart', 'haven: a b'],
    ['a whole date', '14 maart 2025', 'haven: a b'],
    ['the title that an edition had', 'oude dalend', 'haven: b'],
    ['the title of an item', 'wieken', 'open: i1'],
    ['any word of an item that is open', 'stilgezet', 'open: i1'],
    ['a source of an item that is open', 'molenblad', 'open: i1'],
    ['words of which one is missing', 'dalend put', ''],
  ])('finds %s', (_, typed, shown) => {
    expect(found(typed)).toBe(shown)
  })
})

it('finds a highlight by the words that it marks', () => {
  const marked = groupKept([aHighlight()], 'reading', [])
  const filtered = (typed: string) => filterKept(marked, typed, dutchCitation.months)
  expect(filtered('eerste woorden')).toEqual(marked)
  expect(filtered('zee')).toEqual([])
})
