// The bundled edition says what it must, is complete, and is nobody else's text.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Edition, EditionNotes } from '../../../src/core/edition/edition.ts'
import { parseDigest } from '../../fixtures/parse-digest.ts'
import { parseSourceEdition } from '../../../src/core/edition/source-edition.ts'
import { parseSourceNotes } from '../../../src/core/edition/source-notes.ts'
import { besideProject, lackOf } from '../../fixtures/beside.ts'
import { skipWithout } from '../skip-without.ts'
import { copiedRuns } from './copied-runs.ts'

const root = path.join(import.meta.dirname, '../../..')
const edition = readEdition()
const notes = readNotes()
const items = edition.sections.flatMap((section) => section.items)

function readEdition(): Edition {
  const result = parseSourceEdition(readSource('techtrends-2024-07.md'))
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes))
  return result.value
}

function readNotes(): EditionNotes {
  const result = parseSourceNotes(readSource('techtrends-2024-07.notes.md'), edition)
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes))
  return result.value
}

function readSource(name: string): string {
  return fs.readFileSync(path.join(root, 'resources/editions', name), 'utf8')
}

/** For each item its sources, and the figures and names that it must give. No-break spaces are written as spaces. */
const facts: readonly [item: string, sources: string[], facts: string[]][] = [
  [
    'aandeel-chinese-autos',
    ['Technode'],
    [
      'EU',
      'VS',
      '2030',
      '30%',
      '15%',
      '12%',
      'Zuidoost-Azië',
      'Latijns-Amerika',
      '19%',
      '31%',
      '28%',
    ].concat(['AlixPartners Greater China', 'Stephen Dyer']),
  ],
  [
    'chips-van-eigen-bodem',
    ['Technode'],
    [
      'NIO',
      'Shenji NX9031',
      '5 nm',
      '2025',
      'ET9',
      '36Kr',
      'Xpeng Motors',
      'Nvidia',
      'DRIVE Orin',
      'Li Auto',
    ].concat(['Schumacher', 'eind van het jaar']),
  ],
  [
    'polestar-ontslaat',
    ['FEAutoCar'],
    ['Polestar', 'eind september', '30%', 'Geely', 'Chengdu', 'Shanghai', 'vier maanden', '1.000'],
  ],
  [
    'vastestofbatterij-lpso',
    ['SCMP'],
    [
      'University of Science and Technology of China',
      'minder dan 10%',
      'US$ 50 per kilogram',
      'US$ 195',
    ].concat(['Ma ', 'LPSO', 'US$ 14,42 per kilogram', '8%', 'lithiumsulfide', 'anode']),
  ],
  [
    'drones-en-luchthavens',
    ['SCMP'],
    [
      '608.000',
      '48%',
      '1,87 miljoen',
      '225.000',
      '194.000',
      '19.000',
      '14.000',
      'Sichuan',
      '2027',
    ].concat(['20 nieuwe luchthavens', 'meer dan 100', '3 tot 5 bedrijven']),
  ],
  [
    'qwen2-derde',
    ['SCMP'],
    [
      'Qwen2-72B',
      'derde',
      'Tongyi Qianwen',
      'SuperClue',
      'GPT-4o',
      'Claude 3.5 Sonnet',
      'Anthropic',
      'vijf',
    ].concat(['Alibaba', 'DeepSeek', 'SenseTime', 'Oppo', 'Tsinghua', 'Zhipu AI', 'GPT-4 Turbo']),
  ],
  [
    'huawei-uit-kernnetwerken',
    ['GT', 'CNN'],
    [
      'Nancy Faeser',
      'Vodafone',
      'Deutsche Telekom',
      'Telefónica',
      'Huawei',
      'ZTE',
      'NAVO',
      'Washington',
      'FCC',
    ],
  ],
  [
    'duitsland-ming-yang',
    ['SCMP'],
    [
      'Europese Commissie',
      'april',
      'Luxcara',
      'Hamburg',
      'Ming Yang Smart Energy',
      '16 turbines',
      'Habeck',
    ],
  ],
  [
    'xinjiang-drie-sectoren',
    ['Global Times'],
    [
      'Uyghur Forced Labor Prevention Act',
      'Xinjiang',
      'katoen',
      'silicium',
      'tomaten',
      'drie sectoren',
    ].concat([
      'Aluminium',
      'pvc',
      'zeevruchten',
      'Entity List',
      'drie bedrijven',
      '68',
      'eerste kwartaal',
      '42%',
    ]),
  ],
  [
    'senaat-kritieke-mineralen',
    ['SCMP'],
    [
      '44 bladzijden',
      'Global Strategy for Securing Critical Minerals Act of 2024',
      'fonds',
      'heffingen',
    ],
  ],
  [
    'china-onderzoekt-subsidieregels',
    ['SCMP'],
    [
      'Foreign Subsidies Regulation',
      '10 januari',
      '10 april',
      'ministerie van Handel',
      'halfjarige',
    ],
  ],
  [
    'regels-voor-mensrobots',
    ['SCMP'],
    [
      'vijf brancheorganisaties',
      'Shanghai Law Society',
      'denktank',
      'waardigheid',
      'noodgevallen',
    ].concat([
      'Shanghai Artificial Intelligence Industry Association',
      'National and Local Humanoid Robot Innovation Centre',
    ]),
  ],
  [
    'verbod-op-kiembaanonderzoek',
    ['SCMP'],
    [
      '2018',
      'He Jiankui',
      'april 2022',
      'drie jaar',
      'tweelingbaby’s',
      'eicellen',
      'embryo’s',
      'kiemcellen',
    ],
  ],
]

describe('the bundled edition', () => {
  it('has seven sections, the first without a heading, and thirteen items', () => {
    expect(edition.sections.map((section) => section.items.length)).toEqual([4, 1, 1, 4, 1, 1, 1])
    expect(edition.sections.map(({ heading }) => heading === null)).toEqual([
      true,
      ...Array<boolean>(6).fill(false),
    ])
    expect(items.map(({ id }) => id)).toEqual(facts.map(([item]) => item))
  })

  it('belongs to its series and month, and credits its picture', () => {
    expect(edition.series).toBe('Techtrends')
    expect(edition.date).toEqual({ value: '2024-07', inferred: true })
    expect(edition.figure).toMatchObject({
      caption: expect.stringMatching(/NIO.*Hongaarse.*NEV/),
      credit: 'Xinhua',
    })
  })

  it.each(facts)('has the facts and sources of %s', (id, sources, expected) => {
    const item = items.find((one) => one.id === id)
    const text = item?.text.replaceAll('\u00a0', ' ').toLowerCase() ?? ''
    expect(item?.sources).toEqual(sources)
    for (const fact of expected) expect(text).toContain(fact.toLowerCase())
  })

  it('gives no number that is not among the facts', () => {
    for (const [id, , expected] of facts) {
      const text = items.find((one) => one.id === id)?.text ?? ''
      expect(numbersIn(expected.join(' '))).toEqual(expect.arrayContaining(numbersIn(text)))
    }
  })

  it('is set with curly quotes and no-break spaces', () => {
    const texts = [edition.title, edition.lede ?? '', ...items.map(({ text }) => text)]
    for (const text of texts) {
      expect(text).not.toMatch(/["']| - |\d\s%|US\$[ \d]|\d nm|\d miljoen| {2}/)
    }
  })
})

function numbersIn(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*/gu) ?? []
}

describe('the notes to the bundled edition', () => {
  it('has reading advice for every section', () => {
    expect(notes.sections.map(({ section }) => section)).toEqual(
      edition.sections.map(({ id }) => id),
    )
  })

  it.each(notes.items.map((one) => [one.item, one] as const))('is complete for %s', (id, one) => {
    const text = items.find((item) => item.id === id)?.text ?? ''
    expect(sentences(one.gist)).toBeLessThanOrEqual(2)
    expect(one.figures.length).toBeGreaterThan(0)
    expect(one.terms.length).toBeGreaterThanOrEqual(3)
    expect(one.terms.length).toBeLessThanOrEqual(6)
    for (const { name } of one.names) expect(text).toContain(name)
  })

  it('keeps the parts of key figures short enough for their columns', () => {
    for (const { measures, value, remark } of notes.items.flatMap((one) => one.figures)) {
      expect(measures.length).toBeLessThanOrEqual(30)
      expect(value.length).toBeLessThanOrEqual(10)
      expect(remark?.length ?? 0).toBeLessThanOrEqual(24)
    }
  })
})

function sentences(text: string): number {
  return text.match(/[.!?](?=\s|$)/gu)?.length ?? 0
}

// The digest that gave structure and facts is not part of the repository; where it stands beside it, none of its
// sentences may be found in ours.
const sampleName = 'digests/techtrends-2024-07.txt'
if (lackOf(sampleName) === null) {
  describe('the bundled edition beside its sample', () => {
    const sample = fs.readFileSync(besideProject(sampleName), 'utf8')
    const ours = [
      edition.title,
      edition.lede,
      edition.figure?.caption,
      ...edition.sections.flatMap((section) => [
        section.heading,
        ...section.items.map(({ text }) => text),
      ]),
      ...notes.sections.map(({ watch }) => watch),
    ].join('\n')

    it('shares no run of six words with it', () => {
      expect(copiedRuns(ours, sample, 6)).toEqual([])
    })

    it('would be caught with any of its sentences', () => {
      const result = parseDigest(sample, { fileName: '' })
      const texts = result.ok ? result.edition.sections.flatMap((section) => section.items) : []
      expect(texts).toHaveLength(13)
      for (const { text } of texts) {
        const sentence = text.slice(0, text.indexOf('. ') + 1) || text
        expect(copiedRuns(`${ours}\n${sentence}`, sample, 6)).not.toEqual([])
      }
    })
  })
} else {
  it('the bundled edition beside its sample', (context) => {
    skipWithout(context, sampleName)
  })
}
