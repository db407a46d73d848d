import { describe, expect, it } from 'vitest'
import { cutItem } from '../../../../src/core/edition/cut-item.ts'
import { proofRows } from '../../../../src/core/edition/proof-rows.ts'
import { anEdition } from '../search/an-edition.ts'

const second = 'De pont bij het dorp vaart weer elke dag.'

function cutBefore(first: string) {
  const { edition } = anEdition({
    sections: { Dijk: [`${first} ${second} :: Bode`, 'De sluis ging open. :: Streekbode'] },
  })
  return cutItem(edition, 'i1', first.length, 3)
}

describe('cutting an item in two', () => {
  it.each<[first: string, text: string, sources: string[], asked: string[]]>([
    [
      'De dijk was nat en wie er stond bleef kijken. (Dijkwacht)',
      'De dijk was nat en wie er stond bleef kijken.',
      ['Dijkwacht'],
      ['unknown-source Dijkwacht'],
    ],
    ['De dijk was nat. (Streekbode)', 'De dijk was nat.', ['Streekbode'], []],
    ['De dijk was nat. NRC', 'De dijk was nat.', ['NRC'], []],
    ['De dijk was nat, en bleef dat.', 'De dijk was nat, en bleef dat.', [], []],
    ['De dijk was nat', 'De dijk was nat', [], []],
  ])('reads the end of %j', (first, text, sources, asked) => {
    const { edition, remarks } = cutBefore(first)
    const [one, other] = edition.sections[0]?.items ?? []
    expect(one).toMatchObject({ id: 'i1', text, sources })
    expect(other).toMatchObject({ text: second, sources: ['Bode'] })
    expect(remarks.map(({ kind, quote }) => `${kind} ${quote}`)).toEqual(asked)
  })

  it('asks beside the first part, though both stand on one line', () => {
    const first = 'De dijk was nat en wie er stond bleef kijken. (Dijkwacht)'
    const { edition, remarks } = cutBefore(first)
    const rows = proofRows(edition, `Titel\n\n${first} ${second} Bode`, remarks)
    const asked = rows.filter((row) => row.remarks.length > 0)
    expect(asked.map(({ key }) => key)).toEqual(['.i1'])
  })

  it('changes nothing where there is nothing to cut', () => {
    const { edition } = anEdition({ sections: { Dijk: ['De dijk was nat. NRC'] } })
    expect(cutItem(edition, 'i1', 0, 3)).toEqual({ edition, remarks: [] })
  })
})
