// What an author puts around a text in person: a name, a greeting, the label of a picture, the day of the letter.
import { describe, expect, it } from 'vitest'
import {
  bodies,
  item,
  lede,
  other,
  outline,
  type OutlineRow,
  read,
  third,
  titles,
  top,
} from '../../../fixtures/digest-outline.ts'

/** In lines of 60 letters. */
const broken = (text: string): string => text.replace(/(.{1,60})(?:\s|$)/gu, '$1\n').trimEnd()
const inBrackets = bodies.map((text, index) => `- ${text} (${index % 2 === 0 ? 'NRC' : 'GT'})`)
const readBrackets = bodies.map((text, index) => `${text} [${index % 2 === 0 ? 'NRC' : 'GT'}]`)

const rows: readonly OutlineRow[] = [
  {
    what: 'the name behind a lede as its author, where sources stand in brackets',
    lines: ['Stil', '', `${lede} Gerrit`, '', '🐄 Melk', '', ...inBrackets],
    expected: ['= Stil', `${lede} Gerrit`, '# 🐄 Melk', ...readBrackets],
  },
  {
    what: 'the same name in brackets as a source',
    lines: ['Stil', '', `${lede} (Gerrit)`, '', '🐄 Melk', '', ...inBrackets],
    expected: ['= Stil', `${lede} [Gerrit]`, '# 🐄 Melk', ...readBrackets],
  },
  {
    what: 'an initial behind a dash as the author of the lede',
    lines: ['Stil', '', `${lede} – H.`, '', ...[item, other, third].map((text) => `${text} NRC\n`)],
    expected: ['= Stil', `${lede} – H.`, ...[item, other, third].map((text) => `${text} [NRC]`)],
  },
  {
    what: 'no item and no heading in a greeting with a name',
    lines: [...top, ...inBrackets, '', 'Groeten vanop de kaai, Joris', ''],
    expected: [...read, ...readBrackets],
  },
  {
    what: 'no heading in a farewell, where the lines of a mail are broken',
    lines: [
      ...['Onderwerp: Stil', 'Van: Ine', '', 'Mannen en vrouwen van de kade,', ''],
      ...[item, other, third].flatMap((text) => [broken(`* ${text}`), 'NRC.', '']),
      ...['Goed weekend en houd de helm op,', 'Dirk', '', 'Dirk Peeters', 'Planner kade'],
    ],
    expected: ['= Stil', ...[item, other, third].map((text) => `${text} [NRC]`)],
  },
  {
    what: 'a line that breaks off in its sentence as one with the next, where no other line is broken',
    lines: [
      ...[
        'Stil',
        '',
        'Dit najaar verhuist er meer dan ooit. Hieronder',
        'acht berichten uit de kou.',
      ],
      ...['', ...titles.flatMap((title, index) => [title, bodies[index] ?? '', 'Bron: GT', ''])],
    ],
    expected: [
      ...['= Stil', 'Dit najaar verhuist er meer dan ooit. Hieronder acht berichten uit de kou.'],
      ...titles.map((title, index) => `${title}: ${bodies[index] ?? ''} [GT]`),
    ],
  },
  {
    what: 'what an edition is, right below its title, as no heading of its only list',
    lines: [
      ...['Kaaspraat 44', 'Weekoverzicht voor leden van het gilde', ''],
      ...[...inBrackets, `- ${other}`].flatMap((line) => [line, '']),
    ],
    expected: [
      ...['= Kaaspraat 44', 'Weekoverzicht voor leden van het gilde', ...readBrackets],
      `${other} []`,
    ],
  },
  {
    what: 'one word between a heading and a bullet as the label of a picture',
    lines: [...top, 'Op zee', 'Zegels', ...inBrackets, '', 'Aan de wal', 'Wissel', `- ${item} GT`],
    levels: { 5: 2, 12: 2 },
    expected: [...read, '# Op zee', ...readBrackets, '# Aan de wal', `${item} [GT]`],
  },
  {
    what: 'a first marked line with a day, below what the letter is, as the title',
    lines: [
      ...['De wekelijkse brief over de kade en het water', '', 'Kade & Dak, 26 november', lede, ''],
      ...titles.flatMap((title, index) => [title, bodies[index] ?? '', 'Bron: GT', '']),
    ],
    levels: { 3: 'bold', 6: 'bold', 10: 'bold', 14: 'bold' },
    expected: [
      ...['= Kade & Dak, 26 november', lede],
      ...titles.map((title, index) => `${title}: ${bodies[index] ?? ''} [GT]`),
    ],
  },
  {
    what: 'a marked line with a day as a title of an item, below a name or beside others with days',
    lines: [
      ...['Havenblad', '', 'Open dag, 3 mei', item, other, 'Bron: GT', ''],
      ...titles.flatMap((title, index) => [title, bodies[index] ?? '', 'Bron: GT', '']),
    ],
    levels: { 3: 'bold', 8: 'bold', 12: 'bold', 16: 'bold' },
    expected: [
      ...['= Havenblad', `Open dag, 3 mei: ${item}\n\n${other} [GT]`],
      ...titles.map((title, index) => `${title}: ${bodies[index] ?? ''} [GT]`),
    ],
  },
  {
    what: 'names below a line without a stop as its sources',
    lines: [
      ...[...top, `${item} Daarna zoekt de school nog geld`, 'de Volkskrant.', ''],
      ...[`${other} Daarna zoekt het dorp nog geld`, 'NRC.'],
    ],
    expected: [
      ...[...read, `${item} Daarna zoekt de school nog geld [de Volkskrant]`],
      `${other} Daarna zoekt het dorp nog geld [NRC]`,
    ],
  },
  {
    what: 'what begins in lower case below a line that ends in a source as a text of its own',
    lines: [
      ...['Stil', '', `${item} Een slag voor de hele kade De Tijd`],
      ...['adidas opent een winkel in de oude loods, waar nog niemand van de buurt iets van wist.'],
      ...[`${other} NRC`, `${third} GT`],
    ],
    expected: [
      ...['= Stil', `${item} Een slag voor de hele kade [De Tijd]`],
      `adidas opent een winkel in de oude loods, waar nog niemand van de buurt iets van wist.\n\n${other} [NRC]`,
      `${third} [GT]`,
    ],
  },
  {
    what: 'lines that break off far below the top as they stand',
    lines: [
      ...[...top, ...inBrackets, '', 'Voor wie wil', ''],
      ...['Er vaart een boot. Wie aan boord wil zonder kaartje', 'betaalt het dubbele. (NRC)'],
      ...['', 'Er gaat een bus. Wie mee wil', 'belt vooraf met de chauffeur.'],
    ],
    expected: [
      ...[...read, ...readBrackets, '# Voor wie wil'],
      'Er vaart een boot. Wie aan boord wil zonder kaartje\n\nbetaalt het dubbele. [NRC]',
      'Er gaat een bus. Wie mee wil\n\nbelt vooraf met de chauffeur. []',
    ],
  },
  {
    what: 'the first of several marked lines with a day as the title of an item',
    lines: [
      ...['De wekelijkse brief over de kade en het water', '', 'Open dag, 3 mei', lede, ''],
      ...titles.flatMap((title, index) => [
        ...[`${title}, ${String(index + 4)} mei`, bodies[index] ?? '', 'Bron: GT', ''],
      ]),
    ],
    levels: { 3: 'bold', 6: 'bold', 10: 'bold', 14: 'bold' },
    expected: [
      ...['= De wekelijkse brief over de kade en het water', `Open dag, 3 mei: ${lede} []`],
      ...titles.map(
        (title, index) => `${title}, ${String(index + 4)} mei: ${bodies[index] ?? ''} [GT]`,
      ),
    ],
  },
  {
    what: 'an unknown source behind the sign of a pay wall',
    lines: [...top, `${item} ($Energiebrief)`, '', `${other} $SCMP, SCMP`],
    expected: [...read, `${item} [$Energiebrief]`, `${other} [$SCMP; SCMP]`],
  },
  {
    what: 'a rubric right below the title as one, where it is for nobody',
    lines: ['Kaaspraat 44', 'Nieuws uit Azië', '', ...inBrackets, `- ${other}`],
    expected: ['= Kaaspraat 44', '# Nieuws uit Azië', ...readBrackets, `${other} []`],
  },
  {
    what: 'a first source, where headings have brackets',
    lines: [
      ...['Stil', '', `${lede} Energiebrief`, '', 'Handel (China)', `${item} GT`, ''],
      ...['Sport (Japan)', `${other} GT`, '', 'Cultuur (Korea)', `${third} GT`],
    ],
    expected: [
      ...['= Stil', `${lede} [Energiebrief]`, '# Handel (China)', `${item} [GT]`],
      ...['# Sport (Japan)', `${other} [GT]`, '# Cultuur (Korea)', `${third} [GT]`],
    ],
  },
  {
    what: 'the link that leads on from a text, behind its source; not the same words in a sentence',
    lines: [
      ...top,
      ...[`${item} Energiebrief Lees verder`, '', `${other} GT Lees verder`, ''],
      ...[`${third} De slogan van de tuin is Lees verder`, '', `${item} GT`],
    ],
    expected: [
      ...[...read, `${item} [Energiebrief]`, `${other} [GT]`],
      ...[`${third} De slogan van de tuin is Lees verder []`, `${item} [GT]`],
    ],
  },
  {
    what: 'a magazine and a bank that are called as somebody with a title as sources',
    lines: [
      ...[...top, `${item} GT`, '', `${other} ING Research`, ''],
      'De brug gaat dicht voor de auto, maar u kunt er nog langs met de fiets. Mr. Online',
    ],
    expected: [
      ...[...read, `${item} [GT]`, `${other} [ING Research]`],
      'De brug gaat dicht voor de auto, maar u kunt er nog langs met de fiets. [Mr. Online]',
    ],
  },
  {
    what: 'titles right above texts of one or more paragraphs, with the sources at their end, as titles',
    lines: [
      ...['Havenpraat van de kade', '', lede, ''],
      ...titles.flatMap((title, index) => [
        ...[title, bodies[index] ?? '', 'Wie langs de kade loopt, hoort het al. (Kadeblad)', ''],
      ]),
      ...['Brug moet dicht!', third, 'De bakker vindt het goed.'],
    ],
    expected: [
      ...['= Havenpraat van de kade', lede],
      ...titles.map(
        (title, index) =>
          `${title}: ${bodies[index] ?? ''}\n\nWie langs de kade loopt, hoort het al. [Kadeblad]`,
      ),
      `Brug moet dicht!: ${third}\n\nDe bakker vindt het goed. []`,
    ],
  },
  {
    what: 'headings right above several texts with sources of their own as headings',
    lines: [
      ...['Havenpraat van de kade', '', lede, ''],
      ...titles.flatMap((title, index) => [
        ...[title, `${bodies[index] ?? ''} (Kadeblad)`, `${third} (GT)`, ''],
      ]),
    ],
    expected: [
      ...['= Havenpraat van de kade', lede],
      ...titles.flatMap((title, index) => [
        ...[`# ${title}`, `${bodies[index] ?? ''} [Kadeblad]`, `${third} [GT]`],
      ]),
    ],
  },
  {
    what: 'rubrics of a word above texts of which some lost their sources as headings',
    lines: [
      ...['Havenpraat van de kade', '', lede, ''],
      ...['Water', item, `${other} (GT)`, '', 'Wind', `${third} (NRC)`, ''],
      ...['Warmte', `${other} (GT)`, '', 'Zorg', `${item} (NRC)`],
    ],
    expected: [
      ...['= Havenpraat van de kade', lede, '# Water', `${item} []`, `${other} [GT]`],
      ...['# Wind', `${third} [NRC]`, '# Warmte', `${other} [GT]`, '# Zorg', `${item} [NRC]`],
    ],
  },
  {
    what: 'a question that is asked in a text, not of its reader, as an item',
    lines: [
      ...[...top, item, '', other, ''],
      'Vragen of de brug nog veilig is: de minister laat onderzoek doen naar de bouten onder de weg.',
    ],
    expected: [
      ...[...read, `${item} []`, `${other} []`],
      'Vragen of de brug nog veilig is: de minister laat onderzoek doen naar de bouten onder de weg. []',
    ],
  },
  {
    what: 'somebody with a title as the source of a text that speaks to its reader',
    lines: [
      ...[...top, `${item} GT`, '', `${other} NRC`, ''],
      'Wie veel hoest kan zich laten testen, en u hoeft daarvoor geen afspraak te maken. Dr. Ina Snel',
    ],
    expected: [
      ...[...read, `${item} [GT]`, `${other} [NRC]`],
      'Wie veel hoest kan zich laten testen, en u hoeft daarvoor geen afspraak te maken. [Dr. Ina Snel]',
    ],
  },
  {
    what: 'titles of nearly a full line that end in a preposition as titles',
    lines: [
      ...['Stil', '', ...broken(lede).split('\n'), ''],
      ...[
        ['Gemeente koopt nu een deel van de oude haven weer op', item],
        ['Rederij stelt haar nieuwe veerpont nog een jaar uit', other],
        ['Vissers dienen bezwaar tegen het gesloten water in', third],
      ].flatMap(([title = '', text = '']) => [title, ...broken(text).split('\n'), 'Bron: GT', '']),
    ],
    expected: [
      ...['= Stil', lede],
      `Gemeente koopt nu een deel van de oude haven weer op: ${item} [GT]`,
      `Rederij stelt haar nieuwe veerpont nog een jaar uit: ${other} [GT]`,
      `Vissers dienen bezwaar tegen het gesloten water in: ${third} [GT]`,
    ],
  },
  {
    what: 'a last heading that begins as a farewell',
    lines: [...top, ...inBrackets, '', 'Tot slot: wat anders!', `- ${third} (GT)`],
    expected: [...read, ...readBrackets, '# Tot slot: wat anders!', `${third} [GT]`],
  },
  {
    what: 'a question to the reader below a rule as the end, where headings are marked',
    lines: [
      ...['Stil', '', lede, '', 'Water', '', `- ${item} (NRC)`, `- ${other} (GT)`, '', '---', ''],
      'Vragen of een bericht gemist? Loop binnen op kamer 2.14 of mail de bibliotheek.',
    ],
    levels: { 1: 1, 5: 2 },
    expected: ['= Stil', lede, '# Water', `${item} [NRC]`, `${other} [GT]`],
  },
  {
    what: 'a farewell of two parts, name and town above a colophon as the end',
    lines: [
      ...['Stil', '', lede, '', 'WATER', '', `- ${item} (NRC)`, '', `- ${other} (GT)`, ''],
      ...['Tot volgende week, en pas op met natte bladeren,', '', 'Ine van der Kade', 'Terneuzen'],
      ...['', '--', 'Stil gaat naar 163 lezers. Liever niet meer? Stuur een berichtje.'],
    ],
    expected: ['= Stil', lede, '# WATER', `${item} [NRC]`, `${other} [GT]`],
  },
  {
    what: 'a nearly full line that ends in a preposition, above a capital, as one that goes on',
    lines: [
      ...['Stil', '', ...broken(lede).split('\n'), ''],
      ...[item, other, third].flatMap((text) => [...`- ${broken(text)} (GT)`.split('\n'), '']),
      '- De boot vaart deze hele zomer van de grote kade naar',
      'De Panne, en wie dat wil, kan mee. (GT)',
    ],
    expected: [
      ...['= Stil', lede, ...[item, other, third].map((text) => `${text} [GT]`)],
      'De boot vaart deze hele zomer van de grote kade naar De Panne, en wie dat wil, kan mee. [GT]',
    ],
  },
  {
    what: 'who signs what closes the letter, and a button that reads aloud',
    lines: [
      ...['Kaaspraat 44', '', lede, '', 'Lees voor', '', ...inBrackets, ''],
      'Deze selectie bindt niemand. Doorsturen mag, graag met bronvermelding. – Mr. K. de Wit',
    ],
    expected: ['= Kaaspraat 44', lede, ...readBrackets],
  },
  {
    what: 'the first line of a lede that ends in a comma as no salutation',
    lines: [
      ...[
        'Stil',
        '',
        'Wie de kade een beetje kent,',
        'weet dat er nooit iemand loopt. Tot nu.',
        '',
      ],
      ...inBrackets,
    ],
    expected: [
      ...['= Stil', 'Wie de kade een beetje kent,\n\nweet dat er nooit iemand loopt. Tot nu.'],
      ...readBrackets,
    ],
  },
]

describe('what an author adds in person', () => {
  it.each(rows)('is read: $what', (row) => {
    expect(outline(row.lines.join('\n').split('\n'), row)).toEqual(row.expected)
  })
})
