// How the sources of a newsletter are written. Beside a rule that could take too much stands a row of what stays.
import { describe, expect, it } from 'vitest'
import {
  item,
  lede,
  other,
  outline,
  third,
  titled,
  type OutlineRow,
} from '../../../fixtures/digest-outline.ts'

/** What authors write before sources, and between them. */
const written: readonly OutlineRow[] = [
  {
    what: 'a label with a dash, and names between slashes',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron – Dakpost / Kadekrant'],
      ...['Wind', other, 'Bron – Molenblad / Dakpost'],
    ],
    expected: [
      ...['= Stil', lede, `Water: ${item} [Dakpost; Kadekrant]`],
      `Wind: ${other} [Molenblad; Dakpost]`,
    ],
  },
  {
    what: 'a slash within a name, where other signs part them',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: Dakpost / Kadekrant, GT'],
      ...['Wind', other, 'Bron: Molenblad / Dakpost'],
    ],
    expected: [
      ...['= Stil', lede, `Water: ${item} [Dakpost / Kadekrant; GT]`],
      `Wind: ${other} [Molenblad / Dakpost]`,
    ],
  },
  {
    what: 'labels that say where it was read, with names that nobody knows',
    lines: [
      ...['Stil', '', lede, '', 'De zee', '', 'Haven wil stille boten', 'Uit: Dakpost', item, ''],
      ...['Dorp bewaart warmte', 'Uit: Kadekrant, Molenblad', other, '', 'Het land', ''],
      ...['Tuin op het dak', 'Uit: Dakpost', third],
    ],
    expected: [
      ...['= Stil', lede, '# De zee', `Haven wil stille boten: ${item} [Dakpost]`],
      `Dorp bewaart warmte: ${other} [Kadekrant; Molenblad]`,
      ...['# Het land', `Tuin op het dak: ${third} [Dakpost]`],
    ],
  },
  {
    what: 'the same without a colon',
    lines: [
      ...['Stil', lede, 'Water', item, 'Gelezen in de Dakpost'],
      ...['Wind', other, 'Gelezen in Molenblad'],
    ],
    expected: ['= Stil', lede, `Water: ${item} [Dakpost]`, `Wind: ${other} [Molenblad]`],
  },
  {
    what: 'a word of the author as a label, when two of its lines have known names',
    lines: [
      ...['Stil', lede, 'Water', item, 'Schatkist: GT', 'Wind', other, 'Schatkist: CNN'],
      ...['Zon', third, 'Schatkist: Kadekrant, Dakpost'],
    ],
    expected: [
      ...['= Stil', lede, `Water: ${item} [GT]`, `Wind: ${other} [CNN]`],
      `Zon: ${third} [Kadekrant; Dakpost]`,
    ],
  },
  {
    what: 'no label in a word before names of people, nor in headings that begin alike',
    lines: [
      ...['Stil', lede, 'Water', item, 'Kapitein: Ine Put', 'Bron: GT'],
      ...['Wind', other, 'Kapitein: Jan Mol', 'Bron: CNN'],
      ...['Zon', third, 'Kapitein: Ada Kade', 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', lede, `Water: ${item}\n\nKapitein: Ine Put [GT]`],
      `Wind: ${other}\n\nKapitein: Jan Mol [CNN]`,
      `Zon: ${third}\n\nKapitein: Ada Kade [GT]`,
    ],
  },
  {
    what: 'headings that begin with one word and a colon',
    lines: [
      ...['Stil', 'Varen: Water', `${item} GT`, 'Varen: Wind', `${other} CNN`],
      ...['Varen: Zon', `${third} GT`],
    ],
    expected: [
      ...['= Stil', '# Varen: Water', `${item} [GT]`, '# Varen: Wind', `${other} [CNN]`],
      ...['# Varen: Zon', `${third} [GT]`],
    ],
  },
  {
    what: 'items behind arrows, where one of them is longer than a title',
    lines: ['Stil', 'Water', `» ${item} GT`, '» Kade wordt langer (CNN)', `» ${other} GT`],
    expected: ['= Stil', '# Water', `${item} [GT]`, 'Kade wordt langer [CNN]', `${other} [GT]`],
  },
  {
    what: 'a title that begins as the costs of an item do',
    lines: [
      ...['Stil', lede, '', 'Water', item, 'Bron: GT', '', 'Kosten: warmte wordt duurder', other],
      ...['Bron: CNN', '', 'Zon', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', lede, `Water: ${item} [GT]`, `Kosten: warmte wordt duurder: ${other} [CNN]`],
      `Zon: ${third} [GT]`,
    ],
  },
  {
    what: 'a text that ends in who made its picture',
    lines: [
      ...['Stil', lede, 'Water', `${item} (foto: Ine Put)`, 'Bron: GT', 'Wind', other],
      ...['Bron: CNN'],
    ],
    expected: [...['= Stil', lede, `Water: ${item} (foto: Ine Put) [GT]`, `Wind: ${other} [CNN]`]],
  },
  {
    what: 'a last item in which somebody gives up a contract',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN', 'Zon'],
      'Wie zijn dak niet onderhoudt, krijgt te horen dat de gemeente het contract mag opzeggen.',
    ],
    expected: [
      ...['= Stil', lede, ...titled],
      'Zon: Wie zijn dak niet onderhoudt, krijgt te horen dat de gemeente het contract mag opzeggen. []',
    ],
  },
  {
    what: 'no sources in the first of two round brackets, which says what somebody is',
    lines: [
      'Stil',
      `${item} Dat zegt de schipper (ANV) (GT)`,
      `${other} Dat zegt de bakker (BKV) (CNN)`,
      `${third} (GT)`,
    ],
    expected: [
      ...['= Stil', `${item} Dat zegt de schipper (ANV) [GT]`],
      ...[`${other} Dat zegt de bakker (BKV) [CNN]`, `${third} [GT]`],
    ],
  },
  {
    what: 'places behind titles, where texts have sources of their own',
    lines: [
      ...['Stil', lede, 'Boot vaart stil | GT', item, 'Bron: CNN'],
      ...['Dorp bewaart warmte | CNN', other, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', lede, `Boot vaart stil | GT: ${item} [CNN]`],
      `Dorp bewaart warmte | CNN: ${other} [GT]`,
    ],
  },
  {
    what: 'a sentence in which somebody wrote something, which is no head of a mail',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Op zijn blog schreef de schipper:', other],
      'Bron: CNN',
    ],
    expected: [
      ...['= Stil', lede, `Water: ${item} [GT]`],
      `Op zijn blog schreef de schipper:: ${other} [CNN]`,
    ],
  },
  {
    what: 'no label in a word that says something else',
    lines: [
      ...['Stil', lede, 'Water', item, 'Locatie: Dakpost', 'Wind', other, 'Locatie: Molenblad'],
      ...['Zon', third, 'Locatie: Kadekrant'],
    ],
    expected: [
      ...['= Stil', lede, '# Water', `${item}\n\nLocatie: Dakpost []`],
      ...['# Wind', `${other}\n\nLocatie: Molenblad []`],
      ...['# Zon', `${third}\n\nLocatie: Kadekrant []`],
    ],
  },
  {
    what: 'days before labels, between titles and texts',
    lines: [
      ...['Stil', lede, 'Water', '12 juli 2030 | Bron: GT', item],
      ...['Wind', '14 juli 2030 | Bron: Dakpost, CNN', other],
    ],
    expected: ['= Stil', lede, `Water: ${item} [GT]`, `Wind: ${other} [Dakpost; CNN]`],
  },
  {
    what: 'headings behind arrows',
    lines: [
      ...['Stil', lede, '>> De zee', 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN'],
      ...['>> Het land', 'Zon', third, 'Bron: GT'],
    ],
    expected: ['= Stil', lede, '# De zee', ...titled, '# Het land', `Zon: ${third} [GT]`],
  },
  {
    what: 'several brackets behind a text without a stop',
    lines: [
      ...['Stil', lede, 'Water', `${item} [Dakpost] [Molenblad]`, `${other} [Dakpost]`, 'Wind'],
      ...[`${third} [Kadekrant]`, `${item.slice(0, -1)} [Teil] [Molenblad]`],
      `${other.slice(0, -1)} in 2030  [Sluisnieuws]`,
    ],
    expected: [
      ...[
        '= Stil',
        lede,
        '# Water',
        `${item} [Dakpost; Molenblad]`,
        `${other} [Dakpost]`,
        '# Wind',
      ],
      ...[`${third} [Kadekrant]`, `${item.slice(0, -1)} [Teil; Molenblad]`],
      `${other.slice(0, -1)} in 2030 [Sluisnieuws]`,
    ],
  },
  {
    what: 'names in lower case behind a dash, a dash right behind the stop, and headings right below',
    lines: [
      ...['Stil', lede, 'Water', `${item} – Dakpost`, `${other} – taz`, 'Wind'],
      ...[`${third} – Kadekrant`, `${item}– Molenblad, Dakpost`, `${third} – Dakpost`],
    ],
    expected: [
      ...['= Stil', lede, '# Water', `${item} [Dakpost]`, `${other} [taz]`, '# Wind'],
      ...[`${third} [Kadekrant]`, `${item} [Molenblad; Dakpost]`, `${third} [Dakpost]`],
    ],
  },
  {
    what: 'names of one word with a stop behind them, where half of all texts end so',
    lines: [
      ...['Stil', lede, 'Water', `${item} Dakpost.`, `${other} GT.`, 'Wind', `${third} CNN.`],
      `${item} Kadekrant; Dakpost.`,
    ],
    expected: [
      ...['= Stil', lede, '# Water', `${item} [Dakpost]`, `${other} [GT]`, '# Wind'],
      ...[`${third} [CNN]`, `${item} [Kadekrant; Dakpost]`],
    ],
  },
  {
    what: 'a lede that its author signs, where sources have labels',
    lines: [
      ...[
        'Stil',
        'Hallo allemaal,',
        `${lede} – Ine`,
        'Water',
        item,
        'Bron: GT',
        'Wind',
        other,
        'Bron: CNN',
      ],
    ],
    expected: ['= Stil', `${lede} – Ine`, ...titled],
  },
  {
    what: 'a first text whose source returns below',
    lines: [
      ...['Stil', `${item} – Dakpost`, 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN'],
      ...['Zon', third, 'Bron: Dakpost'],
    ],
    expected: ['= Stil', `${item} [Dakpost]`, ...titled, `Zon: ${third} [Dakpost]`],
  },
  {
    what: 'one name below a title, where others have several',
    lines: [
      ...['Stil', '', 'Haven wil stille boten', 'Dakpost | Molenblad', item, ''],
      ...['Dorp bewaart de warmte', 'Kadekrant', other, ''],
      ...['Tuin op het dak', 'Dakpost | Sluisnieuws', third, ''],
      ...['Minder wind dan ooit', 'Molenblad', item],
    ],
    expected: [
      ...['= Stil', `Haven wil stille boten: ${item} [Dakpost; Molenblad]`],
      ...[`Dorp bewaart de warmte: ${other} [Kadekrant]`],
      ...[`Tuin op het dak: ${third} [Dakpost; Sluisnieuws]`],
      `Minder wind dan ooit: ${item} [Molenblad]`,
    ],
  },
  {
    what: 'captions in brackets, and what is an advertisement',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Advertentie', '[Foto: een boot in de mist]'],
      ...['Wind', other, 'Bron: CNN', 'De molen in de zon (foto: Belga)', 'Zon', third, 'Bron: GT'],
    ],
    expected: ['= Stil', lede, '(Foto: een boot in de mist | )', ...titled, `Zon: ${third} [GT]`],
  },
]

const names: readonly OutlineRow[] = [
  {
    what: 'one-word headings in a row, each as a heading',
    lines: [
      'Stil',
      lede,
      'Water',
      'Wind',
      'Zon',
      `*${item} GT`,
      'De maan komt op',
      `*${other} CNN`,
      'Ster',
    ],
    expected: [
      ...['= Stil', lede, '# Water', '# Wind', '# Zon', `${item} [GT]`],
      ...['# De maan komt op', `${other} [CNN]`, '# Ster'],
    ],
  },
  {
    what: 'no name that the news is of where a stop is lost',
    lines: [
      ...[`*${item} GT`, `*${other} CNN`, `*${third} SCMP`, `*${third} GT`],
      '*De werf vaart voortaan elke dag, en Blikwerk bouwt daarvoor drie nieuwe boten. GT',
      '*De burgemeester zoekt voor het lege terrein nu een koper, bij voorkeur Blikwerk',
      '*De schipper vindt de prijs voor een dag op het water nog altijd veel te hoog Poldergids',
    ],
    expected: [
      ...[`${item} [GT]`, `${other} [CNN]`, `${third} [SCMP]`, `${third} [GT]`],
      'De werf vaart voortaan elke dag, en Blikwerk bouwt daarvoor drie nieuwe boten. [GT]',
      'De burgemeester zoekt voor het lege terrein nu een koper, bij voorkeur Blikwerk []',
      'De schipper vindt de prijs voor een dag op het water nog altijd veel te hoog [Poldergids]',
    ],
  },
  {
    what: 'known names behind the end of a clause, unknown ones behind a number or a quote',
    lines: [
      ...[`*${item} GT`, `*${other} CNN`, `*${third} SCMP`, `*${third} GT`],
      '*De boot vaart voortaan elke dag omdat de prijs dan veel lager is SCMP, GT',
      '*De boot vaart voortaan elke dag en daardoor daalt de prijs met 9% Poldergids',
      '*De schipper noemt de prijs voor een dag op het water ‘niet te hoog’ Poldergids',
    ],
    expected: [
      ...[`${item} [GT]`, `${other} [CNN]`, `${third} [SCMP]`, `${third} [GT]`],
      'De boot vaart voortaan elke dag omdat de prijs dan veel lager is [SCMP; GT]',
      'De boot vaart voortaan elke dag en daardoor daalt de prijs met 9% [Poldergids]',
      'De schipper noemt de prijs voor een dag op het water ‘niet te hoog’ [Poldergids]',
    ],
  },
  {
    what: 'no name that tells it, and no company',
    lines: [
      ...[`*${item} GT`, `*${other} CNN`, `*${third} SCMP`, `*${third} GT`],
      '*De boot vaart voortaan elke dag en de prijs daalt weer, zo meldt Reuters',
      '*De rechter vraagt vandaag een boete van acht miljoen voor Poldergas',
    ],
    expected: [
      ...[`${item} [GT]`, `${other} [CNN]`, `${third} [SCMP]`, `${third} [GT]`],
      'De boot vaart voortaan elke dag en de prijs daalt weer, zo meldt Reuters []',
      'De rechter vraagt vandaag een boete van acht miljoen voor Poldergas []',
    ],
  },
  {
    what: 'a newspaper at the end of a short line, but no person at the end of a heading',
    lines: [
      ...['Stil', lede, `${item} GT`, `${other} CNN`, `${third} SCMP`, `${third} GT`],
      'De schipper van de boot blijkt al jaren blind te varen Omroep Polder',
      'De gemeente stemt voor het plan van wethouder Bas Dijk',
      `${item} GT`,
    ],
    expected: [
      ...['= Stil', lede, `${item} [GT]`, `${other} [CNN]`, `${third} [SCMP]`, `${third} [GT]`],
      'De schipper van de boot blijkt al jaren blind te varen [Omroep Polder]',
      '# De gemeente stemt voor het plan van wethouder Bas Dijk',
      `${item} [GT]`,
    ],
  },
]

const labels: readonly OutlineRow[] = [
  {
    what: 'other labels of sources than Bron, on lines of their own and behind texts',
    lines: [
      ...['Stil', lede, 'Water', item, 'Via: Poldergids', 'Wind', `${other} (via: Dakpost)`],
      ...['Zon', third, 'Gelezen in: Poldergids, Dakpost', 'Maan', `${item} Source: Dakpost`],
    ],
    expected: [
      ...['= Stil', lede, `Water: ${item} [Poldergids]`, `Wind: ${other} [Dakpost]`],
      ...[`Zon: ${third} [Poldergids; Dakpost]`, `Maan: ${item} [Dakpost]`],
    ],
  },
  {
    what: 'such a word within a sentence as text',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN'],
      ...['Zon', `${third} Kaarten via: Dakpost`],
    ],
    expected: ['= Stil', lede, ...titled, `Zon: ${third} Kaarten via: Dakpost []`],
  },
  {
    what: 'nothing in the names below a list at the end',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN', 'Zee'],
      ...['- 12 juli: markt op de kade', '- 14 juli: varen', 'Bestuur van de haven', 'Gent'],
    ],
    expected: [
      ...['= Stil', lede, ...titled, '# Zee'],
      ...['12 juli: markt op de kade []', '14 juli: varen []'],
    ],
  },
]

const bare: readonly OutlineRow[] = [
  {
    what: 'names behind a sign on lines of their own, also unknown ones below a text',
    lines: [
      ...['Stil', '', lede, '', 'Water', item, '📰 GT', '', 'Wind', other, '📰 CNN', '', 'Zon'],
      ...[third, '📰 Dakpost', '', 'Maan', item, '📰 SCMP'],
    ],
    expected: ['= Stil', lede, ...titled, `Zon: ${third} [Dakpost]`, `Maan: ${item} [SCMP]`],
  },
  {
    what: 'no names in short lines below a text that lack the sign of the others',
    lines: [
      ...['Stil', '', lede, 'Zee', 'Water', item, '📰 GT', '', 'Land', 'Wind', other, '📰 CNN'],
    ],
    expected: [
      ...['= Stil', lede, '# Zee', `Water: ${item} [GT]`, '# Land', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'names alone below empty lines, where headings stand above titles',
    lines: [
      ...['Stil', '', 'Weeknummer 6', '', lede, '', 'Zee', '', 'Water', '', item, '', 'GT', ''],
      ...['Land', '', 'Wind', '', other, '', 'Dakpost · CNN', '', 'Zon', '', third, ''],
      ...['Dakpost, 12 juli', '', 'Maan', '', item, '', 'SCMP'],
    ],
    expected: [
      ...['= Stil', lede, '# Zee', `Water: ${item} [GT]`, '# Land'],
      ...[`Wind: ${other} [Dakpost; CNN]`, `Zon: ${third} [Dakpost]`, `Maan: ${item} [SCMP]`],
    ],
  },
  {
    what: 'sources in front of a link',
    lines: [
      ...['Stil', lede, 'Water', item, 'GT, 12 juli | Lees verder', 'Wind', other],
      'CNN, 14 juli | Lees verder',
    ],
    levels: { 1: 1, 3: 2, 6: 2 },
    expected: ['= Stil', lede, '# Water', `${item} [GT]`, '# Wind', `${other} [CNN]`],
  },
  {
    what: 'bold titles that stood on lines of their own in items of a list',
    lines: ['Stil', lede, `* Water ${item} GT`, `* Wind ${other} CNN`],
    leads: { 3: 'Water\n', 4: 'Wind\n' },
    expected: ['= Stil', lede, ...titled],
  },
]

describe('the sources of a newsletter', () => {
  it.each([...written, ...names, ...labels, ...bare])('reads $what', (row) => {
    expect(outline(row.lines, row)).toEqual(row.expected)
  })
})
