import fs from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  addScores,
  expectedSchema,
  noScore,
  precision,
  recall,
  scoreEdition,
  type ExpectedEdition,
} from '../../../../electron/tools/edition/score-edition.ts'
import { parseDigest } from '../../../fixtures/parse-digest.ts'
import { besideProject } from '../../../fixtures/beside.ts'
import { skipWithout } from '../../skip-without.ts'

function score(text: string, expected: ExpectedEdition) {
  const result = parseDigest(text, { fileName: '' })
  if (!result.ok) throw new Error(result.reason)
  return scoreEdition(result.edition, expected)
}

const text = 'Stil\nWarmte\n*De haven wordt stil. GT\n*Het dorp blijft warm. SCMP, CNN'
const haven = { firstWords: 'De haven', sources: ['GT'] }
const dorp = { firstWords: 'Het dorp', sources: ['SCMP', 'CNN'] }
const all = (right: number, found: number, expected: number) => ({ right, found, expected })

describe('scoreEdition', () => {
  it.each<
    [
      what: string,
      expected: ExpectedEdition,
      headings: number[],
      items: number[],
      sources: number[],
    ]
  >([
    [
      'what is right',
      { sections: [{ heading: 'Warmte', items: [haven, dorp] }] },
      [1, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
    ],
    [
      'other white space',
      { sections: [{ heading: ' Warmte', items: [{ ...haven, firstWords: 'De\u00a0 haven' }] }] },
      [1, 1, 1],
      [1, 2, 1],
      [1, 3, 1],
    ],
    [
      'a heading that is missing',
      { sections: [{ heading: 'Koude', items: [haven, dorp] }] },
      [0, 1, 1],
      [2, 2, 2],
      [3, 3, 3],
    ],
    [
      'an item that is missing',
      {
        sections: [
          { heading: 'Warmte', items: [haven, dorp, { firstWords: 'De', sources: ['NYT'] }] },
        ],
      },
      [1, 1, 1],
      [2, 2, 3],
      [3, 3, 4],
    ],
    [
      'a source that is missing',
      {
        sections: [
          { heading: 'Warmte', items: [haven, { ...dorp, sources: ['SCMP', 'BBC', 'NYT'] }] },
        ],
      },
      [1, 1, 1],
      [2, 2, 2],
      [2, 3, 4],
    ],
    [
      'a whole text that differs',
      { sections: [{ heading: 'Warmte', items: [{ text: 'De haven', sources: ['GT'] }] }] },
      [1, 1, 1],
      [0, 2, 1],
      [0, 3, 1],
    ],
    [
      'a title that differs',
      { sections: [{ heading: 'Warmte', items: [{ ...haven, title: 'Haven' }] }] },
      [1, 1, 1],
      [0, 2, 1],
      [0, 3, 1],
    ],
  ])('counts %s', (_, expected, headings, items, sources) => {
    const count = ([right = 0, found = 0, wanted = 0]: number[]) => all(right, found, wanted)
    expect(score(text, expected)).toEqual({
      headings: count(headings),
      items: count(items),
      sources: count(sources),
    })
  })

  it('gives precision and recall, also of nothing', () => {
    expect([precision(all(1, 2, 4)), recall(all(1, 2, 4))]).toEqual([0.5, 0.25])
    expect([precision(all(0, 0, 4)), recall(all(0, 2, 0))]).toEqual([1, 1])
  })

  it('adds the counts of several editions', () => {
    const one = score(text, { sections: [{ heading: 'Warmte', items: [haven, dorp] }] })
    expect(addScores(one, addScores(one, noScore)).sources).toEqual(all(6, 6, 6))
  })
})

it('finds all of the sample', (context) => {
  const names = ['digests/techtrends-2024-07.txt', 'digests/techtrends-2024-07.expected.json']
  skipWithout(context, ...names)
  const [sample = '', structure = ''] = names.map((name) =>
    fs.readFileSync(besideProject(name), 'utf8'),
  )
  const found = score(sample, v.parse(expectedSchema, JSON.parse(structure)))
  for (const count of Object.values(found)) {
    expect([precision(count), recall(count)]).toEqual([1, 1])
  }
})
