// What authors do beside their habits, and what stands next to titles, sources and headings without being one of them.
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

const marks: readonly OutlineRow[] = [
  ...[
    ['***', '***'],
    ['**', '**'],
    ['::', '::'],
    ['=', '='],
    ['>>', '<<'],
  ].map(([before = '', after = '']) => ({
    what: `headings between ${before} and ${after}`,
    lines: [
      ...[...top, `${before} Zee ${after}`, '', `${item} GT`, `${before} Land ${after}`],
      ...[`${other} CNN`, '', `${before} Lucht ${after}`, `${third} GT`],
    ],
    expected: [
      ...[...read, '# Zee', `${item} [GT]`, '# Land', `${other} [CNN]`, '# Lucht'],
      `${third} [GT]`,
    ],
  })),
  ...['>', '▶'].map((mark) => ({
    what: `titles behind ${mark}, which is no part of them`,
    lines: [
      ...[...top, '== Zee ==', '', `${mark} Haven wordt stil`, item, '— GT', ''],
      ...[`${mark} Dorp bewaart warmte`, other, '— CNN', '', '== Land ==', ''],
      ...[`${mark} Tuin op het dak`, third, '— GT'],
    ],
    expected: [
      ...[...read, '# Zee', `Haven wordt stil: ${item} [GT]`],
      ...[`Dorp bewaart warmte: ${other} [CNN]`, '# Land', `Tuin op het dak: ${third} [GT]`],
    ],
  })),
]

const names: readonly OutlineRow[] = [
  {
    what: 'names between slashes alone on lines below texts, where nothing else parts names',
    lines: [item, 'Havenbode / GT', '', other, 'CNN / Dakblad', '', third, 'Poldergids'],
    expected: [...[`${item} [Havenbode; GT]`, `${other} [CNN; Dakblad]`, `${third} [Poldergids]`]],
  },
  {
    what: 'a slash in such a name, where commas part others',
    lines: [
      ...[...top, other, 'CNN', '', item, 'GT / Havenbode', '', third, 'SCMP, NYT', '', item],
      ...['Dakblad / GT', '', third, 'NYT', '', other, 'GT, CNN'],
    ],
    expected: [
      ...[...read, `${other} [CNN]`, `${item} [GT / Havenbode]`, `${third} [SCMP; NYT]`],
      ...[`${item} [Dakblad / GT]`, `${third} [NYT]`, `${other} [GT; CNN]`],
    ],
  },
  {
    what: 'headings between slashes as headings, where nobody knows a name in them',
    lines: [...top, 'Wonen / Zorg', '', item, '', 'Water / Wind', '', other, '', third],
    expected: [
      ...[...read, '# Wonen / Zorg', `${item} []`, '# Water / Wind', `${other} []`, `${third} []`],
    ],
  },
  {
    what: 'names with foreign words between, and no half of a bracket',
    lines: [
      ...[...top, 'Water', `${item} (La Posta dello Porto)`, `${other} (GT)`, 'Wind'],
      ...[`${third} (CNN)`, `${item} (Zeitung von Kiel)`, `${other} (een stuk uit oude Sport)`],
    ],
    expected: [
      ...[...read, '# Water', `${item} [La Posta dello Porto]`, `${other} [GT]`, '# Wind'],
      ...[`${third} [CNN]`, `${item} [Zeitung von Kiel]`, `${other} (een stuk uit oude Sport) []`],
    ],
  },
  {
    what: 'a name with a second word in lower case beside a known one, and not alone',
    lines: [
      ...[...top, `${item} (GT, Haven centraal)`, `${other} (CNN)`, `${third} (Wordt vervolgd)`],
      `${item} (CNN)`,
    ],
    expected: [
      ...[...read, `${item} [GT; Haven centraal]`, `${other} [CNN]`],
      ...[`${third} (Wordt vervolgd) []`, `${item} [CNN]`],
    ],
  },
  {
    what: 'names on lines of their own below full lines, where others have such a line',
    lines: [
      ...[
        'Zee',
        '',
        'Een dorp van tweehonderd huizen bewaart nu ook',
        'warmte onder het plein voor',
      ],
      ...['de winter.', 'GT', '', 'De haven wil dat sleepboten vanaf volgend jaar'],
      ...[
        'zonder geluid varen, en iedereen wacht nu toch',
        'op steun van de rederij en van havenmeesters.',
      ],
      ...[
        'Noord Post',
        '',
        'Op het dak van de school komt in het voorjaar',
        'een tuin voor wie er',
      ],
      ...['wil werken.', 'CNN'],
    ],
    expected: [
      '= Zee',
      'Een dorp van tweehonderd huizen bewaart nu ook warmte onder het plein voor de winter. [GT]',
      'De haven wil dat sleepboten vanaf volgend jaar zonder geluid varen, en iedereen wacht nu toch op steun van de rederij en van havenmeesters. [Noord Post]',
      'Op het dak van de school komt in het voorjaar een tuin voor wie er wil werken. [CNN]',
    ],
  },
]

const bulleted = [
  '* Nieuw akkoord met CNN',
  item,
  '',
  '* Haven koopt GT',
  `${other} (Bron: GT)`,
  '',
]

const titles: readonly OutlineRow[] = [
  {
    what: 'titles behind bullets that end in a name',
    lines: [...top, 'Zee', ...bulleted, 'Land', '* Wind', `${third} (Bron: CNN)`],
    expected: [
      ...[...read, '# Zee', `Nieuw akkoord met CNN: ${item} []`, `Haven koopt GT: ${other} [GT]`],
      ...['# Land', `Wind: ${third} [CNN]`],
    ],
  },
  {
    what: 'the same in a letter without headings',
    lines: [...top, ...bulleted, '* Wind', `${third} (Bron: CNN)`],
    expected: [
      ...[...read, `Nieuw akkoord met CNN: ${item} []`, `Haven koopt GT: ${other} [GT]`],
      `Wind: ${third} [CNN]`,
    ],
  },
  {
    what: 'short items behind the same bullet as items with sources',
    lines: [
      ...top,
      'Zee',
      `* De haven vaart stil GT`,
      `* ${item} GT`,
      `* De haven koopt CNN GT`,
      lede,
    ],
    expected: [
      ...[...read, '# Zee', 'De haven vaart stil [GT]', `${item} [GT]`],
      ...['De haven koopt CNN [GT]', `${lede} []`],
    ],
  },
  {
    what: 'a title with a day above a salutation as the title of the edition',
    lines: [
      ...['Dakpost, 18 september', '', 'Goedemiddag,', '', lede, '', 'Zee', '', 'Water stijgt'],
      ...['Bron: GT', item, '', 'Wind draait', 'Bron: CNN', other, '', 'Land', '', 'Dorp blij'],
      ...['Bron: GT', third],
    ],
    expected: [
      ...['= Dakpost, 18 september', lede, '# Zee', `Water stijgt: ${item} [GT]`],
      ...[`Wind draait: ${other} [CNN]`, '# Land', `Dorp blij: ${third} [GT]`],
    ],
  },
  {
    what: 'nothing in a question about the browser above the title',
    lines: [
      ...['Kun je deze brief niet goed lezen? Open hem in je browser.', '', ...top],
      ...['Water', item, 'Bron: GT', '', 'Wind', other, 'Bron: CNN'],
    ],
    expected: [...read, `Water: ${item} [GT]`, `Wind: ${other} [CNN]`],
  },
]

const around: readonly OutlineRow[] = [
  {
    what: 'a heading in capitals below a line of contents, above marked titles',
    lines: [
      ...['Stil', '', 'INHOUD: Zee / Land', '', 'ZEE', '', 'Water', '-----', item, 'Bron: GT', ''],
      ...['Wind', '----', other, 'Bron: CNN', '', 'Boot', '----', third, 'Bron: GT', 'LAND', ''],
      ...['Dorp', '----', third, 'Bron: GT', '', 'Dak', '---', item, 'Bron: CNN', '', 'COLOFON'],
      'De Stil verschijnt zes keer per jaar.',
    ],
    expected: [
      ...['= Stil', '# ZEE', `Water: ${item} [GT]`, `Wind: ${other} [CNN]`, `Boot: ${third} [GT]`],
      ...['# LAND', `Dorp: ${third} [GT]`, `Dak: ${item} [CNN]`],
    ],
  },
  {
    what: 'a heading below the lede, though it is the only one',
    lines: [...top, 'Zee', '', 'Water', item, 'Bron: GT', '', 'Wind', other, 'Bron: CNN'],
    expected: [...read, '# Zee', `Water: ${item} [GT]`, `Wind: ${other} [CNN]`],
  },
  {
    what: 'when and where of an item as part of it, also below its sources',
    lines: [
      ...[...top, 'Zee', `${item} GT`, 'Locatie: Gent', 'Aanvang: 20 uur', `${other} CNN`, 'Land'],
      ...[`${third} GT`, `${item} CNN`],
    ],
    expected: [
      ...[...read, '# Zee', `${item}\n\nLocatie: Gent\n\nAanvang: 20 uur [GT]`],
      ...[`${other} [CNN]`, '# Land', `${third} [GT]`, `${item} [CNN]`],
    ],
  },
  {
    what: 'the same in an item with a title',
    lines: [
      ...[...top, 'Water', item, 'Bron: GT', '', 'Wind', other, 'Locatie: Gent', '', 'Zon', third],
      'Bron: CNN',
    ],
    expected: [
      ...[...read, `Water: ${item} [GT]`, `Wind: ${other}\n\nLocatie: Gent []`],
      `Zon: ${third} [CNN]`,
    ],
  },
]

const sections = ['Zee', '', 'Land', '']
const placed: readonly OutlineRow[] = [
  {
    what: 'titles with their sources behind them, in brackets with a page',
    lines: [
      ...['Stil', '', 'Zee', '', 'Water stijgt (GT, p. 6)', item, '', 'Wind draait (CNN, Dakblad)'],
      ...[other, '', 'Land', '', 'Dorp blij (Poldergids)', third],
    ],
    expected: [
      ...['= Stil', '# Zee', `Water stijgt: ${item} [GT]`, `Wind draait: ${other} [CNN; Dakblad]`],
      ...['# Land', `Dorp blij: ${third} [Poldergids]`],
    ],
  },
  {
    what: 'the same behind a bar',
    lines: [...top, 'Water stijgt | GT', item, '', 'Wind draait | CNN, Dakblad', other],
    expected: [...read, `Water stijgt: ${item} [GT]`, `Wind draait: ${other} [CNN; Dakblad]`],
  },
  {
    what: 'short items that end in names in brackets as items, above others that do',
    lines: [
      ...top,
      ...sections.slice(0, 2),
      'De haven vaart stil (GT)',
      `${item} (GT)`,
      'Het dorp is blij (CNN)',
      `${other} (CNN)`,
      'De wind draait (GT)',
      'De zon schijnt (GT)',
    ],
    expected: [
      ...[...read, '# Zee', 'De haven vaart stil [GT]', `${item} [GT]`, 'Het dorp is blij [CNN]'],
      ...[`${other} [CNN]`, 'De wind draait [GT]', 'De zon schijnt [GT]'],
    ],
  },
  {
    what: 'sources right above titles',
    lines: [
      ...['Stil', '', 'Zee', '', 'GT', 'Water stijgt', item, '', 'CNN, Dakblad', 'Wind draait'],
      ...[other, '', 'Land', '', 'Poldergids', 'Dorp blij', third],
    ],
    expected: [
      ...['= Stil', '# Zee', `Water stijgt: ${item} [GT]`, `Wind draait: ${other} [CNN; Dakblad]`],
      ...['# Land', `Dorp blij: ${third} [Poldergids]`],
    ],
  },
  {
    what: 'names of newspapers right above bullets as headings',
    lines: [...['Stil', '', 'GT', `* ${item}`, `* ${other}`, '', 'CNN', `* ${third}`, `* ${item}`]],
    expected: [
      ...['= Stil', '# GT', `${item} []`, `${other} []`, '# CNN', `${third} []`, `${item} []`],
    ],
  },
  {
    what: 'the fields of a report',
    lines: [
      ...[
        'Stil',
        '',
        'Titel: Water stijgt',
        'Bron: GT',
        'Datum: 1 juni 2030',
        `Tekst: ${item}`,
        '',
      ],
      ...['Titel: Wind draait', 'Bron: CNN', 'Datum: 2 juni 2030', `Samenvatting: ${other}`],
    ],
    expected: ['= Stil', `Water stijgt: ${item} [GT]`, `Wind draait: ${other} [CNN]`],
  },
  {
    what: 'a word before a colon below each text as part of it',
    lines: [
      ...[...top, '1. Water', 'Bron: GT', item, 'Belang: hoog', '', '2. Wind', 'Bron: CNN', other],
      ...['Belang: laag', '', '3. Zon', 'Bron: GT', third, 'Belang: hoog', ''],
      'Vragen over deze scan? Bel Ine op toestel 12.',
    ],
    expected: [
      ...[...read, `Water: ${item}\n\nBelang: hoog [GT]`, `Wind: ${other}\n\nBelang: laag [CNN]`],
      `Zon: ${third}\n\nBelang: hoog [GT]`,
    ],
  },
  {
    what: 'what was sent on, without its marks, what was written above it, and what was wished',
    lines: [
      ...[
        'Hoi, hier zijn de knipsels weer.',
        '',
        'Op 3 juni 2030 om 08:12 schreef Ine Put <ine@blik.nl>:',
      ],
      ...['', '> Stil', '>', '> Zee', '>', `> ${item} (GT)`, '>', `> ${other} (CNN)`, '>'],
      '> Fijne dag allemaal!',
    ],
    expected: ['= Stil', '# Zee', `${item} [GT]`, `${other} [CNN]`],
  },
]

const sentence = 'De haven wil stille boten.'
const others: readonly OutlineRow[] = [
  {
    what: 'questions above one text each as titles',
    lines: [
      ...[
        ...top,
        'Wie vaart er volgend jaar nog stil?',
        item,
        '',
        'Wat doet het dorp met de warmte?',
        other,
        '',
      ],
      ...['Waar komt de tuin van de school?', third, '', 'Hoe hard waait het op de dijk?', item],
    ],
    expected: [
      ...[
        ...read,
        `Wie vaart er volgend jaar nog stil?: ${item} []`,
        `Wat doet het dorp met de warmte?: ${other} []`,
      ],
      ...[
        `Waar komt de tuin van de school?: ${third} []`,
        `Hoe hard waait het op de dijk?: ${item} []`,
      ],
    ],
  },
  {
    what: 'first paragraphs of one sentence as text, where each stands below a title',
    lines: [
      ...[...top, 'Water stijgt sneller dan gedacht', '', sentence, '', item, '', 'Bron: GT', ''],
      ...[
        'Wind draait naar het noorden',
        '',
        sentence,
        '',
        other,
        '',
        'Bron: CNN',
        '',
        'Zon schijnt op het schooldak',
        '',
        sentence,
        '',
        third,
        '',
      ],
      ...['Bron: GT', '', 'Maan trekt aan het havenwater', '', sentence, '', item, '', 'Bron: CNN'],
    ],
    expected: [
      ...[
        ...read,
        `Water stijgt sneller dan gedacht: ${sentence}\n\n${item} [GT]`,
        `Wind draait naar het noorden: ${sentence}\n\n${other} [CNN]`,
      ],
      ...[
        `Zon schijnt op het schooldak: ${sentence}\n\n${third} [GT]`,
        `Maan trekt aan het havenwater: ${sentence}\n\n${item} [CNN]`,
      ],
    ],
  },
  {
    what: 'an emoji before every item as a bullet, but not before titles',
    lines: [...[...top, 'Zee', `🔹 ${item} (GT)`, `🔹 ${other} (CNN)`, 'Land', `🔹 ${third} (GT)`]],
    expected: [...[...read, '# Zee', `${item} [GT]`, `${other} [CNN]`, '# Land', `${third} [GT]`]],
  },
  {
    what: 'a sign before words that say where it was read',
    lines: [
      ...[...top, 'Water', item, '', '👉 Lees meer bij Dakblad en Polder', '', 'Wind', other, ''],
      ...['👉 Lees meer bij Havenbode'],
    ],
    expected: [...[...read, `Water: ${item} [Dakblad; Polder]`, `Wind: ${other} [Havenbode]`]],
  },
  {
    what: 'days before names below titles',
    lines: [
      ...[...top, 'Water stijgt', '12/05 - GT', item, '', 'Wind draait', '13/05 - Dakblad, CNN'],
      ...[other, '', 'Dorp blij', '14/05 - Poldergids', third],
    ],
    expected: [
      ...[...read, `Water stijgt: ${item} [GT]`, `Wind draait: ${other} [Dakblad; CNN]`],
      `Dorp blij: ${third} [Poldergids]`,
    ],
  },
  {
    what: 'no title of the edition in a salutation',
    lines: ['Dag collega,', '', lede, '', 'Zee', '', `${item} (GT)`, '', `${other} (CNN)`],
    expected: [lede, '# Zee', `${item} [GT]`, `${other} [CNN]`],
  },
]

const wide =
  'De haven wil dat de sleepboten vanaf het volgende jaar zonder geluid varen, en de rederijen vragen nu om'
const more: readonly OutlineRow[] = [
  {
    what: 'where it is below the sources of an item with a title',
    lines: [
      ...[...top, 'Water', item, 'Bron: GT', 'Locatie: Gent', '', 'Wind', other, 'Bron: CNN', ''],
      ...['Zon', third, 'Bron: GT'],
    ],
    expected: [
      ...[...read, `Water: ${item}\n\nLocatie: Gent [GT]`, `Wind: ${other} [CNN]`],
      `Zon: ${third} [GT]`,
    ],
  },
  {
    what: 'an item below where the one above it is, in a digest without sources',
    lines: [
      ...top,
      'Wat er op zee is',
      item,
      'Locatie: Gent',
      '',
      other,
      '',
      third,
      '',
      'Wat er op het land is',
      item,
      '',
      other,
    ],
    expected: [
      ...[
        ...read,
        '# Wat er op zee is',
        `${item}\n\nLocatie: Gent []`,
        `${other} []`,
        `${third} []`,
      ],
      ...['# Wat er op het land is', `${item} []`, `${other} []`],
    ],
  },
  {
    what: 'titles behind bullets in a letter that has nothing else',
    lines: [
      '* Water stijgt',
      `${item} (GT)`,
      '* Wind draait',
      `${other} (CNN)`,
      '* Dorp blij',
      `${third} (GT)`,
    ],
    expected: [
      ...[`Water stijgt: ${item} [GT]`, `Wind draait: ${other} [CNN]`, `Dorp blij: ${third} [GT]`],
    ],
  },
  {
    what: 'titles behind bullets that end in a name, where all texts have their sources',
    lines: [
      ...[...top, 'Zee', '* Nieuw akkoord met CNN', `${item} (GT)`, '* Boten', `${other} (CNN)`],
      ...[
        '* Het dorp aan de rivier koopt samen een Omroep Polder',
        `${third} (GT)`,
        'Land',
        '* Dak',
      ],
      `${item} (CNN)`,
    ],
    expected: [
      ...[...read, '# Zee', `Nieuw akkoord met CNN: ${item} [GT]`, `Boten: ${other} [CNN]`],
      `Het dorp aan de rivier koopt samen een Omroep Polder: ${third} [GT]`,
      ...['# Land', `Dak: ${item} [CNN]`],
    ],
  },
  {
    what: 'lines that were broken at more than a hundred characters',
    lines: [
      'Zee',
      '',
      wide,
      'steun.',
      'Bron: GT',
      '',
      wide,
      'geld.',
      'Bron: CNN',
      '',
      wide,
      'tijd.',
      'Bron: GT',
    ],
    expected: [
      '= Zee',
      ...['steun. [GT]', 'geld. [CNN]', 'tijd. [GT]'].map((end) => `${wide} ${end}`),
    ],
  },
  {
    what: 'names behind a bar right below titles',
    lines: [
      ...[...top, 'Water stijgt', 'Dakblad | GT', item, '', 'Wind draait', 'Polder | CNN', other],
      ...['', 'Dorp blij', 'Dakblad | GT', third],
    ],
    expected: [
      ...[...read, `Water stijgt: ${item} [Dakblad; GT]`, `Wind draait: ${other} [Polder; CNN]`],
      `Dorp blij: ${third} [Dakblad; GT]`,
    ],
  },
  {
    what: 'an emoji before one text as part of it',
    lines: [...top, 'Zee', `🔹 ${item} (GT)`, `${other} (CNN)`, 'Land', `${third} (GT)`],
    expected: [
      ...[...read, '# Zee', `🔹 ${item} [GT]`, `${other} [CNN]`, '# Land', `${third} [GT]`],
    ],
  },
]

describe('what stands beside the habits of an author', () => {
  it.each([...names, ...marks, ...titles, ...around, ...placed, ...others, ...more])(
    'finds $what',
    (row) => {
      expect(outline(row.lines, row)).toEqual(row.expected)
    },
  )
})
