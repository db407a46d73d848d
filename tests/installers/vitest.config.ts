import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/installers/**/*.test.ts'],
    environment: 'node',
    // They share one system in which they install and remove.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
