import { defineConfig } from 'vitest/config'
import { bounds } from '../bounds.ts'

export default defineConfig({
  test: {
    include: ['tests/installers/**/*.test.ts'],
    environment: 'node',
    // They share one system in which they install and remove.
    fileParallelism: false,
    testTimeout: bounds.test,
    hookTimeout: bounds.hook,
  },
})
