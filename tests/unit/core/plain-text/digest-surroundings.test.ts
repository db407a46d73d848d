// What a page, a mail or a file puts around an edition and into its lines: a row for every rule, and beside a rule that
// could take too much, a row with what stays.
import { describe, expect, it } from 'vitest'
import { item, lede, other, outline, third, type Level } from '../../../fixtures/digest-outline.ts'

const digest = ['Het dak', lede, '', 'Water', '', `*${item} SCMP`, '', `*${other} GT`]
const read = ['= Het dak', lede, '# Water', `${item} [SCMP]`, `${other} [GT]`]
const newsletter = ['Boot', item, 'Bron: GT', '', 'Warmte', other, 'Bron: SCMP']
const readNewsletter = [`Boot: ${item} [GT]`, `Warmte: ${other} [SCMP]`]

interface Row {
  readonly what: string
  readonly lines: readonly string[]
  readonly levels?: Readonly<Record<number, Level>>
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
    what: 'the menu of a site',
    lines: ['Dakblad', 'Menu', 'Home', 'Over ons', ...digest],
    expected: read,
  },
  {
    what: 'one word of a menu as a title',
    lines: ['Nieuws', lede, `*${item} SCMP`, `*${other} GT`],
    expected: ['= Nieuws', lede, `${item} [SCMP]`, `${other} [GT]`],
  },
  {
    what: 'a question about cookies and the place of the page in its site',
    lines: [
      'Wij gebruiken cookies om deze site te verbeteren.',
      'Weigeren',
      'Home » Nieuws',
      ...digest,
    ],
    expected: read,
  },
  {
    what: 'the head of a mail, but not its date',
    lines: [
      'Onderwerp: Dak 7',
      'Datum: Mon, 7 Apr 2031 08:00:12 +0200',
      'Datum: 7 april 2031',
      'Van: het dak',
      ...digest,
    ],
    expected: ['= Het dak', '@ 2031-04-07', ...read.slice(1)],
  },
  {
    what: 'the number of an issue, and the head of a list of contents',
    lines: [
      'Het dak',
      'Jaargang 3, nummer 17',
      '',
      'In deze editie',
      '- Boot',
      '- Warmte',
      '',
      ...newsletter,
    ],
    expected: ['= Het dak', ...readNewsletter],
  },
  {
    what: 'a salutation above the lede',
    lines: ['Het dak', '', 'Hoi allemaal!', '', ...digest.slice(1)],
    expected: read,
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
    what: 'a caption with its credit on the next line',
    lines: [
      'Het dak',
      lede,
      '',
      'Een tuin op een dak',
      '',
      'Foto: Xinhua',
      '',
      'Disclaimer',
      '',
      ...digest.slice(3),
    ],
    expected: ['= Het dak', lede, '(Een tuin op een dak | Xinhua)', ...read.slice(2)],
  },
  {
    what: 'a line right below the title as what the edition is, where other short lines stand apart',
    lines: [
      'Het dak',
      'Nieuws voor wie hoog woont',
      '',
      'Water',
      `${item} Bron: GT`,
      '',
      'Wind',
      `${other} Bron: CNN`,
    ],
    expected: ['= Het dak', `Water: ${item} [GT]`, `Wind: ${other} [CNN]`],
  },
  {
    what: 'all lines right below the title, though none of them says what it is',
    lines: [
      ...['Het dak', 'Berichten voor dakdekkers', 'Editie 2031-07', 'Alleen voor leden', '', lede],
      ...['', 'Water', '', `*${item} SCMP`, '', 'Warmte', '', `*${other} GT`],
    ],
    expected: [...['= Het dak', lede, '# Water', `${item} [SCMP]`, '# Warmte', `${other} [GT]`]],
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
  {
    what: 'the head of a newsletter above its lede',
    lines: [
      'Het dak',
      'Nieuws voor wie hoog woont',
      '',
      'Dakredactie',
      '',
      '∙ Gratis',
      '',
      lede,
      '',
      ...newsletter,
    ],
    expected: ['= Het dak', lede, ...readNewsletter],
  },
  {
    what: 'a marked line that says what the edition is, and what stands below it',
    lines: [
      'Het dak',
      'Nieuws voor wie hoog woont',
      'HET DAK',
      '',
      lede,
      '',
      'Water',
      ...newsletter,
      'Wind',
      ...newsletter,
    ],
    levels: { 1: 1, 2: 3, 7: 2, 8: 'bold', 12: 'bold', 15: 2, 16: 'bold', 20: 'bold' },
    expected: ['= Het dak', lede, '# Water', ...readNewsletter, '# Wind', ...readNewsletter],
  },
]

const below: readonly Row[] = [
  ...[
    ['Groet,', 'Bas'],
    ['Dat was het weer! Groetjes uit Deventer 👋', 'Ine'],
    ["Dat was 'm weer. Leuk? Stuur het door aan wie ook op een dak woont. Groetjes, Ine"],
    ['Het dak is een uitgave van de dakdekkers.'],
    ['Het dak is een uitgave voor leden van de bond.'],
    ['Heb je nieuws? Laat het weten.'],
    ['De knipselkrant wordt gemaakt door de dienst en is alleen voor leden.'],
    ['Vragen? Bel de dienst op 088 123 45 67.'],
    ['12 vind-ik-leuks', '3 reacties', 'Delen', 'Voorwaarden ∙ Hulp'],
  ].map((lines) => ({
    what: `nothing in ${lines.join(' / ')}`,
    lines: [...digest, '', ...lines],
    expected: read,
  })),
  {
    what: 'no reactions of readers, however long',
    lines: [
      ...digest,
      '2 reacties',
      'Bas zegt:',
      `${third} Dat wilde ik maar zeggen.`,
      'Beantwoorden',
    ],
    expected: read,
  },
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
    what: 'no note below the last sources of a newsletter with titles',
    lines: [...newsletter, '', 'Het dak maakt nu een pauze.'],
    expected: readNewsletter,
  },
  {
    what: 'a last item with a title and without sources',
    lines: [...newsletter, '', 'Tuin', third],
    expected: [...readNewsletter, `Tuin: ${third} []`],
  },
  {
    what: 'last items that call upon the reader, below titles, but no colophon, though it has a head',
    lines: [
      ...[...newsletter, '', 'Open dag op 4 mei', 'Doe je mee? Aanmelden kan bij de sluis.'],
      ...['', 'Wij zoeken schippers', 'Mail ons als u een boot hebt, voor koffie wordt gezorgd.'],
      ...['', 'Colofon', 'Wil je deze brief niet meer krijgen? Laat het weten.'],
    ],
    expected: [
      ...[...readNewsletter, 'Open dag op 4 mei: Doe je mee? Aanmelden kan bij de sluis. []'],
      'Wij zoeken schippers: Mail ons als u een boot hebt, voor koffie wordt gezorgd. []',
    ],
  },
  {
    what: 'a last text below a title that lost its stop',
    lines: [
      ...[...newsletter, '', 'Open dag'],
      'Op de eerste dinsdag van de maand is de sluis van negen tot vijf uur open voor wie er nooit was',
    ],
    expected: [
      ...readNewsletter,
      'Open dag: Op de eerste dinsdag van de maand is de sluis van negen tot vijf uur open voor wie er nooit was []',
    ],
  },
  {
    what: 'no colophon that begins with the name of the letter, but an item that does',
    lines: [
      ...['Dakbrief', lede, '', 'Water', '', `*${item} SCMP`, '', `*${other} GT`, ''],
      ...['Dakbrief wint prijs voor het stilste blad van het hele land.', ''],
      'Dakbrief wordt gemaakt door de dienst.',
    ],
    expected: [
      ...['= Dakbrief', lede, '# Water', `${item} [SCMP]`, `${other} [GT]`],
      'Dakbrief wint prijs voor het stilste blad van het hele land. []',
    ],
  },
  {
    what: 'a last item below a title with a full stop, where others have one',
    lines: [
      ...['Het dak', '', lede, '', 'Boten varen stil.', item, 'Bron: GT', ''],
      ...['Het dorp is warm.', other, 'Bron: SCMP', '', 'De school zoekt een tuin.', third],
      ...['Bron: GT', '', 'Kom naar de haven.', 'Doe je mee? Opgeven kan bij de sluis.'],
    ],
    expected: [
      ...['= Het dak', lede, `Boten varen stil.: ${item} [GT]`],
      ...[`Het dorp is warm.: ${other} [SCMP]`, `De school zoekt een tuin.: ${third} [GT]`],
      'Kom naar de haven.: Doe je mee? Opgeven kan bij de sluis. []',
    ],
  },
  {
    what: 'no colophon of a letter without sources',
    lines: [
      ...['Het dak', lede, '', '## Water', item, '', '## Wind', other, ''],
      'Deze nieuwsbrief wordt gemaakt door de dienst.',
    ],
    expected: ['= Het dak', lede, '# Water', `${item} []`, '# Wind', `${other} []`],
  },
  {
    what: 'titles behind bullets below headings, also under an item without sources',
    lines: [
      ...['Het dak', '', lede, '', 'DE ZEE', '', '■ Haven wil stille boten', item, 'Bron: GT', ''],
      ...['HET LAND', '', '■ Tuin op het dak', third, '', '■ Dorp bewaart warmte', other],
      ...['Bron: SCMP'],
    ],
    expected: [
      ...['= Het dak', lede, '# DE ZEE', `Haven wil stille boten: ${item} [GT]`, '# HET LAND'],
      ...[`Tuin op het dak: ${third} []`, `Dorp bewaart warmte: ${other} [SCMP]`],
    ],
  },
  {
    what: 'titles above a list of short news with sources of its own',
    lines: [...newsletter, '', 'Kort', '', `* ${third} (GT)`, `* ${item} (CNN)`, `* ${other} (GT)`],
    expected: [...readNewsletter, '# Kort', `${third} [GT]`, `${item} [CNN]`, `${other} [GT]`],
  },
  {
    what: 'no short lines below the last sources of a newsletter',
    lines: [...newsletter, '', 'Agenda', '12 juli: open dag op het dak'],
    expected: readNewsletter,
  },
]

const within: readonly Row[] = [
  {
    what: 'a line that announces a list within an item, where a file marks all titles',
    lines: [
      'Het dak',
      'Boot',
      'Er komen boten voor:',
      '* de haven',
      '* het dorp',
      third,
      'Bron: GT',
      'Warmte',
      other,
      'Bron: SCMP',
    ],
    levels: { 1: 1, 2: 2, 8: 2 },
    expected: [
      '= Het dak',
      `Boot: Er komen boten voor:\n\nde haven\n\nhet dorp\n\n${third} [GT]`,
      `Warmte: ${other} [SCMP]`,
    ],
  },
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
    expect(outline(row.lines, row)).toEqual(row.expected)
  })
})
