// The documents stay short, and what they name exists. Ends with 1 where a page is too long, or names a path of the project
// that is not there. Another folder than the project may be named.
import fs from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

const folder = process.argv[2] ?? root
/** In bytes: a page that grows past this is two pages. */
const longest = [
  { pages: /^DESIGN\.md$/u, bytes: 8 * 1024 },
  { pages: /^docs\/design\//u, bytes: 4 * 1024 },
]
const ofProject = /^(?:src|electron|tests|scripts|resources|docs|\.github)\//u

function listPages() {
  const inFolders = ['.github', 'docs'].flatMap((place) =>
    fs
      .readdirSync(path.join(folder, place), { recursive: true, encoding: 'utf8' })
      .map((name) => `${place}/${name.replaceAll(path.sep, '/')}`),
  )
  return [...fs.readdirSync(folder), ...inFolders].filter((name) => name.endsWith('.md'))
}

/** Paths in backticks, from the project's root; of a pattern such as `src/core/*.ts` the folder that must be there. */
function pathsIn(line) {
  return [...line.matchAll(/`([^`\s]+)/gu)]
    .map(([, name]) => name)
    .filter((name) => ofProject.test(name))
    .map((name) => (/[*<]/u.test(name) ? path.dirname(name.replace(/[*<].*/u, '*')) : name))
}

/** Links to other files, from the page's own folder. */
function linksIn(line, page) {
  return [...line.matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target]) => target.replace(/#.*/u, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/u.test(target))
    .map((target) => path.join(path.dirname(page), target))
}

function report(text) {
  process.stdout.write(`${text}\n`)
  process.exitCode = 1
}

for (const page of listPages()) {
  const text = fs.readFileSync(path.join(folder, page), 'utf8')
  const size = Buffer.byteLength(text)
  const limit = longest.find(({ pages }) => pages.test(page))?.bytes ?? Infinity
  if (size > limit) report(`${page}: ${size} bytes are more than ${limit}`)
  for (const [index, line] of text.split('\n').entries())
    for (const name of [...pathsIn(line), ...linksIn(line, page)])
      if (!fs.existsSync(path.join(folder, name)))
        report(`${page}:${index + 1}: ${name} does not exist`)
}
