// Makes libraries of so many items, indexed, in a process of its own. Arguments: the folder in which they come, the word list, and
// how many items each has.
import fs from 'node:fs'
import { readDebianTexts } from './corpus/debian-texts.ts'
import { editionsOf } from './corpus/editions.ts'
import { makeTexts } from './corpus/texts.ts'
import { indexedLibrary } from './indexed-library.ts'
import { indexOf } from './quality/quality.ts'

const [home = '', words = '', ...counts] = process.argv.slice(2)
const corpus = readDebianTexts(() => undefined)
for (const count of counts.map(Number)) {
  const { profile, library } = indexedLibrary(home, count)
  fs.mkdirSync(profile)
  indexOf(library, words, editionsOf(makeTexts(corpus, count).texts)).close()
}
