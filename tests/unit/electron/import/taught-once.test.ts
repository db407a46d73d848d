// Four issues of a digest in each of three forms: the first is mended, and the others are read so.
import { expect, it } from 'vitest'
import { noForm, type Form } from '#core/series/form'
import { withLooks } from '#core/document/kept-looks'
import { readEdition, teachForm } from '../../../../electron/services/import/read-edition.ts'

type Section = readonly [rubric: string, ...items: (readonly [title: string, text: string])[]]

const kade = 'De kade is dicht tot de herfst, omdat de muur eronder zakt. Fietsers rijden om.'
const brug = 'De brug gaat weer open. Het dek is vernieuwd, en de leuning komt volgend jaar.'
const markt = 'Op de markt staan voorlopig minder kramen. De gemeente zoekt een ander plein.'
const dak = 'Het dak van de school lekt al sinds de winter. Ouders zetten zelf emmers neer.'

const issues: readonly (readonly Section[])[] = [
  [
    ['Aan het water', ['Kade dicht vanaf maandag.', kade], ['Brug na een jaar weer open.', brug]],
    ['In het dorp', ['Minder kramen op de markt.', markt], ['Emmers onder het schooldak.', dak]],
  ],
  [
    ['Aan het water', ['Nieuwe leuning voor de brug.', brug]],
    ['In het dorp', ['Dak van de school gedicht.', dak], ['Markt verhuist naar het plein.', markt]],
  ],
  [
    [
      'Op het land',
      ['Kade krijgt een nieuwe muur.', kade],
      ['Plein te klein voor de markt.', markt],
    ],
    ['In het dorp', ['Ouders ruimen hun emmers op.', dak]],
  ],
  [['Aan het water', ['Fietsers terug op de kade.', kade], ['Brug dicht voor de verf.', brug]]],
]

const foot = 'Deze brief komt elke vrijdag uit.'

function page(sections: readonly Section[]): string {
  const lines = sections.flatMap(([rubric, ...items]) => [
    `<p class="rubriek">${rubric}</p>`,
    ...items.flatMap(([title, text]) => [
      `<p class="kop">${title}</p>`,
      `<p class="tekst">${text}</p>`,
    ]),
  ])
  return `<title>Dorpsblad</title>${lines.join('\n')}<p class="voet">${foot}</p>`
}

function mail(sections: readonly Section[]): string {
  const rows = sections.flatMap(([rubric, ...items]) => [
    `<td style="color: #999999; font-size: 12px">${rubric}</td>`,
    ...items.flatMap(([title, text]) => [
      `<td style="font-size: 16px; font-weight: bold">${title}</td>`,
      `<td style="font-size: 16px">${text}</td>`,
    ]),
  ])
  const table = `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`
  const head = 'From: blad@dorp.example\r\nSubject: Dorpsblad\r\nContent-Type: text/html\r\n\r\n'
  return `${head}${table}<p style="text-align: center">${foot}</p>`
}

function plain(sections: readonly Section[]): string {
  const lines = sections.flatMap(([rubric, ...items]) => [
    rubric,
    '',
    ...items.flatMap(([title, text]) => [`  ${title}`, `  ${text}`, '']),
  ])
  return ['Dorpsblad', '', ...lines, foot].join('\n')
}

const forms = [
  { name: 'blad.html', write: page },
  { name: 'blad.eml', write: mail },
  { name: 'blad.txt', write: plain },
]

const fileOf = (text: string, name: string) => ({
  ...{ bytes: Buffer.from(text), format: null, encoding: null },
  name,
})

async function sectionsIn(text: string, name: string, form: Form | null): Promise<unknown> {
  const read = await readEdition(fileOf(text, name), form)
  if (!read.ok) throw new Error(read.reason)
  return read.value.edition.sections.map(({ heading, items }) => [
    heading,
    ...items.map(({ title, text: own }) => [title, own]),
  ])
}

async function taughtBy(text: string, name: string, sections: readonly Section[]): Promise<Form> {
  const outline = {
    ...{ title: 'Dorpsblad', alsoTitle: [], lede: null, furniture: [foot], optional: [] },
    sections: sections.map(([heading, ...items]) => ({
      heading,
      items: items.map(([title, first]) => ({ title, first, more: [] })),
    })),
  }
  const read = await readEdition(fileOf(text, name))
  if (!read.ok) throw new Error(read.reason)
  const document = withLooks(read.value.document, read.value.looks)
  const taught = teachForm(noForm, document, { by: 'outline', outline })
  if (!taught.ok) throw new Error(taught.reason)
  return taught.value
}

it.each(forms)(
  'reads the issues that follow one that was mended: $name',
  async ({ name, write }) => {
    const [first = [], ...others] = issues
    const form = await taughtBy(write(first), name, first)
    for (const issue of others) {
      expect(await sectionsIn(write(issue), name, null)).not.toEqual(issue)
      expect(await sectionsIn(write(issue), name, form)).toEqual(issue)
    }
  },
)

it.each(forms)('leaves an issue of another series as it is: $name', async ({ name, write }) => {
  const [first = []] = issues
  const form = await taughtBy(write(first), name, first)
  const other = forms[(forms.findIndex((one) => one.name === name) + 1) % forms.length]
  if (other === undefined) throw new Error('there is one form only')
  const text = other.write(first)
  const untaught = await sectionsIn(text, other.name, null)
  expect(await sectionsIn(text, other.name, form)).toEqual(untaught)
})

it('takes the date of an edition from a line that it leaves out', async () => {
  const [first = [], second = []] = issues
  const dated = (sections: readonly Section[], day: string): string =>
    page(sections).replace('</title>', `</title><p class="dag">Nummer twaalf | ${day} | Gratis</p>`)
  const form = await taughtBy(dated(first, '4 mei 2030'), 'blad.html', first)
  const file = fileOf(dated(second, '11 mei 2030'), 'blad.html')
  const read = await readEdition(file, form)
  expect(read).toMatchObject({ value: { edition: { lede: null, date: { value: '2030-05-11' } } } })
})
