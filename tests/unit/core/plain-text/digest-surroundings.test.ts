// What a page, a mail or a file puts around an edition and into its lines: a row for every rule, and beside a rule that
// could take too much, a row with what stays.
import { describe, expect, it } from 'vitest'
import { item, lede, other, outline, third } from '../../../fixtures/digest-outline.ts'

const digest = ['Het dak', lede, '', 'Water', '', `*${item} SCMP`, '', `*${other} GT`]
const read = ['= Het dak', lede, '# Water', `${item} [SCMP]`, `${other} [GT]`]
const readNewsletter = [`Boot: ${item} [GT]`, `Warmte: ${other} [SCMP]`]

interface Row {
  readonly what: string
  readonly lines: readonly string[]
  readonly expected: readonly string[]
}

const above: readonly Row[] = [
  {
    what: 'the title Zonnige vakantie, which is no furniture',
    lines: ['Dakblad', '', 'Zonnige vakantie', item, 'Bron: GT', '', 'Warmte', other, 'Bron: SCMP'],
    expected: ['= Dakblad', `Zonnige vakantie: ${item} [GT]`, readNewsletter[1] ?? ''],
  },
  {
    what: 'the title Open browser voor dorpen, which is no furniture',
    lines: [
      'Dakblad',
      '',
      'Open browser voor dorpen',
      item,
      'Bron: GT',
      '',
      'Warmte',
      other,
      'Bron: SCMP',
    ],
    expected: ['= Dakblad', `Open browser voor dorpen: ${item} [GT]`, readNewsletter[1] ?? ''],
  },
  {
    what: 'the title Advertenties, which is no furniture',
    lines: ['Dakblad', '', 'Advertenties', item, 'Bron: GT', '', 'Warmte', other, 'Bron: SCMP'],
    expected: ['= Dakblad', `Advertenties: ${item} [GT]`, readNewsletter[1] ?? ''],
  },
  {
    what: 'one word of a menu as a title',
    lines: ['Nieuws', lede, `*${item} SCMP`, `*${other} GT`],
    expected: ['= Nieuws', lede, `${item} [SCMP]`, `${other} [GT]`],
  },
  {
    what: 'a heading that begins as a salutation does',
    lines: ['Het dak', lede, '', 'Beste boten', `*${item} SCMP`, 'Welkom water', `*${other} GT`],
    expected: [
      '= Het dak',
      lede,
      '# Beste boten',
      `${item} [SCMP]`,
      '# Welkom water',
      `${other} [GT]`,
    ],
  },
  {
    what: 'a line right below the title as a heading, where others have no empty line above them',
    lines: ['Het dak', 'Water', '', `${item} GT`, 'Wind', `${other} CNN`, 'Zon', `${third} GT`],
    expected: [
      '= Het dak',
      '# Water',
      `${item} [GT]`,
      '# Wind',
      `${other} [CNN]`,
      '# Zon',
      `${third} [GT]`,
    ],
  },
]

const below: readonly Row[] = [
  ...[
    ['Groet,', 'Bas'],
    ['Dat was het weer! Groetjes uit Deventer 👋', 'Ine'],
    ["Dat was 'm weer. Leuk? Stuur het door aan wie ook op een dak woont. Groetjes, Ine"],
    ['Het dak is een uitgave van de dakdekkers.'],
    ['De knipselkrant wordt gemaakt door de dienst en is alleen voor leden.'],
    ['Vragen? Bel de dienst op 088 123 45 67.'],
    ['12 vind-ik-leuks', '3 reacties', 'Delen', 'Voorwaarden ∙ Hulp'],
  ].map((lines) => ({
    what: `nothing in ${lines.join(' / ')}`,
    lines: [...digest, '', ...lines],
    expected: read,
  })),
  {
    what: 'a section called so, when sources follow',
    lines: [...digest, 'Reacties', `*${third} CNN`],
    expected: [...read, '# Reacties', `${third} [CNN]`],
  },
  {
    what: 'a last item without sources',
    lines: [...digest, '', `*${third}`],
    expected: [...read, `${third} []`],
  },
  {
    what: 'a reader who is spoken to in the text of an item',
    lines: [
      'Het dak',
      lede,
      '*Wil je varen? Dat kan vanaf mei in alle havens van het land. GT',
      `*${other} GT`,
    ],
    expected: [
      '= Het dak',
      lede,
      'Wil je varen? Dat kan vanaf mei in alle havens van het land. [GT]',
      `${other} [GT]`,
    ],
  },
  {
    what: 'nothing below the mark of a signature',
    lines: [...digest, '', '-- ', 'Het dak verschijnt op maandag'],
    expected: read,
  },
  {
    what: 'no colophon of a letter without sources',
    lines: [
      ...['Het dak', lede, '', '## Water', item, '', '## Wind', other, ''],
      'Deze nieuwsbrief wordt gemaakt door de dienst.',
    ],
    expected: ['= Het dak', lede, '# Water', `${item} []`, '# Wind', `${other} []`],
  },
]

const within: readonly Row[] = [
  {
    what: 'soft hyphens and marks without a width',
    lines: [
      'Het d\u00adak',
      lede,
      '',
      '\u200bWa\u00adter',
      '',
      `*${item} SC\u00adMP`,
      `*${other} GT`,
    ],
    expected: read,
  },
  {
    what: 'what is left of quoted-printable',
    lines: [
      'Het dak=20',
      lede,
      '',
      'Water=20',
      '',
      `*${item.slice(0, 60)}=\n${item.slice(60)} SCMP`,
      `*${other} GT`,
    ],
    expected: read,
  },
  {
    what: 'letters of more bytes than one in it',
    lines: [
      'Eén dak',
      lede,
      '',
      'Caf=C3=A9s',
      '',
      `*${item} SCMP`,
      '',
      'Na=C3=AFef',
      `*${other} GT`,
    ],
    expected: ['= Eén dak', lede, '# Cafés', `${item} [SCMP]`, '# Naïef', `${other} [GT]`],
  },
  {
    what: 'an equals sign as it is',
    lines: ['Het dak', lede, '', 'Dak=20 graden', `*${item} SCMP`],
    expected: ['= Het dak', lede, '# Dak=20 graden', `${item} [SCMP]`],
  },
  {
    what: 'sums and addresses, also where a heading is underlined or a line ends in an equals sign',
    lines: [
      'Het dak',
      lede,
      '',
      'x=41 en q=48.3',
      `*${item.replace('dat ', 'dat A=2B en ?eventId=237831744&b=42 ')} SCMP`,
      'De som a =',
      `*${other} GT`,
      'De som b =',
      `*${third} GT`,
    ],
    expected: [
      '= Het dak',
      lede,
      '# x=41 en q=48.3',
      `${item.replace('dat ', 'dat A=2B en ?eventId=237831744&b=42 ')} [SCMP]`,
      '# De som a =',
      `${other} [GT]`,
      '# De som b =',
      `${third} [GT]`,
    ],
  },
  {
    what: 'an unknown name without a stop, where the other items have sources',
    lines: [
      `*${item} GT`,
      `*${other} CNN`,
      `*${third} GT`,
      `*${third} SCMP`,
      '*De boot vaart elke dag vijf keer tussen beide oevers en kost voortaan een euro per reis Blad van het Dak',
    ],
    expected: [
      `${item} [GT]`,
      `${other} [CNN]`,
      `${third} [GT]`,
      `${third} [SCMP]`,
      'De boot vaart elke dag vijf keer tussen beide oevers en kost voortaan een euro per reis [Blad van het Dak]',
    ],
  },
  {
    what: 'no name that belongs to its sentence',
    lines: [
      `*${item} GT`,
      `*${other} CNN`,
      `*${third} GT`,
      `*${third} SCMP`,
      '*De boot vaart elke dag vijf keer tussen beide oevers, zo staat het in de brief van Poldergids Media',
    ],
    expected: [
      `${item} [GT]`,
      `${other} [CNN]`,
      `${third} [GT]`,
      `${third} [SCMP]`,
      'De boot vaart elke dag vijf keer tussen beide oevers, zo staat het in de brief van Poldergids Media []',
    ],
  },
]

describe('what stands around an edition', () => {
  it.each([...above, ...below, ...within])('reads $what', (row) => {
    expect(outline(row.lines)).toEqual(row.expected)
  })
})
