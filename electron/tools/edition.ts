// The `edition` command: `npm run -s edition -- <verb>`.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { lintVerb } from './edition/lint.ts'
import { parseVerb } from './edition/parse.ts'
import { scoreVerb } from './edition/score.ts'
import { misuse, print, type ExitCode, type Verb } from './edition/verb.ts'

const verbs: ReadonlyMap<string, Verb> = new Map([
  ['parse', parseVerb],
  ['lint', lintVerb],
  ['score', scoreVerb],
])

function help(shown: Iterable<Verb>): ExitCode {
  for (const { use, help: text } of shown) print(`  edition ${use}\n      ${text}`)
  return 0
}

function run(verb: Verb, args: readonly string[]): ExitCode {
  const options: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' } }
  for (const name of verb.options) options[name] = { type: 'string' }
  for (const name of verb.switches) options[name] = { type: 'boolean' }
  let parsed
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    return misuse(firstSentence(error))
  }
  const given = Object.entries(parsed.values)
  if (parsed.values.help === true) return help([verb])
  return verb.run({
    args: parsed.positionals,
    options: Object.fromEntries(
      given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
    switches: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
  })
}

function firstSentence(error: unknown): string {
  const [sentence = 'bad use'] = error instanceof Error ? error.message.split(/\.\s|\n/u) : []
  return sentence
}

function main([name, ...args]: readonly string[]): ExitCode {
  if (name === '--help' || name === '-h') return help(verbs.values())
  if (name === undefined) return misuse('a verb is missing')
  const verb = verbs.get(name)
  return verb === undefined ? misuse(`there is no verb "${name}"`) : run(verb, args)
}

process.exitCode = main(process.argv.slice(2))
