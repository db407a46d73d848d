// What lies over what is said in one list, src/styles/tokens.css: no style has a z-index of its own. Ends with 1 where one has.
// Another folder than src may be named.
import fs from 'node:fs'
import path from 'node:path'
import { root } from './steps.mjs'

const ofTheList = /^var\(--layer-[a-z]+\)$/u
const folder = process.argv[2] ?? path.join(root, 'src')

for (const file of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:vue|css)$/u.test(file)) continue
  for (const [index, line] of fs
    .readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .entries()) {
    const value = /z-index:\s*([^;]+)/u.exec(line)?.[1]?.trim()
    if (value === undefined || ofTheList.test(value)) continue
    process.stdout.write(`${file}:${index + 1}: z-index: ${value} is not one of tokens.css\n`)
    process.exitCode = 1
  }
}
