// The `edition` command: `npm run -s edition -- <verb>`.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseDigest, type DigestFailure } from '#core/edition/parse-digest'

/** Bad input ends with 1, bad use with 2. */
type ExitCode = 0 | 1 | 2

interface Verb {
  readonly use: string
  readonly help: string
  readonly run: (args: readonly string[]) => ExitCode
}

const failures: Readonly<Record<DigestFailure, string>> = {
  empty: 'is empty',
  binary: 'is not text',
  'line-too-long': 'has a line that is too long for a digest',
}

const verbs: Readonly<Record<string, Verb>> = {
  parse: {
    use: 'parse FILE',
    help: 'Reads a plain-text digest in UTF-8 and prints its title, lede, figure, sections, items and sources as JSON.',
    run: parse,
  },
}

function parse([file, ...rest]: readonly string[]): ExitCode {
  if (file === undefined || rest.length > 0) return misuse('parse takes one file')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(fs.readFileSync(file))
  } catch (error) {
    const reason = error instanceof TypeError ? 'is not text in UTF-8' : 'cannot be read'
    return complain(`${file} ${reason}`)
  }
  const parsed = parseDigest(text, { fileName: path.basename(file) })
  if (!parsed.ok) return complain(`${file} ${failures[parsed.reason]}`)
  process.stdout.write(`${JSON.stringify(parsed.edition, null, 2)}\n`)
  return 0
}

function complain(sentence: string): ExitCode {
  process.stderr.write(`${sentence}\n`)
  return 1
}

function misuse(sentence: string): ExitCode {
  process.stderr.write(`${sentence}; see --help\n`)
  return 2
}

function help(shown: readonly Verb[]): ExitCode {
  const lines = shown.map(({ use, help: text }) => `  edition ${use}\n      ${text}`)
  process.stdout.write(`${lines.join('\n')}\n`)
  return 0
}

function main(): ExitCode {
  let parsed
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    return misuse(error instanceof Error ? error.message : 'bad use')
  }
  const [name, ...rest] = parsed.positionals
  const verb = name === undefined ? undefined : verbs[name]
  if (parsed.values.help === true) return help(verb === undefined ? Object.values(verbs) : [verb])
  if (verb === undefined)
    return misuse(name === undefined ? 'a verb is missing' : `there is no verb "${name}"`)
  return verb.run(rest)
}

process.exitCode = main()
