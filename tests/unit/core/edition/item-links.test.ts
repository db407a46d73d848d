import { describe, expect, it } from 'vitest'
import { mostLinks, type Edition, type Link } from '../../../../src/core/edition/edition.ts'
import { hasWords } from '../../../../src/core/edition/link-words.ts'
import { parseDigest } from '../../../fixtures/parse-digest.ts'
import { linksInRemarks, type FileLink } from '../../../../src/core/edition/remark-links.ts'
import { costOfTenfold, mostCost } from '../../cost-ratio.ts'

const lede =
  'Deze week varen we mee op een sleepboot, en we eindigen in een dorp dat zijn warmte bewaart onder het plein.'
const bodies = [
  'De rederij heeft vijf boten gekocht die op batterijen varen, en dat is op de hele kade te horen.',
  'De gemeente slaat de warmte van de zomer op onder het plein, waar de boten in de winter liggen.',
  'De provincie vindt het oude beton te zwak, en laat er tot de herfst geen verkeer meer over.',
]
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

function parse(lines = text, links: readonly FileLink[] = []): Edition {
  const parsed = parseDigest(lines, { fileName: '', links })
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.edition
}

const place = 'https://a.nl/'
const at = (index: number): string => `https://a.nl/${String(index)}`

type Placed = [line: number, label: string, address?: string]

/** The links of the opening, and of each item, as `label address`. */
function placed(...links: readonly Placed[]): string[][] {
  return found(
    parse(
      text,
      links.map(([line, label, address = place]) => ({ line, label, address })),
    ),
  )
}

function found(edition: Edition): string[][] {
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
    ['above the text stand nowhere', [[0, 'Stil']], [[], [], []]],
    ['without words stand nowhere', [[5, ' ']], [[], [], []]],
    ['to a picture stand nowhere', [[5, 'Foto', `${place}kade.png?w=600`]], [[], [], []]],
    ['that are part of a word stand nowhere below it', [[7, 'oot']], [[], [], []]],
    [
      'that lead on stand there, whatever the host and the campaign',
      [[7, 'Lees verder', 'https://nieuwsbrief.a.nl/c/1?utm_medium=mail']],
      [[], ['Lees verder https://nieuwsbrief.a.nl/c/1?utm_medium=mail'], []],
    ],
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
  ])('%s', (_what, links, expected) => {
    expect(placed(...links)).toEqual(expected)
  })

  it('leave an edition without them as it was, with no empty lists', () => {
    expect(JSON.stringify(parse())).not.toContain('links')
    expect(parse(text, [{ line: 15, label: 'Uitschrijven', address: place }])).toEqual(parse())
  })

  it('stand at the items of a mail that has their addresses behind, below or far from the titles', () => {
    const titles = ['De haven wordt stil', 'Het dorp blijft warm', 'De brug gaat dicht']
    const mail = (line: (title: string, index: number) => string, end = ''): string =>
      titles
        .map((title, index) => `${line(title, index)}\n${bodies[index] ?? ''}\nBron: SCMP\n`)
        .join('\n') + end
    const expected = [[], ...titles.map((_, index) => [`${at(index)} ${at(index)}`])]
    for (const lines of [
      mail((title, index) => `${title} <${at(index)}>`),
      mail((title, index) => `${title}\n${at(index)}`),
      mail(
        (title, index) => `${title} [${String(index)}]`,
        titles.map((_, index) => `[${String(index)}] ${at(index)}`).join('\n'),
      ),
    ])
      expect(
        found(parse(`Havenblad\n\n${lede}\n\n${lines}`)).map((own) => own.slice(0, 1)),
      ).toEqual(expected)
  })

  it('stand at their items when the words of these stand in a list of contents, a lede or a rubric too', () => {
    const lines = [
      ...[
        'Havenblad 3',
        '',
        lede,
        '',
        'In dit nummer:',
        '* De haven van de grote stad wordt stil dit jaar',
      ],
      ...['* Het dorp achter de dijk blijft warm deze winter', ''],
      ...['De haven van de grote stad wordt stil dit jaar', bodies[0] ?? '', 'Bron: SCMP', ''],
      ...['Het dorp achter de dijk blijft warm deze winter', bodies[1] ?? '', 'Bron: GT', ''],
    ]
    const links = [9, 10, 13, 14].map((line) => ({ line, label: 'boten', address: place }))
    const edition = parse(lines.join('\n'), links)
    expect(edition.sections.flatMap(({ items }) => items.map(({ sources }) => sources))).toEqual([
      ['SCMP'],
      ['GT'],
    ])
    expect(found(edition)).toEqual([[], ['boten'], ['boten']])
  })

  it('of a heading above a single item stand at that item', () => {
    const lines = ['Stil', lede, 'Haven', bodies[0], 'Dorp', bodies[1], bodies[2]]
    const links = [5, 9].map((line) => ({ line, label: 'Kop', address: place }))
    expect(found(parse(lines.slice(0, 6).join('\n\n'), links))).toEqual([[], ['Kop'], ['Kop']])
    // Where another has several it is a rubric.
    expect(found(parse(lines.join('\n\n'), links))).toEqual([[], [], [], []])
  })

  it('that lead on from an item stand there, also where their line was taken for a heading', () => {
    const label = 'Naar het artikel van de Bode'
    const lines = ['Stil', lede, bodies[0], label, bodies[1]].join('\n\n')
    expect(found(parse(lines, [{ line: 7, label, address: place }]))).toEqual([[], [label], []])
    // An address beside a heading, or below it, says nothing of the item above.
    const mail = ['Stil', lede, bodies[0], `Het dorp <${at(1)}>`, bodies[1]].join('\n\n')
    expect(found(parse(mail))).toEqual([[], [], [`${at(1)} ${at(1)}`]])
  })

  it('at the foot of a page stand nowhere but for the first that leads on', () => {
    const labels = ['Lees verder', 'Meer nieuws', 'Lees ook', 'Naar boven', 'Bekijk alle edities']
    const lines = ['Stil', lede, '* De haven wordt stil. GT', ...labels].join('\n\n')
    const links = labels.map((label, index) => ({ line: 7 + 2 * index, label, address: at(index) }))
    expect(found(parse(lines, links))).toEqual([[], [`Lees verder ${at(0)}`]])
    expect(found(parse(lines, links.slice(1)))).toEqual([[], []])
  })

  it('with a bare address below their items stand there, whatever words it has', () => {
    const paths = ['privacy-boete', 'archief/verhuizing', 'browser-zonder-cookies', 'inschrijven']
    const lines = paths.flatMap((path, index) => [
      ...[`* ${bodies[index % 3] ?? ''} GT`, `https://a.nl/${path}`, ''],
    ])
    const edition = parse(['Stil', lede, ...lines, `* ${bodies[0] ?? ''} GT`].join('\n'))
    expect(found(edition)).toEqual([
      [],
      ...paths.map((path) => [`https://a.nl/${path} https://a.nl/${path}`]),
      [],
    ])
  })

  it('take time in proportion to what the page says', () => {
    const read = (times: number): void => {
      const count = times * 400
      const words = Array.from({ length: count }, (_, index) => `woord${String(index)}`)
      const lines = `${text}\n\nReacties\n\n${words.join(' ')}\n\n* ${'ab'.repeat(10 * count)}`
      const links = words.map((label, index) => ({ line: 19, label, address: at(index) }))
      parse(lines, [...links, ...links.map((link) => ({ ...link, line: 21, label: 'b' }))])
    }
    expect(costOfTenfold(read)).toBeLessThan(mostCost)
  })

  it('of the page stand nowhere, also where their words are those of the last item', () => {
    const lines = `${text}\n\nKlik hier om u af te melden, of volg ons in het dorp`
    const links = ['hier', 'dorp'].map((label) => ({ line: 17, label, address: place }))
    expect(found(parse(lines, links))).toEqual([[], [], []])
  })

  it('are as many as an item may have, however many there are', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => ({
      ...{ line: 5, label: 'De haven', address: `${place}${String(index)}` },
    }))
    expect(parse(text, many).sections[0]?.items[0]?.links).toHaveLength(mostLinks)
    const read = (times: number): unknown => parse(text, many.slice(0, times * 5_000))
    expect(costOfTenfold(read)).toBeLessThan(mostCost)
  })

  it('have their words cut off between two of them', () => {
    const label = 'woord '.repeat(100).trim()
    const [, [own = ''] = []] = placed([5, label])
    expect(own.length).toBeLessThanOrEqual(203)
    expect(own).toMatch(/ woord …$/u)
  })

  it.each([
    ['Lees meer: https://a.nl/x.', 'Lees meer', 'https://a.nl/x'],
    ['<https://a.nl/x>', 'https://a.nl/x', 'https://a.nl/x'],
    ['→ http://a.nl/x?y=1#z', 'http://a.nl/x?y=1#z', 'http://a.nl/x?y=1#z'],
    ['Lees meer (https://a.nl/Sluis_(water))', 'Lees meer', 'https://a.nl/Sluis_(water)'],
    ['“HTTPS://A.nl”', 'https://a.nl/', 'https://a.nl/'],
    ['https://a.nl/Zeeëend', 'https://a.nl/Zee%C3%ABend', 'https://a.nl/Zee%C3%ABend'],
    ['*https://a.nl/x*', 'https://a.nl/x', 'https://a.nl/x'],
  ])('that are written out in a text are read: %s', (quote, label, address) => {
    expect(linksInRemarks([{ line: 7, kind: 'link-line', quote }])).toEqual([
      { line: 7, label, address },
    ])
  })

  it('takes time in proportion to what is written out', () => {
    const read = (times: number): void => {
      const quotes = ['.', ' ', '(', ')'].map(
        (sign) => `https://a.nl/${sign.repeat(times * 100_000)}x`,
      )
      linksInRemarks(
        [...quotes, ...quotes.map((quote) => quote.split('').reverse().join(''))].map((quote) => ({
          ...{ line: 1, kind: 'link-line', quote },
        })),
      )
    }
    expect(costOfTenfold(read)).toBeLessThan(mostCost)
  })

  it.each([
    ['De kraan\u00A0draait.', 'De kraan draait', true],
    ['Een kraanvogel.', 'kraan', false],
    ['Een kraanvogel bij de kraan.', 'kraan', true],
    ['bijkraan', 'kraan', false],
    ['Kraan', 'kraan', false],
  ])('are in %j as %j: %j', (words, label, isIn) => {
    expect(hasWords(words, label)).toBe(isIn)
  })

  it.each([
    'www.a.nl',
    'mail naar de redactie',
    'https://é.nl/',
    '<https://a.nl/een-half-adres',
    'https://a.nl/\uD800',
    'javascript:alert(1)',
  ])('are none in other words: %s', (quote) => {
    expect(linksInRemarks([{ line: 7, kind: 'link-line', quote }])).toEqual([])
    expect(linksInRemarks([{ line: 7, kind: 'page-furniture', quote: 'https://a.nl/x' }])).toEqual(
      [],
    )
  })
})
