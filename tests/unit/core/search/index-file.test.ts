import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EditionBundle } from '../../../../src/core/edition/edition.ts'
import { checksum } from '../../../../src/core/search/checksum.ts'
import { documentsOf } from '../../../../src/core/search/documents.ts'
import {
  buildIndex,
  indexVersion,
  readIndex,
  type IndexReading,
} from '../../../../src/core/search/index-file.ts'
import { aLexicon } from '../dutch/a-lexicon.ts'
import { anEdition, anEditionOf } from './an-edition.ts'

const lexicon = aLexicon('thuis batterij wind turbine park')
const bundle = anEditionOf(
  'Een windturbinepark met thuisbatterijen, de 34ste. :: VP',
  'Auto’s van 1,87 miljoen.',
)
const file = buildIndex([bundle], lexicon)

function read(text: string, ...bundles: readonly EditionBundle[]): IndexReading {
  const documents = new Map(bundles.map((one) => [one.edition.id, documentsOf(one)]))
  return readIndex(text, documents, () => [])
}
const faultOf = (reading: IndexReading): string | null => (reading.ok ? null : reading.reason)

/** The file with its header or content changed, and the checksum made to fit again. */
function remade(change: (header: Record<string, unknown>, payload: string) => string): string {
  const [header = '', payload = ''] = file.split('\n')
  const fields = JSON.parse(header) as Record<string, unknown>
  const changed = change(fields, payload)
  return `${JSON.stringify({ ...fields, checksum: checksum(changed) })}\n${changed}\n`
}

describe('buildIndex and readIndex', () => {
  it('gives back the index, the seams of its compounds and its words', () => {
    const reading = read(file, bundle)
    expect(reading.ok).toBe(true)
    if (!reading.ok) return
    const { engine, editions, compounds, words } = reading.index
    expect(editions).toEqual(['blik-1'])
    expect([...compounds]).toEqual([
      ['windturbinepark', [4, 11]],
      ['thuisbatterijen', [5]],
    ])
    expect(engine.search('batterij', { fields: ['cp'], processTerm: (term) => term })).toHaveLength(
      1,
    )
    expect(words.get('rubriek')).toBe(2)
    expect(words.has('vp')).toBe(true)
    expect(words.has('turbin')).toBe(false)
  })

  it('is the same for the same editions', () => {
    expect(buildIndex([bundle], lexicon)).toBe(file)
  })

  it('is read when there are more editions than are in it', () => {
    expect(faultOf(read(file, bundle, anEdition({ id: 'blik-2' })))).toBe(null)
  })

  it.each<[what: string, text: string, bundles: EditionBundle[], fault: string]>([
    ['an edition that is gone', file, [], 'other-editions'],
    ['an edition with other words', file, [anEditionOf('Iets anders.')], 'other-editions'],
    [
      'another version',
      file.replace(`"version":${indexVersion}`, '"version":999'),
      [bundle],
      'other-version',
    ],
    ['an empty file', '', [bundle], 'damaged'],
    ['a file that is no index', 'PK\u0003\u0004', [bundle], 'damaged'],
    ['half a file', file.slice(0, file.length / 2), [bundle], 'damaged'],
    ['one letter changed', file.replace('"thuis', '"thuus'), [bundle], 'damaged'],
    ['content that is no JSON', remade(() => '{'), [bundle], 'damaged'],
    ['content of another shape', remade(() => '{"compounds":{},"index":{}}'), [bundle], 'damaged'],
    [
      'fields in another order',
      remade((_, payload) => payload.replace('"section":0,"text":1', '"section":1,"text":0')),
      [bundle],
      'damaged',
    ],
    [
      'a document too few',
      remade((_, payload) => payload.replace(',"2":"blik-1/i2"', '')),
      [bundle],
      'damaged',
    ],
    [
      'a document of another edition',
      remade((_, payload) => payload.replace('"2":"blik-1/i2"', '"2":"blik-9/i2"')),
      [bundle],
      'damaged',
    ],
  ])('refuses %s', (_, text, bundles, fault) => {
    expect(faultOf(read(text, ...bundles))).toBe(fault)
  })

  it('refuses any change to what follows its first line, and throws at none', () => {
    const contentStart = file.indexOf('\n') + 1
    fc.assert(
      fc.property(
        fc.nat(file.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, letter) => {
          if (file[at] === letter) return
          const reading = read(file.slice(0, at) + letter + file.slice(at + 1), bundle)
          if (at >= contentStart && at < file.length - 1) expect(faultOf(reading)).toBe('damaged')
        },
      ),
      { numRuns: 500 },
    )
  })

  it('has a new version whenever what it holds is made in another way', () => {
    const everything = anEditionOf(
      'Onderzoekt 608.000 EV-bouwers, Qwen2-72B, 30 %, d’Ivoire, de 34ste ﬁrma’s, kansen en technologieën.',
      'Het windturbinepark verbiedt thuisbatterijen: maken, manen, modellen, sociale, CO₂.',
    )
    const content = buildIndex([everything], lexicon).split('\n')[1] ?? ''
    // Raise indexVersion when this checksum changes, and write the new one here.
    expect([indexVersion, checksum(content)]).toEqual([1, '2dbe8c82fe86b3a8'])
  })
})
