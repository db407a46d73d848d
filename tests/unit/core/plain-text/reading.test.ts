// How the habits of a whole letter are read: for every habit a row where it is held, and where it could take too much a row
// that lacks it.
import { describe, expect, it } from 'vitest'
import { item, lede, other, outline, read, third } from '../../../fixtures/digest-outline.ts'

interface Row {
  readonly what: string
  readonly lines: readonly string[]
  readonly expected: readonly string[]
}

const top = ['Stil', lede]

const marks: readonly Row[] = [
  {
    what: 'titles right above their texts below headings with an empty line below them',
    lines: [
      ...[
        'Stil',
        '',
        lede,
        '',
        'De zee',
        '',
        'Haven wil stille sleepboten',
        `${item} GT`,
        '',
        'Dorp bewaart warmte onder plein',
      ],
      ...[
        `${other} CNN`,
        '',
        'Het land',
        '',
        'Tuin op het dak van de school',
        `${third} GT`,
        '',
        'Boten varen langer door dan ooit',
      ],
      `${item} CNN`,
    ],
    expected: [
      ...[
        ...read,
        '# De zee',
        `Haven wil stille sleepboten: ${item} [GT]`,
        `Dorp bewaart warmte onder plein: ${other} [CNN]`,
      ],
      ...[
        '# Het land',
        `Tuin op het dak van de school: ${third} [GT]`,
        `Boten varen langer door dan ooit: ${item} [CNN]`,
      ],
    ],
  },
  {
    what: 'titles with an emoji below plain headings',
    lines: [
      ...[...top, 'De zee', '🌊 Water', `${item} GT`, '💨 Wind', `${other} CNN`],
      ...['Het land', '🌞 Zon', `${third} GT`, '🌙 Maan', `${item} CNN`],
    ],
    expected: [
      ...[...read, '# De zee', `🌊 Water: ${item} [GT]`, `💨 Wind: ${other} [CNN]`],
      ...['# Het land', `🌞 Zon: ${third} [GT]`, `🌙 Maan: ${item} [CNN]`],
    ],
  },
  {
    what: 'plain titles below headings in capitals, also the first where no lede stands above it',
    lines: [
      ...[
        'Stil',
        '',
        'DE ZEE',
        '',
        'Haven wil stille sleepboten',
        item,
        '',
        'Dorp bewaart warmte onder plein',
        other,
        '',
      ],
      ...[
        'HET LAND',
        '',
        'Tuin op het dak van de school',
        third,
        '',
        'Boten varen langer door dan ooit',
        item,
      ],
    ],
    expected: [
      ...[
        '= Stil',
        '# DE ZEE',
        `Haven wil stille sleepboten: ${item} []`,
        `Dorp bewaart warmte onder plein: ${other} []`,
      ],
      ...[
        '# HET LAND',
        `Tuin op het dak van de school: ${third} []`,
        `Boten varen langer door dan ooit: ${item} []`,
      ],
    ],
  },
  {
    what: 'lines as long as sentences above one text each as titles, also where sources stand behind the texts',
    lines: [
      ...[
        'Stil',
        '',
        lede,
        '',
        'Haven wil stille sleepboten voor alle schippers',
        `${item} — Dakpost`,
      ],
      ...['', 'Dorp bewaart de warmte onder het plein', `${other} — Kadekrant, Dakpost`, ''],
      ...['Tuin op het dak van de oude school', third, '', 'Wie vaart er deze winter nog door?'],
      ...[`${item} — Molenblad`, '', 'Boten blijven langer in de haven', `${other} — Dakpost`, ''],
      ...['School zoekt nog altijd een tuinman', `${third} — Kadekrant`],
    ],
    expected: [
      ...[...read, `Haven wil stille sleepboten voor alle schippers: ${item} [Dakpost]`],
      `Dorp bewaart de warmte onder het plein: ${other} [Kadekrant; Dakpost]`,
      ...[`Tuin op het dak van de oude school: ${third} []`],
      ...[`Wie vaart er deze winter nog door?: ${item} [Molenblad]`],
      ...[`Boten blijven langer in de haven: ${other} [Dakpost]`],
      `School zoekt nog altijd een tuinman: ${third} [Kadekrant]`,
    ],
  },
  {
    what: 'subjects above one text each, and above several, as headings',
    lines: [
      ...[
        'Stil',
        '',
        lede,
        '',
        'De zee',
        `${item} — Dakpost`,
        '',
        'De wind',
        `${other} — Kadekrant`,
      ],
      ...['', 'Zonnige daken', `${third} — Dakpost`, '', 'Binnenvaart', `${item} — Molenblad`, ''],
      ...[
        'Het platteland',
        `${other} — Dakpost`,
        `${third} — Kadekrant`,
        '',
        'Scholen',
        `${item} — GT`,
      ],
    ],
    expected: [
      ...[...read, '# De zee', `${item} [Dakpost]`, '# De wind', `${other} [Kadekrant]`],
      ...['# Zonnige daken', `${third} [Dakpost]`, '# Binnenvaart', `${item} [Molenblad]`],
      ...['# Het platteland', `${other} [Dakpost]`, `${third} [Kadekrant]`, '# Scholen'],
      `${item} [GT]`,
    ],
  },
  {
    what: 'plain headings above one paragraph each as headings, where nothing says that they are titles',
    lines: [
      ...top,
      'De zee',
      `${item} (GT)`,
      'Het land',
      `${other} (CNN)`,
      'Lucht',
      `${third} (GT)`,
    ],
    expected: [
      ...[...read, '# De zee', `${item} [GT]`, '# Het land', `${other} [CNN]`],
      ...['# Lucht', `${third} [GT]`],
    ],
  },
  {
    what: 'a mark that stands once as the others of its level',
    lines: [
      ...[
        ...top,
        '🌊 Haven wil stille sleepboten',
        item,
        'Bron: GT',
        'Dorp bewaart warmte onder plein',
        other,
        'Bron: CNN',
      ],
      ...['Tuin op het dak van de school', third, 'Bron: GT'],
    ],
    expected: [
      ...[
        ...read,
        `🌊 Haven wil stille sleepboten: ${item} [GT]`,
        `Dorp bewaart warmte onder plein: ${other} [CNN]`,
      ],
      `Tuin op het dak van de school: ${third} [GT]`,
    ],
  },
]

const kept: readonly Row[] = [
  {
    what: 'titles with a full stop right below texts that end in their sources',
    lines: [
      ...[...top, '## Zee', 'De haven wordt stil.', `${item} (GT)`, 'Het dorp wordt warm.'],
      ...[`${other} (CNN)`, '## Land', 'Het dak wordt een tuin!', `${third} (GT)`],
      ...['De brug blijft dicht.', `${item} (SCMP)`],
    ],
    expected: [
      ...[...read, '# Zee', `De haven wordt stil.: ${item} [GT]`],
      ...[`Het dorp wordt warm.: ${other} [CNN]`, '# Land'],
      ...[`Het dak wordt een tuin!: ${third} [GT]`, `De brug blijft dicht.: ${item} [SCMP]`],
    ],
  },
  {
    what: 'texts that begin with their sources as an item each',
    lines: [...top, '## Zee', `GT: ${item}`, `CNN: ${other}`, '## Land', `SCMP: ${third}`],
    expected: [
      ...[...read, '# Zee', `${item} [GT]`, `${other} [CNN]`, '# Land', `${third} [SCMP]`],
    ],
  },
  {
    what: 'a second paragraph of the last item, whose sources it began with',
    lines: [
      ...[...top, '## Zee', '**Water**', `GT: ${item}`, '**Wind**', `CNN: ${other}`],
      ...['## Land', '**Zon**', `SCMP: ${third}`, 'Dat duurt nog drie jaar, zegt de school.'],
    ],
    expected: [
      ...[...read, '# Zee', `Water: ${item} [GT]`, `Wind: ${other} [CNN]`, '# Land'],
      `Zon: ${third}\n\nDat duurt nog drie jaar, zegt de school. [SCMP]`,
    ],
  },
  {
    what: 'two one-word lines between headings and texts as what a page left there, and no titles',
    lines: [
      ...[...top, 'Haven wordt stil', 'Boot', `${item} (GT)`, 'Dorp wordt warm', 'Dorp'],
      ...[`${third} (GT)`, `${item} (SCMP)`],
    ],
    expected: [
      ...[...read, '# Haven wordt stil', `${item} [GT]`, '# Dorp wordt warm'],
      ...[`${third} [GT]`, `${item} [SCMP]`],
    ],
  },
]

const numbers: readonly Row[] = [
  {
    what: 'numbers of titles that begin anew below each heading as marks',
    lines: [
      ...[...top, '## Zee', '1. Water', item, 'Bron: GT', '2. Wind', other, 'Bron: CNN'],
      ...['## Land', '1. Zon', third, 'Bron: GT'],
    ],
    expected: [
      ...[...read, '# Zee', `Water: ${item} [GT]`, `Wind: ${other} [CNN]`],
      ...['# Land', `Zon: ${third} [GT]`],
    ],
  },
  {
    what: 'numbers in brackets, and one that was skipped',
    lines: [
      ...top,
      '(1) Water',
      item,
      'Bron: GT',
      '(2) Wind',
      other,
      'Bron: CNN',
      '(4) Zon',
      third,
    ],
    expected: [...[...read, `Water: ${item} [GT]`, `Wind: ${other} [CNN]`, `Zon: ${third} []`]],
  },
]

const places: readonly Row[] = [
  {
    what: 'a label of the author’s own between titles and texts, with days and pages',
    lines: [
      ...[...top, '1. Water', 'Medium: GT, 27 maart', item, '2. Wind', 'Medium: Dakpost, p. 3'],
      ...[other, '3. Zon', 'Medium: CNN; Poldergids, oktobernummer', third],
    ],
    expected: [
      ...[...read, `Water: ${item} [GT]`, `Wind: ${other} [Dakpost]`],
      `Zon: ${third} [CNN; Poldergids]`,
    ],
  },
  {
    what: 'no sources behind a word before names that nobody knows',
    lines: [
      ...[...top, 'Water', item, 'Zaal: Havenhuis', 'Bron: GT', 'Wind', other, 'Zaal: Dakhuis'],
      'Bron: CNN',
    ],
    expected: [
      ...[...read, `Water: ${item}\n\nZaal: Havenhuis [GT]`],
      `Wind: ${other}\n\nZaal: Dakhuis [CNN]`,
    ],
  },
  {
    what: 'a list behind dashes as a list',
    lines: [...top, 'Water', item, '- Havenbode varen', '- Dakpost', '- een sluis', 'Wind', other],
    expected: [
      ...[...read, '# Water', `${item} []`, 'Havenbode varen []', 'Dakpost []', 'een sluis []'],
      ...['# Wind', `${other} []`],
    ],
  },
  {
    what: 'names with days below titles, of which none is the day of the item alone',
    lines: [
      ...[...top, '', 'Recht', '', 'Water', 'Poldergids | 6 mei 2030', item, '', 'Wind'],
      ...['Dakpost, De Havenbode | 12 mei 2030', other, '', 'Plannen', '', 'Zon'],
      ...['Poldergids | 8 mei 2030', third],
    ],
    expected: [
      ...[...read, '# Recht', `Water: ${item} [Poldergids]`],
      ...[`Wind: ${other} [Dakpost; De Havenbode]`, '# Plannen', `Zon: ${third} [Poldergids]`],
    ],
  },
  {
    what: 'sources that texts begin with, also in an item of two paragraphs',
    lines: [
      ...[
        ...top,
        '## Zee',
        '**Water**',
        `GT: ${item}`,
        other,
        '## Land',
        '**Wind**',
        `CNN, Dakpost: ${other}`,
      ],
      ...['**Zon**', `(SCMP) ${third}`],
    ],
    expected: [
      ...[
        ...read,
        '# Zee',
        `Water: ${item}\n\n${other} [GT]`,
        '# Land',
        `Wind: ${other} [CNN; Dakpost]`,
      ],
      `Zon: ${third} [SCMP]`,
    ],
  },
  {
    what: 'a place or a theme at the beginning of a text as text',
    lines: [...top, `*Gent: ${item} GT`, `*Brugge: ${other} CNN`, `*Haven: ${third} GT`],
    expected: [...read, `Gent: ${item} [GT]`, `Brugge: ${other} [CNN]`, `Haven: ${third} [GT]`],
  },
  {
    what: 'unknown names in brackets without a stop, where a third of all texts and more have them',
    lines: [
      ...[...top, `*${item.slice(0, -1)} (Dakpost)`, `*${other.slice(0, -1)} (Poldergids)`],
      ...[`*${third.slice(0, -1)} (Havenbode)`, `*${item}`],
    ],
    expected: [
      ...[...read, `${item.slice(0, -1)} [Dakpost]`, `${other.slice(0, -1)} [Poldergids]`],
      ...[`${third.slice(0, -1)} [Havenbode]`, `${item} []`],
    ],
  },
  {
    what: 'no sources behind a word that stands before other things as often',
    lines: [
      ...[...top, 'Water', item, 'Tip: GT', 'Wind', other, 'Tip: CNN', 'Zon', third],
      ...['Tip: neem een jas mee', 'Maan', item, 'Tip: blijf thuis'],
    ],
    expected: [
      ...[...read, '# Water', `${item}\n\nTip: GT []`, '# Wind', `${other}\n\nTip: CNN []`],
      ...['# Zon', `${third}\n\nTip: neem een jas mee []`],
      ...['# Maan', `${item}\n\nTip: blijf thuis []`],
    ],
  },
  {
    what: 'unknown names in brackets without a stop as text, where two texts or few have them',
    lines: [...[...top, `*${item.slice(0, -1)} (Dakpost)`, `*${other.slice(0, -1)} (Poldergids)`]],
    expected: [
      ...[...read, `${item.slice(0, -1)} (Dakpost) []`, `${other.slice(0, -1)} (Poldergids) []`],
    ],
  },
  {
    what: 'the same where three of eleven have them',
    lines: [
      ...[
        ...top,
        ...[item, other, third, item, other, third, item, other].map((text) => `*${text} GT`),
      ],
      ...['Zand', 'Klei', 'Veen'].map((soil) => `*${third.slice(0, -1)} (${soil})`),
    ],
    expected: [
      ...[
        ...read,
        ...[item, other, third, item, other, third, item, other].map((text) => `${text} [GT]`),
      ],
      ...['Zand', 'Klei', 'Veen'].map((soil) => `${third.slice(0, -1)} (${soil}) []`),
    ],
  },
  {
    what: 'no source in words that end as no name does',
    lines: [...top, `* ${item} Laarzen aan.`, `* ${other} Laarzen aan`],
    expected: [...read, `${item} Laarzen aan. []`, `${other} Laarzen aan []`],
  },
]

const around: readonly Row[] = [
  {
    what: 'items below a colon as items, when they have sources',
    lines: ['Stil', `${lede} Er is meer:`, `- ${item} GT`, `- ${other} CNN`],
    expected: ['= Stil', `${lede} Er is meer:`, `${item} [GT]`, `${other} [CNN]`],
  },
  {
    what: 'the same, when they stand below a heading and a text, and behind another bullet',
    lines: [
      ...[
        ...top,
        'Zee',
        `- ${other} Er is meer:`,
        `* ${item} GT`,
        `* ${third} CNN`,
        `* ${item} GT`,
      ],
      `* ${other} SCMP`,
    ],
    expected: [
      ...[...read, '# Zee', `${other} Er is meer: []`, `${item} [GT]`, `${third} [CNN]`],
      ...[`${item} [GT]`, `${other} [SCMP]`],
    ],
  },
  {
    what: 'items behind the same bullet as the item that ends in a colon as items',
    lines: [...top, 'Zee', `- ${other} Er is meer:`, '- Het licht is uit.', `- ${item} GT`],
    expected: [
      ...[...read, '# Zee', `${other} Er is meer: []`, 'Het licht is uit. []', `${item} [GT]`],
    ],
  },
  {
    what: 'a last item without a bullet, where the first had none either',
    lines: [
      ...[...top, 'Zee', `${item} GT`, ...[other, third, item].map((text) => `* ${text} GT`)],
      'De haven belooft beterschap.',
    ],
    expected: [
      ...[...read, '# Zee', ...[item, other, third, item].map((text) => `${text} [GT]`)],
      'De haven belooft beterschap. []',
    ],
  },
  {
    what: 'a last item without bullet or sources, where not all have bullets',
    lines: [
      ...top,
      ...[item, other].map((text) => `* ${text} GT`),
      `${third} GT`,
      `${item} GT`,
      other,
    ],
    expected: [
      ...[...read, ...[item, other, third, item].map((text) => `${text} [GT]`)],
      `${other} []`,
    ],
  },
]

describe('the reading of a letter', () => {
  it.each([...marks, ...kept, ...numbers, ...places, ...around])('finds $what', (row) => {
    expect(outline(row.lines)).toEqual(row.expected)
  })
})
