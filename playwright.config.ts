import { defineConfig } from '@playwright/test'
import { bounds } from './tests/bounds.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  globalSetup: 'tests/fixtures/voices-for-all.ts',
  outputDir: 'test-results',
  timeout: bounds.test,
  expect: { timeout: bounds.expect },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  preserveOutput: 'failures-only',
})
