// One program for the tests of a worker. Each test has a life of it, in a profile of its own: the scripts of the program are run anew
// in a process that stays (lives.cjs), and nothing of the life before is left but Chromium.
import fs from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { bounds } from '../bounds.ts'
import {
  argumentsOf,
  expect,
  fromEnvironment,
  lastingFolder,
  launch,
  profileFolder,
  test as base,
  whole,
  type Program,
  type StartOptions,
} from './program.ts'

export type LifeOptions = Pick<StartOptions, 'profile' | 'args' | 'width' | 'height'>

/** What the main process has of lives.cjs. */
declare const __lives: {
  readonly begin: (program: string, args: readonly string[]) => void
  readonly end: () => void
  readonly left: () => string[]
}

/** The process that stays, and the page of its life. */
let held: ElectronApplication | null = null
let living: Page | null = null

/**
 * Begins a life of the shared program, as new as a start, and waits for all of its text. There is one life at a time. It is no
 * process of its own: no second start finds it, and its language is Dutch.
 */
export async function startShared(options: LifeOptions = {}): Promise<Program> {
  if (living !== null) throw new Error('The shared program has a life: close that first.')
  const profile = options.profile ?? profileFolder()
  const app = held ?? (await launchShared())
  const opened = app.waitForEvent('window')
  const start = [fromEnvironment('LEESLAMP_PROGRAM'), argumentsOf(profile, options)] as const
  await app.evaluate((_electron, given) => {
    __lives.begin(...given)
  }, start)
  const page = await opened
  living = page
  await whole(app, page, options)
  // A window that the reader does not see has nothing to write when it closes.
  const isSeen = (): Promise<boolean | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(isSeen, { intervals: [bounds.look] }).toBe(true)
  return { app, page, profile, close: () => closeLife(app) }
}

/** Its first life is no test's: so that of the first test is like all others, and Chromium keeps its own folder. */
async function launchShared(): Promise<ElectronApplication> {
  const lives = path.join(fromEnvironment('LEESLAMP_HOME'), 'lives.cjs')
  // Where the user who runs the program can read it.
  fs.copyFileSync(path.join(import.meta.dirname, 'lives.cjs'), lives)
  fs.chmodSync(lives, 0o644)
  const program = fromEnvironment('LEESLAMP_PROGRAM')
  const app = await launch(['-r', lives, program, ...argumentsOf(lastingFolder(), {})])
  held = app
  app.once('close', () => {
    held = null
    living = null
  })
  living = await app.firstWindow()
  await endLife()
  return app
}

/** Closes the program as the reader does: its page writes what is left. */
async function closeLife(app: ElectronApplication): Promise<void> {
  const isOwnClock = await hasOwnClock()
  await app.evaluate(({ app: main }) => {
    main.quit()
  })
  await hasEnded(app)
  if (!isOwnClock) await endShared()
}

/** Node at times does not end a worker that has just begun: that one ends with the process. */
async function hasEnded(app: ElectronApplication): Promise<void> {
  const isWorker = (left: string): boolean => left === 'a MessagePort'
  const others = async (): Promise<string[]> =>
    (await leftOf(app)).filter((left) => !isWorker(left))
  const message = 'what is left of a life'
  await expect.poll(others, { message, intervals: [bounds.look] }).toEqual([])
  // Playwright hears of it a moment later; until then it would take this page for that of the next life.
  if (living?.isClosed() === false) await living.waitForEvent('close')
  living = null
  const isOver = async (): Promise<boolean> => !(await leftOf(app)).some(isWorker)
  const wait = { intervals: [bounds.look], timeout: bounds.worker }
  await expect.poll(isOver, wait).toBe(true).catch(endShared)
}

/**
 * The clock of a page goes from life to life, so a changed one ends with its process. What stands in for `Date` says of itself that it
 * is native.
 */
async function hasOwnClock(): Promise<boolean> {
  const look = (): boolean => /\[native code\]/u.test(Function.prototype.toString.call(Date))
  return (await living?.evaluate(look).catch(() => false)) ?? true
}

/** Ends the life of a test. */
export async function endLife(): Promise<void> {
  if (held === null || living === null) return
  if (!(await hasOwnClock())) return endShared()
  await held.evaluate(() => {
    __lives.end()
  })
  await hasEnded(held)
}

/** What is left of the life that ends, each thing in some words. */
export function leftOf(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => __lives.left())
}

/** Ends the process, as a crash would. */
export async function endShared(): Promise<void> {
  const app = held
  if (app === null) return
  const ended = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await ended
}

/** A test whose program is a life of the shared one; what else it starts ends with it. */
export const test = base.extend<{ endingLife: undefined }, { endingShared: undefined }>({
  endingShared: [
    async ({}, use) => {
      await use(undefined)
      await endShared()
    },
    { scope: 'worker', auto: true },
  ],
  endingLife: [
    async ({ ending }, use, info) => {
      void ending
      await use(undefined)
      await (info.status === info.expectedStatus ? endLife() : endShared())
    },
    { auto: true },
  ],
  program: async ({ endingLife }, use) => {
    void endingLife
    await use(await startShared())
  },
})
