import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { bounds } from './tests/bounds.ts'
import { longUnitTests } from './tests/long.ts'

/** What needs a document: small, and without what one test may leave to another but modules, which those reset that must. */
const ofWindow = ['parts', 'renderer', 'screens'].map(
  (folder) => `tests/unit/${folder}/**/*.test.ts`,
)

export default defineConfig({
  plugins: [vue()],
  test: {
    environment: 'node',
    setupFiles: ['tests/unit/setup.ts'],
    testTimeout: bounds.test,
    hookTimeout: bounds.hook,
    expect: { poll: { timeout: bounds.expect, interval: 10 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'all but the window',
          include: ['tests/unit/**/*.test.ts'],
          exclude: [...ofWindow, ...longUnitTests],
          globalSetup: ['tests/unit/bundle-programs.ts'],
          // Files run side by side, one on each core.
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        // Loading Vue anew for each file would take three quarters of their time.
        test: {
          name: 'window',
          include: ofWindow,
          setupFiles: ['tests/unit/setup-window.ts'],
          isolate: false,
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: longUnitTests,
          globalSetup: ['tests/unit/bundle-programs.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
