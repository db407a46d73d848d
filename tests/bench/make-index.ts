// Makes a library of so many items, indexed, in a process of its own. Arguments: the folder in which it comes, the word list, and how
// many items it has.
import fs from 'node:fs'
import { readDebianTexts } from './corpus/debian-texts.ts'
import { editionsOf } from './corpus/editions.ts'
import { makeTexts } from './corpus/texts.ts'
import { indexedLibrary } from './indexed-library.ts'
import { indexOf } from './quality/quality.ts'

const [home = '', words = '', items = ''] = process.argv.slice(2)
const count = Number(items)
const { profile, library } = indexedLibrary(home, count)
fs.mkdirSync(profile)
const { texts } = makeTexts(
  readDebianTexts(() => undefined),
  count,
)
indexOf(library, words, editionsOf(texts)).close()
