// The signs and words that authors put before sources, and the places where these stand.
import { describe, expect, it } from 'vitest'
import {
  item,
  other,
  outline,
  type OutlineRow,
  read,
  third,
  top,
} from '../../../fixtures/digest-outline.ts'

const sources: readonly OutlineRow[] = [
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
]

const placed: readonly OutlineRow[] = [
  ...[['*', '*']].map(([before = '', after = '']) => ({
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
  ...['Via'].map((words) => ({
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
    what: 'titles that are links',
    lines: [
      ...['# Stil', '', '### [Boot zonder motor](https://blik.nl/1)', item, 'Bron: GT', ''],
      ...['### [Dorp bewaart warmte](https://blik.nl/2)', other, 'Bron: CNN'],
    ],
    expected: ['= Stil', `Boot zonder motor: ${item} [GT]`, `Dorp bewaart warmte: ${other} [CNN]`],
  },
]

describe('the sources of an author', () => {
  it.each([...sources, ...placed])('reads $what', ({ lines, expected }) => {
    expect(outline(lines)).toEqual(expected)
  })
})
