// `edition lookup` and `edition words`: look words up in the word list of the program.
import fs from 'node:fs'
import { contextOf } from '#core/lookup/choose-entry'
import { lookUpInAll, type FoundWord } from '#core/lookup/look-up-in-all'
import { createReaderDictionary, type ReaderDictionary } from '#core/lookup/reader-dictionary'
import type { Cage } from '../../services/import/cage.ts'
import { readProgramWords } from '../../services/reading-notes/word-tools.ts'
import { print, printLine } from './output.ts'
import { rejectionSentences } from './rejection-sentences.ts'
import { withCage } from './with-cage.ts'
import { badInput, misuse, type ExitCode, type Host, type Request, type Verb } from './verb.ts'

const dictionaryOption = { dictionary: { type: 'string', multiple: true } } as const

export const lookUpVerb: Verb = {
  usage: 'lookup WORD [--sentence TEXT] [--dictionary PATH]… [--json]',
  help:
    'Prints headword, class, parts and English glosses of a Dutch word; as JSON with word, headword, class, parts and glosses. The sentence ' +
    'in which it stands tells words of one spelling apart. Each dictionary of StarDict or dictd, or text with tabs or semicolons, adds its glosses.',
  options: { sentence: { type: 'string' }, json: { type: 'boolean' }, ...dictionaryOption },
  run: lookUpWord,
}

export const wordsVerb: Verb = {
  usage: 'words [FILE] [--dictionary PATH]…',
  help: 'Looks up one word a line, from FILE or standard input, and prints one JSON object a line.',
  options: dictionaryOption,
  run: lookUpLines,
}

type Answer = (word: string, sentence?: string) => ReturnType<typeof answerOf>

/** Reads the word list, and the dictionaries in the sandboxed process. */
async function openDictionaries(host: Host, paths: readonly string[]): Promise<Answer> {
  const tools = readProgramWords({ compounds: host.words, glosses: host.glosses })
  const dictionaries =
    paths.length === 0 ? [] : await withCage(host, (cage) => readAll(cage, paths))
  const sources = ['program' as const, ...dictionaries]
  return (word, sentence) => {
    const context = sentence === undefined ? null : contextOf(sentence, word)
    return answerOf(word, lookUpInAll(word, context, tools, sources))
  }
}

async function readAll(cage: Cage, paths: readonly string[]): Promise<readonly ReaderDictionary[]> {
  const dictionaries: ReaderDictionary[] = []
  for (const path of paths) {
    const read = await cage.readDictionary(path)
    if (!read.ok) throw badInput(`${path} ${rejectionSentences[read.reason]}`)
    dictionaries.push(createReaderDictionary(read.value))
  }
  return dictionaries
}

function answerOf(word: string, found: FoundWord | null) {
  return {
    word,
    headword: found?.headword ?? null,
    class: found?.wordClass ?? null,
    parts: found?.parts.map(({ part, gloss }) => ({ part, gloss })) ?? [],
    glosses: found?.glosses ?? [],
  }
}

async function lookUpWord(request: Request): Promise<ExitCode> {
  const { args, options, lists, switches, host } = request
  const [word, ...rest] = args
  if (word === undefined || rest.length > 0) throw misuse('lookup takes one word')
  const answer = await openDictionaries(host, lists.dictionary ?? [])
  const found = answer(word, options.sentence)
  if (switches.has('json')) print(JSON.stringify(found, null, 2))
  else if (found.headword === null) print(`${word}: in no dictionary`)
  else {
    const parts = found.parts
      .map(({ part, gloss }) => (gloss === null ? part : `${part} (${gloss})`))
      .join(' + ')
    const glosses = found.glosses.map(({ text }) => text).join('; ')
    const word = [found.headword, found.class].filter((text) => text !== null).join(', ')
    print([word, parts, glosses].filter((text) => text !== '').join(': '))
  }
  return found.headword === null ? 1 : 0
}

async function lookUpLines({ args, lists, host }: Request): Promise<ExitCode> {
  const [file, ...rest] = args
  if (rest.length > 0) throw misuse('words takes one file, or standard input')
  const answer = await openDictionaries(host, lists.dictionary ?? [])
  const lines = fs.readFileSync(file ?? 0, 'utf8').split(/\r?\n/u)
  for (const line of lines) {
    const word = line.trim()
    if (word !== '') printLine(JSON.stringify(answer(word)))
  }
  return 0
}
