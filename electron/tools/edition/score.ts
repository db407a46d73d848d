// `edition score`: measures how well the parser reads the editions of a folder.
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
} from './score-edition.ts'
import type { Cage } from '../../services/import/cage.ts'
import { decodeText } from '../../services/documents/decode-text.ts'
import { isEditionName } from '../../services/documents/formats.ts'
import { readInput } from './input.ts'
import { print } from './output.ts'
import { readDigest } from './read-edition.ts'
import { badInput, misuse, type ExitCode, type Request, type Verb } from './verb.ts'
import { withCage } from './with-cage.ts'

export const scoreVerb: Verb = {
  usage: 'score DIR [--json]',
  help: 'Prints precision and recall of headings, items and sources over the files with an .expected.json beside them.',
  options: { json: { type: 'boolean' } },
  run: score,
}

const ending = '.expected.json'
const measures = ['headings', 'items', 'sources'] as const

interface Scored {
  readonly name: string
  readonly score: Score
}

async function score({ args, switches, host }: Request): Promise<ExitCode> {
  const [folder, ...rest] = args
  if (folder === undefined || rest.length > 0) throw misuse('score takes one folder')
  const scored = await withCage(host, (cage) => scoreFolder(cage, folder))
  const all = scored.map((one) => one.score).reduce(addScores, noScore)
  if (switches.has('json')) {
    const files = scored.map((one) => ({ file: one.name, ...figures(one.score) }))
    print(JSON.stringify({ files, ...figures(all) }, null, 2))
  } else {
    print(table([...scored, { name: 'all', score: all }]))
  }
  return 0
}

/** The scores by file; throws a `VerbFailure` for the first file that cannot be read. */
async function scoreFolder(cage: Cage, folder: string): Promise<Scored[]> {
  const names = namesIn(folder)
  const scored: Scored[] = []
  for (const expectedName of names.filter((name) => name.endsWith(ending))) {
    const stem = expectedName.slice(0, -ending.length)
    const expectedFile = path.join(folder, expectedName)
    const expected = await readExpected(expectedFile)
    const name = names.find((other) => isEditionName(other) && path.parse(other).name === stem)
    if (name === undefined) throw badInput(`${expectedFile} has no edition beside it`)
    const file = path.join(folder, name)
    const { edition } = await readDigest(cage, file, { format: null, encoding: null })
    scored.push({ name, score: scoreEdition(edition, expected) })
  }
  if (scored.length === 0) throw badInput(`${folder} has no file with ${ending} beside it`)
  return scored
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort()
  } catch {
    throw badInput(`${folder} is no folder that can be read`)
  }
}

async function readExpected(file: string): Promise<ExpectedEdition> {
  const bytes = await readInput(file)
  try {
    return v.parse(expectedSchema, JSON.parse(decodeText(bytes, null)))
  } catch {
    throw badInput(`${file} does not say what is expected`)
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
