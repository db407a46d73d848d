// The processes of a program that runs, as the kernel shows them.
import fs from 'node:fs'

export interface Process {
  readonly pid: number
  readonly command: readonly string[]
  readonly status: string
  /** Namespaces by name, as numbers of the kernel. */
  readonly namespaces: Readonly<Record<'pid' | 'net' | 'user', string>>
}

function read(pid: number): Process | null {
  const folder = `/proc/${String(pid)}`
  try {
    const space = (name: string) => fs.readlinkSync(`${folder}/ns/${name}`)
    return {
      pid,
      command: fs
        .readFileSync(`${folder}/cmdline`, 'utf8')
        .split('\0')
        .flatMap((part) => part.split(' ')),
      status: fs.readFileSync(`${folder}/status`, 'utf8'),
      namespaces: { pid: space('pid'), net: space('net'), user: space('user') },
    }
  } catch {
    return null // it ended meanwhile
  }
}

/** All processes whose program lies in a folder, seen from their own root. */
export function processesOf(program: string): Process[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => read(Number(name)))
    .filter((one) => one?.command[0]?.startsWith(program) === true)
    .filter((one) => one !== null)
}

const kindOf = ({ command }: Process): string =>
  command.find((part) => part.startsWith('--type='))?.slice(7) ?? 'main'

const field = ({ status }: Process, name: string): string =>
  new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? ''

/** What is wrong with the sandbox of a program that shows its window; empty when all is right. */
export function sandboxFaults(processes: readonly Process[]): string[] {
  const main = processes.find((one) => kindOf(one) === 'main')
  const renderers = processes.filter((one) => kindOf(one) === 'renderer')
  if (main === undefined || renderers.length === 0) return ['there is no window']
  return [
    ...processes
      .filter(({ command }) => command.includes('--no-sandbox'))
      .map((one) => `${kindOf(one)} has --no-sandbox`),
    ...renderers.flatMap((one) => [
      ...(['pid', 'net', 'user'] as const)
        .filter((name) => one.namespaces[name] === main.namespaces[name])
        .map((name) => `the page shares the ${name} namespace`),
      ...(field(one, 'Seccomp') === '2' ? [] : ['the page has no seccomp filter']),
      ...(/^0+$/.test(field(one, 'CapEff')) ? [] : ['the page has capabilities']),
    ]),
  ]
}
