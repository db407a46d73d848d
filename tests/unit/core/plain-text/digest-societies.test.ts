// Letters of societies, schools and parishes: they speak to their readers, hardly name sources, and have agendas and forewords.
import { describe, expect, it } from 'vitest'
import {
  bodies,
  item,
  leads,
  lede,
  other,
  outline,
  type OutlineRow,
  read,
  third,
  top,
} from '../../../fixtures/digest-outline.ts'

const more = 'Wie wil helpen, meldt zich op zaterdag om negen uur bij de schuur achter de molen.'
const eight = [...leads, 'Kade krijgt licht', 'Molen draait', 'Contributie']
const sourcedItems = bodies.map((text, index) => `${text} (${index % 2 === 0 ? 'NRC' : 'GT'})`)
const sourcedRead = bodies.map((text, index) => `${text} [${index % 2 === 0 ? 'NRC' : 'GT'}]`)
const spaced = (lines: readonly string[]): string[] => lines.flatMap((line) => [line, ''])

const societies: readonly OutlineRow[] = [
  {
    what: 'titles above texts, some of which go on in a line right below',
    lines: [
      ...top,
      ...eight.flatMap((title, index) => [
        ...[title, '', bodies[index % 5] ?? '', ...(index === 2 ? [more] : []), ''],
      ]),
    ],
    expected: [
      ...read,
      ...eight.map(
        (title, index) =>
          `${title}: ${bodies[index % 5] ?? ''}${index === 2 ? `\n\n${more}` : ''} []`,
      ),
    ],
  },
  {
    what: 'an agenda of days below the only heading with a mark',
    lines: [
      ...top,
      ...eight.flatMap((title, index) => [title, bodies[index % 5] ?? '', '']),
      ...['AGENDA', '', 'Di 14 okt: de fotograaf komt langs', 'Wo 15 okt: werkmiddag, 13.00 uur'],
    ],
    expected: [
      ...read,
      ...eight.map((title, index) => `${title}: ${bodies[index % 5] ?? ''} []`),
      ...[
        '# AGENDA',
        'Di 14 okt: de fotograaf komt langs []',
        'Wo 15 okt: werkmiddag, 13.00 uur []',
      ],
    ],
  },
  {
    what: 'a name behind one text alone as part of it',
    lines: [...top, ...spaced([...bodies, `${more} Ine (bestuur)`, third])],
    expected: [
      ...read,
      ...bodies.map((text) => `${text} []`),
      `${more} Ine (bestuur) []`,
      `${third} []`,
    ],
  },
  {
    what: 'a name in brackets behind one text alone as its source',
    lines: [...top, ...spaced([...bodies, `${more} (Kadenieuws)`, third])],
    expected: [
      ...read,
      ...bodies.map((text) => `${text} []`),
      `${more} [Kadenieuws]`,
      `${third} []`,
    ],
  },
  {
    what: 'who bears a name at the end of a text, where others have sources there',
    lines: [
      ...top,
      ...spaced(bodies.map((text) => `${text} NRC`)),
      'Wie mee wil varen met de boot zonder motor en een bed op het dak wil, meldt zich voor zaterdag bij diaken Geurts',
      '',
      'De wieken van de molen bij de sluis, die weer draait en waarin brood wordt gebakken, zijn gemaakt door molenbouwer Dakwind',
    ],
    expected: [
      ...read,
      ...bodies.map((text) => `${text} [NRC]`),
      'Wie mee wil varen met de boot zonder motor en een bed op het dak wil, meldt zich voor zaterdag bij diaken Geurts []',
      'De wieken van de molen bij de sluis, die weer draait en waarin brood wordt gebakken, zijn gemaakt door molenbouwer Dakwind []',
    ],
  },
  {
    what: 'the place where something is, behind a text',
    lines: [...top, ...bodies.map((text) => `• ${text} Vestiging Kade.`)],
    expected: [...read, ...bodies.map((text) => `${text} Vestiging Kade. []`)],
  },
  {
    what: 'a rubric that speaks to its readers, below rubrics with sources',
    lines: [
      ...[...top, 'Water', '', ...spaced(sourcedItems), 'Uit de vereniging', ''],
      ...['Het café is verhuisd naar de kade en u kunt er gewoon binnenlopen.', ''],
      ...[
        'Yusuf, die velen van u kennen, begint in juni bij de molen.',
        '',
        'Steun ons werk: NL00 BANK 0123 4567 89',
      ],
    ],
    expected: [
      ...[...read, '# Water', ...sourcedRead, '# Uit de vereniging'],
      'Het café is verhuisd naar de kade en u kunt er gewoon binnenlopen. []',
      'Yusuf, die velen van u kennen, begint in juni bij de molen. []',
    ],
  },
  {
    what: 'two such rubrics',
    lines: [
      ...[...top, 'Water', '', ...spaced(sourcedItems), 'Uit de vereniging', ''],
      ...[
        'Het café is verhuisd naar de kade en u kunt er gewoon binnenlopen.',
        '',
        'Uit de buurt',
        '',
      ],
      ...['Yusuf, die velen van u kennen, begint in juni bij de molen.', '', 'Ine Put'],
    ],
    expected: [
      ...[...read, '# Water', ...sourcedRead, '# Uit de vereniging'],
      ...[
        'Het café is verhuisd naar de kade en u kunt er gewoon binnenlopen. []',
        '# Uit de buurt',
      ],
      'Yusuf, die velen van u kennen, begint in juni bij de molen. []',
    ],
  },
  {
    what: 'a head with nothing below it but what a letter says to its readers as none',
    lines: [
      ...[...top, 'Water', '', ...spaced(sourcedItems), 'Meedoen', ''],
      'Zelf een link gevonden? Stuur een pull request.',
    ],
    levels: { 5: 2, 17: 2 },
    expected: [...read, '# Water', ...sourcedRead],
  },
  {
    what: 'one text that goes on in the next line, where all others are apart and one rubric has no sources',
    lines: [
      ...[...top, 'Water', '', ...spaced(sourcedItems), item, `${more} (GT)`, '', 'Binnen', ''],
      ...spaced([third, other]),
    ],
    expected: [
      ...[...read, '# Water', ...sourcedRead, `${item}\n\n${more} [GT]`],
      ...['# Binnen', `${third} []`, `${other} []`],
    ],
  },
  {
    what: 'the last line of a list without a stop, above a heading in capitals',
    lines: [
      ...[...top, 'VIERINGEN', '', 'Zaterdag 13 december, 19.00 uur: viering met het koor.'],
      ...[
        'Zondag 21 december, 10.30 uur: viering met cantor',
        '',
        'UIT HET DORP',
        '',
        item,
        '',
        other,
      ],
    ],
    expected: [
      ...[...read, '# VIERINGEN', 'Zaterdag 13 december, 19.00 uur: viering met het koor. []'],
      ...['Zondag 21 december, 10.30 uur: viering met cantor []', '# UIT HET DORP'],
      ...[`${item} []`, `${other} []`],
    ],
  },
  ...['Van de voorzitter', 'Uit het bestuur', 'Voorwoord'].map((head) => ({
    what: `‘${head}’ above a salutation and a lede that is signed`,
    lines: [
      ...[
        'Stil',
        '',
        head,
        '',
        'Beste tuinders,',
        '',
        'Het was een natte zomer en wij hebben gefeest.',
        'Ine Put',
        '',
      ],
      ...['WATER', '', item, '', other, '', 'LAND', '', third],
    ],
    expected: [
      ...['= Stil', 'Het was een natte zomer en wij hebben gefeest.', '# WATER', `${item} []`],
      ...[`${other} []`, '# LAND', `${third} []`],
    ],
  })),
  ...['Buren!', 'Hallo leden, ouders en vrijwilligers,'].map((greeting) => ({
    what: `‘${greeting}’ above a lede`,
    lines: [
      'Stil',
      '',
      greeting,
      '',
      lede,
      '',
      'WATER',
      '',
      item,
      '',
      other,
      '',
      'LAND',
      '',
      third,
    ],
    expected: [...read, '# WATER', `${item} []`, `${other} []`, '# LAND', `${third} []`],
  })),
  {
    what: 'where the office is, at the end',
    lines: [
      ...['Stil', '', lede, '', 'WATER', '', item, '', other, ''],
      'Parochiesecretariaat Sint-Jan, Kerkplein 3, tel. 073-0000000, open ma, wo en vr 9.30-11.30 uur',
    ],
    expected: [...read, '# WATER', `${item} []`, `${other} []`],
  },
]

/** What is easily taken for one of these. */
const lookalikes: readonly OutlineRow[] = [
  {
    what: 'what closes a letter below ‘Tot slot’, and who signs it, as none of the news',
    lines: [
      ...[...top, 'Water', '', ...spaced(sourcedItems), 'Tot slot', ''],
      ...['Wil je de post ook op papier? Loop dan even bij ons binnen.', '', 'Ine Put'],
    ],
    expected: [...read, '# Water', ...sourcedRead],
  },
  ...['Contactloos betalen in de bus', 'Deelauto rukt op', 'Meedoen aan marathon wordt duur'].map(
    (head) => ({
      what: `‘${head}’ as a heading of news`,
      lines: [
        ...[...top, 'Water', '', ...spaced(sourcedItems), head, ''],
        'Wie dat wil, krijgt er ook een hemd bij, en daar betaal je niets voor.',
      ],
      expected: [
        ...[...read, '# Water', ...sourcedRead, `# ${head}`],
        'Wie dat wil, krijgt er ook een hemd bij, en daar betaal je niets voor. []',
      ],
    }),
  ),
  {
    what: 'rubrics of the kind ‘Van de jeugd’',
    lines: [
      'Stil',
      '',
      'Van het bestuur',
      '',
      item,
      '',
      'Van de jeugd',
      '',
      other,
      '',
      'Van de bar',
      '',
      third,
    ],
    levels: { 3: 2, 7: 2, 11: 2 },
    expected: [
      ...['= Stil', '# Van het bestuur', `${item} []`, '# Van de jeugd', `${other} []`],
      ...['# Van de bar', `${third} []`],
    ],
  },
  {
    what: 'a newspaper that nobody knows, behind who bears a name',
    lines: [
      ...top,
      ...spaced(bodies.map((text) => `${text} NRC`)),
      'De raad van het dorp aan de kade zegt na een avond vergaderen het vertrouwen op in de wethouder De Polderkrant',
    ],
    expected: [
      ...[...read, ...bodies.map((text) => `${text} [NRC]`)],
      'De raad van het dorp aan de kade zegt na een avond vergaderen het vertrouwen op in de wethouder [De Polderkrant]',
    ],
  },
  {
    what: 'a line that says for whom the letter is, above the first heading',
    lines: [
      'Stil',
      '',
      'Voor wie op de kade woont',
      '',
      'Water',
      '',
      item,
      '',
      other,
      '',
      'Land',
      '',
      third,
    ],
    expected: ['= Stil', '# Water', `${item} []`, `${other} []`, '# Land', `${third} []`],
  },
  {
    what: 'days in a row above a text that is apart from them',
    lines: [
      ...[...top, 'WATER', ''],
      ...eight.flatMap((title, index) => [title, bodies[index % 5] ?? '', '']),
      ...[
        'VIERINGEN',
        '',
        'Di 14 okt: viering met koor',
        'Wo 15 okt: viering',
        '',
        `${third} ${other}`,
      ],
    ],
    expected: [
      ...[
        ...read,
        '# WATER',
        ...eight.map((title, index) => `${title}: ${bodies[index % 5] ?? ''} []`),
      ],
      ...[
        '# VIERINGEN',
        'Di 14 okt: viering met koor []',
        'Wo 15 okt: viering []',
        `${third} ${other} []`,
      ],
    ],
  },
]

describe('the letters of societies', () => {
  it.each([...societies, ...lookalikes])('reads $what', (row) => {
    expect(outline(row.lines, row)).toEqual(row.expected)
  })
})
