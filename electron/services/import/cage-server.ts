// The inside of the cage: takes one job after the other from the process that started this one.
import type { PackageFile } from '../packages/read-package.ts'
import type { CageJob, FromCage, ToCage } from './cage-messages.ts'

interface Port {
  post(message: FromCage): void
  listen(take: (message: ToCage) => void): void
}

/** Electron gives its utility processes this; Node has `process.send` instead. */
interface UtilityPort {
  postMessage(message: unknown): void
  on(event: 'message', take: (event: { data: unknown }) => void): void
}

/**
 * Does the jobs that come in. A reader that throws ends the process, which the other side takes for a crash.
 * @param read does one job; `give` hands out a file and waits until it is taken, `report` says how far a long job is
 */
export function serveCage(
  read: (
    job: CageJob,
    give: (file: PackageFile) => Promise<void>,
    report: (done: number, all: number) => void,
  ) => Promise<unknown>,
): void {
  const port = findPort()
  let onTaken: (() => void) | null = null

  function give({ path, bytes }: PackageFile): Promise<void> {
    return new Promise((resolve) => {
      onTaken = resolve
      port.post({ kind: 'file', path, bytes })
    })
  }

  function report(done: number, all: number): void {
    port.post({ kind: 'progress', done, all })
  }

  port.listen((message) => {
    if (message.kind === 'taken') onTaken?.()
    else void read(message.job, give, report).then((result) => port.post({ kind: 'done', result }))
  })
  port.post({ kind: 'ready' })
}

function findPort(): Port {
  const utility = (process as { parentPort?: UtilityPort | null }).parentPort
  if (utility != null) {
    return {
      post: (message) => utility.postMessage(message),
      listen: (take) => utility.on('message', ({ data }) => take(data as ToCage)),
    }
  }
  if (process.send === undefined) throw new Error('the cage is started by another process')
  process.on('disconnect', () => process.exit())
  return {
    post: (message) => void process.send?.(message),
    listen: (take) => void process.on('message', (message) => take(message as ToCage)),
  }
}
