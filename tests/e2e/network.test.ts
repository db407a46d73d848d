// The proof from outside that nothing asks a network: the kernel's own record of what the program's processes did, in a
// namespace that holds no network but the machine's own 127.0.0.1, where that is permitted.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { namePort, readTrace, tracedCalls, type Trace } from '../fixtures/network/read-trace.ts'
import { profileFolder } from './program.ts'

const fixtures = path.join(import.meta.dirname, '../fixtures/network')

/** Runs the rest of its arguments with no network but 127.0.0.1; an ordinary user needs a user namespace for that. */
const alone =
  process.getuid?.() === 0
    ? ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
    : [
        ...['unshare', '--user', '--map-current-user', '--keep-caps', '--net'],
        ...[
          'sh',
          '-c',
          'ip link set lo up && exec setpriv --inh-caps=-all --ambient-caps=-all "$@"',
        ],
        'sh',
      ]

function isPermitted([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, [...args, 'true']).status === 0
}

/** Makes a program that starts Electron under strace. strace stays outside the step down to an ordinary user. */
function makeTracedElectron(folder: string, trace: string): string {
  const file = path.join(folder, 'traced-electron')
  const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
  // Only the named calls stop the program: what starts in the background closes a million files first.
  const strace = [
    'strace',
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-s',
    '256',
    '-e',
    `trace=${tracedCalls.join(',')}`,
  ]
  const electron = process.env.LEESLAMP_ELECTRON ?? ''
  const all = [...strace, '-o', trace, electron].map(quoted).join(' ')
  fs.writeFileSync(file, `#!/bin/sh\nexec ${all} "$@"\n`, { mode: 0o755 })
  return file
}

/** Runs a command whose Electron is traced, and reads what it did. */
async function traced(command: (electron: string) => readonly string[]): Promise<Trace> {
  const folder = profileFolder()
  const trace = path.join(folder, 'trace')
  const electron = makeTracedElectron(folder, trace)
  const inside = isPermitted(alone) ? alone : []
  const [file = '', ...args] = [...inside, ...command(electron)]
  const env = { ...process.env, LEESLAMP_ELECTRON: electron }
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()))
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(code, output).toBe(0)
  return readTrace(fs.readFileSync(trace, 'utf8'))
}

// strace and namespaces are a matter of Linux.
if (process.platform === 'linux') {
  test('no process of the program reaches for a network while the whole window is used', async () => {
    const trace = await traced(() => [process.execPath, path.join(fixtures, 'use-program.ts')])
    expect(trace.attempts).toEqual([])
    // The record is of the program: its processes and threads, and the display that it showed itself on.
    expect(trace.tasks).toBeGreaterThan(3)
    expect(trace.localSockets.some((file) => file.includes('X11-unix'))).toBe(true)
  })

  test('each planted leak is seen by the same record', async () => {
    const profile = profileFolder()
    const leaks = path.join(fixtures, 'leaks')
    const copy = path.join(profile, 'leaks')
    fs.cpSync(leaks, copy, { recursive: true })
    execFileSync('chmod', ['-R', 'a+rX', copy]) // a checkout may be closed to the user who runs it
    const trace = await traced((electron) => [electron, copy, `--user-data-dir=${profile}`])
    // A port belongs to one leak, however late it comes; a question for a name belongs to the leak before it.
    const missed = trace.knocks.filter(
      (knock) =>
        !trace.attempts.some(
          ({ after, port }) => port === knock.port && (port !== namePort || after === knock),
        ),
    )
    expect(trace.knocks.length).toBeGreaterThan(30)
    // The first knock is of no leak: what is seen after a leak is its own.
    expect(missed.map(({ name }) => name)).toEqual(['nothing'])
  })
}
