import { describe, expect, it } from 'vitest'
import {
  createPassagePlacer,
  type Placement,
} from '../../../../src/core/annotations/place-passage.ts'
import { anchorOf, type PartText } from '../../../../src/core/reading/passage.ts'
import { correctedTexts, type CorrectedText } from './corrected-texts.ts'

function textsOf(items: Readonly<Record<string, string>>): PartText[] {
  return Object.entries(items).map(([item, text]) => ({ item, part: 'item', text }))
}

function placed({ before, after, marked }: CorrectedText): Placement {
  const text = before.a ?? ''
  const start = text.indexOf(marked)
  const anchor = anchorOf(text, { part: 'item', start, end: start + marked.length })
  return createPassagePlacer(textsOf(after))(anchor, 'a')
}

describe('a passage after a correction made by hand', () => {
  it.each(correctedTexts)('$what', (correction) => {
    const { state, now, item = 'a', after, isDoubtful = false } = correction
    const placement = placed(correction)
    if (placement.state === 'loose') {
      expect(placement).toEqual({ state, isDoubtful })
      return
    }
    const { passage } = placement
    const text = after[passage.item] ?? ''
    expect({
      state: placement.state,
      item: passage.item,
      now: text.slice(passage.start, passage.end),
    }).toEqual({ state, item, now })
  })

  it('is of at least thirty kinds', () => {
    expect(correctedTexts.length).toBeGreaterThanOrEqual(30)
  })
})
