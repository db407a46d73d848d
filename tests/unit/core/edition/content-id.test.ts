import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { contentId, createIdMaker } from '../../../../src/core/edition/content-id.ts'
import { idSchema } from '../../../../src/core/edition/edition.ts'

describe('contentId', () => {
  it.each([
    ['Economie op lage hoogte', 'economie-op-lage-hoogte'],
    ['‘Eén’ café, 30% méér', 'een-cafe-30-meer'],
    ['  Qwen2-72B ', 'qwen2-72b'],
    ['中国', ''],
    ['', ''],
  ])('makes an id of %j', (words, id) => {
    expect(contentId(words)).toBe(id)
  })

  it('cuts after a whole word, and inside one that is too long', () => {
    expect(contentId('een twee drie', 9)).toBe('een-twee')
    expect(contentId('een twee drie', 8)).toBe('een-twee')
    expect(contentId('hottentottententen', 5)).toBe('hotte')
  })
})

describe('createIdMaker', () => {
  it('numbers words that return, also when a number is already in use', () => {
    const idOf = createIdMaker()
    const ids = ['Drones', 'drones 2', 'drones', 'drones', '中', '中'].map((words) =>
      idOf(words, 'leeg'),
    )
    expect(ids).toEqual(['drones', 'drones-2', 'drones-3', 'drones-4', 'leeg', 'leeg-2'])
  })

  it('gives out ids that are valid and differ', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const idOf = createIdMaker()
        const ids = texts.map((text) => idOf(text, 'bericht'))
        expect(new Set(ids).size).toBe(texts.length)
        for (const id of ids) expect(v.is(idSchema, id)).toBe(true)
      }),
    )
  })
})
