// A system of its own for the installed program: its root is a clean Debian, its user an ordinary one.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { cleanRoot, run } from './given.ts'
import { bounds } from '../bounds.ts'

/** The reader who starts the program there. */
const reader = 4242
export const home = '/home/lezer'

/** Chromium makes no namespaces in a chroot, so the clean root takes the place of the real one. */
const enter = `
set -e
mount --bind "$1" "$1"
cd "$1"
mount -t proc proc proc
mount --rbind /dev dev
mkdir -p tmp/.X11-unix
mount --bind /tmp/.X11-unix tmp/.X11-unix
mkdir -p .old
pivot_root . .old
umount -l .old
cd /
user=$2
shift 2
exec setpriv --reuid="$user" --regid="$user" --clear-groups env -i PATH=/usr/sbin:/usr/bin LANG=C.UTF-8 "$@"`

function argumentsFor(user: number, env: Record<string, string>, command: readonly string[]) {
  const set = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const shell = ['sh', '-c', enter, 'sh', cleanRoot, String(user), ...set, ...command]
  return ['--mount', '--propagation', 'private', ...shell]
}

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly said: string
}

function ended(args: readonly string[]): Ended {
  const { status, signal, stdout, stderr } = spawnSync('unshare', args, {
    encoding: 'utf8',
    timeout: bounds.program,
  })
  return { code: status, signal, said: stdout + stderr }
}

/** Runs a command there as root. */
export function asRoot(...command: string[]): Ended {
  return ended(argumentsFor(0, { DEBIAN_FRONTEND: 'noninteractive' }, command))
}

/** Runs a command there as the reader, without a display. */
export function asReader(command: readonly string[], env: Record<string, string> = {}): Ended {
  return ended(argumentsFor(reader, { HOME: home, ...env }, command))
}

/** Starts a command there as the reader, on a display. */
export function startAsReader(
  display: string,
  command: readonly string[],
  env: Record<string, string> = {},
): ChildProcess {
  const all = { HOME: home, DISPLAY: display, ...env }
  return spawn('unshare', argumentsFor(reader, all, command), { stdio: 'ignore' })
}

/** A path of the clean system as it is seen from outside. */
export function outside(file: string): string {
  return path.join(cleanRoot, file)
}

export function makeReaderHome(): void {
  fs.mkdirSync(outside(home), { recursive: true })
  giveToReader(outside(home))
}

/** A folder there for what the tests themselves bring and make. */
export const own = '/var/lib/leeslamp-tests'

export function makeOwnFolder(): void {
  fs.mkdirSync(outside(own), { recursive: true })
  fs.chmodSync(outside(own), 0o1777)
}

/** All files of the clean system, but those of the tests and those that every installation of any package writes. */
export function filesOfSystem(): string[] {
  const skipped = [
    'proc',
    'dev',
    'run',
    '.old',
    'tmp/.X11-unix',
    'var/lib/dpkg',
    'var/log',
    own.slice(1),
  ]
  const args = ['.', ...skipped.flatMap((name) => ['-path', `./${name}`, '-prune', '-o']), '-print']
  return run('find', args, cleanRoot).split('\n').sort()
}

/** Gives files that a test made to the reader. */
export function giveToReader(file: string): void {
  fs.chownSync(file, reader, reader)
  if (!fs.statSync(file).isDirectory()) return
  for (const name of fs.readdirSync(file)) giveToReader(path.join(file, name))
}

/** A display that nobody sees. */
export async function startDisplay(): Promise<{ name: string; stop: () => void }> {
  const screen = ['-screen', '0', '1280x1024x24']
  const args = ['-displayfd', '3', ...screen, '-ac', '-noreset', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => {
      reject(new Error('Xvfb did not start'))
    })
    server.stdio[3]?.once('data', (data: Buffer) => {
      resolve(data.toString().trim())
    })
  })
  return { name: `:${number}`, stop: () => void server.kill() }
}

/** How many colours are on the display: a window without its text has few. */
export function coloursOn(display: string): number {
  const { stdout } = spawnSync('xwd', ['-root', '-silent', '-display', display], {
    maxBuffer: 20_000_000,
  })
  // It fails while a window comes or goes; the next look has a picture. Without its header of 100 bytes it is none.
  if (stdout.length < 100) return 0
  // XWDFile.h: the header's size stands first, the number of colours in the table twentieth; an entry has twelve bytes.
  const start = stdout.readUInt32BE(0) + 12 * stdout.readUInt32BE(76)
  const colours = new Set<number>()
  for (let at = start; at + 4 <= stdout.length; at += 4) colours.add(stdout.readUInt32LE(at))
  return colours.size
}
