import { describe, expect, it } from 'vitest'
import {
  learn,
  mostLearnedNames,
  seriesOf,
  withLearned,
} from '../../../../src/core/edition/learned-sources.ts'
import { parseDigest, type ParsedDigest } from '../../../fixtures/parse-digest.ts'

function parsed(): ParsedDigest {
  const text = [
    'Havenblad. Storm',
    '* De kade lag de hele week stil en leeg bij, want er kwam geen schip meer. Kadepost',
    '* De sluis bleef deze week dicht, en het water stond hoog tegen de deuren. Vandaag, NRC',
  ].join('\n\n')
  const result = parseDigest(text, { fileName: '' })
  if (!result.ok) throw new Error(result.reason)
  return result
}

const asked = ({ remarks }: ParsedDigest): string[] =>
  remarks.filter(({ kind }) => kind === 'unknown-source').map(({ quote }) => quote)

describe('what the reader said of names', () => {
  it('answers the same questions of another edition', () => {
    expect(asked(parsed())).toEqual(['Kadepost', 'Vandaag'])
    const read = withLearned(parsed(), [{ name: 'kadepost', as: 'source' }])
    expect(asked(read)).toEqual(['Vandaag'])
    expect(read.edition).toEqual(parsed().edition)
  })

  it('puts a name that is text back into its item', () => {
    const read = withLearned(parsed(), [{ name: 'Vandaag', as: 'text' }])
    expect(asked(read)).toEqual(['Kadepost'])
    const [, item] = read.edition.sections.flatMap(({ items }) => items)
    expect(item?.sources).toEqual(['NRC'])
    expect(item?.text).toMatch(/deuren\. Vandaag$/u)
  })

  it('changes nothing of an edition that asks about other names', () => {
    const read = parsed()
    expect(withLearned(read, [])).toBe(read)
    expect(withLearned(read, [{ name: 'NRC', as: 'text' }])).toEqual(read)
  })

  it.each([
    ['Polderbrief', 'a.txt', 'Polderbrief'],
    [null, 'weekblik-2024-07.txt', 'weekblik'],
    [null, 'Nieuws van de kade 12.docx', 'Nieuws van de kade'],
    [null, '2024-07.txt', null],
    [null, null, null],
  ])('is of the series %j, or of what the name of a file like %j says', (series, file, name) => {
    expect(seriesOf({ series }, file)).toBe(name)
  })

  it('is the newest answer, and no more of them than a series may have', () => {
    const before = [
      { name: 'Kadepost', as: 'text' },
      { name: 'Vandaag', as: 'text' },
    ] as const
    const after = learn(before, [{ name: 'KADEPOST', as: 'source' }])
    expect(after).toEqual([
      { name: 'Vandaag', as: 'text' },
      { name: 'KADEPOST', as: 'source' },
    ])
    const many = Array.from({ length: mostLearnedNames }, (_, index) => {
      return { name: `Blad ${String(index)}`, as: 'source' } as const
    })
    expect(learn(after, many)).toEqual(many)
  })
})
