import { describe, expect, it } from 'vitest'
import { likenessOf, sketchOf } from '../../../../src/core/library/sketch-edition.ts'
import { aDatedEdition } from '../../../fixtures/a-package.ts'

const sketch = (...texts: string[]): string =>
  sketchOf(
    aDatedEdition({
      sections: [
        {
          ...{ id: 's', heading: null },
          items: texts.map((text, index) => ({
            ...{ id: `i${String(index)}`, title: null, text, sources: [] },
          })),
        },
      ],
    }),
  )
const numbers = (text: string): string[] => text.match(/.{8}/gu) ?? []
const long = 'De drones boven de haven meten elke ochtend hoe schoon het water daar in de kom is.'

describe('sketchOf', () => {
  it('is what catalogues on the disk hold', () => {
    expect(sketch('Stille treinen krijgen voorrang.')).toBe('49dc6051f4eff270')
  })

  it('has the eight least numbers of all texts together, in their order and each once', () => {
    const words = long.split(' ')
    const groups = words.slice(2).map((_word, index) => words.slice(index, index + 3).join(' '))
    const all = groups.flatMap((group) => numbers(sketch(group)))
    expect(all.length).toBeGreaterThan(8)
    const least = [...new Set(all)].sort().slice(0, 8)
    expect(numbers(sketch(long, long))).toEqual(least)
    expect(numbers(sketch(...groups.toReversed()))).toEqual(least)
  })

  it('tells texts that have most in common from those that have nothing', () => {
    const changed = long.replace('schoon', 'vuil')
    expect(likenessOf(sketch(long), sketch(changed))).toBeGreaterThan(0.3)
    expect(likenessOf(sketch(long), sketch('Boeren meten vorst met een nieuwe sensor.'))).toBe(0)
  })
})
