import type { TestContext } from 'vitest'
import { lackOf } from '../fixtures/beside.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test was skipped: without a reason one that did not run has failed (scripts/test.mjs). */
    skipped?: string
  }
}

function skipBecause(context: TestContext, reason: string): void {
  context.task.meta.skipped = reason
  context.skip(reason)
}

/** Skips a test of what is done with the tools of Linux, on other systems. */
export function skipBesideLinux(context: TestContext): void {
  if (process.platform !== 'linux') skipBecause(context, 'with tools of Linux')
}

/** Skips a test on files that are no part of the project, when they are not beside it. */
export function skipWithout(context: TestContext, ...names: readonly string[]): void {
  const lack = lackOf(...names)
  if (lack !== null) skipBecause(context, lack)
}
