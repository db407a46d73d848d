// `edition score`: how well the parser reads the editions of a folder.
import fs from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import {
  addScores,
  expectedSchema,
  noScore,
  precision,
  recall,
  scoreEdition,
  type Count,
  type ExpectedEdition,
  type Score,
} from '#core/digest/score-edition'
import { readEdition } from './read-edition.ts'
import { complain, misuse, print, type ExitCode, type Request, type Verb } from './verb.ts'

export const scoreVerb: Verb = {
  use: 'score DIR [--json]',
  help: 'Prints precision and recall of headings, items and sources over the files with an .expected.json beside them.',
  options: [],
  switches: ['json'],
  run: score,
}

const ending = '.expected.json'
const measures = ['headings', 'items', 'sources'] as const

interface Scored {
  readonly name: string
  readonly score: Score
}

function score({ args, switches }: Request): ExitCode {
  const [folder, ...rest] = args
  if (folder === undefined || rest.length > 0) return misuse('score takes one folder')
  const scored = scoreFolder(folder)
  if (typeof scored === 'string') return complain(scored)
  const all = scored.map((one) => one.score).reduce(addScores, noScore)
  if (switches.has('json')) {
    const files = scored.map((one) => ({ file: one.name, ...figures(one.score) }))
    print(JSON.stringify({ files, ...figures(all) }, null, 2))
  } else {
    print(table([...scored, { name: 'all', score: all }]))
  }
  return 0
}

/** The scores by file, or what is wrong with the first file that cannot be read. */
function scoreFolder(folder: string): Scored[] | string {
  let names: string[]
  try {
    names = fs.readdirSync(folder).sort()
  } catch {
    return `${folder} is no folder that can be read`
  }
  const scored: Scored[] = []
  for (const expectedName of names.filter((name) => name.endsWith(ending))) {
    const stem = expectedName.slice(0, -ending.length)
    const expectedFile = path.join(folder, expectedName)
    const expected = readExpected(expectedFile)
    if (expected === null) return `${expectedFile} does not say what is expected`
    const name = names.find((other) => path.parse(other).name === stem)
    if (name === undefined) return `${expectedFile} has no edition beside it`
    const read = readEdition(path.join(folder, name), { format: 'text', encoding: null })
    if (!read.ok) return `${path.join(folder, name)} ${read.fault}`
    scored.push({ name, score: scoreEdition(read.parsed.edition, expected) })
  }
  return scored.length === 0 ? `${folder} has no file with ${ending} beside it` : scored
}

function readExpected(file: string): ExpectedEdition | null {
  try {
    const read = v.safeParse(expectedSchema, JSON.parse(fs.readFileSync(file, 'utf8')))
    return read.success ? read.output : null
  } catch {
    return null
  }
}

function figures(counts: Score): Record<string, Count & { precision: number; recall: number }> {
  return Object.fromEntries(
    measures.map((measure) => {
      const count = counts[measure]
      return [measure, { precision: precision(count), recall: recall(count), ...count }]
    }),
  )
}

function table(rows: readonly Scored[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length))
  const head = ['', ...measures.flatMap((measure) => [measure, ''])]
  const below = ['', ...measures.flatMap(() => ['precision', 'recall'])]
  const lines = rows.map(({ name, score: counts }) => [
    name,
    ...measures.flatMap((measure) => [
      precision(counts[measure]).toFixed(3),
      recall(counts[measure]).toFixed(3),
    ]),
  ])
  return [head, below, ...lines]
    .map(
      ([name = '', ...cells]) =>
        name.padEnd(width) + cells.map((cell) => cell.padStart(11)).join(''),
    )
    .join('\n')
}
