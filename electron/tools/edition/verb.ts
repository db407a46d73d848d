// What the verbs of the `edition` command have in common.
import type { ParseArgsOptionsConfig } from 'node:util'
import type { CageProcess } from '../../services/import/cage.ts'
import type { ProcessUsage } from '../../services/import/process-usage.ts'

/** 1 for bad input, 2 for bad arguments. */
export type ExitCode = 0 | 1 | 2

export interface Verb {
  /** The verb and its arguments, as help shows them. */
  readonly usage: string
  readonly help: string
  /** Besides `--help`, which every verb has. */
  readonly options: ParseArgsOptionsConfig
  /** Prints what it has to say; throws a `VerbFailure` when it cannot go on. */
  readonly run: (request: Request) => ExitCode | Promise<ExitCode>
}

/** What differs between the command on Node and in the installed program. */
export interface Host {
  readonly programVersion: string
  /** The path of the word list that is built with the program. */
  readonly words: string
  /** The path of the word list with glosses. */
  readonly glosses: string
  readonly startCage: () => CageProcess
  /** What a process takes; null once it has ended. */
  readonly processUsage: (pid: number) => Promise<ProcessUsage | null>
}

export interface Request {
  readonly host: Host
  readonly args: readonly string[]
  /** Those with a value, by their long names. */
  readonly options: Readonly<Record<string, string | undefined>>
  /** Those that may be given several times, by their long names. */
  readonly lists: Readonly<Record<string, readonly string[] | undefined>>
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

export function badInput(sentence: string): VerbFailure {
  return new VerbFailure(1, sentence)
}

export function misuse(sentence: string): VerbFailure {
  return new VerbFailure(2, `${sentence}; see --help`)
}
