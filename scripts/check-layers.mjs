// What lies over what is said in one list, src/styles/tokens.css: no style has a z-index of its own.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './steps.mjs'

const ofTheList = /^var\(--layer-[a-z]+\)$/u

/**
 * The places in a style, or in a component with one, where a z-index is not taken from the list.
 * @param {string} text
 * @returns {{ line: number, value: string }[]}
 */
export function strayLayers(text) {
  return text.split('\n').flatMap((line, index) => {
    const [, value] = /z-index:\s*([^;]+)/u.exec(line) ?? []
    return value === undefined || ofTheList.test(value.trim()) ? [] : [{ line: index + 1, value }]
  })
}

function check() {
  const folder = path.join(root, 'src')
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:vue|css)$/u.test(file))
  const stray = files.flatMap((file) =>
    strayLayers(fs.readFileSync(path.join(folder, file), 'utf8')).map(
      ({ line, value }) => `src/${file}:${line}: z-index: ${value} is not one of tokens.css`,
    ),
  )
  for (const sentence of stray) process.stdout.write(`${sentence}\n`)
  process.exitCode = stray.length === 0 ? 0 : 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) check()
