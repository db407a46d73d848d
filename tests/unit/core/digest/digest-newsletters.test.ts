// What of a newsletter is a title and what is a text, and which lines have no place in its layout. Beside a rule that
// could take too much stands a row of what stays.
import { describe, expect, it } from 'vitest'
import { item, lede, other, outline, third, type Level } from '../../../fixtures/digest-outline.ts'

const short = 'De boot vaart stil en niemand merkt het'

interface Row {
  readonly what: string
  readonly lines: readonly string[]
  readonly levels?: Readonly<Record<number, Level>>
  readonly leads?: Readonly<Record<number, string>>
  readonly expected: readonly string[]
}

const titled = [`Water: ${item} [GT]`, `Wind: ${other} [CNN]`]

const texts: readonly Row[] = [
  {
    what: 'a short text without a full stop above its sources',
    lines: ['Stil', lede, 'Water', short, 'Bron: GT', 'Wind', other, 'Bron: CNN'],
    expected: ['= Stil', lede, `Water: ${short} [GT]`, `Wind: ${other} [CNN]`],
  },
  {
    what: 'the same below a section',
    lines: [
      'Stil',
      '',
      '## Zee',
      '',
      'Water',
      short,
      '',
      'Bron: GT',
      '',
      'Wind',
      other,
      '',
      'Bron: CNN',
    ],
    expected: ['= Stil', '# Zee', `Water: ${short} [GT]`, `Wind: ${other} [CNN]`],
  },
  {
    what: 'a title with a full stop, where the others have none',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Het waait hard.', other, 'Bron: CNN'],
      ...['Zon', third, 'Bron: GT', 'Maan', item, 'Bron: CNN'],
    ],
    expected: [
      '= Stil',
      lede,
      `Water: ${item} [GT]`,
      `Het waait hard.: ${other} [CNN]`,
      `Zon: ${third} [GT]`,
      `Maan: ${item} [CNN]`,
    ],
  },
  {
    what: 'a first sentence as text, where no item has a title',
    lines: [
      'Stil',
      lede,
      item,
      'Bron: GT',
      'Het waait hard.',
      other,
      'Bron: CNN',
      third,
      'Bron: GT',
    ],
    expected: [
      '= Stil',
      lede,
      `${item} [GT]`,
      `Het waait hard.\n\n${other} [CNN]`,
      `${third} [GT]`,
    ],
  },
  {
    what: 'a title that ends in three dots',
    lines: ['Stil', lede, 'En het water zwijgt...', item, 'Bron: GT', 'Wind', other, 'Bron: CNN'],
    expected: ['= Stil', lede, `En het water zwijgt...: ${item} [GT]`, `Wind: ${other} [CNN]`],
  },
  {
    what: 'titles above texts that end in labelled sources',
    lines: ['Stil', lede, 'Water', `${item} (Bron: GT)`, 'Wind', `${other} [Bronnen: CNN]`],
    expected: ['= Stil', lede, ...titled],
  },
  {
    what: 'headings above several of these',
    lines: [
      ...['Stil', lede, 'Water', `${item} Bron: GT`, `${third} Bron: CNN`],
      ...['Wind', `${other} Bron: GT`, `${third} Bron: GT`],
    ],
    expected: [
      ...['= Stil', lede, '# Water', `${item} [GT]`, `${third} [CNN]`],
      ...['# Wind', `${other} [GT]`, `${third} [GT]`],
    ],
  },
  {
    what: 'headings above texts with other sources in brackets',
    lines: ['Stil', lede, 'Water', `${item} (GT)`, 'Wind', `${other} (CNN)`],
    expected: ['= Stil', lede, '# Water', `${item} [GT]`, '# Wind', `${other} [CNN]`],
  },
  {
    what: 'a list and the line that announces it, within an item',
    lines: [
      ...['Stil', lede, 'Water', item, '', 'Het gaat om:', '- een boot', '- een sluis', 'Bron: GT'],
      ...['', 'Wind', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', lede],
      `Water: ${item}\n\nHet gaat om:\n\neen boot\n\neen sluis [GT]`,
      `Wind: ${other} [CNN]`,
    ],
  },
  {
    what: 'a numbered list below a colon',
    lines: [
      ...[
        'Stil',
        lede,
        'Water',
        `${item} Men vraagt:`,
        '1. Wie vaart?',
        '2. Wie wacht?',
        'Bron: GT',
      ],
      ...['Wind', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', lede],
      `Water: ${item} Men vraagt:\n\nWie vaart?\n\nWie wacht? [GT]`,
      `Wind: ${other} [CNN]`,
    ],
  },
  {
    what: 'what somebody says within an item, but not above one',
    lines: [
      ...[
        'Stil',
        lede,
        'Water',
        item,
        'Bron: GT',
        '',
        'Wind',
        other,
        '',
        '‘Het waait hier altijd’',
      ],
      ...['', third, 'Bron: CNN', '', '‘Wij varen door’', item, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', lede, `Water: ${item} [GT]`],
      `Wind: ${other}\n\n‘Het waait hier altijd’\n\n${third} [CNN]`,
      `‘Wij varen door’: ${item} [GT]`,
    ],
  },
  {
    what: 'numbers of titles as marks',
    lines: ['Stil', lede, '1. Water', item, 'Bron: GT', '2. Wind', other, 'Bron: CNN'],
    expected: ['= Stil', lede, `Water: ${item} [GT]`, `Wind: ${other} [CNN]`],
  },
]

/** What authors write before sources, and between them. */
const written: readonly Row[] = [
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

const asides: readonly Row[] = [
  {
    what: 'credits of pictures below titles',
    lines: [
      ...['Stil', lede, 'Water', 'Foto: ANP', item, 'Bron: GT'],
      ...['Wind', 'Beeld: Belga', other, 'Bron: CNN'],
    ],
    expected: ['= Stil', lede, '(Foto: ANP | )', ...titled],
  },
  {
    what: 'dates below titles, of which none is that of the edition',
    lines: [
      ...['Stil', lede, 'Water', '12 juli 2030', item, 'Bron: GT'],
      ...['Wind', '14 juli 2030', other, 'Bron: CNN'],
    ],
    expected: ['= Stil', lede, ...titled],
  },
  {
    what: 'who wrote the items, but not a title that begins so',
    lines: [
      ...['Stil', lede, '🌊 Zee', 'Door de golven', 'Door onze redactie', item, 'Bron: GT'],
      ...['🌍 Land', 'Door het dak', 'Door Ine Put', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', lede, '# 🌊 Zee', `Door de golven: ${item} [GT]`],
      ...['# 🌍 Land', `Door het dak: ${other} [CNN]`],
    ],
  },
  {
    what: 'days as headings of a digest',
    lines: ['Stil', lede, 'Maandag 8 juli', `*${item} GT`, 'Dinsdag 9 juli', `*${other} CNN`],
    expected: [
      '= Stil',
      lede,
      '# Maandag 8 juli',
      `${item} [GT]`,
      '# Dinsdag 9 juli',
      `${other} [CNN]`,
    ],
  },
  {
    what: 'a week above an item as the title of the edition',
    lines: ['Week 12', 'Water', `*${item} GT`, 'Wind', `*${other} CNN`],
    expected: ['= Week 12', '# Water', `${item} [GT]`, '# Wind', `${other} [CNN]`],
  },
  {
    what: 'the days of a week below the title',
    lines: [
      'Stil',
      'Update van 3 t/m 9 juni',
      'Water',
      item,
      'Bron: GT',
      'Wind',
      other,
      'Bron: CNN',
    ],
    expected: ['= Stil', ...titled],
  },
  {
    what: 'a day above a short line as the date of the edition',
    lines: ['12 juli 2030', 'Stil', `*${item} GT`, 'Wind', `*${other} CNN`],
    expected: ['= Stil', '@ 2030-07-12', `${item} [GT]`, '# Wind', `${other} [CNN]`],
  },
  {
    what: 'a marked line above the date as what the edition is',
    lines: [
      'Stil',
      'Nieuws van het water',
      '12 juli 2030',
      lede,
      'Water',
      item,
      'Bron: GT',
      'Wind',
      other,
      'Bron: CNN',
    ],
    levels: { 1: 1, 2: 3, 5: 3, 8: 3 },
    expected: ['= Stil', '@ 2030-07-12', lede, ...titled],
  },
  {
    what: 'links that lost their addresses, and those that did not',
    lines: [
      ...['Stil', lede, 'Water<https://water.example/1>', item, 'Bron: GT<https://gt.example>'],
      ...['Lees het hele artikel', 'Wind (https://wind.example)', other],
      ...['Lees meer: https://wind.example/2', 'Bron: CNN', 'Bekijk het volledige bericht hier'],
    ],
    expected: ['= Stil', lede, ...titled],
  },
  {
    what: 'headings between marks, and behind stars',
    lines: [
      'Stil',
      lede,
      '== Zee ==',
      `${item} GT`,
      '--- Land ---',
      `${other} CNN`,
      '** Lucht',
      '-----',
      `${third} GT`,
    ],
    expected: [
      '= Stil',
      lede,
      '# Zee',
      `${item} [GT]`,
      '# Land',
      `${other} [CNN]`,
      '# Lucht',
      `${third} [GT]`,
    ],
  },
  {
    what: 'a greeting with a lede behind it',
    lines: [
      'Stil',
      'Hallo allemaal, hier is de post!',
      '',
      'Water',
      item,
      'Bron: GT',
      '',
      'Wind',
      other,
      'Bron: CNN',
    ],
    expected: ['= Stil', 'Hallo allemaal, hier is de post!', ...titled],
  },
  ...[
    'Met bootgroet,',
    'Tot morgen, zelfde tijd, zelfde oever!',
    'Tot de volgende boot! — Ine en Bas',
    'PS: wij zoeken nog een schipper.',
  ].map((line) => ({
    what: `nothing in ${line}`,
    lines: ['Stil', lede, 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN', '', line, 'Ine'],
    expected: ['= Stil', lede, ...titled],
  })),
]

const names: readonly Row[] = [
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

const runIn: readonly Row[] = [
  {
    what: 'titles in bold type that run on into their texts, behind bullets',
    lines: [
      'Stil',
      lede,
      'Zee',
      `* Dak lekt. ${item} (GT)`,
      'Land',
      `* Boot zinkt? ${other} (CNN)`,
    ],
    levels: { 1: 1, 3: 2, 5: 2 },
    leads: { 4: 'Dak lekt.', 6: 'Boot zinkt?' },
    expected: [
      ...['= Stil', lede, '# Zee', `Dak lekt: ${item} [GT]`],
      ...['# Land', `Boot zinkt?: ${other} [CNN]`],
    ],
  },
  {
    what: 'the same without headings, and parted from their texts by a colon or a dash',
    lines: ['Stil', lede, `Dak lekt: ${item} GT`, `Boot – zinkt – ${other} CNN`],
    leads: { 3: 'Dak lekt', 4: 'Boot – zinkt' },
    expected: ['= Stil', lede, `Dak lekt: ${item} [GT]`, `Boot – zinkt: ${other} [CNN]`],
  },
  {
    what: 'bold words that a sentence goes on behind, and those of a few items, as text',
    lines: ['Stil', lede, `*${item} GT`, `*${other} CNN`, `*Let op. ${third} GT`, `*${third} CNN`],
    leads: { 3: 'De haven', 4: 'Een dorp', 5: 'Let op.' },
    expected: [
      ...['= Stil', lede, `${item} [GT]`, `${other} [CNN]`],
      ...[`Let op. ${third} [GT]`, `${third} [CNN]`],
    ],
  },
  {
    what: 'a bold sentence at the beginning of one text as text',
    lines: ['Stil', `* Let op. ${item} GT`, `* ${other} CNN`],
    leads: { 2: 'Let op.' },
    expected: ['= Stil', `Let op. ${item} [GT]`, `${other} [CNN]`],
  },
  {
    what: 'bold sentences at the beginning of less than half of the texts as text',
    lines: [
      ...['Stil', lede, `* Let op. ${item} GT`, `* Pas op! ${other} CNN`, `* ${third} GT`],
      ...[`* ${item} CNN`, `* ${other} GT`],
    ],
    leads: { 3: 'Let op.', 4: 'Pas op!' },
    expected: [
      ...['= Stil', lede, `Let op. ${item} [GT]`, `Pas op! ${other} [CNN]`, `${third} [GT]`],
      ...[`${item} [CNN]`, `${other} [GT]`],
    ],
  },
]

const labels: readonly Row[] = [
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

const heads: readonly Row[] = [
  {
    what: 'what a newsletter says of itself between its title and its headings',
    lines: [
      ...['DAKPOST', 'voor wie hoog woont', 'Jaargang 3 · nummer 5 · mei 2030', '', '🌊 Zee'],
      ...['Water', item, 'Bron: GT', '', '🌍 Land', 'Wind', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= DAKPOST', '@ 2030-05', '# 🌊 Zee', `Water: ${item} [GT]`],
      ...['# 🌍 Land', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'the same where there are no headings',
    lines: [
      ...['Stil', '', 'Nieuws van daken', '', 'Peil: 9,14 m', '', 'Water', item, 'Bron: GT', ''],
      ...['Wind', other, 'Bron: CNN', '', 'Zon', third, 'Bron: GT'],
    ],
    expected: ['= Stil', ...titled, `Zon: ${third} [GT]`],
  },
  {
    what: 'a first heading like the others, and headings in rows',
    lines: [
      ...['Stil', '', 'Zee', '', 'Water', item, 'Bron: GT', '', 'Land', 'Dorp', '', 'Wind', other],
      ...['Bron: CNN'],
    ],
    expected: [
      ...['= Stil', '# Zee', `Water: ${item} [GT]`],
      ...['# Land', '# Dorp', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'headings in a row at the top, where others stand in a row below',
    lines: [
      ...['Stil', '', 'Zee', 'Haven', '', 'Water', item, 'Bron: GT', '', 'Land', 'Dorp', ''],
      ...['Wind', other, 'Bron: CNN'],
    ],
    expected: [
      ...['= Stil', '# Zee', '# Haven', `Water: ${item} [GT]`],
      ...['# Land', '# Dorp', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'headings without a mark above marked titles, also the one below the lede',
    lines: [
      ...['Stil', '', lede, '', 'Zee', 'Water', item, 'Bron: GT', 'Land', 'Wind', other],
      'Bron: CNN',
    ],
    levels: { 1: 1, 6: 3, 10: 3 },
    expected: [
      ...['= Stil', lede, '# Zee', `Water: ${item} [GT]`, '# Land', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'a title that is the name of a source, above the last text',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN', 'Trouw'],
      'De krant stopt ermee en dat vindt men in de haven jammer.',
    ],
    expected: [
      ...['= Stil', lede, ...titled],
      'Trouw: De krant stopt ermee en dat vindt men in de haven jammer. []',
    ],
  },
  {
    what: 'short words in capitals as headings',
    lines: [
      ...['Stil', 'ZEE', 'Water', item, 'Bron: GT', 'LAND', 'Wind', other, 'Bron: CNN'],
      ...['Zon', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', '# ZEE', `Water: ${item} [GT]`],
      ...['# LAND', `Wind: ${other} [CNN]`, `Zon: ${third} [GT]`],
    ],
  },
  {
    what: 'a lede below a head of its own, and its last line above a marked heading',
    lines: [
      ...['Stil', 'Vooraf', lede, '', 'Veel plezier ermee', '', 'Zee', 'Water', item, 'Bron: GT'],
      ...['Land', 'Wind', other, 'Bron: CNN'],
    ],
    levels: { 1: 1, 2: 2, 7: 2, 8: 3, 11: 2, 12: 3 },
    expected: [
      ...['= Stil', `${lede}\n\nVeel plezier ermee`, '# Zee', `Water: ${item} [GT]`],
      ...['# Land', `Wind: ${other} [CNN]`],
    ],
  },
  {
    what: 'marked titles above lines of sources, and as many headings right above a text',
    lines: [
      ...['Stil', 'Zee', 'Water', item, 'Bron: GT', 'Land', 'Wind', other, 'Bron: CNN'],
      ...['Lucht', third, 'Bron: GT', 'Vuur', third, 'Bron: GT'],
    ],
    levels: { 1: 1, 2: 2, 3: 3, 6: 2, 7: 3, 10: 2, 13: 2 },
    expected: [
      ...['= Stil', '# Zee', `Water: ${item} [GT]`, '# Land', `Wind: ${other} [CNN]`],
      ...['# Lucht', `${third} [GT]`, '# Vuur', `${third} [GT]`],
    ],
  },
  {
    what: 'numbered lines above texts as titles, also without labels',
    lines: [
      ...['Stil', lede, '1) Water', `${item} (GT)`, '2) Wind', `${other} (CNN)`],
      ...['3) Zon', `${third} (GT)`],
    ],
    expected: ['= Stil', lede, ...titled, `Zon: ${third} [GT]`],
  },
  {
    what: 'names in brackets on lines of their own as a label would say them',
    lines: ['Stil', lede, 'Water', item, '(GT)', 'Wind', other, '(CNN, Van Dam)'],
    expected: ['= Stil', lede, titled[0] ?? '', `Wind: ${other} [CNN; Van Dam]`],
  },
]

const others: readonly Row[] = [
  {
    what: 'two paragraphs above the first sources as an item, where rules part the items',
    lines: [
      ...['Stil', '', lede, '', item, 'Bron: GT', '***', other, 'Bron: CNN', '***', third],
      'Bron: GT',
    ],
    expected: ['= Stil', `${lede}\n\n${item} [GT]`, `${other} [CNN]`, `${third} [GT]`],
  },
  {
    what: 'the first of these as the lede, where a rule stands below it, or none stands elsewhere',
    lines: [
      ...['Stil', '', lede, '***', item, 'Bron: GT', '***', other, 'Bron: CNN', '***', third],
      'Bron: GT',
    ],
    expected: ['= Stil', lede, `${item} [GT]`, `${other} [CNN]`, `${third} [GT]`],
  },
  {
    what: 'a label in bold type as a label',
    lines: ['Stil', 'Water', `${short}.`, 'Bron: GT', 'Wind', `${short}.`, 'Bron: CNN'],
    levels: { 1: 1, 2: 2, 5: 2 },
    leads: { 4: 'Bron:', 7: 'Bron:' },
    expected: ['= Stil', `Water: ${short}. [GT]`, `Wind: ${short}. [CNN]`],
  },
  {
    what: 'nothing in a name below a last line with a sign that no heading has',
    lines: [
      ...['Stil', lede, 'Water', item, 'Bron: GT', 'Wind', other, 'Bron: CNN', ''],
      ...['💚 Dank aan wie dit mogelijk maakten', 'Ine'],
    ],
    expected: ['= Stil', lede, ...titled],
  },
  {
    what: 'titles between stars, as they are set in messages',
    lines: [
      ...['*Stil* 🌊', lede, '*Water*', item, 'Bron: GT', '*Wind*', other, 'Bron: CNN'],
      ...['*Zon, zegt men*', third, 'Bron: GT'],
    ],
    expected: ['= Stil 🌊', lede, ...titled, `Zon, zegt men: ${third} [GT]`],
  },
  {
    what: 'unknown names behind dashes, where half of them are known',
    lines: [
      ...['Stil', '- De haven wordt weer stil — GT', '- De molen draait — Dakpost'],
      ...['- Het dak lekt alweer — CNN', '- De brug blijft dicht — dicht'],
    ],
    expected: [
      ...['= Stil', 'De haven wordt weer stil [GT]', 'De molen draait [Dakpost]'],
      ...['Het dak lekt alweer [CNN]', 'De brug blijft dicht — dicht []'],
    ],
  },
  {
    what: 'lists without bullets below marked headings, and who is quoted',
    lines: [
      ...['Stil', lede, '🌊 Zee', 'Water', item, 'Bron: GT', '🌍 Land', 'Wind', other, 'Bron: CNN'],
      ...['💬 Gezegd', '“Een dak is een deur die je dicht houdt.” – Ine Put', '📅 Agenda'],
      ...['4 juni: markt op de kade', '6 juni: dansen'],
    ],
    expected: [
      ...['= Stil', lede, '# 🌊 Zee', `Water: ${item} [GT]`, '# 🌍 Land', `Wind: ${other} [CNN]`],
      ...['# 💬 Gezegd', '“Een dak is een deur die je dicht houdt.” – Ine Put []', '# 📅 Agenda'],
      ...['4 juni: markt op de kade []', '6 juni: dansen []'],
    ],
  },
  {
    what: 'a heading in capitals below the lede, above titles in bold type',
    lines: ['Stil', '', lede, '', 'WATER', 'Zee', item, 'Bron: GT', 'Wind', other, 'Bron: CNN'],
    levels: { 6: 'bold', 9: 'bold' },
    expected: ['= Stil', lede, '# WATER', `Zee: ${item} [GT]`, `Wind: ${other} [CNN]`],
  },
  {
    what: 'no source in a button below a mail',
    lines: [
      'Stil',
      lede,
      'Water',
      item,
      'Bron: GT',
      'Wind',
      other,
      'Bron: CNN',
      'De haven en haar boten drijven hier voorlopig verder zonder jullie. Afmelden',
    ],
    expected: ['= Stil', lede, ...titled],
  },
]

const bare: readonly Row[] = [
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

describe('the items of a newsletter', () => {
  const rows = [
    ...texts,
    ...written,
    ...asides,
    ...names,
    ...runIn,
    ...labels,
    ...heads,
    ...others,
    ...bare,
  ]
  it.each(rows)('reads $what', (row) => {
    expect(outline(row.lines, row.levels, [], row.leads)).toEqual(row.expected)
  })
})
