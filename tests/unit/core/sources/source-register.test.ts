import { describe, expect, it } from 'vitest'
import {
  fullSourceName,
  isRegistered,
  namesOfSource,
  register,
  sourceKey,
} from '../../../../src/core/sources/source-register.ts'

describe('the register of sources', () => {
  it('gives no name to two sources', () => {
    const sources = new Map<string, Set<string>>()
    for (const names of register)
      for (const name of names) {
        const key = sourceKey(name)
        sources.set(key, (sources.get(key) ?? new Set()).add(names[0] ?? ''))
      }
    expect([...sources].filter(([, full]) => full.size > 1)).toEqual([])
  })

  it('knows a source by each of its names, in any capitals', () => {
    expect(fullSourceName('GT')).toBe('Global Times')
    expect(fullSourceName('huisarts & wetenschap')).toBe('Huisarts en Wetenschap')
    expect(fullSourceName('cbs')).toBe('Centraal Bureau voor de Statistiek')
    expect(isRegistered('Dakpost')).toBe(false)
    expect(namesOfSource('taz')).toContain('die tageszeitung')
  })

  it.each([
    ['$GT', 'Global Times'],
    ['GT €', 'Global Times'],
    ['GT (open access)', 'Global Times'],
    ['GT [Engels, betaald]', 'Global Times'],
    ['GT (weekend) (in het Frans)', 'Global Times'],
    ['GT € € €', 'Global Times'],
    ['Dakpost (Alleen abonnees)', 'Dakpost'],
    ['Dakpost (weekend)', 'Dakpost (weekend)'],
    ['$', '$'],
    ['Dakpost (Gent)', 'Dakpost (Gent)'],
    ['Kanaal (24)', 'Kanaal (24)'],
    ['Dakpost (GT, betaald)', 'Dakpost (GT, betaald)'],
  ])('knows %j as %j', (printed, name) => {
    expect(fullSourceName(printed)).toBe(name)
  })
})
