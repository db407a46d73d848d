import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBoundedJson } from '../../../../src/core/edition/bounded-json.ts'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('JSON from somebody else', () => {
  it('is read up to 32 deep', () => {
    expect(parseBoundedJson(nested(32))).toBeDefined()
    expect(parseBoundedJson(nested(33))).toBeUndefined()
    expect(parseBoundedJson(`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`)).toBeUndefined()
  })

  it('may hold brackets in its strings, and stand beside each other', () => {
    const text = JSON.stringify({ brackets: '['.repeat(99), quote: `\\"${'{'.repeat(99)}` })
    expect(parseBoundedJson(text)).toEqual(JSON.parse(text))
    expect(parseBoundedJson(`[${Array(99).fill('[]').join()}]`)).toHaveLength(99)
  })

  it('is undefined when it is not JSON', () => {
    for (const text of ['', '{', 'x', '[1,]']) expect(parseBoundedJson(text)).toBeUndefined()
  })

  it('is what JSON.parse reads when it is shallow', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        expect(parseBoundedJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })
})
