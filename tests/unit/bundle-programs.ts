// Bundles what tests start as processes and threads of their own, once for a run. Node starts a bundle in a third of the time that it
// takes over the same program as a hundred files of TypeScript, and a run starts hundreds.
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

const programs = {
  edition: 'electron/tools/edition.ts',
  'import-cage': 'electron/services/import/import-cage.ts',
  'search-worker': 'electron/services/search/search-worker.ts',
  'cage-bombs': 'tests/fixtures/hostile/cage-bombs.ts',
  'ordinary-user-worker': 'tests/unit/electron/ordinary-user-worker.ts',
  'watched-folder-worker': 'tests/unit/electron/watch/watched-folder-worker.ts',
}
const faults = 'tests/unit/electron/faults'
const faultPrograms = fs
  .readdirSync(faults)
  .filter((name) => name.endsWith('-worker.ts'))
  .map((name) => [name.replace('.ts', ''), path.join(faults, name)] as const)

/** The edition command starts the sandboxed process beside it. */
const cageBeside = {
  name: 'cage-beside',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith(programs.edition)) return null
    const source = `path.join(root, '${programs['import-cage']}')`
    if (!code.includes(source)) throw new Error(`${id} starts another program than ${source}`)
    return code.replace(source, "path.join(import.meta.dirname, 'import-cage.js')")
  },
}

/** In a folder as deep in the project as that of the command, which finds the project from where it lies. */
export default async function bundlePrograms(project: TestProject): Promise<() => void> {
  const folder = fs.mkdtempSync('node_modules/.programs-')
  // What runs as an ordinary user reads them too.
  fs.chmodSync(folder, 0o755)
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }')
  process.env.LEESLAMP_PROGRAMS = path.resolve(folder)
  const bundle = (): Promise<unknown> =>
    build({
      configFile: false,
      logLevel: 'warn',
      plugins: [cageBeside],
      ssr: { noExternal: true },
      build: {
        ssr: true,
        target: 'node22',
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: { input: { ...programs, ...Object.fromEntries(faultPrograms) } },
      },
    })
  await bundle()
  project.onTestsRerun(async () => void (await bundle()))
  return () => {
    fs.rmSync(folder, { recursive: true })
  }
}
