import { describe, expect, it } from 'vitest'
import { isNewerFormat, isVersionEnough } from '../../../../src/core/edition/manifest.ts'

describe('the manifest of a package', () => {
  it.each([
    ['1.0.0', '1.0.0', true],
    ['1.10.0', '1.9.9', true],
    ['1.9.9', '1.10.0', false],
    ['0.9.0', '1.0.0', false],
    ['2.0.0', '1.99.99', true],
    ['1.0.0', '1.0.1', false],
  ])('a program of version %s reads what asks for %s: %s', (have, wanted, enough) => {
    expect(isVersionEnough(have, wanted)).toBe(enough)
  })

  it('is newer only when it names this format with a higher number', () => {
    expect(isNewerFormat({ format: 'leeslamp-edition/4' })).toBe(true)
    for (const value of [null, 1, [], {}, { format: 'leeslamp-edition/1' }, { format: 'epub/2' }]) {
      expect(isNewerFormat(value)).toBe(false)
    }
  })
})
