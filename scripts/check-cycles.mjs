// No file of src and electron imports itself by way of others, not even for types. Ends with 1 where one does.
// Another folder than the project may be named.
import fs from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

const project = process.argv[2] ?? root
const folders = ['src', 'electron']
/** `from '…'` of an import or export, and `import('…')` in a type; what is loaded later may lead back. */
const importing = /(?:^|\n)\s*(?:import|export)\b[^'"]+?from '([^']+)'|typeof import\('([^']+)'\)/gu

function fileOf(specifier, importer) {
  if (specifier.startsWith('#core/'))
    return path.join(project, 'src/core', `${specifier.slice(6)}.ts`)
  return specifier.startsWith('.') ? path.join(path.dirname(importer), specifier) : null
}

const files = folders
  .map((folder) => path.join(project, folder))
  .filter((folder) => fs.existsSync(folder))
  .flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|vue)$/u.test(file))
      .map((file) => path.join(folder, file)),
  )
const importsOf = new Map(
  files.map((file) => [
    file,
    [...fs.readFileSync(file, 'utf8').matchAll(importing)]
      .map(([, plain, inType]) => fileOf(plain ?? inType, file))
      .filter((imported) => imported !== null),
  ]),
)

const done = new Set()

/** Goes along imports, and tells of each that leads back to a file on the way. */
function follow(file, way) {
  if (way.includes(file)) {
    const cycle = [...way.slice(way.indexOf(file)), file].map((one) => path.relative(project, one))
    process.stdout.write(`import cycle: ${cycle.join(' → ')}\n`)
    process.exitCode = 1
    return
  }
  if (done.has(file)) return
  for (const imported of importsOf.get(file) ?? []) follow(imported, [...way, file])
  done.add(file)
}

for (const file of files) follow(file, [])
