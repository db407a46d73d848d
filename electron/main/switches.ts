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

/** Switches that no fuse covers and that would open the program: an installed program does not start with them. */
export const refusedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'proxy-server',
  'proxy-pac-url',
  'host-resolver-rules',
  'host-rules',
  'disable-web-security',
  'allow-file-access-from-files',
  'no-sandbox',
  'disable-gpu-sandbox',
] as const

/** The exit code of a start that was refused for a switch (EX_USAGE of sysexits.h). */
export const refusedExitCode = 64

/**
 * The first refused switch among the arguments, or null: as far as Chromium reads them, which is up to `--`. On Windows it
 * takes `/name` for a switch as well.
 */
export function findRefusedSwitch(args: readonly string[]): string | null {
  const end = args.indexOf('--')
  const names = (end < 0 ? args : args.slice(0, end))
    .filter((argument) => /^[-/]/.test(argument))
    .map((argument) =>
      argument
        .replace(/^(?:-+|\/)/, '')
        .split('=', 1)[0]
        ?.toLowerCase(),
    )
  return refusedSwitches.find((name) => names.includes(name)) ?? null
}
