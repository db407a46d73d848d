import { describe, expect, it } from 'vitest'
import { mostLinks, type Edition, type Link } from '../../../../src/core/edition/edition.ts'
import { linksInRemarks, withLinks } from '../../../../src/core/edition/item-links.ts'
import { parseDigest } from '../../../../src/core/edition/parse-digest.ts'

const lede =
  'Deze week varen we mee op een sleepboot, en we eindigen in een dorp dat zijn warmte bewaart onder het plein.'
const text = [
  'Stil',
  lede,
  '* De haven wordt stil, want de boten varen op batterijen. GT, Energiebrief',
  'Lees verder',
  'Warmte',
  '* Het dorp blijft warm onder het plein van de school, zegt de gemeente. SCMP',
  'Lees verder',
  'Uitschrijven',
].join('\n\n')

function parse(): Edition {
  const parsed = parseDigest(text, { fileName: '' })
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.edition
}

const place = 'https://a.nl/'

type Placed = [line: number, label: string, address?: string]

/** The links of the opening, and of each item, as `label address`. */
function placed(...links: readonly Placed[]): string[][] {
  const edition = withLinks(
    parse(),
    text,
    links.map(([line, label, address = place]) => ({ line, label, address })),
  )
  const all = [edition.links, ...edition.sections.flatMap(({ items }) => items.map((i) => i.links))]
  return all.map((own: readonly Link[] = []) =>
    own.map(({ label, address }) => (address === place ? label : `${label} ${address}`)),
  )
}

describe('the links of a file', () => {
  it.each<[what: string, links: Placed[], found: string[][]]>([
    ['in the lede stand at the opening', [[3, 'een sleepboot']], [['een sleepboot'], [], []]],
    ['in an item stand at the item', [[5, 'De haven']], [[], ['De haven'], []]],
    ['of a source stand at its item', [[11, 'SCMP']], [[], [], ['SCMP']]],
    ['of a whole item stand there', [[5, 'De haven … GT']], [[], ['De haven … GT'], []]],
    ['below an item lead on from it', [[7, 'Lees verder']], [[], ['Lees verder'], []]],
    ['below the last item, too', [[13, 'Lees verder']], [[], [], ['Lees verder']]],
    ['of the page stand nowhere', [[15, 'Uitschrijven']], [[], [], []]],
    ['that hide it in their words, neither', [[15, 'Klik hier', `${place}afmelden`]], [[], [], []]],
    ['to another look of the mail, neither', [[15, 'Bekijk in uw browser']], [[], [], []]],
    ['of a heading stand nowhere', [[9, 'Warmte']], [[], [], []]],
    ['above the text stand nowhere', [[0, 'Stil']], [[], [], []]],
    ['without words stand nowhere', [[5, ' ']], [[], [], []]],
    ['to a picture stand nowhere', [[5, 'Foto', `${place}kade.png`]], [[], [], []]],
    [
      'to a picture that the text speaks of stand there',
      [[5, 'batterijen', `${place}kade.png`]],
      [[], [`batterijen ${place}kade.png`], []],
    ],
    [
      'to one address are one',
      [
        [5, 'De haven'],
        [7, 'Lees verder'],
      ],
      [[], ['De haven'], []],
    ],
    [
      'are in the order of the file',
      [
        [7, 'Lees verder'],
        [5, 'GT', `${place}gt`],
      ],
      [[], [`GT ${place}gt`, 'Lees verder'], []],
    ],
  ])('%s', (_what, links, found) => {
    expect(placed(...links)).toEqual(found)
  })

  it('leave an edition without them as it was, with no empty lists', () => {
    expect(withLinks(parse(), text, [])).toEqual(parse())
    expect(withLinks(parse(), text, [{ line: 15, label: 'Uitschrijven', address: place }])).toEqual(
      parse(),
    )
  })

  it('are as many as an item may have, however many there are', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => ({
      ...{ line: 5, label: 'De haven', address: `${place}${String(index)}` },
    }))
    const start = performance.now()
    const edition = withLinks(parse(), text, many)
    expect(edition.sections[0]?.items[0]?.links).toHaveLength(mostLinks)
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it('have their words cut off between two of them', () => {
    const label = 'woord '.repeat(100).trim()
    const [, [own = ''] = []] = placed([5, label])
    expect(own.length).toBeLessThanOrEqual(202)
    expect(own).toMatch(/ woord …$/u)
  })

  it.each([
    ['Lees meer: https://a.nl/x.', 'Lees meer', 'https://a.nl/x'],
    ['<https://a.nl/x>', 'https://a.nl/x', 'https://a.nl/x'],
    ['→ http://a.nl/x?y=1#z', 'http://a.nl/x?y=1#z', 'http://a.nl/x?y=1#z'],
  ])('that are written out in a text are read: %s', (quote, label, address) => {
    expect(linksInRemarks([{ line: 7, kind: 'link-line', quote }])).toEqual([
      { line: 7, label, address },
    ])
  })

  it.each(['www.a.nl', 'mail naar de redactie', 'https://a.nl/\u202Exe', 'javascript:alert(1)'])(
    'are none in other words: %s',
    (quote) => {
      expect(linksInRemarks([{ line: 7, kind: 'link-line', quote }])).toEqual([])
      expect(
        linksInRemarks([{ line: 7, kind: 'page-furniture', quote: 'https://a.nl/x' }]),
      ).toEqual([])
    },
  )
})
