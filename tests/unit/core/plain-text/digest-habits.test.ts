// What an author does all through a letter, beside what only looks like it.
import { describe, expect, it } from 'vitest'
import {
  bodies,
  item,
  leads,
  lede,
  other,
  outline,
  read,
  sourced,
  sourcedRead,
  third,
  titles,
  top,
  type OutlineRow,
} from '../../../fixtures/digest-outline.ts'

/** A text without a stop, behind which a name may begin. */
const evening = `${third.slice(0, third.indexOf(' en wie'))} en de school gaat open in de avond`
const lines: readonly OutlineRow[] = [
  ...['→', '|', '>', '->'].map((sign) => ({
    what: `a word for sources with ${sign} behind it, known names or not`,
    lines: ['Stil', '', ...sourced([`Bron ${sign} Dakpost`, `Bronnen ${sign} Kade, GT`, ''])],
    expected: ['= Stil', ...sourcedRead(['Dakpost', 'Kade; GT', ''])],
  })),
  ...['=', '·', '•'].map((sign) => ({
    what: `a word for sources with ${sign} behind it, right below two texts`,
    lines: ['Stil', '', ...sourced([`Bron ${sign} Dakpost`, `Bron ${sign} Kade, GT`, ''])],
    expected: ['= Stil', ...sourcedRead(['Dakpost', 'Kade; GT', ''])],
  })),
  {
    what: 'a title that begins with such a word as a title',
    lines: [
      ...['Stil', '', 'Bron – water uit de grond', item, 'Uit: GT', ''],
      ...[titles[1] ?? '', other, 'Uit: CNN'],
    ],
    expected: [
      ...['= Stil', `Bron – water uit de grond: ${item} [GT]`],
      `${titles[1] ?? ''}: ${other} [CNN]`,
    ],
  },
  ...[
    ['(via ', ' · ', ')'],
    ['(', ') (', ')'],
    ['[', '] [', ']'],
    ['[bron: ', ' & ', ']'],
    ['> ', ' > ', ''],
  ].map(([before = '', between = '', after = '']) => ({
    what: `sources between ‘${before}’, ‘${between}’ and ‘${after}’ below texts`,
    lines: [
      'Stil',
      '',
      ...sourced([
        `${before}Dakpost${between}GT${after}`,
        `${before}Kadekrant${after}`,
        `${before}CNN${between}Havenbode${after}`,
      ]),
    ],
    expected: ['= Stil', ...sourcedRead(['Dakpost; GT', 'Kadekrant', 'CNN; Havenbode'])],
  })),
  {
    what: 'sources behind two dashes at the ends of texts',
    lines: [
      ...top,
      'Zee',
      '',
      `- ${item} -- Kade, Dakpost`,
      `- ${other} -- GT`,
      `- ${third} -- CNN`,
    ],
    expected: [...read, '# Zee', `${item} [Kade; Dakpost]`, `${other} [GT]`, `${third} [CNN]`],
  },
  {
    what: 'sources behind `Via` at the ends of texts, and a name that begins so as a name',
    lines: [
      ...top,
      'Zee',
      '',
      `- ${item} Via Dakpost, GT`,
      `- ${other} Via Kadekrant`,
      `- ${third} Via Satellite`,
    ],
    expected: [
      ...read,
      '# Zee',
      `${item} [Dakpost; GT]`,
      `${other} [Kadekrant]`,
      `${third} [Via Satellite]`,
    ],
  },
  {
    what: 'sources that a slash parts before a bar',
    lines: [
      ...top,
      ...['Zee', '', `GT / Kadekrant | ${item}`, '', `CNN | ${other}`, '', 'Land', ''],
      ...[`Dakpost / SCMP | ${third}`, '', `SCMP | ${item}`],
    ],
    expected: [
      ...[...read, '# Zee', `${item} [GT; Kadekrant]`, `${other} [CNN]`, '# Land'],
      ...[`${third} [Dakpost; SCMP]`, `${item} [SCMP]`],
    ],
  },
  {
    what: 'names in a sentence without what grammar puts before them',
    lines: [
      ...['Stil', ''],
      ...sourced([
        'Lees het hele artikel bij SCMP.',
        'Lees het hele artikel in de Global Times en bij Omroep Kade.',
        'Lees het hele artikel in de Volkskrant.',
      ]),
    ],
    expected: ['= Stil', ...sourcedRead(['SCMP', 'Global Times; Omroep Kade', 'de Volkskrant'])],
  },
  {
    what: 'sources before a bar at the beginning of texts, of a short one too',
    lines: [
      ...top,
      ...['Zee', '', `GT, SCMP | ${item}`, '', `CNN | ${other}`, '', 'Land', ''],
      ...[`Kadekrant | ${third}`, 'Dakpost | De oudste meeuw van de kade is veertig geworden'],
    ],
    expected: [
      ...[...read, '# Zee', `${item} [GT; SCMP]`, `${other} [CNN]`, '# Land'],
      ...[`${third} [Kadekrant]`, 'De oudste meeuw van de kade is veertig geworden [Dakpost]'],
    ],
  },
  {
    what: 'names that nobody knows in square brackets at the beginning of texts, and a bar in the title as part of it',
    lines: [
      ...['Stil | 3 t/m 9 mei', '', lede, '', 'Zee', '', `[Kadekrant] ${item}`, ''],
      ...[
        `[Blik, Havenbode] ${other}`,
        '',
        'Land',
        '',
        `[Poldergids] ${third}`,
        '',
        `[Blik] ${item}`,
      ],
    ],
    expected: [
      ...['= Stil | 3 t/m 9 mei', lede, '# Zee', `${item} [Kadekrant]`],
      ...[`${other} [Blik; Havenbode]`, '# Land', `${third} [Poldergids]`, `${item} [Blik]`],
    ],
  },
  {
    what: 'several lines of sources behind the same sign, and a slash between names with a day',
    lines: [
      ...['Stil', '', titles[0] ?? '', item, '→ Kadekrant', '→ openkade.nl', ''],
      ...[titles[1] ?? '', other, '→ Havenbode', '', titles[2] ?? '', third, '→ GT / CNN, 3 mei'],
    ],
    expected: ['= Stil', ...sourcedRead(['Kadekrant; openkade.nl', 'Havenbode', 'GT; CNN'])],
  },
  {
    what: 'sources and days above titles, one without its empty line',
    lines: [
      ...['Stil', '', 'SCMP | 12 mei', titles[0] ?? '', item, '', 'GT, CNN | 13 mei'],
      ...[titles[1] ?? '', other, 'Dakpost | 15 mei', titles[2] ?? '', third],
    ],
    expected: ['= Stil', ...sourcedRead(['SCMP', 'GT; CNN', 'Dakpost'])],
  },
  {
    what: 'a stop before a comma as part of a short name, but not behind a known or a longer one',
    lines: ['Stil', '', ...sourced(['Bron: Ds., GT', 'Bron: GT., CNN', 'Bron: Blik., CNN'])],
    expected: ['= Stil', ...sourcedRead(['Ds.; GT', 'GT; CNN', 'Blik; CNN'])],
  },
  {
    what: 'an unknown name among known ones, with a word in lower case, in brackets, or all in lower case',
    lines: [
      ...top,
      ...['Zee', '', `- ${item} GT, Kade vandaag, CNN`],
      `- ${other.slice(0, -1)} (Kadekrant, GT)`,
      `- ${evening} Der Spiegel, taz`,
    ],
    expected: [
      ...[...read, '# Zee', `${item} [GT; Kade vandaag; CNN]`],
      ...[`${other.slice(0, -1)} [Kadekrant; GT]`, `${evening} [Der Spiegel; taz]`],
    ],
  },
  {
    what: 'a day and a kind between titles and texts as no sources, where nobody knows such a name',
    lines: [
      ...['Stil', '', '🌊 Zee', '', titles[0] ?? '', '12 juni 2030 | Ronde 3', item, ''],
      ...[titles[1] ?? '', '16 juni 2030 | Doorlopend', other, '', '🌾 Land', ''],
      ...[titles[2] ?? '', '18 juni 2030 | Besluit', third],
    ],
    expected: [
      ...[
        '= Stil',
        '# 🌊 Zee',
        `${titles[0] ?? ''}: ${item} []`,
        `${titles[1] ?? ''}: ${other} []`,
      ],
      ...['# 🌾 Land', `${titles[2] ?? ''}: ${third} []`],
    ],
  },
  {
    what: 'a paragraph without sources as part of the item above, where items begin with them',
    lines: [
      ...top,
      ...['Zee', '', `[GT] ${item}`, '', third, '', `[CNN] ${other}`, '', `[GT, CNN] ${third}`, ''],
      ...['Land', '', `[SCMP] ${item}`, '', `[GT] ${other}`],
    ],
    expected: [
      ...[...read, '# Zee', `${item}\n\n${third} [GT]`, `${other} [CNN]`, `${third} [GT; CNN]`],
      ...['# Land', `${item} [SCMP]`, `${other} [GT]`],
    ],
  },
  {
    what: 'a rubric that the list of contents names as a rubric, though a source is called so',
    lines: [
      ...['Stil', '', 'INHOUD', 'Trouw', 'Onderzoek', '', lede, '', 'Trouw', ''],
      ...[item, '', other, '', 'Onderzoek', '', third, '', item],
    ],
    expected: [
      ...[...read, '# Trouw', `${item} []`, `${other} []`],
      ...['# Onderzoek', `${third} []`, `${item} []`],
    ],
  },
  {
    what: 'a star at the end of a name as part of it, and one on either side as a sign',
    lines: ['Stil', '', ...sourced(['Bron: GT, MO*', 'Bron: *Dakpost*, CNN', 'Bron: GT'])],
    expected: ['= Stil', ...sourcedRead(['GT; MO*', 'Dakpost; CNN', 'GT'])],
  },
  {
    what: 'the maker of a picture below a title, and a title that speaks of one',
    lines: [
      ...['Stil', '', titles[0] ?? '', '', 'Foto: Ine Put / Kade', item, '', 'Bron: GT', ''],
      ...['Foto: zo zag de kade eruit', other, 'Bron: CNN', '', titles[2] ?? '', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', '(Foto: Ine Put / Kade | )', `${titles[0] ?? ''}: ${item} [GT]`],
      ...[`Foto: zo zag de kade eruit: ${other} [CNN]`, `${titles[2] ?? ''}: ${third} [GT]`],
    ],
  },
]

const calls: readonly OutlineRow[] = [
  ...[
    ['> ', ''],
    ['→ ', ''],
    ['', ' »'],
  ].map(([before = '', after = '']) => ({
    what: `what a reader can do between ‘${before}’ and ‘${after}’ as no heading`,
    lines: [
      ...['Stil', '', 'Zee', ''],
      ...[titles[0] ?? '', item, `${before}Reserveer een plek${after}`, ''],
      ...[titles[1] ?? '', other.slice(0, -1), `${before}Bekijk de beelden${after}`],
      ...[titles[2] ?? '', third, `${before}Meld je aan${after}`, ''],
      ...['Land', '', titles[0] ?? '', item],
    ],
    expected: [
      ...['= Stil', '# Zee', `${titles[0] ?? ''}: ${item} []`],
      ...[`${titles[1] ?? ''}: ${other.slice(0, -1)} []`, `${titles[2] ?? ''}: ${third} []`],
      ...['# Land', `${titles[0] ?? ''}: ${item} []`],
    ],
  })),
  {
    what: 'titles above texts that each have a link to the rest right below them',
    lines: [
      ...['Stil', 'Editie lente', ''],
      ...bodies.flatMap((text, index) => [
        leads[index] ?? '',
        text,
        '>> Lees het hele bericht',
        '',
      ]),
    ],
    expected: ['= Stil', ...bodies.map((text, index) => `${leads[index] ?? ''}: ${text} []`)],
  },
  {
    what: 'names behind the same sign as sources',
    lines: ['Stil', '', ...sourced(['→ Dakpost · Kade', '→ Omroep Kade', '→ Havenbode'])],
    expected: ['= Stil', ...sourcedRead(['Dakpost; Kade', 'Omroep Kade', 'Havenbode'])],
  },
  {
    what: 'a last line without a stop right above a link as text',
    lines: [
      ...[
        'Stil',
        '',
        '🌊 Zee',
        '',
        titles[0] ?? '',
        item,
        'Daar hoort in de meeste gevallen een omkasting bij',
      ],
      ...['Lees meer: www.stil.example/boot', '', titles[1] ?? '', other, '', '🌾 Land', ''],
      ...[titles[2] ?? '', third],
    ],
    expected: [
      ...[
        '= Stil',
        '# 🌊 Zee',
        `${titles[0] ?? ''}: ${item}\n\nDaar hoort in de meeste gevallen een omkasting bij []`,
      ],
      ...[`${titles[1] ?? ''}: ${other} []`, '# 🌾 Land', `${titles[2] ?? ''}: ${third} []`],
    ],
  },
]

const runIn = (sign: string, words = leads): string[] =>
  bodies.flatMap((text, index) => [`${words[index] ?? ''}${sign}${text}`, ''])

const subjects = ['Verwarming', 'Koor', 'Klokken', 'Doopdag', 'Soep op maandag']
const capitals = [
  'BOOT VAART ZONDER LAWAAI',
  'WARMTE: DORP HOUDT HAAR VAST',
  'TUIN KOST 70.000 EURO',
  'BRUG GAAT VAKER OPEN',
  'SLUIS KRIJGT DEUREN',
]
const places = ['Gent', 'Aalst', 'Brugge', 'De Panne', 'Sluis']
/** Below two rubrics. */
const inTwo = (all: readonly string[]): string[] => [
  ...['Zee', '', ...all.slice(0, 6)],
  ...['Land', '', ...all.slice(6)],
]
const inTwoRead = (all: readonly string[]): string[] => [
  ...['# Zee', ...all.slice(0, 3)],
  ...['# Land', ...all.slice(3)],
]

const titled: readonly OutlineRow[] = [
  ...[' – ', ': ', ' | ', ' ▸ ', ' // ', ' -- '].map((sign) => ({
    what: `titles before ‘${sign}’ in all texts`,
    lines: [...top, 'Zee', '', ...runIn(sign)],
    expected: [
      ...[...read, '# Zee'],
      ...bodies.map((text, index) => `${leads[index] ?? ''}: ${text} []`),
    ],
  })),
  {
    what: 'titles in stars before their texts, and a question mark before a dash',
    lines: [
      ...top,
      ...inTwo(bodies.flatMap((text, index) => [`*${leads[index] ?? ''}* ${text}`, ''])),
    ],
    expected: [
      ...read,
      ...inTwoRead(bodies.map((text, index) => `${leads[index] ?? ''}: ${text} []`)),
    ],
  },
  {
    what: 'a word in stars at the beginning of one text as part of it',
    lines: [
      ...top,
      ...inTwo(bodies.flatMap((text, index) => [index === 0 ? `*Stilte* ${text}` : text, ''])),
    ],
    expected: [
      ...read,
      ...inTwoRead(bodies.map((text, index) => `${index === 0 ? '*Stilte* ' : ''}${text} []`)),
    ],
  },
  {
    what: 'titles that a stop closes in all bullets',
    lines: [...top, 'Zee', '', ...runIn('. ').map((line) => (line === '' ? line : `• ${line} GT`))],
    expected: [
      ...[...read, '# Zee'],
      ...bodies.map((text, index) => `${leads[index] ?? ''}: ${text} [GT]`),
    ],
  },
  {
    what: 'places before a dash as part of texts that have sources',
    lines: [
      ...top,
      ...inTwo(runIn(' – ', places).map((line) => (line === '' ? line : `${line} GT`))),
    ],
    expected: [
      ...read,
      ...inTwoRead(bodies.map((text, index) => `${places[index] ?? ''} – ${text} [GT]`)),
    ],
  },
  {
    what: 'words before a dash as titles where no text has sources, a short one too',
    lines: [
      ...top,
      ...inTwo(runIn(' – ', subjects).map((line) => line.replace(/ en deelt die.*$/u, '.'))),
    ],
    expected: [
      ...read,
      ...inTwoRead(
        bodies.map(
          (text, index) => `${subjects[index] ?? ''}: ${text.replace(/ en deelt die.*$/u, '.')} []`,
        ),
      ),
    ],
  },
  {
    what: 'capitals before a dash as titles, with a colon and a number in them',
    lines: [
      ...top,
      ...inTwo(runIn(' – ', capitals).map((line) => (line === '' ? line : `${line} GT`))),
    ],
    expected: [
      ...read,
      ...inTwoRead(bodies.map((text, index) => `${capitals[index] ?? ''}: ${text} [GT]`)),
    ],
  },
  {
    what: 'a short sentence at the beginning of three texts of five as part of them',
    lines: [
      ...top,
      ...inTwo(bodies.flatMap((text, index) => [index < 3 ? `Het is stil. ${text}` : text, ''])),
    ],
    expected: [
      ...read,
      ...inTwoRead(bodies.map((text, index) => `${index < 3 ? 'Het is stil. ' : ''}${text} []`)),
    ],
  },
]

describe('the habits of an author', () => {
  it.each([...lines, ...calls, ...titled])('reads $what', ({ lines: given, expected }) => {
    expect(outline(given)).toEqual(expected)
  })
})
