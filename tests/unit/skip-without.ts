import type { TestContext } from 'vitest'
import { lackOf } from '../fixtures/beside.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test was skipped: without a reason one that did not run has failed (scripts/test.mjs). */
    skipped?: string
  }
}

/** Skips a test on files that are no part of the project, when they are not beside it. */
export function skipWithout(context: TestContext, ...names: readonly string[]): void {
  const lack = lackOf(...names)
  if (lack === null) return
  context.task.meta.skipped = lack
  context.skip(lack)
}
