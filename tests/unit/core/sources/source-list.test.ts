import { describe, expect, it } from 'vitest'
import { readSourceList } from '../../../../src/core/sources/source-list.ts'
import { isRegistered } from '../../../../src/core/sources/source-register.ts'

describe('readSourceList', () => {
  it.each<[list: string, names: string[]]>([
    ['Politie Gooi en Vechtstreek', ['Politie Gooi en Vechtstreek']],
    ['Gemeente Peel en Maas en Dakpost', ['Gemeente Peel en Maas', 'Dakpost']],
    ['Waterschap Hunze en Aa’s, Blik', ['Waterschap Hunze en Aa’s', 'Blik']],
    [
      'Ministerie van Onderwijs, Cultuur en Wetenschap, Blik',
      ['Ministerie van Onderwijs, Cultuur en Wetenschap', 'Blik'],
    ],
    ['Politie Dorp en Dakpost', ['Politie Dorp', 'Dakpost']],
    ['Raad voor Water, Wind en Dak; Blik', ['Raad voor Water, Wind en Dak', 'Blik']],
    ['Raad voor Water, GT; Blik', ['Raad voor Water', 'GT', 'Blik']],
    ['Dakpost, Kade; Blik', ['Dakpost', 'Kade', 'Blik']],
    ['KNMI / Rijkswaterstaat', ['KNMI', 'Rijkswaterstaat']],
    ['Dakpost / Rijkswaterstaat', ['Dakpost / Rijkswaterstaat']],
    ['Dakbond - GT - Blik', ['Dakbond', 'GT', 'Blik']],
    ['CBS - GT', ['CBS', 'GT']],
    ['NRC - Wetenschap', ['NRC - Wetenschap']],
    ['Ministerie van VWS, RIVM; NRC', ['Ministerie van VWS', 'RIVM', 'NRC']],
    ['Stichting Dak, Blik; Trouw', ['Stichting Dak', 'Blik', 'Trouw']],
    ['Asiel en Migratiedienst', ['Asiel', 'Migratiedienst']],
    ['ROB-tv, 14 maart – Blik, 15 maart', ['ROB-tv', 'Blik']],
    ['Trouw, gisteren', ['Trouw']],
    ['Dakbond - Blik', ['Dakbond - Blik']],
    ['Dakbouw S.A., a.s.r.', ['Dakbouw S.A.', 'a.s.r.']],
    ['Natuur en Milieufederatie Dorp, GT', ['Natuur en Milieufederatie Dorp', 'GT']],
    ['dak.id / NRC', ['dak.id', 'NRC']],
    ['Fonds van 1,87 miljoen, NRC', ['Fonds van 1,87 miljoen', 'NRC']],
    ['dak.id / Reuters', ['dak.id / Reuters']],
    ['SWZ|Maritime, Blik', ['SWZ|Maritime', 'Blik']],
    ['Dakpost|Blik', ['Dakpost', 'Blik']],
    ['WUR; Dakbouw B.V.', ['WUR', 'Dakbouw B.V.']],
  ])('takes %j apart', (list, names) => {
    expect(readSourceList(list, isRegistered).names).toEqual(names)
  })

  it('quotes the words between names as they stand', () => {
    const { findings } = readSourceList('Gemeente Peel en Maas en GT', isRegistered)
    expect(findings).toEqual([{ kind: 'joining-word', quote: 'Gemeente Peel en Maas en GT' }])
  })
})
