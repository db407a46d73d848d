// What stands at the top of an edition above its first item, and at its end below the last one.
import { describe, expect, it } from 'vitest'
import {
  item,
  lede,
  other,
  outline,
  type OutlineRow,
  read,
  third,
  top,
} from '../../../fixtures/digest-outline.ts'

const note = 'Deze stukjes zijn er alleen voor wie op de kade werkt.'
const six = [item, other, third, item, other, third].flatMap((text) => [`${text} [GT]`, ''])
const items = ['Zee', '', ...six.slice(0, 6), 'Land', '', ...six.slice(6)]
const found = ['# Zee', ...six.slice(0, 6), '# Land', ...six.slice(6)].filter((line) => line !== '')
const titled = [
  ...['Boot zonder motor', '', item, '', 'Bron: GT', '', 'Dorp bewaart warmte', '', other, ''],
  ...['Bron: CNN', '', 'Tuin op het dak', '', third, '', 'Bron: GT', ''],
]
const titledFound = [
  ...[`Boot zonder motor: ${item} [GT]`, `Dorp bewaart warmte: ${other} [CNN]`],
  `Tuin op het dak: ${third} [GT]`,
]

const ends: readonly OutlineRow[] = [
  {
    what: 'a note at the very end as no item, where all six items have sources',
    lines: [...top, ...items, note],
    expected: [...read, ...found],
  },
  {
    what: 'the same below a heading as an item',
    lines: [...top, ...items, 'Slot', '', note],
    expected: [...read, ...found, '# Slot', `${note} []`],
  },
  {
    what: 'the same where another item has no sources as an item',
    lines: [...top, 'Kade', '', `${third} Zo is het.`, '', ...items, note],
    expected: [...read, '# Kade', `${third} Zo is het. []`, ...found, `${note} []`],
  },
  {
    what: 'the same behind a bullet, as all items have one, as an item',
    lines: [...top, ...items.map((line) => (line.length > 90 ? `- ${line}` : line)), `- ${note}`],
    expected: [...read, ...found, `${note} []`],
  },
  {
    what: 'who made the edition',
    lines: [...top, ...items, 'Samenstelling: Ine Put en Bas Dijk'],
    expected: [...read, ...found],
  },
  ...[
    'Kade 12, postbus 34, Dorp',
    'Kopij voor volgende week kan tot woensdag naar de kade.',
    'Geen Stil meer? Meld je hier af.',
    'Het weekbericht is geen koopadvies.',
    'Het weekbericht geeft niet de mening van de haven weer.',
    'V.U.: Ine Put, Kade 12, Dorp.',
    'Colofon: dit overzicht komt van de kade.',
    'Samenstelling: team Kade, toestel 4417',
    'Deze knipsels worden elke week samengesteld door de kade.',
    'Stil niet meer ontvangen? Klik hier.',
    'Geen weekbrief meer? Zeg het even bij de kraam of mail ons.',
    'Steun ons met een gift van 40 euro.',
    'De dienst is thuis te volgen. Kopij voor het volgende nummer: donderdag.',
    'Noot voor de redactie: voor vragen is Ine Put te bereiken.',
    'Vertrouwelijk. Alleen voor wie op de kade werkt.',
    'Dit bericht is vertrouwelijk en alleen bestemd voor wie op de kade werkt.',
    'Berichten insturen kan tot vrijdag.',
  ].map((words) => ({
    what: `“${words}” below texts without sources as no item`,
    lines: [
      'Stil, het weekbericht',
      '',
      lede,
      '',
      'Zee',
      '',
      item,
      '',
      other,
      '',
      third,
      '',
      words,
    ],
    expected: [
      ...['= Stil, het weekbericht', lede, '# Zee', `${item} []`, `${other} []`, `${third} []`],
    ],
  })),
  {
    what: 'what somebody else wants no more as an item',
    lines: [
      ...top,
      'Zee',
      '',
      item,
      '',
      other,
      '',
      'Geen wolf meer? De boeren hopen het al jaren.',
    ],
    expected: [
      ...[...read, '# Zee', `${item} []`, `${other} []`],
      'Geen wolf meer? De boeren hopen het al jaren. []',
    ],
  },
  {
    what: 'a colophon under its head, in a letter whose items have titles',
    lines: [
      ...['Stil', '', ...titled, 'Colofon', 'Stil is een uitgave van Stichting Dak, Dorp.'],
      'Geen Stil meer ontvangen? Klik hier om u af te melden.',
    ],
    expected: ['= Stil', ...titledFound],
  },
  {
    what: 'what the letter is, by its name',
    lines: ['Dakpost', '', ...titled, 'Dakpost is een initiatief van de school, Kade 12, Dorp.'],
    expected: ['= Dakpost', ...titledFound],
  },
]

const begins: readonly OutlineRow[] = [
  {
    what: 'the imprint above the title',
    lines: [
      'Dakpost is een uitgave van de school en komt elke week.',
      '',
      'Dakpost 22',
      '',
      ...items,
    ],
    expected: ['= Dakpost 22', ...found],
  },
  ...['Ine Put, voorzitter', 'Pastoor Bas van den Dijk'].map((signature) => ({
    what: `${signature} below a greeting as who signs it`,
    lines: ['Stil', '', 'Beste lezers,', '', lede, '', signature, '', ...titled],
    expected: ['= Stil', lede, ...titledFound],
  })),
  {
    what: 'a name in that place as a rubric, where all rubrics stand above titles',
    lines: [
      'Stil',
      '',
      lede,
      '',
      'Rode Zee',
      '',
      ...titled.slice(0, 12),
      'Land',
      '',
      ...titled.slice(12),
    ],
    expected: [
      ...['= Stil', lede, '# Rode Zee'],
      ...titledFound.slice(0, 2),
      '# Land',
      ...titledFound.slice(2),
    ],
  },
  {
    what: 'what an edition is and its day, below its title',
    lines: [
      'Stil',
      '',
      'Keuze uit het nieuws van het dorp en de school aan de kade',
      'Donderdag 6 februari',
      '',
      ...items,
    ],
    expected: ['= Stil', ...found],
  },
  {
    what: 'the first item below the title, where others have no sources either, and no lede',
    lines: [
      'Stil',
      '',
      'Waarom wordt het stil?',
      '',
      third,
      '',
      'Blijft dat zo?',
      '',
      item,
      '',
      ...titled,
    ],
    expected: [
      '= Stil',
      `Waarom wordt het stil?: ${third} []`,
      `Blijft dat zo?: ${item} []`,
      ...titledFound,
    ],
  },
  {
    what: 'all lines of a block of contents, also the last that has no number',
    lines: ['Stil', '', 'Inhoud', '1. Een boot', '2. Een dorp', 'En nog een dak', '', ...titled],
    expected: ['= Stil', ...titledFound],
  },
  {
    what: 'a rubric that stands in the list of contents, above titles in bold type',
    lines: [
      ...[
        'Stil',
        '',
        'INHOUD',
        'Zee',
        'Land',
        '',
        'Zee',
        '',
        '**Boot zonder motor**',
        item,
        'Bron: GT',
      ],
      ...[
        '',
        'Land',
        '',
        '**Dorp bewaart warmte**',
        other,
        'Bron: CNN',
        '',
        '**Tuin op het dak**',
        third,
        'Bron: GT',
      ],
    ],
    expected: [...['= Stil', '# Zee', titledFound[0] ?? '', '# Land', ...titledFound.slice(1)]],
  },
  {
    what: 'why a reader gets the letter, in the type of stress',
    lines: ['# Stil', '', '*Je leest dit bericht omdat je op de kade woont.*', '', ...titled],
    expected: ['= Stil', ...titledFound],
  },
  {
    what: 'a greeting that ends in a name as no sources',
    lines: ['Stil', '', 'Hallo allemaal,', '', `${lede} Groet, Marijke`, '', ...titled],
    expected: ['= Stil', `${lede} Groet, Marijke`, ...titledFound],
  },
]

/** What looks like the two ends and is none of them. */
const kept: readonly OutlineRow[] = [
  {
    what: 'news at the very end without sources as items',
    lines: [...top, ...items, 'Bij een brand op de kade vielen geen gewonden.', '', third],
    expected: [
      ...read,
      ...found,
      'Bij een brand op de kade vielen geen gewonden. []',
      `${third} []`,
    ],
  },
  {
    what: 'the only rubric, above titles, as one',
    lines: [
      ...[
        'Stil',
        '',
        'Deze week draait alles om de boot. Daarna gaat het over het dorp aan de kade, dat warmte bewaart.',
        '',
      ],
      ...['Midden Oosten', '', ...titled],
    ],
    expected: [
      '= Stil',
      'Deze week draait alles om de boot. Daarna gaat het over het dorp aan de kade, dat warmte bewaart.',
      ...['# Midden Oosten', ...titledFound],
    ],
  },
  {
    what: 'a first text about a publisher as no imprint',
    lines: [
      'Dit boek is een uitgave van Querido.',
      '',
      'Roman van de week',
      '',
      `${item} GT`,
      '',
      'Kort',
      '',
      `${other} CNN`,
    ],
    expected: [
      'Dit boek is een uitgave van Querido.',
      '# Roman van de week',
      `${item} [GT]`,
      '# Kort',
      `${other} [CNN]`,
    ],
  },
  {
    what: 'what an editorial office does as news',
    lines: [...top, ...items, 'Redactie: NRC en NOS gaan samen in Den Haag.', '', third],
    expected: [...read, ...found, 'Redactie: NRC en NOS gaan samen in Den Haag. []', `${third} []`],
  },
]

const heads: readonly OutlineRow[] = [
  {
    what: 'what an edition is and its lede, where all items have bullets',
    lines: [
      'Stil 12',
      '',
      'Maandoverzicht van de kade',
      '',
      lede,
      '',
      ...items.map((line) => (line.length > 90 ? `- ${line}` : line)),
    ],
    expected: ['= Stil 12', lede, ...found],
  },
  {
    what: 'a rubric and a first item in that place, where another item has neither bullet nor sources',
    lines: ['Stil 12', '', 'Kade', '', third, '', 'Sluis', '', other, '', ...items],
    expected: ['= Stil 12', '# Kade', `${third} []`, '# Sluis', `${other} []`, ...found],
  },
  {
    what: 'a paragraph that names the contents, below its head',
    lines: [
      'Stil',
      '',
      lede,
      '',
      'In deze brief:',
      `Een boot, een dorp, een dak. ${third}`,
      '',
      ...titled,
    ],
    expected: ['= Stil', lede, ...titledFound],
  },
  {
    what: 'one short item behind a bullet, with its text and sources, below the title',
    lines: [
      ...[
        'Stil',
        '',
        'Goedemorgen lezer!',
        '',
        '■ Brief wordt langer',
        `${third} ${item}`,
        'Bron: SCMP',
        '',
      ],
      ...['■ Boot zonder motor', item, 'Bron: GT', '', '■ Dorp bewaart warmte', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', `Brief wordt langer: ${third} ${item} [SCMP]`],
      ...[`Boot zonder motor: ${item} [GT]`, `Dorp bewaart warmte: ${other} [CNN]`],
    ],
  },
  {
    what: 'a first heading of the level of others, all above titles, as one of them',
    lines: [
      ...['Zee en lucht', '====', '', 'Boot zonder motor', '----', '', item, '', 'Bron: GT', ''],
      ...['Dorp bewaart warmte', '----', '', other, '', 'Bron: CNN', '', 'Land en dak', '====', ''],
      ...['Tuin op het dak', '----', '', third, '', 'Bron: GT'],
    ],
    expected: [
      ...['# Zee en lucht', ...titledFound.slice(0, 2), '# Land en dak', ...titledFound.slice(2)],
    ],
  },
  {
    what: 'a short editorial and a name with a call sign below it',
    lines: [
      'STIL',
      '',
      '73 allemaal! We zien jullie op de kade.',
      '',
      'Hans, PA3XQ',
      '',
      ...titled,
    ],
    expected: ['= STIL', '73 allemaal! We zien jullie op de kade.', ...titledFound],
  },
  {
    what: 'a greeting with a name behind it above the first title',
    lines: ['Stil', '', 'Hallo allemaal,', '', lede, '', 'Groet, Wiebe', '', ...titled],
    expected: ['= Stil', lede, ...titledFound],
  },
]

const mails: readonly OutlineRow[] = [
  ...['Dag fietser', 'Beste leden', 'Geachte lezers', 'Kadevrienden,'].map((words) => ({
    what: `“${words}” above a lede as a salutation`,
    lines: ['Stil', '', words, '', lede, '', ...titled],
    expected: ['= Stil', lede, ...titledFound],
  })),
  {
    what: 'what the edition holds on one line as a list of contents, when all of it stands below',
    lines: ['Stil', '', lede, '', 'IN DEZE EDITIE: Zee – Land', '', ...items],
    expected: [...read, ...found],
  },
  {
    what: 'the subject of a mail as the title of a text that begins with a salutation',
    lines: [
      ...['Van: De kade', 'Aan: leden', 'Onderwerp: Fwd: Stil, week 3', '', 'Sportvrienden,', ''],
      ...[lede, '', ...titled],
    ],
    expected: ['= Stil, week 3', lede, ...titledFound],
  },
  {
    what: 'the title below the head of a mail as the title, whatever the subject is',
    lines: [
      ...['Van: De kade', 'Aan: leden', 'Onderwerp: Stil, week 3', ''],
      'Stil',
      '',
      ...titled,
    ],
    expected: ['= Stil', ...titledFound],
  },
  {
    what: 'the title above who it is from and for',
    lines: ['Stil', '', 'Van: De kade', 'Aan: leden', '', ...titled],
    expected: ['= Stil', ...titledFound],
  },
  {
    what: 'the name of the sender with a link above a marked title as none',
    lines: ['De kade ( https://kade.example )', '', '# Stil', '', ...titled],
    levels: { 3: 1 },
    expected: ['= Stil', ...titledFound],
  },
  {
    what: 'a question whether the letter is shown well, above the title',
    lines: ['Wordt dit bericht niet goed weergegeven? Klik hier.', '', 'Stil', '', ...titled],
    expected: ['= Stil', ...titledFound],
  },
]

const days = ['Boot', 'Dorp', 'Dak', 'Kade', 'Sluis', 'Straat'].map((word, index) => ({
  title: `${word} komt deze zomer in het nieuws`,
  text: [item, other, third][index % 3] ?? '',
  source: ['Boerderij', 'Tubantia', 'de Stentor', null, 'Melkvee', 'Nieuwe Oogst'][index] ?? null,
}))
const letters: readonly OutlineRow[] = [
  {
    what: 'sources with a day and without a label below texts, and an address at the end',
    lines: [
      ...['Ledenbrief van de kade', '', 'Inhoud: een boot, een dorp en een dak.', ''],
      ...days.flatMap(({ title, text, source }) => [
        ...[title, '', text, ''],
        ...(source === null ? [] : [`${source}, 14 november`, '']),
      ]),
      'Kade – Dakstraat 40 – Dorp',
    ],
    expected: [
      ...['= Ledenbrief van de kade', 'Inhoud: een boot, een dorp en een dak.'],
      ...days.map(({ title, text, source }) => `${title}: ${text} [${source ?? ''}]`),
    ],
  },
]

describe('the two ends of an edition', () => {
  it.each([...ends, ...begins, ...kept, ...heads, ...mails, ...letters])('reads $what', (row) => {
    expect(outline(row.lines, row)).toEqual(row.expected)
  })
})
