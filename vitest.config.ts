import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/unit/bundle-programs.ts'],
    setupFiles: ['tests/unit/setup.ts'],
    // Files run side by side, one on each core.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
})
