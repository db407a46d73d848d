import { defineConfig } from '@playwright/test'
import { bounds } from './tests/bounds.ts'
import { longWindowTests } from './tests/long.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  globalSetup: 'tests/fixtures/voices-for-all.ts',
  outputDir: 'test-results',
  timeout: bounds.test,
  expect: { timeout: bounds.expect },
  // Each has a display of its own.
  workers: process.env.LEESLAMP_DISPLAYS?.split(' ').length ?? 1,
  retries: 0,
  forbidOnly: true,
  preserveOutput: 'failures-only',
  projects: [
    { name: 'window', testIgnore: longWindowTests },
    { name: 'long', testMatch: longWindowTests },
  ],
})
