// Files that come in at once, and weeks that are alike.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isUnsure } from '../../../../src/core/edition/remark.ts'
import { anAdding, digest, fog, sluice } from './an-adding.ts'

const adding = anAdding()
const { place, proofOf, keep } = adding

describe('adding many files', () => {
  const write = (name: string, content: string): string => {
    fs.writeFileSync(place.file(name), content)
    return place.file(name)
  }
  const files = (): string[] => [
    write('a-2024-07-05.txt', digest(sluice)),
    write('leeg.txt', ''),
    write('b-2024-07-12.txt', digest(fog)),
    write('c-2024-07-05.txt', digest(sluice)),
  ]

  it('keeps them at once, not looked over, and says what did not come in', async () => {
    const outcome = await adding.imports.add({ kind: 'files', paths: files() })
    expect(outcome).toEqual({
      ok: true,
      kind: 'kept',
      summary: {
        kept: 2,
        added: [
          { id: expect.any(String) as string, revision: 1, replaced: null },
          { id: expect.any(String) as string, revision: 1, replaced: null },
        ],
        taught: 0,
        known: 1,
        mended: [],
        failures: [{ file: 'leeg.txt', reason: 'empty' }],
        isCancelled: false,
        refusal: null,
      },
    })
    expect(adding.library.list().entries.map(({ reviewed }) => reviewed)).toEqual([false, false])
  })

  it('keeps with each how many questions about it are open, until it is looked over', async () => {
    await adding.imports.add({ kind: 'files', paths: files() })
    const [entry] = adding.library.list().entries
    const outcome = await adding.imports.review(entry?.id ?? '')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    const { remarks, edition, id } = outcome.proof
    expect(entry?.questions).toBeGreaterThan(0)
    expect(entry?.questions).toBe(remarks.filter(isUnsure).length)
    await keep(id, edition)
    expect(
      adding.library.list().entries.find((one) => one.id === entry?.id)?.questions,
    ).toBeUndefined()
  })

  it('ends when it is cancelled; what was kept stays', async () => {
    adding.onKeeping = () => adding.imports.cancel(1)
    const outcome = await adding.imports.add({ kind: 'files', paths: files() })
    expect(outcome).toMatchObject({ summary: { kept: 1, isCancelled: true } })
    expect(adding.library.list().entries).toHaveLength(1)
  })

  it('goes on when another adding is cancelled', async () => {
    const paths = files()
    let isFirst = true
    adding.onKeeping = () => {
      if (isFirst) adding.imports.cancel(2)
      isFirst = false
    }
    const [added, taken] = await Promise.all([
      adding.imports.add({ kind: 'files', paths }),
      adding.imports.keepFiles(paths, () => true),
    ])
    expect(added).toMatchObject({ summary: { isCancelled: false } })
    expect(taken.isCancelled).toBe(true)
  })

  it('goes side by side with another adding, and takes no file twice', async () => {
    const paths = files()
    const [added, taken] = await Promise.all([
      adding.imports.add({ kind: 'files', paths }),
      adding.imports.keepFiles(paths, () => true),
    ])
    if (!added.ok || added.kind !== 'kept') throw new Error('not kept')
    expect(added.summary.kept + taken.kept).toBe(2)
    expect(added.summary.known + taken.known).toBe(4)
    expect(adding.library.list().entries.map(({ revision }) => revision)).toEqual([1, 1])
  })

  it('leaves a look at each for later, which makes it a revision that was looked over', async () => {
    await adding.imports.add({ kind: 'files', paths: files() })
    const [entry] = adding.library.list().entries
    const outcome = await adding.imports.review(entry?.id ?? '')
    if (!outcome.ok || outcome.kind !== 'proof') throw new Error('no proof')
    await keep(outcome.proof.id, { ...outcome.proof.edition, title: 'Nagekeken' })
    expect(adding.library.list().entries).toContainEqual(
      expect.objectContaining({ id: entry?.id, revision: 2, reviewed: true, title: 'Nagekeken' }),
    )
    expect(await adding.imports.review('nergens')).toMatchObject({ ok: false })
  })
})

describe('weeks with one title', () => {
  const weeks = [
    ['Een kraan staat stil in het dok.', 'Het pontje vaart weer op zondag.'],
    ['Boeren zaaien gras op de dijk.', 'De brug blijft de hele zomer open.'],
    ['Een loods kreeg nieuwe ramen van glas.', 'Vissers meten zout in het kanaal.'],
  ]
  const standing = 'Reageren op dit blad kan bij het kantoor aan de kade.'
  const take = (names: readonly string[]): Promise<unknown> => {
    for (const [index, name] of names.entries())
      fs.writeFileSync(
        place.file(name),
        ['Havenblad', ...(weeks[index] ?? []), standing]
          .map((line, place) => (place === 0 ? line : `* ${line} Bode`))
          .join('\n\n'),
      )
    const paths = names.map((name) => place.file(name))
    return adding.imports.add({ kind: 'files', paths })
  }

  it.each([
    ['without a date', ['week27.txt', 'week28.txt', 'week29.txt']],
    ['of one month', ['a-2024-07.txt', 'b-2024-07.txt', 'c-2024-07.txt']],
  ])('stay three editions %s, also with an item that stands in each', async (_, names) => {
    expect(await take(names)).toMatchObject({ summary: { kept: 3, known: 0, failures: [] } })
    expect(adding.library.list().entries).toMatchObject(Array(3).fill({ revision: 1, items: 3 }))
    expect(await take(names)).toMatchObject({ summary: { kept: 0, known: 3 } })
  })
})

describe('weeks of the same sentences', () => {
  const prices = (title: string, ...cents: number[]): string =>
    [
      title,
      ...['Tomaten', 'Appels', 'Peren', 'Pruimen'].map(
        (fruit, index) =>
          `* ${fruit} gingen op de veiling van de polder weg voor ${String(cents[index])} cent per kilo. Bode`,
      ),
    ].join('\n\n')
  const takeIn = async (name: string, content: string): Promise<void> => {
    fs.writeFileSync(place.file(name), content)
    expect(await adding.imports.keepFile(place.file(name))).toEqual({ ok: true, isNew: true })
  }
  const kept = (): unknown[] =>
    adding.library.list().entries.map(({ title, revision }) => [title, revision])

  it('all stay in the library, told apart by their days or by the numbers in their titles', async () => {
    await takeIn('a-2024-01-05.txt', prices('Marktbericht', 90, 120, 76, 55))
    await takeIn('a-2024-01-12.txt', prices('Marktbericht', 84, 69, 81, 52))
    await takeIn('b.txt', prices('Veilingblad week 3', 90, 121, 77, 56))
    await takeIn('c.txt', prices('Veilingblad week 4', 85, 70, 82, 53))
    expect(kept().sort()).toEqual([
      ['Marktbericht', 1],
      ['Marktbericht', 1],
      ['Veilingblad week 3', 1],
      ['Veilingblad week 4', 1],
    ])
  })

  it('take no place unasked where nothing but the prices differs', async () => {
    await takeIn('a.txt', prices('Marktbericht', 90, 120, 76, 55))
    const proof = await proofOf('b.txt', prices('Marktbericht', 84, 69, 81, 52))
    expect(proof.replaces).toMatchObject({ title: 'Marktbericht', isLikely: false })
    await takeIn('c.txt', prices('Marktbericht', 84, 69, 81, 52))
    expect(kept()).toEqual([
      ['Marktbericht', 1],
      ['Marktbericht', 1],
    ])
  })

  it('all stay also where no text has a number', async () => {
    const told = (one: string, other: string): string =>
      `Marktbericht\n\n* Tomaten waren op de veiling van de polder ${one} dan vorige week. Bode\n\n* Appels waren op de veiling van de polder ${other} dan vorige week. Bode\n`
    await takeIn('a-2024-01-05.txt', told('duurder', 'goedkoper'))
    await takeIn('a-2024-01-12.txt', told('goedkoper', 'duurder'))
    expect(kept()).toEqual([
      ['Marktbericht', 1],
      ['Marktbericht', 1],
    ])
  })

  it('are one edition on one day, whatever was corrected', async () => {
    await takeIn('a-2024-01-05.txt', prices('Marktbericht', 90, 120, 76, 55))
    await takeIn('b-2024-01-05.txt', prices('Marktbericht', 84, 69, 81, 52))
    expect(kept()).toEqual([['Marktbericht', 2]])
  })

  it('are one edition when one price was corrected, and the day with it', async () => {
    await takeIn('a-2024-01-05.txt', prices('Marktbericht', 90, 120, 76, 55))
    await takeIn('a-2024-01-06.txt', prices('Marktbericht', 90, 120, 77, 55))
    expect(kept()).toEqual([['Marktbericht', 2]])
  })
})
