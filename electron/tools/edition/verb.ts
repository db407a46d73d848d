// What every verb of the `edition` command is made of.
import type { ParseArgsOptionsConfig } from 'node:util'
import type { CageProcess } from '../../services/import/cage.ts'

/** Bad input ends with 1, bad use with 2. */
export type ExitCode = 0 | 1 | 2

export interface Verb {
  /** The verb and its arguments, as help shows them. */
  readonly use: string
  readonly help: string
  /** `--help` comes with every verb. */
  readonly options: ParseArgsOptionsConfig
  /** Prints what it has to say; throws a `VerbFailure` when it cannot go on. */
  readonly run: (request: Request) => ExitCode | Promise<ExitCode>
}

/** What differs between the command on Node and in the installed program. */
export interface Host {
  readonly programVersion: string
  /** The word list that is built with the program. */
  readonly words: string
  readonly startCage: () => CageProcess
  /** Bytes that a process holds; null once it is gone. */
  readonly residentMemory: (pid: number) => Promise<number | null>
}

export interface Request {
  readonly host: Host
  readonly args: readonly string[]
  /** Those with a value, by their long names. */
  readonly options: Readonly<Record<string, string | undefined>>
  /** Those without. */
  readonly switches: ReadonlySet<string>
}

/** Ends a verb with one line on standard error and this code. */
export class VerbFailure extends Error {
  readonly code: ExitCode

  constructor(code: ExitCode, sentence: string) {
    super(sentence)
    this.code = code
  }
}

/** For what is wrong with the input. */
export function badInput(sentence: string): VerbFailure {
  return new VerbFailure(1, sentence)
}

/** For what is wrong with the command. */
export function misuse(sentence: string): VerbFailure {
  return new VerbFailure(2, `${sentence}; see --help`)
}
