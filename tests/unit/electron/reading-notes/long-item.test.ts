// An item as long as a small book.
import { describe, expect, it } from 'vitest'
import { createFinder } from '../../../../electron/services/reading-notes/finder.ts'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { shownFindings } from '../../../../src/core/reading-notes/shown-findings.ts'
import { mostShown } from '../../../../src/core/reading-notes/reading-notes.ts'
import { createSegmentSet } from '../../../../src/core/search/compact/segment-set.ts'
import { laterEdition } from '../../../fixtures/found-editions.ts'
import { segmentOf } from '../../core/search/a-search.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'

const finder = createFinder(
  { compounds: 'no/such/file', glosses: 'resources/words/dutch.tsv' },
  createSegmentSet(),
)
const words = laterEdition.edition.sections
  .flatMap(({ items }) => items.map(({ text }) => text))
  .join(' ')
  .split(' ')

/** The edition with one item of so many words. */
function longEdition(count: number): Edition {
  const text = Array.from({ length: count }, (_, index) => words[index % words.length]).join(' ')
  const [section] = laterEdition.edition.sections
  const [item] = section?.items ?? []
  if (section === undefined || item === undefined) throw new Error('the edition has no item')
  return { ...laterEdition.edition, sections: [{ ...section, items: [{ ...item, text }] }] }
}

describe('an item of 5,000 words', () => {
  it('has findings within its text, of which few are shown', () => {
    const edition = longEdition(5_000)
    const [found] = finder.notes(edition)
    if (found === undefined) throw new Error('nothing was found')
    const { text } = edition.sections[0]?.items[0] ?? { text: '' }
    const all = [...found.figures, ...found.names, ...found.terms]
    expect(all.every(({ start, end, printed }) => text.slice(start, end) === printed)).toBe(true)
    const shown = shownFindings(found)
    expect(found.figures.length).toBeGreaterThan(mostShown.figures)
    expect(shown.figures).toHaveLength(mostShown.figures)
    expect(shown.names.length).toBeLessThanOrEqual(mostShown.names)
    expect(shown.terms.length).toBeLessThanOrEqual(mostShown.terms)
  })

  it('takes as much longer as it is longer', () => {
    const cost = costOfTenfold((times) => finder.notes(longEdition(1_000 * times)))
    expect(cost).toBeLessThan(mostCost)
  })

  it('is compared with what came earlier', () => {
    const items = createSegmentSet()
    items.add(segmentOf([laterEdition]))
    const files = { compounds: 'no/such/file', glosses: 'resources/words/dutch.tsv' }
    const edition = {
      ...longEdition(5_000),
      id: 'lang-1',
      date: { value: '2024-09-01', inferred: false },
    }
    const earlier = [...createFinder(files, items).earlier(edition).values()].flat()
    expect(earlier.length).toBeLessThanOrEqual(mostShown.earlier)
    expect(earlier.map((one) => one.edition)).toContain(laterEdition.edition.id)
  })
})
