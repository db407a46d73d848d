// One row or more for every row of the list of variation that digests show: what is printed, and what is read.
import { describe, expect, it } from 'vitest'
import { parseDigest, type ParsedDigest } from '../../../fixtures/parse-digest.ts'
import { fullSourceName } from '../../../../src/core/sources/source-register.ts'
import { item, lede, other, printedTitle, third } from '../../../fixtures/digest-outline.ts'

function read(text: string): ParsedDigest {
  const result = parseDigest(text, { fileName: '' })
  if (!result.ok) throw new Error(result.reason)
  return result
}

/** An edition as lines: title, lede, caption, headings, items with their sources. */
function outline(text: string): string[] {
  const parsed = read(text)
  const { edition, remarks } = parsed
  const hasTitle = !remarks.some(({ kind }) => kind === 'title-missing')
  return [
    ...(hasTitle ? [`= ${printedTitle(parsed)}`] : []),
    ...(edition.lede === null ? [] : [edition.lede]),
    ...(edition.figure === null
      ? []
      : [`(${edition.figure.caption} | ${edition.figure.credit ?? ''})`]),
    ...edition.sections.flatMap(({ heading, items }) => [
      ...(heading === null ? [] : [`# ${heading}`]),
      ...items.map(({ title, text: words, sources }) =>
        [...(title === null ? [] : [`${title}: `]), words, ` [${sources.join('; ')}]`].join(''),
      ),
    ]),
  ]
}

type Row = readonly [what: string, text: string, expected: readonly string[]]

const order: readonly Row[] = [
  [
    'all blocks, with empty lines',
    `Trends. ‘Stil’\n\n${lede}\n\nEen boot Foto: Xinhua Disclaimer\n\n*${item} GT\n\nWarmte\n\n${other} SCMP`,
    [
      '= Trends. ‘Stil’',
      lede,
      '(Een boot | Xinhua)',
      `${item} [GT]`,
      '# Warmte',
      `${other} [SCMP]`,
    ],
  ],
  [
    'no title, no caption, no empty lines',
    `${lede}\n*${item} GT\n* ${other} SCMP`,
    [lede, `${item} [GT]`, `${other} [SCMP]`],
  ],
  [
    'no final newline and several empty lines',
    `Stil\n\n\n\n${lede}\n\n\n*${item} GT`,
    ['= Stil', lede, `${item} [GT]`],
  ],
  [
    'a plain paragraph in one section, bullets in another',
    `Stil\n${lede}\nWarmte\n${item} GT\nWater\n*${item} GT\n*${other} GT`,
    ['= Stil', lede, '# Warmte', `${item} [GT]`, '# Water', `${item} [GT]`, `${other} [GT]`],
  ],
]

const titles = [
  'Poldertrends. ‘Haven wordt stil’',
  'Poldertrends: Haven wordt stil',
  'iTrends: Haven wordt stil',
  'iTrends. Haven wordt stil',
  'iTrends : Haven wordt stil',
  'iTrends:  Haven wordt stil',
  'iTrends: ‘Haven’ wordt stil?',
  'iTrends: Haven wordt stil !',
  'iTrends: Haven kost 40 $',
  'iTrends: Haven stil in 2030',
  'iTrends: ‘Haven stil met 30%’',
  'iTrends: Haven: stil; schoon – en vol',
].map((title): Row => [
  `the title ${title}`,
  `${title}\n${lede}\n*${item} GT`,
  [`= ${title.replace('  ', ' ')}`, lede, `${item} [GT]`],
])

const ledes = [
  ['without its final dot', lede.slice(0, -1)],
  ['with a lost first letter', lede.slice(1)],
  ['with a doubled first letter', `D${lede}`],
  ['that repeats the title', `Stil. ${lede}`],
].map(([what, words = '']): Row => [
  `a lede ${what}`,
  `Stil\n${words}\n*${item} GT`,
  ['= Stil', words, `${item} [GT]`],
])

const captions: readonly Row[] = (
  [
    ['Een boot op zee Foto: Xinhua Disclaimer', 'Een boot op zee | Xinhua'],
    ['Een boot op zee Foto: CGTN', 'Een boot op zee | CGTN'],
    ['Een boot op zee. Foto Xinhua', 'Een boot op zee. | Xinhua'],
    ['Foto Xinhua', 'Foto Xinhua | '],
    ['Een boot op zee Foto: Xinhua\nDisclaimer', 'Een boot op zee | Xinhua'],
    ['Een boot op zee Disclaimer', 'Een boot op zee | '],
  ] as const
).map(([line, caption]) => [
  `the caption ${line}`,
  `Stil\n${lede}\n${line}\n*${item} GT`,
  ['= Stil', lede, `(${caption})`, `${item} [GT]`],
])

const bullets = ['*', '* ', '*\u00a0', '*** ', '- ', '+ ', '1、', '• ', '– ', '· '].map(
  (bullet): Row => [
    `the bullet ${bullet}`,
    `Stil\n${bullet}${item}\n${bullet}${other} GT`,
    ['= Stil', `${item} []`, `${other} [GT]`],
  ],
)

const headings = [
  'Haven wordt stil en het water schoon',
  'Wordt de haven stil?',
  'De haven wordt stil!',
  'Haven kost 40 $',
  'Haven stil (upd)',
  '‘De haven wordt stil’',
  '"De haven wordt stil"',
  'Havens en Haven’s boten',
  '📰 Havens',
  '🇨🇳 China',
  'Havens: een overzicht',
].map((heading): Row => [
  `the heading ${heading}`,
  `Stil\n${lede}\n${heading}\n${item} GT`,
  ['= Stil', lede, `# ${heading}`, `${item} [GT]`],
])

const moreHeadings: readonly Row[] = [
  [
    'a long item without its dot is no heading',
    `Stil\n${lede}\nWarmte\n${other.slice(0, -1)} SCMP`,
    ['= Stil', lede, '# Warmte', `${other.slice(0, -1)} [SCMP]`],
  ],
  [
    'a heading that ends in the name of a source',
    `Stil\n${lede}\nFonds koopt SCMP\n${item} GT`,
    ['= Stil', lede, '# Fonds koopt SCMP', `${item} [GT]`],
  ],
  [
    'a heading glued to Lees verder',
    `Stil\n${lede}\n*${item} GT\nLees verderWarmte\n*${other} GT`,
    ['= Stil', lede, `${item} [GT]`, '# Warmte', `${other} [GT]`],
  ],
  [
    'a heading glued to one of many lines Lees verder',
    `Stil\n${lede}\nZee\n*${item} GT\nLees verder\n\n*${third} GT\nLees verder\n\n*${item} GT\nLees verderWarmte\n\n*${other} GT\nLees verder`,
    [
      ...['= Stil', lede, '# Zee', `${item} [GT]`, `${third} [GT]`, `${item} [GT]`],
      ...['# Warmte', `${other} [GT]`],
    ],
  ],
  [
    'a heading with a picture glued to a name in brackets behind no stop',
    `Stil\n${lede}\n*${item.slice(0, -1)} (Dakpost)🚁 Warmte\n*${other} (GT)\n*${third} (CNN)`,
    [
      '= Stil',
      lede,
      `${item.slice(0, -1)} [Dakpost]`,
      '# 🚁 Warmte',
      `${other} [GT]`,
      `${third} [CNN]`,
    ],
  ],
  [
    'a heading behind Lees verder in an item',
    `Stil\n${lede}\n*${item} Lees verder 📰 Warmte\n*${other} GT`,
    ['= Stil', lede, `${item} []`, '# 📰 Warmte', `${other} [GT]`],
  ],
  [
    'a heading glued to a source in brackets',
    `Stil\n${lede}\n*${item} (NYT)Warmte in het dorp\n*${other} GT`,
    ['= Stil', lede, `${item} [NYT]`, '# Warmte in het dorp', `${other} [GT]`],
  ],
]

const bare = item.slice(0, -1)
const sources: readonly Row[] = (
  [
    [`${item} SCMP`, item, 'SCMP'],
    [`${item} Technode`, item, 'Technode'],
    [`${item} FEAutoCar`, item, 'FEAutoCar'],
    [`${item} Global Times`, item, 'Global Times'],
    [`${item} GT, CNN`, item, 'GT; CNN'],
    [`${bare} SCMP`, bare, 'SCMP'],
    [`${bare} \u00a0 SCMP`, bare, 'SCMP'],
    [`${item}\u00a0 GT, CNN`, item, 'GT; CNN'],
    [`${item}\u00a0SCMP`, item, 'SCMP'],
    [`${item}. .Technode`, item, 'Technode'],
    [`${item} (Xinhua)`, item, 'Xinhua'],
    [`${item} (NYT)`, item, 'NYT'],
    [`${item} ($SCMP)`, item, '$SCMP'],
    [`${item} ((Bitter Winnter)`, item, 'Bitter Winnter'],
    [`${item}\nBron: Havenbode, VP`, item, 'Havenbode; VP'],
    [`${item}\nBronnen: Havenbode · VP`, item, 'Havenbode; VP'],
    [`${item}\nBron: Havenbode · VP`, item, 'Havenbode; VP'],
    [
      `${item}\nBron: Blik (Gent, Brugge), Noordzee / Reuters, Xnieuws.nl`,
      item,
      'Blik (Gent, Brugge); Noordzee / Reuters; Xnieuws.nl',
    ],
    [`${item}\nBron: GT, CNN, GT`, item, 'GT; CNN; GT'],
    [`${item} GT\nBron: GT`, item, 'GT; GT'],
    [`${item}`, item, ''],
    [`${bare}, aldus BYD`, `${bare}, aldus BYD`, ''],
    [`${item} SCMP en CNN`, item, 'SCMP; CNN'],
    [`${item} SCMP; CNN`, item, 'SCMP; CNN'],
    [`${item} SCMP + CNN`, item, 'SCMP; CNN'],
    [`${item} SCMP/CNN`, item, 'SCMP; CNN'],
    [`${item} SCMP.`, item, 'SCMP'],
    [`${item} Havenbode`, item, 'Havenbode'],
    [`${bare}, zo meldt Reuters`, `${bare}, zo meldt Reuters`, ''],
    [`${bare}…`, `${bare}…`, ''],
  ] as const
).map(([line, text, names]) => [
  `the end ${line.slice(-30)}`,
  `Stil\n${lede}\n*${line}\n*${other} GT`,
  ['= Stil', lede, `${text} [${names}]`, `${other} [GT]`],
])

const insides: readonly Row[] = (
  [
    ...['36Kr', 'AlixPartners', 'SuperClue', 'NIO', 'EV', 'FCC', 'NATO', 'PVC', 'LPSO'].map(
      (name) => `${bare} volgens ${name}.`,
    ),
    ...['Bloomberg', 'NOS', 'NRC', 'Financial Times', 'Forbes', 'Nature'].map(
      (name) => `Volgens ${name} is het zo: ${item}`,
    ),
    `De\u00a0Haven met personen \u00a0met een bootje. ${item}`,
    `Dat kan. . Volgens wie het weet. .Door wind en het .eerder water. ${item}`,
    `${item} . .`,
    `Een Woord . En 10%% van het water is omeen reden weg bij McDonalds’en. ${item}`,
    `Om ‘de wind’ en ’het water’ en ‘zon” en ‘ zand is het te doen.‘ ${item}`,
    `Het heet "zand" en 'zee' – en ook - wel Motors’ interne zaak. ${item}`,
    ...[
      'K1, K3 en Q2',
      '1,87 miljoen',
      '608.000 (+48%)',
      '$14,42',
      'US$50',
      '1,7 miljard €',
      '30% of 8 %',
      '34ste of 19-de',
      '11/11',
    ].map((number) => `Het gaat om ${number} in het jaar. ${item}`),
    ...[
      'nr. 4',
      'o.a. Gent',
      'zuiden v. China',
      'P. Wenninck',
      'Sina.cn',
      'JD.com',
      '360.com',
      'Qwen2-72B',
      'GPT-4o',
      'Claude 3.5',
    ].map((word) => `${bare} en dat is ${word}.`),
    `70 krokodillen zwemmen. ${item}`,
    `9 autofabrikanten stoppen. ${item}`,
    `‘Volkswagen ziet het.’ ${item}`,
  ] as const
).map((text) => [
  `inside an item: ${text.slice(0, 40)}`,
  `Stil\n${lede}\n${text} GT\n*${other} GT`,
  ['= Stil', lede, `${text.replace(/ \. \.$/u, '')} [GT]`, `${other} [GT]`],
])

const furniture = [
  'Auteur: Ine Put',
  'Categorie: Techniek',
  'Actueel nieuws',
  'Lees verder',
  'Een reactie achterlaten',
  'Je e-mailadres wordt niet getoond.',
  'Vereiste velden zijn gemarkeerd met *',
  'Bekijk in browser',
].map((line): Row => [
  `the furniture ${line}`,
  `${line}\nStil\n${lede}\n*${item} GT\n${line}`,
  ['= Stil', lede, `${item} [GT]`],
])

const rest: readonly Row[] = [
  [
    'a heading that says what the caption above it does',
    `Stil\n\n${lede}\n\nBrand in de loods Foto: ANP\n\nBrand in de loods\n\n${item} GT`,
    ['= Stil', lede, '(Brand in de loods | ANP)', '# Brand in de loods', `${item} [GT]`],
  ],
  [
    'a label of a photo that says so, where headings have one word, too',
    `Stil\n${lede}\nWarmte\n*${other} GT\n\nLeeg\n\nArchieffoto\n\n*${item} GT`,
    ['= Stil', lede, '# Warmte', `${other} [GT]`, '# Leeg', `${item} [GT]`],
  ],
  [
    'a heading with a picture that lost its line behind names in brackets',
    `Stil\n${lede}\n*${item} (Dakpost, GT) 🚁 Warmte\n*${other} (GT)\n*${third} (CNN)`,
    ['= Stil', lede, `${item} [Dakpost; GT]`, '# 🚁 Warmte', `${other} [GT]`, `${third} [CNN]`],
  ],
  [
    'a heading glued to a known name in brackets behind no stop',
    `Stil\n${lede}\n*${item.slice(0, -1)} (NYT)Warmte in het dorp\n*${other} GT`,
    ['= Stil', lede, `${item.slice(0, -1)} [NYT]`, '# Warmte in het dorp', `${other} [GT]`],
  ],
  [
    'a photo label between heading and text',
    `Stil\n${lede}\nWarmte in het dorp\nZonnepaneel\n${item} GT`,
    ['= Stil', lede, '# Warmte in het dorp', `${item} [GT]`],
  ],
  ['(upd) behind the title', `Stil (upd)\n${lede}\n*${item} GT`, ['= Stil', lede, `${item} [GT]`]],
  [
    '(upd) behind a closing quote',
    `‘Stil’ (upd)\n${lede}\n*${item} GT`,
    ['= ‘Stil’', lede, `${item} [GT]`],
  ],
]

const newsletters: readonly Row[] = [
  [
    'titles and lines of sources below headings',
    `Nieuwsbrief\n\n${lede}\n\n📰 Water\n\nHaven wordt stil\n${item}\nBron: GT\n\nDorp is warm\n${other}\n${item}\nBronnen: NYT · BBC\n\n🌍 Wind\n\nNieuwe molen\n${other}\nBron: CNN`,
    [
      '= Nieuwsbrief',
      lede,
      '# 📰 Water',
      `Haven wordt stil: ${item} [GT]`,
      `Dorp is warm: ${other}\n\n${item} [NYT; BBC]`,
      '# 🌍 Wind',
      `Nieuwe molen: ${other} [CNN]`,
    ],
  ],
]

const longHeading = 'De brug over de sluis bij de kade gaat vanaf zaterdag weer open'

describe('the variation of digests', () => {
  it.each([
    ...order,
    ...titles,
    ...ledes,
    ...captions,
    ...bullets,
    ...headings,
    ...moreHeadings,
    ...sources,
    ...insides,
    ...furniture,
    ...rest,
    ...newsletters,
  ])('reads %s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected)
  })

  it('flags the mark of an updated article', () => {
    expect(read(`Stil (upd)\n${lede}`).remarks).toContainEqual({
      line: 1,
      kind: 'updated-mark',
      quote: '(upd)',
    })
  })

  it.each([
    [
      'an unknown source',
      `*${item} Havenbode`,
      { line: 3, kind: 'unknown-source', quote: 'Havenbode' },
    ],
    [
      'a source without a stop before it',
      `*${bare} SCMP`,
      { line: 3, kind: 'source-without-stop', quote: 'SCMP' },
    ],
    [
      'a name that may be a source',
      `*${bare}, zo meldt Reuters`,
      { line: 3, kind: 'source-or-sentence', quote: 'Reuters' },
    ],
    [
      'two sources joined by a word',
      `*${item} GT en CNN`,
      { line: 3, kind: 'joining-word', quote: 'GT en CNN' },
    ],
    [
      'an item without sources',
      `*${item}\n*${other} GT`,
      {
        line: 3,
        kind: 'item-without-sources',
        quote: 'De haven wil dat sleepboten vanaf volgend jaar',
      },
    ],
    [
      'furniture',
      `*${item} GT\nLees verder`,
      { line: 4, kind: 'page-furniture', quote: 'Lees verder' },
    ],
    [
      'a long heading, which may be an item without its stop',
      `${longHeading}\n*${item} GT`,
      { line: 3, kind: 'long-heading', quote: longHeading },
    ],
  ])('remarks on %s', (_, lines, remark) => {
    expect(read(`Stil\n${lede}\n${lines}`).remarks).toContainEqual(remark)
  })

  it.each([
    ['SCMP', 'South China Morning Post'],
    ['GT', 'Global Times'],
    ['Global Times', 'Global Times'],
    ['Technode', 'TechNode'],
    ['CNN', 'Cable News Network'],
    ['FEAutoCar', 'FEAutoCar'],
    ['Xinhua', 'Xinhua News Agency'],
    ['NYT', 'New York Times'],
    ['BBC', 'British Broadcasting Corporation'],
    ['ECNS', 'China News Service'],
    ['Nikkei', 'Nikkei Asia'],
    ['Trivium', 'Trivium China'],
    ['The Guardian', 'The Guardian'],
    ['Havenbode', 'Havenbode'],
  ])('knows %s as %s', (printed, full) => {
    expect(fullSourceName(printed)).toBe(full)
  })
})
