// What authors do beside their habits, and what stands next to titles, sources and headings without being one of them.
import { describe, expect, it } from 'vitest'
import { outline, type Level } from '../../../fixtures/digest-outline.ts'

const lede =
  'Deze week varen we mee op een sleepboot zonder motor. Daarna kijken we naar een dorp dat warmte opslaat. We eindigen op een dak.'
const item =
  'De haven wil dat sleepboten vanaf volgend jaar zonder motorgeluid varen, en de rederijen vragen om steun om dat te doen.'
const other =
  'Een dorp van tweehonderd huizen bewaart zijn warmte onder het plein en deelt die in de winter met de school en het zwembad.'
const third =
  'Op het dak van de school komt een tuin, en wie er wil werken kan zich tot het einde van de maand bij de directie melden.'

interface Row {
  readonly what: string
  readonly lines: readonly string[]
  readonly levels?: Readonly<Record<number, Level>>
  readonly expected: readonly string[]
}

const top = ['Stil', '', lede, '']
const read = ['= Stil', lede]

const names: readonly Row[] = [
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
      ...[`${third} (CNN)`, `${item} (Zeitung von Kiel)`, `${other} (iets anders van Sport)`],
    ],
    expected: [
      ...[...read, '# Water', `${item} [La Posta dello Porto]`, `${other} [GT]`, '# Wind'],
      ...[`${third} [CNN]`, `${item} [Zeitung von Kiel]`, `${other} (iets anders van Sport) []`],
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
        'op steun van de rederij van de haven.',
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
      'De haven wil dat sleepboten vanaf volgend jaar zonder geluid varen, en iedereen wacht nu toch op steun van de rederij van de haven. [Noord Post]',
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

const titles: readonly Row[] = [
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

const around: readonly Row[] = [
  {
    what: 'a heading in capitals below a line of contents, above marked titles',
    lines: [
      ...['Stil', '', 'INHOUD: Zee / Land', '', 'ZEE', '', 'Water', '-----', item, 'Bron: GT', ''],
      ...['Wind', '----', other, 'Bron: CNN', '', 'LAND', '', 'Dorp', '----', third, 'Bron: GT'],
    ],
    expected: [
      ...['= Stil', '# ZEE', `Water: ${item} [GT]`, `Wind: ${other} [CNN]`, '# LAND'],
      `Dorp: ${third} [GT]`,
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

describe('what stands beside the habits of an author', () => {
  it.each([...names, ...titles, ...around])('finds $what', ({ lines, levels, expected }) => {
    expect(outline(lines, levels)).toEqual(expected)
  })
})
