// A mail that answers another one, by itself: one text, with who wrote it and when.
import { describe, expect, it } from 'vitest'
import { readEdition } from '../../../../electron/services/import/read-edition.ts'

const said = [
  'Op 21 juni schreef Mina Vos:',
  '> Is de brug bij de sluis weer open?',
  '> Of moeten wij nog omvaren?',
  '',
  'Wat weten we nu',
  '',
  'De brug is open sinds maandag, en dat blijft zo tot de herfst.',
  '',
  'Hoe nu verder',
  '',
  'Op 1 oktober gaat hij weer dicht voor de schilders, zegt de gemeente.',
]

async function read(...head: readonly string[]) {
  const lines = [
    'From: Ko de Wit <k@kade.example>',
    'Date: Sat, 22 Jun 2024 09:00:00 +0200',
    ...head,
  ]
  const bytes = Buffer.from([...lines, ...(head.includes('') ? [] : ['', ...said])].join('\r\n'))
  const edition = await readEdition({ bytes, name: 'brief.eml', format: null, encoding: null })
  if (!edition.ok) throw new Error(edition.reason)
  return edition.value.edition
}

describe('an answer', () => {
  it.each([
    ['In-Reply-To: <1@kade.example>', 'Subject: Re: De brug'],
    ['References: <1@kade.example>', 'Subject: [Kade] AW: De brug'],
  ])('is one item without a heading, ends with its writer and day: %s, %s', async (...head) => {
    const { sections, date } = await read(...head)
    expect(date?.value).toBe('2024-06-22')
    expect(sections.map(({ heading, items }) => [heading, items.length])).toEqual([[null, 1]])
    const [item] = sections[0]?.items ?? []
    expect(item?.title).toBeNull()
    expect(item?.text).toContain(
      '> Is de brug bij de sluis weer open?\n> Of moeten wij nog omvaren?',
    )
    expect(item?.text).toContain('\n\nHoe nu verder\n\n')
    expect(item?.text).toMatch(/— Ko de Wit, 22 juni 2024$/u)
    expect(item?.text.match(/— Ko de Wit/gu)).toHaveLength(1)
  })

  it.each([
    ['only says so in its subject', 'Subject: Re: De brug', 'X: y'],
    [
      'is the next of a newsletter that names its last one',
      'References: <1@kade.example>',
      'Subject: De brug',
    ],
    ['was sent on', 'References: <1@kade.example>', 'Subject: Fwd: De brug'],
  ])('is none that %s', async (_, ...head) => {
    const { sections } = await read(...head)
    expect(sections.flatMap(({ items }) => items).length).toBeGreaterThan(1)
  })

  it('keeps its own words above a short mail that it quotes, and says no address', async () => {
    const original = [
      ...['Bij ons ook, en al sinds vrijdag.', ''],
      ...['-----Oorspronkelijk bericht-----', 'Van: Vos, Mina', '[mailto:m.vos@kade.example]'],
      ...['Verzonden: vrijdag 21 juni 2024 18:02', 'Aan: k@kade.example', 'Onderwerp: De brug', ''],
      'De brug is open.',
    ]
    const edition = await read('Subject: RE: De brug', '', ...original)
    expect([edition.title, edition.date?.value]).toEqual(['De brug', '2024-06-22'])
    const text = JSON.stringify(edition)
    expect(text).toContain('Bij ons ook, en al sinds vrijdag.')
    expect(text).toContain('De brug is open.')
    expect(text).not.toContain('kade.example')
  })
  it('quotes all of a mail below its head, as programs do that put no marks', async () => {
    const original = [
      ...['Bij ons ook, en al sinds vrijdag.', '', 'Van: Vos, Mina [mailto:m.vos@kade.example]'],
      ...['Verzonden: vrijdag 21 juni 2024 18:02', 'Aan: k@kade.example', 'Onderwerp: De brug', ''],
      ...['De brug is open.', '', '- Ook voor auto’s'],
    ]
    const head = ['In-Reply-To: <1@kade.example>', 'Subject: RE: De brug', '']
    const { sections } = await read(...head, ...original)
    expect(sections[0]?.items[0]?.text.split('\n\n')).toEqual([
      'Bij ons ook, en al sinds vrijdag.',
      '> Van: Vos, Mina [mailto:…]\n> Verzonden: vrijdag 21 juni 2024 18:02\n> Aan: …\n> Onderwerp: De brug',
      '> De brug is open.',
      '> - Ook voor auto’s',
      '— Ko de Wit, 22 juni 2024',
    ])
  })
})
