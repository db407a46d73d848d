// What a test starts ends with it, also when it fails: a program that is left runs beside all later tests.
import fs from 'node:fs'
import { expect, type ElectronApplication } from '@playwright/test'
import { bounds } from '../bounds.ts'

const running = new Set<ElectronApplication>()
let profiles: string[] = []

/** Ends with the test that starts it, unless it ends before. */
export function endWithTest(app: ElectronApplication): void {
  running.add(app)
  app.once('close', () => running.delete(app))
}

/** Goes with the test that makes it. */
export function removeWithTest(folder: string): void {
  profiles.push(folder)
}

/** What was made before the first test is of them all. */
export function beginTest(): void {
  profiles = []
}

export async function endTest(): Promise<void> {
  await Promise.all([...running].map(end))
  for (const folder of profiles) await removeFolder(folder)
}

/** The processes of a program that has ended may write for a moment more: each try takes what came meanwhile. */
export async function removeFolder(folder: string): Promise<void> {
  await expect(() => {
    fs.rmSync(folder, { recursive: true, force: true })
  }).toPass({ intervals: [bounds.look], timeout: bounds.expect })
}

/** As a crash would: the test is over, and nothing of it is kept. */
function end(app: ElectronApplication): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    app.once('close', () => {
      resolve()
    })
  })
  app.process().kill('SIGKILL')
  return ended
}
