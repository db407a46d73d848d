// The signs that authors put before items, rubrics and sources, whatever they are.
import { describe, expect, it } from 'vitest'
import { item, lede, other, outline, third } from '../../../fixtures/digest-outline.ts'

interface Row {
  readonly what: string
  readonly lines: readonly string[]
  readonly expected: readonly string[]
}

const top = ['Stil', '', lede, '']
const read = ['= Stil', lede]

const bullets: readonly Row[] = [
  ...['→', '::', '~', '✓', '|', '¶'].map((sign) => ({
    what: `${sign} before all items as a bullet`,
    lines: [
      ...top,
      'Zee',
      `${sign} ${item} GT`,
      `${sign} ${other} CNN`,
      'Land',
      `${sign} ${third} GT`,
    ],
    expected: [...read, '# Zee', `${item} [GT]`, `${other} [CNN]`, '# Land', `${third} [GT]`],
  })),
  {
    what: 'a bullet without white space behind it, where others have it',
    lines: [
      ...top,
      'Zee',
      '',
      `- ${item} GT`,
      '',
      `-${other} CNN`,
      '',
      'Land',
      '',
      `- ${third} GT`,
      `- ${item} CNN`,
    ],
    expected: [
      ...read,
      '# Zee',
      `${item} [GT]`,
      `${other} [CNN]`,
      '# Land',
      `${third} [GT]`,
      `${item} [CNN]`,
    ],
  },
  {
    what: 'a loss in percent at the beginning of one text as part of it',
    lines: [
      ...top,
      'Zee',
      '',
      `- ${item} GT`,
      '',
      `- ${other} CNN`,
      '',
      `- ${third} GT`,
      '',
      `-38% schepen: ${item} CNN`,
    ],
    expected: [
      ...read,
      '# Zee',
      `${item} [GT]`,
      `${other} [CNN]`,
      `${third} [GT]`,
      `-38% schepen: ${item} [CNN]`,
    ],
  },
  {
    what: 'a sign before two texts as part of them',
    lines: [...top, 'Zee', `${item} GT`, `~ ${other} CNN`, 'Land', `~ ${third} GT`],
    expected: [...read, '# Zee', `${item} [GT]`, `~ ${other} [CNN]`, '# Land', `~ ${third} [GT]`],
  },
]

const headings: readonly Row[] = [
  ...['+', '|', '//', '~', '°'].map((sign) => ({
    what: `headings between ${sign} and ${sign}`,
    lines: [
      ...top,
      `${sign} Zee ${sign}`,
      `${item} GT`,
      `${sign} Land ${sign}`,
      `${other} CNN`,
      `${third} GT`,
    ],
    expected: [...read, '# Zee', `${item} [GT]`, '# Land', `${other} [CNN]`, `${third} [GT]`],
  })),
  {
    what: 'headings between brackets',
    lines: [...top, '[ Zee ]', `${item} GT`, '', '[ Land ]', `${other} CNN`, `${third} GT`],
    expected: [...read, '# Zee', `${item} [GT]`, '# Land', `${other} [CNN]`, `${third} [GT]`],
  },
  {
    what: 'headings behind a sign that has no other meaning',
    lines: [
      ...top,
      '¶ Zee',
      '',
      `${item} GT`,
      '',
      '¶ Lucht en land',
      '',
      `${other} CNN`,
      `${third} GT`,
    ],
    expected: [
      ...read,
      '# Zee',
      `${item} [GT]`,
      '# Lucht en land',
      `${other} [CNN]`,
      `${third} [GT]`,
    ],
  },
  {
    what: 'a heading without the colon at its end',
    lines: [...top, 'Zee:', '', `${item} GT`, '', 'Land:', '', `${other} CNN`],
    expected: [...read, '# Zee', `${item} [GT]`, '# Land', `${other} [CNN]`],
  },
  {
    what: 'rules right below texts as rules, and nothing as a heading for them',
    lines: [
      ...['Stil', '', 'Boot zonder motor', item, 'Bron: GT', '-----', 'Dorp bewaart warmte', other],
      ...['Bron: CNN', '-----', 'Tuin op het dak', 'Er komt een tuin. Dat is alles.', '-----'],
      ...['Brief wordt langer', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', `Boot zonder motor: ${item} [GT]`, `Dorp bewaart warmte: ${other} [CNN]`],
      ...[
        'Tuin op het dak: Er komt een tuin. Dat is alles. []',
        `Brief wordt langer: ${third} [GT]`,
      ],
    ],
  },
]

const sources: readonly Row[] = [
  ...['→', '»', '~', '=', '//', '|'].map((sign) => ({
    what: `sources behind ${sign}, known or not, with a full stop before it or without`,
    lines: [
      ...[...top, `${item} ${sign} Dakpost`, `${other} ${sign} CNN, Havenbode`],
      ...[`${third.slice(0, -1)} ${sign} Le Toit Vert`, `${item} ${sign} GT`],
    ],
    expected: [
      ...[...read, `${item} [Dakpost]`, `${other} [CNN; Havenbode]`],
      ...[`${third.slice(0, -1)} [Le Toit Vert]`, `${item} [GT]`],
    ],
  })),
  {
    what: 'names between double slashes',
    lines: [...top, `${item} // Dakpost // GT`, `${other} // CNN`, `${third} // Havenbode // SCMP`],
    expected: [...read, `${item} [Dakpost; GT]`, `${other} [CNN]`, `${third} [Havenbode; SCMP]`],
  },
  {
    what: 'names in the type of stress behind a text that lost its full stop',
    lines: [
      ...top,
      `${item} _GT_`,
      `${other} _CNN_, _The New York Times_`,
      `${item.slice(0, -1)} _SCMP_, _GT_`,
    ],
    expected: [
      ...read,
      `${item} [GT]`,
      `${other} [CNN; The New York Times]`,
      `${item.slice(0, -1)} [SCMP; GT]`,
    ],
  },
  {
    what: 'known names that have an `en` or an `&` in them, in a list with others',
    lines: [
      ...top,
      `${item} Huisarts en Wetenschap en Reuters`,
      `${other} Mail & Guardian en CNN`,
      `${third} GT`,
    ],
    expected: [
      ...read,
      `${item} [Huisarts en Wetenschap; Reuters]`,
      `${other} [Mail & Guardian; CNN]`,
      `${third} [GT]`,
    ],
  },
  {
    what: 'names in scripts without capitals, with a place in brackets, and with a number before letters',
    lines: [
      ...top,
      `${item} 人民日报`,
      `${other} De Dakpost (Dorp aan de Zee)`,
      `${third} (14dagen, GT)`,
    ],
    expected: [
      ...read,
      `${item} [人民日报]`,
      `${other} [De Dakpost (Dorp aan de Zee)]`,
      `${third} [14dagen; GT]`,
    ],
  },
  {
    what: 'a name that a stop closes, behind a text that lost its own, where names are closed so',
    lines: [
      ...[...top, `${item} GT.`, `${other} CNN, Havenbode.`, `${item.slice(0, -1)} SCMP.`],
      ...[`${third} CNN.`, `${other} GT.`, `${item} NYT.`, `${third} AP.`],
    ],
    expected: [
      ...[...read, `${item} [GT]`, `${other} [CNN; Havenbode]`, `${item.slice(0, -1)} [SCMP]`],
      ...[`${third} [CNN]`, `${other} [GT]`, `${item} [NYT]`, `${third} [AP]`],
    ],
  },
  {
    what: 'such a name in its sentence as part of it, also there',
    lines: [
      ...[...top, `${item} GT.`, `${other} CNN, Havenbode.`, `${item.slice(0, -1)}, aldus SCMP.`],
      ...[`${third} CNN.`, `${other} GT.`, `${item} NYT.`, `${third} AP.`],
    ],
    expected: [
      ...[...read, `${item} [GT]`, `${other} [CNN; Havenbode]`],
      ...[
        `${item.slice(0, -1)}, aldus SCMP. []`,
        `${third} [CNN]`,
        `${other} [GT]`,
        `${item} [NYT]`,
        `${third} [AP]`,
      ],
    ],
  },
  {
    what: 'sources behind words of their author’s own at the ends of texts',
    lines: [
      ...top,
      `${item} Lees meer: Dakpost, GT.`,
      `${other} Lees meer: CNN.`,
      `${third.slice(0, -1)} Lees meer: GT`,
    ],
    expected: [...read, `${item} [Dakpost; GT]`, `${other} [CNN]`, `${third.slice(0, -1)} [GT]`],
  },
  {
    what: 'one such end with words of its own as part of its text',
    lines: [...top, `${item} GT`, `${other} Naar verluidt: Havenbode.`, `${third} CNN`],
    expected: [...read, `${item} [GT]`, `${other} Naar verluidt: Havenbode. []`, `${third} [CNN]`],
  },
  {
    what: 'a line that begins alike everywhere and ends in names',
    lines: [
      ...[
        'Stil',
        '',
        'BOOT ZONDER MOTOR',
        '',
        item,
        '',
        'Lees het hele artikel bij GT',
        '',
        'DORP BEWAART WARMTE',
      ],
      ...[
        '',
        other,
        '',
        'Lees het hele artikel bij CNN en Dakpost',
        '',
        'TUIN OP HET DAK',
        '',
        third,
      ],
    ],
    expected: [
      ...[
        '= Stil',
        `BOOT ZONDER MOTOR: ${item} [GT]`,
        `DORP BEWAART WARMTE: ${other} [CNN; Dakpost]`,
      ],
      `TUIN OP HET DAK: ${third} []`,
    ],
  },
  {
    what: 'lines in brackets with a word for sources in them',
    lines: [
      ...['Stil', '', 'BOOT ZONDER MOTOR', item, '(Uit: GT)', '', 'DORP BEWAART WARMTE', other, ''],
      ...['TUIN OP HET DAK', third, '(Uit: CNN, Dakpost)'],
    ],
    expected: [
      ...['= Stil', `BOOT ZONDER MOTOR: ${item} [GT]`, `DORP BEWAART WARMTE: ${other} []`],
      `TUIN OP HET DAK: ${third} [CNN; Dakpost]`,
    ],
  },
  {
    what: 'a known name apart above texts as a heading, where sources stand in brackets right below texts',
    lines: [
      ...[
        ...top,
        'Nature',
        '',
        item,
        '(GT)',
        '',
        other,
        '(CNN)',
        '',
        'Land',
        '',
        third,
        '(Dakpost)',
      ],
      ...['', item, '(SCMP)', '', 'Lucht', '', other, '(GT)', '', third, '(CNN)'],
    ],
    expected: [
      ...[...read, '# Nature', `${item} [GT]`, `${other} [CNN]`, '# Land', `${third} [Dakpost]`],
      ...[`${item} [SCMP]`, '# Lucht', `${other} [GT]`, `${third} [CNN]`],
    ],
  },
  {
    what: 'one text without sources as an item of its own, where all others have a line for them',
    lines: [
      ...top,
      item,
      '(GT)',
      '',
      other,
      '(CNN)',
      '',
      third,
      '',
      item,
      '(GT)',
      '',
      other,
      '(SCMP)',
    ],
    expected: [
      ...read,
      `${item} [GT]`,
      `${other} [CNN]`,
      `${third} []`,
      `${item} [GT]`,
      `${other} [SCMP]`,
    ],
  },
]

const placed: readonly Row[] = [
  {
    what: 'names that a sign of their author’s parts, on lines behind the same sign',
    lines: [
      ...[
        'Stil',
        '',
        'Boot zonder motor',
        item,
        '➤ GT ➤ Dakpost',
        '',
        'Dorp bewaart warmte',
        other,
      ],
      ...['➤ CNN', '', 'Tuin op het dak', third, '➤ Havenbode ➤ SCMP'],
    ],
    expected: [
      ...[
        '= Stil',
        `Boot zonder motor: ${item} [GT; Dakpost]`,
        `Dorp bewaart warmte: ${other} [CNN]`,
      ],
      `Tuin op het dak: ${third} [Havenbode; SCMP]`,
    ],
  },
  ...[
    ['', ' »'],
    ['*', '*'],
  ].map(([before = '', after = '']) => ({
    what: `links to the whole article between ‘${before}’ and ‘${after}’ as sources`,
    lines: [
      ...['Stil', '', '**Boot zonder motor**', item, `${before}Lees verder bij GT${after}`, ''],
      ...['**Dorp bewaart warmte**', other, `${before}Lees verder bij CNN en Dakpost${after}`, ''],
      ...['**Tuin op het dak**', third, `${before}Lees verder bij SCMP${after}`],
    ],
    expected: [
      ...['= Stil', `Boot zonder motor: ${item} [GT]`],
      ...[`Dorp bewaart warmte: ${other} [CNN; Dakpost]`, `Tuin op het dak: ${third} [SCMP]`],
    ],
  })),
  ...['Via', 'Meer weten? Zie', 'Meegedeeld door', 'Je las het in'].map((words) => ({
    what: `lines that begin with ‘${words}’ as sources`,
    lines: [
      ...['Stil', '', 'Boot zonder motor', '', item, '', `${words} GT, De Dakpost`, ''],
      ...['Dorp bewaart warmte', '', other, '', `${words} CNN`, '', 'Tuin op het dak', '', third],
    ],
    expected: [
      ...['= Stil', `Boot zonder motor: ${item} [GT; De Dakpost]`],
      ...[`Dorp bewaart warmte: ${other} [CNN]`, `Tuin op het dak: ${third} []`],
    ],
  })),
  {
    what: 'rubrics that begin alike and end in places as rubrics',
    lines: [
      ...[
        'Stil',
        '',
        'Nieuws uit Gent',
        '',
        `${item} GT`,
        '',
        'Nieuws uit Aalst',
        '',
        `${other} CNN`,
      ],
      ...['', 'Nieuws uit Brugge', '', `${third} GT`],
    ],
    expected: [
      ...['= Stil', '# Nieuws uit Gent', `${item} [GT]`, '# Nieuws uit Aalst', `${other} [CNN]`],
      ...['# Nieuws uit Brugge', `${third} [GT]`],
    ],
  },
  {
    what: 'brackets at the ends of texts with words for sources in them',
    lines: [
      ...top,
      `${item} (bericht van Dakpost, GT)`,
      `${other} (uit Havenbode)`,
      `${third} (foto van Ine Put)`,
    ],
    expected: [
      ...read,
      `${item} [Dakpost; GT]`,
      `${other} [Havenbode]`,
      `${third} (foto van Ine Put) []`,
    ],
  },
  {
    what: 'sources with a word for them right above titles, one without its empty line',
    lines: [
      ...['Stil', '', 'Zee', '', 'Uit: GT', 'Boot zonder motor', item, '', 'Uit: CNN, Dakpost'],
      ...['Dorp bewaart warmte', other, 'Uit: SCMP', 'Tuin op het dak', third, '', 'Land', ''],
      ...['Uit: NYT', 'Brief wordt langer', item, '', 'Uit: GT', 'Kade wordt korter', other],
      ...['', 'Uit: AP', 'Straat blijft recht', third],
    ],
    expected: [
      ...['= Stil', '# Zee', `Boot zonder motor: ${item} [GT]`],
      ...[`Dorp bewaart warmte: ${other} [CNN; Dakpost]`, `Tuin op het dak: ${third} [SCMP]`],
      ...['# Land', `Brief wordt langer: ${item} [NYT]`, `Kade wordt korter: ${other} [GT]`],
      `Straat blijft recht: ${third} [AP]`,
    ],
  },
  {
    what: 'two names and a bar right below a text as its sources, and headings with an emoji as headings',
    lines: [
      ...['Stil', '', '🌊 Zee en kust', '', item, 'GT | De Dakpost', '', other, 'CNN', '', third],
      ...[
        'Havenbode | SCMP | GT',
        '',
        '🌍 Land en straat',
        '',
        item,
        'OilNOW | CNN',
        '',
        other,
        'GT',
      ],
      ...['', '🏠 Dak en dorp', '', third, 'CNN | GT', '', item, 'Havenbode'],
    ],
    expected: [
      ...['= Stil', '# 🌊 Zee en kust', `${item} [GT; De Dakpost]`, `${other} [CNN]`],
      ...[`${third} [Havenbode; SCMP; GT]`, '# 🌍 Land en straat', `${item} [OilNOW; CNN]`],
      ...[`${other} [GT]`, '# 🏠 Dak en dorp', `${third} [CNN; GT]`, `${item} [Havenbode]`],
    ],
  },
  {
    what: 'known names in the type of stress right below texts',
    lines: [
      ...['# Stil', '', '## Zee', '', '### Boot zonder motor', item, '*GT*', ''],
      ...['### Dorp bewaart warmte', other, '*CNN*, *Dakpost*', '', '## Land', ''],
      ...['### Tuin op het dak', third, '*SCMP*'],
    ],
    expected: [
      ...['= Stil', '# Zee', `Boot zonder motor: ${item} [GT]`],
      ...[
        `Dorp bewaart warmte: ${other} [CNN; Dakpost]`,
        '# Land',
        `Tuin op het dak: ${third} [SCMP]`,
      ],
    ],
  },
  {
    what: 'what a reader is asked to do at the end of a text as part of it',
    lines: [...top, `${item} GT`, `${other} Mail Fatima.`, `${third} Bel Bram`],
    expected: [...read, `${item} [GT]`, `${other} Mail Fatima. []`, `${third} Bel Bram []`],
  },
  {
    what: 'titles that are links',
    lines: [
      ...['# Stil', '', '### [Boot zonder motor](https://blik.nl/1)', item, 'Bron: GT', ''],
      ...['### [Dorp bewaart warmte](https://blik.nl/2)', other, 'Bron: CNN'],
    ],
    expected: ['= Stil', `Boot zonder motor: ${item} [GT]`, `Dorp bewaart warmte: ${other} [CNN]`],
  },
  {
    what: 'lines that count the items as none of them',
    lines: [
      ...[
        'Stil',
        '',
        'Bericht 1 van 3',
        'Boot zonder motor',
        item,
        'Bron: GT',
        '',
        'Bericht 2 van 3',
      ],
      ...[
        'Dorp bewaart warmte',
        other,
        'Bron: CNN',
        '',
        'Bericht 3 van 3',
        'Tuin op het dak',
        third,
      ],
    ],
    expected: [
      ...['= Stil', `Boot zonder motor: ${item} [GT]`, `Dorp bewaart warmte: ${other} [CNN]`],
      `Tuin op het dak: ${third} []`,
    ],
  },
  {
    what: 'a paragraph without sources as an item where all are apart, and as a part of one where it is tight',
    lines: [
      ...[
        ...top,
        ...[item, other, third, item, other, third].flatMap((text) => [`${text} GT`, '']),
      ],
      ...[third, '', `${item} CNN`, '', third, '', `${other} CNN`],
    ],
    expected: [
      ...[...read, ...[item, other, third, item, other, third].map((text) => `${text} [GT]`)],
      ...[`${third} []`, `${item} [CNN]`, `${third} []`, `${other} [CNN]`],
    ],
  },
]

/** What looks like these and is something else. */
const kept: readonly Row[] = [
  ...[
    ['Onrust bij CNN', 'Onrust bij Reuters'],
    ['Staking in The Times', 'Staking in The Guardian'],
    ['Foto: zo zag de kade eruit', 'Op de foto: twee bakkers'],
  ].map(([first = '', second = '']) => ({
    what: `titles such as ${first} as titles`,
    lines: [
      ...['Stil', '', first, item, 'Bron: GT', '', second, other, 'Bron: CNN', ''],
      ...['Tuin op het dak', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', `${first}: ${item} [GT]`, `${second}: ${other} [CNN]`],
      `Tuin op het dak: ${third} [GT]`,
    ],
  })),
  {
    what: 'rubrics whose words are names of journals, too, as rubrics',
    lines: [
      ...['Stil', '', 'Wonen', `* ${item}`, 'Zorg en welzijn', `* ${other}`, 'Veeteelt'],
      ...[`* ${third}`, 'Duurzaam ondernemen', `* ${item}`],
    ],
    expected: [
      ...['= Stil', '# Wonen', `${item} []`, '# Zorg en welzijn', `${other} []`],
      ...['# Veeteelt', `${third} []`, '# Duurzaam ondernemen', `${item} []`],
    ],
  },
  ...['Raad van State', 'CPB', 'Europese Commissie'].map((body) => ({
    what: `a bullet that ends in ${body} without a stop as a whole`,
    lines: [
      ...top,
      `* Nieuw plan van het dorp stuit nu al op felle kritiek ${body}`,
      `* ${item} GT`,
    ],
    expected: [
      ...[...read, `Nieuw plan van het dorp stuit nu al op felle kritiek ${body} []`],
      `${item} [GT]`,
    ],
  })),
  {
    what: 'sections of papers and other notes in brackets as notes',
    lines: [...top, `${item} Bron: NRC (weekend), Trouw (commentaar)`, `${other} NRC (regio)`],
    expected: [...read, `${item} [NRC; Trouw]`, `${other} [NRC]`],
  },
  {
    what: 'a note behind a name that nobody knows as part of it, unless it says what kind of article it is',
    lines: [...top, `${item} Bron: Dakpost (dorpskrant), Havenbode (betaald)`],
    expected: [...read, `${item} [Dakpost (dorpskrant); Havenbode]`],
  },
  ...['/', '=', '~'].map((sign) => ({
    what: `places and kinds behind ${sign} as part of their texts`,
    lines: [
      ...[...top, `* ${item} ${sign} Rotterdam`, `* ${other} ${sign} Drama`],
      ...[`* ${third} ${sign} Zaandam`, `* ${item} GT`],
    ],
    expected: [
      ...[...read, `${item} ${sign} Rotterdam []`, `${other} ${sign} Drama []`],
      ...[`${third} ${sign} Zaandam []`, `${item} [GT]`],
    ],
  })),
  {
    what: 'what else there is to read or to buy as no sources',
    lines: [
      ...[...top, `* ${item} Lees ook: Haven Gent`, `* ${other} Lees ook: NRC`],
      ...[`* ${third} Lees ook: Trouw`, `* ${item} GT`],
    ],
    expected: [
      ...[...read, `${item} Lees ook: Haven Gent []`, `${other} Lees ook: NRC []`],
      ...[`${third} Lees ook: Trouw []`, `${item} [GT]`],
    ],
  },
  {
    what: 'headings that count articles of a law as headings',
    lines: ['Stil', '', 'Artikel 1', item, '', 'Artikel 2', other, '', 'Artikel 3', third],
    expected: [
      '= Stil',
      '# Artikel 1',
      `${item} []`,
      '# Artikel 2',
      `${other} []`,
      '# Artikel 3',
      `${third} []`,
    ],
  },
  {
    what: 'a title that speaks of reading as a title',
    lines: [
      'Stil',
      '',
      'U leest deze zomer meer',
      item,
      'Bron: GT',
      '',
      'Brug weer open',
      other,
      'Bron: CNN',
    ],
    expected: ['= Stil', `U leest deze zomer meer: ${item} [GT]`, `Brug weer open: ${other} [CNN]`],
  },
]

const pictures: readonly Row[] = [
  ...[
    'Op de foto: de kade van de school',
    'Foto: verzameling van de school',
    'Foto boven: de kade (Ine Put)',
  ].map((caption) => ({
    what: `a caption such as ${caption.split(':', 1)[0] ?? ''} within an item`,
    lines: [
      ...[
        'Stil',
        '',
        'Boot zonder motor',
        caption,
        item,
        'Bron: GT',
        '',
        'Dorp bewaart warmte',
        other,
      ],
      ...['Bron: CNN', '', 'Tuin op het dak', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', `(${caption} | )`, `Boot zonder motor: ${item} [GT]`],
      ...[`Dorp bewaart warmte: ${other} [CNN]`, `Tuin op het dak: ${third} [GT]`],
    ],
  })),
  {
    what: 'a credit with small words and a word for pictures in it',
    lines: [
      ...top,
      'Een boot wacht op de kade Foto: Port of Photo News',
      '',
      'Zee',
      '',
      `${item} GT`,
      '',
      'Land',
      '',
      `${other} CNN`,
    ],
    expected: [
      ...read,
      '(Een boot wacht op de kade | Port of Photo News)',
      '# Zee',
      `${item} [GT]`,
      '# Land',
      `${other} [CNN]`,
    ],
  },
]

const texts: readonly Row[] = [
  {
    what: 'a line that ends in a word no title ends in as the beginning of a text',
    lines: [
      'Stil',
      '',
      'Boot zonder motor',
      item,
      'Bron: GT',
      '',
      'Dorp bewaart warmte',
      '',
      'Er komt een tuin op het dak en de',
      'school wacht.',
      'Bron: CNN',
    ],
    expected: [
      '= Stil',
      `Boot zonder motor: ${item} [GT]`,
      `Dorp bewaart warmte: Er komt een tuin op het dak en de\n\nschool wacht. [CNN]`,
    ],
  },
  {
    what: 'a short text that lost its full stop, right below the sources under its title',
    lines: [
      ...['Stil', '', 'Boot zonder motor', 'GT | 12 maart 2030', item, '', 'Dorp bewaart warmte'],
      ...[
        'CNN | 12 maart 2030',
        'De warmte staat onder het plein',
        '',
        'Tuin op het dak',
        'Dakpost | 12 maart 2030',
        third,
      ],
    ],
    expected: [
      ...['= Stil', `Boot zonder motor: ${item} [GT]`],
      ...[
        'Dorp bewaart warmte: De warmte staat onder het plein [CNN]',
        `Tuin op het dak: ${third} [Dakpost]`,
      ],
    ],
  },
]

describe('the signs of an author', () => {
  it.each([...bullets, ...headings, ...sources, ...placed, ...kept, ...pictures, ...texts])(
    'reads $what',
    ({ lines, expected }) => {
      expect(outline(lines)).toEqual(expected)
    },
  )
})
