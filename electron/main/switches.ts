// What the command line asks for, and what it may not ask for.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isLinkAttempt, parseEditionLink } from '#core/edition/edition-link'
import type { FollowedLink } from '#core/desktop-api'

export interface ProgramSwitches {
  /** A file to open instead of the bundled edition, in any format that can be imported. */
  readonly edition: string | null
  /** All arguments that name an edition package, as when one was clicked on. */
  readonly packages: readonly string[]
  /** The last address of an edition among the arguments; `refused` when it has our scheme and leads nowhere. */
  readonly link: FollowedLink | null
  readonly profile: string | null
  readonly language: string | null
}

/**
 * The value of the last `--name=value` or `--name value`. What follows `--name` is not its value when it is a switch.
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
      .flatMap((one) => toPaths(one))
      .map((one) => path.resolve(folder, one)),
    link: link === undefined ? null : parseLink(link),
    profile: profile === null ? null : path.resolve(folder, profile),
    language: valueOf(args, 'lang'),
  }
}

/** Desktops may give files as addresses. One that names no file of this machine gives none. */
function toPaths(argument: string): string[] {
  if (!argument.startsWith('file:')) return [argument]
  try {
    return argument.startsWith('file:///') ? [fileURLToPath(argument)] : []
  } catch {
    return []
  }
}

/** What an address of our scheme leads to. */
export function parseLink(address: string): FollowedLink {
  return parseEditionLink(address) ?? 'refused'
}

/**
 * The arguments of the `edition` command: all after `-- edition`, where Chromium reads no switches. Null when the program
 * was started with a window.
 */
export function editionArguments(args: readonly string[]): readonly string[] | null {
  const end = args.indexOf('--')
  return end >= 0 && args[end + 1] === 'edition' ? args.slice(end + 2) : null
}

/**
 * The only switches that an installed program accepts: its own, and what a desktop or a reader may need. Chromium has hundreds
 * more, some of which weaken its sandbox, run other programs or write files; no list of those would be complete.
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

/** Weakens the sandbox like a switch, and no fuse of Electron forbids it. */
const refusedVariable = 'ELECTRON_DISABLE_SANDBOX'

/** EX_USAGE of sysexits.h. */
export const refusedExitCode = 64

export interface StartEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
}

/**
 * The argument or variable with which an installed program does not start; null when it starts. Arguments are read as Chromium
 * reads them: up to `--`, trimmed, and on Windows with `/name` as a switch. After an address, which any page can hand over,
 * only files and addresses may follow.
 */
export function refusalOf(
  args: readonly string[],
  { env, platform }: StartEnvironment,
): string | null {
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
