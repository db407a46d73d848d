// Makes a library of so many items, indexed, in a process of its own. Arguments: its folder, the word list, and how many items it has.
import fs from 'node:fs'
import path from 'node:path'
import { readDebianTexts } from './corpus/debian-texts.ts'
import { editionsOf } from './corpus/editions.ts'
import { makeTexts } from './corpus/texts.ts'
import { indexOf } from './quality/quality.ts'

const [library = '', words = '', count = ''] = process.argv.slice(2)
fs.mkdirSync(path.dirname(library))
const corpus = readDebianTexts(() => undefined)
const { texts } = makeTexts(corpus, Number(count))
indexOf(library, words, editionsOf(texts)).close()
