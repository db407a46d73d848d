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
]

const names: readonly OutlineRow[] = [
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
    what: 'no name in a heading of one word below a short intro, where labels say what sources are',
    lines: [
      ...['Stil', '', 'Deze week over kranen, loodsen en een kade die zakt.', '', 'Kranen', ''],
      ...[item, 'Bron: Havenbode', '', other, 'Bron: Havenbode', '', 'Loodsen', '', third],
      'Bron: Havenbode',
    ],
    expected: [
      ...['= Stil', 'Deze week over kranen, loodsen en een kade die zakt.', '# Kranen'],
      ...[`${item} [Havenbode]`, `${other} [Havenbode]`, '# Loodsen', `${third} [Havenbode]`],
    ],
  },
]

describe('the sources of a newsletter', () => {
  it.each([...written, ...names, ...bare])('reads $what', (row) => {
    expect(outline(row.lines)).toEqual(row.expected)
  })
})
