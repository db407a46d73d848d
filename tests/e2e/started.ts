// What a test starts ends with it, also when it fails: a program that is left runs beside all later tests.
import fs from 'node:fs'
import type { ElectronApplication } from '@playwright/test'

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
  for (const folder of profiles) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
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
