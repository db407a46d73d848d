// The `edition` command, wherever it runs.
import { parseArgs } from 'node:util'
import { buildVerb } from './build.ts'
import { importVerb } from './import.ts'
import { lintVerb } from './lint.ts'
import { complain, print } from './output.ts'
import { parseVerb } from './parse.ts'
import { scoreVerb } from './score.ts'
import { searchVerb } from './search.ts'
import { unpackVerb } from './unpack.ts'
import { misuse, VerbFailure, type ExitCode, type Host, type Verb } from './verb.ts'

const verbs: ReadonlyMap<string, Verb> = new Map([
  ['parse', parseVerb],
  ['lint', lintVerb],
  ['build', buildVerb],
  ['unpack', unpackVerb],
  ['import', importVerb],
  ['search', searchVerb],
  ['score', scoreVerb],
])

function help(shown: Iterable<Verb>): ExitCode {
  for (const { use, help: text } of shown) print(`  edition ${use}\n      ${text}`)
  return 0
}

function run(verb: Verb, args: readonly string[], host: Host): ExitCode | Promise<ExitCode> {
  const { values, positionals } = parse(verb, args)
  const given = Object.entries(values)
  if (values.help === true) return help([verb])
  return verb.run({
    host,
    args: positionals,
    options: Object.fromEntries(
      given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
    switches: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
  })
}

function parse(verb: Verb, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...verb.options, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw misuse(firstSentence(error))
  }
}

function firstSentence(error: unknown): string {
  const [sentence = 'bad use'] = error instanceof Error ? error.message.split(/\.\s|\n/u) : []
  return sentence
}

function choose([name, ...args]: readonly string[], host: Host): ExitCode | Promise<ExitCode> {
  if (name === '--help' || name === '-h') return help(verbs.values())
  if (name === undefined) throw misuse('a verb is missing')
  const verb = verbs.get(name)
  if (verb === undefined) throw misuse(`there is no verb "${name}"`)
  return run(verb, args, host)
}

/** A file that cannot be read or written is bad input; an error without such a cause is a mistake of ours. */
function failureOf(error: unknown): VerbFailure | null {
  if (error instanceof VerbFailure) return error
  if (!(error instanceof Error) || !('syscall' in error)) return null
  const { code = 'unknown', path = 'a file' } = error as NodeJS.ErrnoException
  return new VerbFailure(1, `${path} cannot be read or written (${code})`)
}

/** Does what the arguments say, and says what is wrong with them on standard error. */
export async function runEdition(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await choose(args, host)
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    complain(failure.message)
    return failure.code
  }
}
