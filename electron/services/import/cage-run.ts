// One job in the cage, watched until it ends in one way or another.
import * as v from 'valibot'
import type { Read, Rejection } from '#core/edition/rejection'
import type { PackageFile } from '../packages/read-package.ts'
import type { ProcessUsage } from './process-usage.ts'
import { fromCageSchema, type CageJob, type ToCage } from './cage-messages.ts'
import { patience } from '../program/patience.ts'

export interface CageLimits {
  readonly memoryBytes: number
  /** What a job may take of the processor: a slow or busy machine takes no file for a hostile one. */
  readonly processorMilliseconds: number
  /** How long it may take in all, also when it does nothing. */
  readonly milliseconds: number
}

export interface CageRun {
  /** What the cage said, still to be checked; rejects only with what `take` threw. */
  readonly result: Promise<Read<unknown>>
  /** A message of the process, as it came. */
  hear(message: unknown): void
  /** Ends the run with this reason, unless it has ended. */
  stop(reason: Rejection): void
  /** The most memory that was seen, in bytes. */
  memory(): number
}

type State = 'starting' | 'reading' | 'giving' | 'over'

/** Of a long job: the bytes of the largest mailbox. */
const mostSteps = 4 * 1024 * 1024 * 1024

/**
 * @param options.isReady whether the process has already said that it is ready; the limits of time count from
 *   there, and stand still while `take` is at work. A long job has that long for each step that it reports
 */
export function runJob(options: {
  readonly job: CageJob
  readonly isReady: boolean
  readonly limits: CageLimits
  readonly send: (message: ToCage) => void
  readonly measure: () => Promise<ProcessUsage | null>
  readonly take: (file: PackageFile) => void | Promise<void>
  readonly onProgress: (done: number, all: number) => void
}): CageRun {
  const { job, limits, send, measure, take, onProgress } = options
  let settleResult: (result: Read<unknown> | PromiseLike<Read<unknown>>) => void = () => undefined
  const result = new Promise<Read<unknown>>((resolve) => (settleResult = resolve))
  let spent = 0
  let since = performance.now()
  let state: State = 'starting'
  let most = 0
  /** How far the job has said it is. */
  let reported = 0
  let isMeasuring = false
  /** What the process had taken of the processor when this step began; null until it is measured. */
  let processorBefore: number | null = null

  const watch = setInterval(() => {
    checkTime()
    if (!isMeasuring) void checkUsage()
  }, patience.cageLook)

  function end(ended: Read<unknown> | Promise<never>): void {
    state = 'over'
    clearInterval(watch)
    settleResult(ended)
  }

  function stop(reason: Rejection): void {
    if (state !== 'over') end({ ok: false, reason })
  }

  function checkTime(): void {
    const now = spent + performance.now() - since
    if (state === 'starting' && now > patience.cageStart) stop('reader-crashed')
    else if (state === 'reading' && now > limits.milliseconds) stop('too-slow')
  }

  async function checkUsage(): Promise<void> {
    isMeasuring = true
    const step = reported
    const usage = await measure()
    isMeasuring = false
    most = Math.max(most, usage?.memory ?? 0)
    if (most > limits.memoryBytes) return stop('too-much-memory')
    const processor = usage?.processor ?? null
    if (state !== 'reading' || processor === null || step !== reported) return
    processorBefore ??= processor
    if (processor - processorBefore > limits.processorMilliseconds) stop('too-slow')
  }

  function begin(): void {
    state = 'reading'
    since = performance.now()
    send({ kind: 'job', job })
  }

  async function giveAway(file: PackageFile): Promise<void> {
    spent += performance.now() - since
    state = 'giving'
    await take(file)
    // Meanwhile the run may have been stopped, which narrowing does not see.
    if ((state as State) === 'over') return
    state = 'reading'
    since = performance.now()
    send({ kind: 'taken' })
  }

  /** Only a step forward gives more time, so that a job with an end has one. */
  function goOn(done: number, all: number): void {
    if (state !== 'reading' || done <= reported || done > all || all > mostSteps)
      return stop('reader-crashed')
    reported = done
    spent = 0
    processorBefore = null
    since = performance.now()
    onProgress(done, all)
  }

  function hear(message: unknown): void {
    if (state === 'over') return
    const heard = v.safeParse(fromCageSchema, message)
    if (!heard.success) return stop('reader-crashed')
    if (heard.output.kind === 'ready') begin()
    else if (heard.output.kind === 'done') end({ ok: true, value: heard.output.result })
    else if (heard.output.kind === 'progress') goOn(heard.output.done, heard.output.all)
    else {
      giveAway(heard.output).catch((error: unknown) => {
        end(Promise.reject(error instanceof Error ? error : new Error(String(error))))
      })
    }
  }

  if (options.isReady) begin()
  return { result, hear, stop, memory: () => most }
}
