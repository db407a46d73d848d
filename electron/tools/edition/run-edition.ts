// The `edition` command, on Node and in the installed program.
import { parseArgs } from 'node:util'
import { buildVerb } from './build.ts'
import { importVerb } from './import.ts'
import { lintVerb } from './lint.ts'
import { printError, print } from './output.ts'
import { lookUpVerb, wordsVerb } from './look-up.ts'
import { notesVerb } from './notes.ts'
import { parseVerb } from './parse.ts'
import { scoreVerb } from './score.ts'
import { searchVerb } from './search.ts'
import { teachVerb } from './teach.ts'
import { unpackVerb } from './unpack.ts'
import { misuse, VerbFailure, type ExitCode, type Host, type Verb } from './verb.ts'

const verbs: ReadonlyMap<string, Verb> = new Map([
  ['parse', parseVerb],
  ['teach', teachVerb],
  ['lint', lintVerb],
  ['build', buildVerb],
  ['unpack', unpackVerb],
  ['import', importVerb],
  ['search', searchVerb],
  ['score', scoreVerb],
  ['notes', notesVerb],
  ['lookup', lookUpVerb],
  ['words', wordsVerb],
])

function help(shown: Iterable<Verb>): ExitCode {
  for (const { usage, help: text } of shown) print(`  edition ${usage}\n      ${text}`)
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
    lists: Object.fromEntries(
      given.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.map(String)]] : [])),
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

function dispatch([name, ...args]: readonly string[], host: Host): ExitCode | Promise<ExitCode> {
  if (name === '--help' || name === '-h') return help(verbs.values())
  if (name === undefined) throw misuse('a verb is missing')
  const verb = verbs.get(name)
  if (verb === undefined) throw misuse(`there is no verb "${name}"`)
  return run(verb, args, host)
}

/** A file that cannot be read or written is bad input. Null for all other errors, which are faults of the program. */
function failureOf(error: unknown): VerbFailure | null {
  if (error instanceof VerbFailure) return error
  if (!(error instanceof Error) || !('syscall' in error)) return null
  const { code = 'unknown', path = 'a file' } = error as NodeJS.ErrnoException
  return new VerbFailure(1, `${path} cannot be read or written (${code})`)
}

/** Runs the verb that the arguments name. Prints what is wrong on standard error. */
export async function runEdition(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await dispatch(args, host)
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    printError(failure.message)
    return failure.code
  }
}
