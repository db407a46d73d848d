// Runs a program on a small disk of its own: a tmpfs in a mount namespace, which goes when the program ends.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Gives what `program` (Node's arguments) prints; the disk's folder is added as its first argument, before `rest`.
 * Throws when this machine allows no mount, in either of the two ways there are: no fault may be left untried unseen.
 */
export function runOnSmallDisk(
  { kilobytes, options = '' }: { kilobytes: number; options?: string },
  program: readonly string[],
  rest: readonly string[],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'leeslamp-disk-'))
  const mount = `mount -t tmpfs -o size=${kilobytes}k,mode=1777${options} tmpfs "$0"`
  const command = [
    'sh',
    '-c',
    `${mount} && exec "$@"`,
    folder,
    process.execPath,
    ...program,
    folder,
  ]
  const failures: string[] = []
  try {
    // As root, or else as one who is root in a user namespace of their own.
    for (const namespaces of ['-m', '-Urm']) {
      const run = spawnSync('unshare', [namespaces, ...command, ...rest], { encoding: 'utf8' })
      if (run.status === 0) return run.stdout
      failures.push(`unshare ${namespaces}: ${run.error?.message ?? run.stderr}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  throw new Error(
    `This test fills a real disk of ${kilobytes} KB, and could not mount one or run on it, neither as root nor in a user ` +
      `namespace. Run it where mount or unprivileged user namespaces are allowed. ${failures.join('; ')}`,
  )
}
