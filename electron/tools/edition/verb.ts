// What every verb of the `edition` command is made of.

/** Bad input ends with 1, bad use with 2. */
export type ExitCode = 0 | 1 | 2

export interface Verb {
  /** The verb and its arguments, as help shows them. */
  readonly use: string
  readonly help: string
  /** Options that take a value, and switches, by their names without dashes. */
  readonly options: readonly string[]
  readonly switches: readonly string[]
  readonly run: (request: Request) => ExitCode
}

export interface Request {
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  readonly switches: ReadonlySet<string>
}

/** Says in one line what is wrong with the input. */
export function complain(sentence: string): ExitCode {
  process.stderr.write(`${sentence}\n`)
  return 1
}

/** Says in one line what is wrong with the command. */
export function misuse(sentence: string): ExitCode {
  process.stderr.write(`${sentence}; see --help\n`)
  return 2
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
