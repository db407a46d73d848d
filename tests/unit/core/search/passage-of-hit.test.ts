import { describe, expect, it } from 'vitest'
import { openingItem } from '../../../../src/core/edition/edition.ts'
import { passageOfHit } from '../../../../src/core/search/passage-of-hit.ts'
import type { SearchHit } from '../../../../src/core/search/search-types.ts'
import { askOf, contextWith, segmentOf } from './a-search.ts'
import { anEdition } from './an-edition.ts'

const rain = 'De regen bleef lang weg. '
const text = `${rain.repeat(12)}Op de kade ligt nu een boot. Die vaart morgen uit.`
const lede = 'Deze week ging de brug open. Een boot voer weg.'
const edition = anEdition({ title: 'Blik', lede, sections: { 'Een boot': [text, 'Zonder meer.'] } })
const context = contextWith({ segments: [segmentOf([edition])] })

function sentenceOf(query: string, item: string): string {
  const hit = askOf(context, query, 10).hits.find((one) => one.item === item)
  const of = item === openingItem ? lede : text
  const passage = hit === undefined ? null : passageOfHit(hit, of)
  return passage === null ? '' : of.slice(passage.start, passage.end)
}

describe('the sentence of a hit', () => {
  it('is the one with the first word that is marked, however far the excerpt begins', () => {
    expect(sentenceOf('boot', 'i1')).toBe('Op de kade ligt nu een boot.')
    expect(sentenceOf('vaart', 'i1')).toBe('Die vaart morgen uit.')
  })

  it('is in the lede where the hit is the opening', () => {
    expect(sentenceOf('boot', openingItem)).toBe('Een boot voer weg.')
    const [hit] = askOf(context, 'brug', 10).hits
    expect(hit === undefined ? null : passageOfHit(hit, lede)?.part).toBe('lede')
  })

  it('is the first one for a hit in a title, and none where there is no text', () => {
    const inTitle: Pick<SearchHit, 'item' | 'excerptStart' | 'excerptMarks'> = {
      ...{ item: 'i1', excerptStart: null, excerptMarks: [[4, 8]] },
    }
    expect(passageOfHit(inTitle, text)).toEqual({
      ...{ item: 'i1', part: 'item', start: 0, end: rain.trim().length },
    })
    expect(passageOfHit(inTitle, '')).toBeNull()
  })
})
