// Two rules for the source of the window. What lies over what is one list, src/styles/tokens.css: no other style has a z-index of its
// own. A part knows no store: nothing that src/parts imports leads to one. Ends with 1 where a rule is broken.
// Another folder than src may be named.
import fs from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

const folder = path.resolve(process.argv[2] ?? path.join(root, 'src'))
const ofTheList = /^var\(--layer-[a-z]+\)$/u
/** What a part must not reach: stores, the components that know them, and the contract with the main process. */
const closedToParts = /^(?:stores|screens)\/|^desktop\.ts$/u
const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })

function fail(sentence) {
  process.stdout.write(`${sentence}\n`)
  process.exitCode = 1
}

function read(file) {
  return fs.readFileSync(path.join(folder, file), 'utf8')
}

function checkLayers(file) {
  for (const [index, line] of read(file).split('\n').entries()) {
    const value = /z-index:\s*([^;]+)/u.exec(line)?.[1]?.trim()
    if (value === undefined || ofTheList.test(value)) continue
    fail(`${file}:${index + 1}: z-index: ${value} is not one of tokens.css`)
  }
}

/** The files that a file imports by a relative path, from the folder on. */
function importsOf(file) {
  const paths = read(file).matchAll(/\b(?:from|import)\s*(?:\(\s*)?'(\.[^']+)'/gu)
  return [...paths].map(([, to]) => path.posix.join(path.posix.dirname(file), to))
}

/** The chain of imports from a file to one that is closed to parts; null when there is none. */
function wayOut(file, seen = new Set()) {
  for (const next of importsOf(file)) {
    if (closedToParts.test(next)) return [next]
    if (seen.has(next) || !fs.existsSync(path.join(folder, next))) continue
    seen.add(next)
    const rest = wayOut(next, seen)
    if (rest !== null) return [next, ...rest]
  }
  return null
}

for (const name of files.filter((file) => /\.(?:vue|css|ts)$/u.test(file))) {
  const file = name.replaceAll(path.sep, '/')
  if (!file.endsWith('.ts')) checkLayers(file)
  const way = file.startsWith('parts/') ? wayOut(file) : null
  if (way !== null)
    fail(`${file}: a part knows no store, and imports ${way.join(', which imports ')}`)
}
