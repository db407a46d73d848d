// A reporter of Vitest: what became of each test, and of what failed outside any test, as JSON in the file LEESLAMP_RESULTS.
import fs from 'node:fs'
import path from 'node:path'

export default class Results {
  onTestRunEnd(files, unhandledErrors) {
    const tests = files.flatMap((file) => {
      const name = path.relative(process.cwd(), file.moduleId)
      const own = [...file.children.allTests()].map((test) => ({
        file: name,
        title: test.fullName,
        hasPassed: test.result().state === 'passed',
        // Told by tests/unit/skip-without.ts.
        reason: test.result().state === 'skipped' ? test.meta().skipped : undefined,
      }))
      // A file that cannot be loaded has no tests, and one whose last hook fails has tests that passed.
      const isWhole = file.errors().length === 0 && own.length > 0
      return isWhole ? own : [...own, { file: name, title: null, hasPassed: false }]
    })
    const troubles = unhandledErrors.map((error) => `outside any test: ${error.message}`)
    fs.writeFileSync(process.env.LEESLAMP_RESULTS, JSON.stringify({ tests, troubles }))
  }
}
