import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { bounds } from './tests/bounds.ts'

/** What needs a document: small, and without what one test may leave to another but modules, which those reset that must. */
const ofWindow = ['parts', 'renderer', 'screens'].map(
  (folder) => `tests/unit/${folder}/**/*.test.ts`,
)

/** The file that waits half a minute comes first: as the last, it would have everything wait. */
class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const waits = ({ moduleId }: TestSpecification): number =>
      Number(moduleId.endsWith('scripts/dist/program-folder.test.ts'))
    return (await super.sort(files)).sort((one, other) => waits(other) - waits(one))
  }
}

export default defineConfig({
  plugins: [vue()],
  test: {
    environment: 'node',
    setupFiles: ['tests/unit/setup.ts'],
    // Files run side by side, one on each core.
    maxWorkers: '100%',
    sequence: { sequencer: WaitingFirst },
    testTimeout: bounds.test,
    hookTimeout: bounds.hook,
    // Waits end when what they wait for comes; on a busy machine that may take long.
    expect: { poll: { timeout: bounds.expect, interval: 10 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'all but the window',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ofWindow,
          globalSetup: ['tests/unit/bundle-programs.ts'],
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
        },
      },
    ],
  },
})
