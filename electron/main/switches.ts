// What the command line asks for, and what it may not ask for.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isLinkAttempt, parseEditionLink } from '#core/edition/edition-link'
import type { FollowedLink } from '#core/desktop-api'

export interface ProgramSwitches {
  /** A file to open instead of the bundled edition, in any format that can be imported. */
  readonly edition: string | null
  /** Edition packages that were clicked on: all arguments that name one. */
  readonly packages: readonly string[]
  /** The last address of an edition among the arguments; `refused` when it is none of ours, although it says so. */
  readonly link: FollowedLink | null
  readonly profile: string | null
  readonly language: string | null
}

/**
 * The value of `--name=value` or `--name value`, the last one when it is given more than once. What follows `--name` is
 * no value when it is a switch itself.
 */
function valueOf(args: readonly string[], name: string): string | null {
  let value: string | null = null
  for (const [index, argument] of args.entries()) {
    if (argument.startsWith(`--${name}=`)) value = argument.slice(name.length + 3)
    else if (argument === `--${name}`) {
      const next = args[index + 1]
      value = next === undefined || next.startsWith('--') ? null : next
    }
  }
  return value === '' ? null : value
}

/** Reads the program's own switches; relative paths are taken from `folder`. */
export function readSwitches(args: readonly string[], folder: string): ProgramSwitches {
  const edition = valueOf(args, 'edition')
  const profile = valueOf(args, 'user-data-dir')
  const clicked = args.filter(
    (one, index) =>
      !one.startsWith('-') && /\.editie$/i.test(one) && args[index - 1] !== '--edition',
  )
  const link = args.findLast(isLinkAttempt)
  return {
    edition: edition === null ? null : path.resolve(folder, edition),
    packages: clicked
      .filter((one) => !isLinkAttempt(one))
      .flatMap((one) => pathOf(one))
      .map((one) => path.resolve(folder, one)),
    link: link === undefined ? null : followedLink(link),
    profile: profile === null ? null : path.resolve(folder, profile),
    language: valueOf(args, 'lang'),
  }
}

/** A desktop that was asked for addresses gives those of files too; one that names no file of this machine gives none. */
function pathOf(argument: string): string[] {
  if (!argument.startsWith('file:')) return [argument]
  try {
    return argument.startsWith('file:///') ? [fileURLToPath(argument)] : []
  } catch {
    return []
  }
}

/** What an address leads to that something handed over. */
export function followedLink(address: string): FollowedLink {
  return parseEditionLink(address) ?? 'refused'
}

/**
 * The arguments of the command for editions: what stands behind `-- edition`, where Chromium reads no switches. Null when
 * the program was started to read.
 */
export function editionArguments(args: readonly string[]): readonly string[] | null {
  const end = args.indexOf('--')
  return end >= 0 && args[end + 1] === 'edition' ? args.slice(end + 2) : null
}

/**
 * The only switches that an installed program starts with: its own, and what a desktop or a reader may need to see it. Chromium
 * knows hundreds more, also such as weaken its sandbox, run other programs or write files, and no list of those is ever complete.
 */
export const allowedSwitches = [
  'edition',
  'user-data-dir',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'disable-gpu',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'log-level',
  'password-store',
] as const

/** What Electron takes for a switch that weakens the sandbox, and no fuse covers. */
const refusedVariable = 'ELECTRON_DISABLE_SANDBOX'

/** The exit code of a start that was refused (EX_USAGE of sysexits.h). */
export const refusedExitCode = 64

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
}

/**
 * With what an installed program does not start, as the end of a sentence; null when it does. Arguments are read as Chromium
 * reads them: up to `--`, without white space around them, and on Windows `/name` is a switch as well. Behind an address,
 * which any page can hand over, there is nothing but files and addresses.
 */
export function refusalOf(args: readonly string[], { env, platform }: Surroundings): string | null {
  if (env[refusedVariable] !== undefined) return refusedVariable
  const trimmed = args.slice(1).map((argument) => argument.trim())
  const end = trimmed.indexOf('--')
  const read = end < 0 ? trimmed : trimmed.slice(0, end)
  const address = read.findIndex(isLinkAttempt)
  if (address >= 0 && end >= 0) return '-- behind an address'
  for (const [at, argument] of read.entries()) {
    const [, name] =
      (platform === 'win32' ? /^(?:-+|\/)([^=]+)/u : /^-+([^=]+)/u).exec(argument) ?? []
    if (name === undefined) continue
    if (address >= 0 && at > address) return `--${name} behind an address`
    if (!allowedSwitches.some((one) => one === name)) return `--${name}`
  }
  return null
}
