// Compiles the source texts in resources/editions for the program: `node electron/tools/build-editions.ts`.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { patternHyphenate } from '#core/dutch/break-patterns'
import { createCompoundSplitter } from '#core/dutch/compound'
import { buildHyphenation } from '#core/dutch/hyphenate'
import { lexiconOf, packWordList, wordListFileName } from '#core/dutch/word-list'
import { glossListName } from '#core/lookup/word-entry'
import { editionBundleSchema, type EditionBundle } from '#core/edition/edition'
import { isNotesName } from '#core/edition/edition-path'
import { parseSourceEdition } from '#core/edition/source-edition'
import { parseSourceNotes } from '#core/edition/source-notes'
import type { Mistake } from '#core/edition/source-text'
import { runToEnd } from '#core/search/compact/merge-segments'
import type { Segment } from '#core/search/compact/segment'
import { indexFileName } from '#core/search/search-types'
import { packCompiled, type CompiledEdition } from '../services/search/prebuilt-index.ts'
import { writeSegment } from '../services/search/segment-file.ts'
import { realFiles } from '../services/store/durable-files.ts'
import { readDutchWords } from './dutch-lexicon.ts'

export interface BuildOptions {
  /** Folder with `<id>.md` and `<id>.notes.md`. */
  readonly source: string
  /** Folder for `<id>.json`; created when it is missing. */
  readonly target: string
  /** Gives a word with soft hyphens where it may break. */
  readonly hyphenate: (texts: readonly string[]) => Promise<Record<string, string>>
  /** The search index of all compiled editions, or null for none. */
  readonly index: (editions: readonly CompiledEdition[]) => Segment | null
}

export interface FileMistake extends Mistake {
  readonly file: string
}

export type BuildResult =
  | { readonly ok: true; readonly written: readonly string[] }
  | { readonly ok: false; readonly mistakes: readonly FileMistake[] }

/**
 * Compiles every edition of a folder. The same sources give the same bytes. With a mistake in any of them, it writes nothing
 * and returns all mistakes. Throws only when a folder cannot be read or written.
 */
export async function buildEditions(options: BuildOptions): Promise<BuildResult> {
  const { source, target, hyphenate } = options
  const all = fs
    .readdirSync(source)
    .filter((name) => !/^(?:\.|Thumbs\.db$|desktop\.ini$)/u.test(name))
  const names = all.filter((name) => name.endsWith('.md'))
  const mistakes: FileMistake[] = all
    .filter((name) => !name.endsWith('.md'))
    .sort()
    .map((name) => ({
      file: path.join(source, name),
      line: 1,
      reason: 'only editions in the source format (.md) and their notes may stand here',
    }))
  const bundles: EditionBundle[] = []
  const editionNames = names.filter((name) => !isNotesName(name)).sort()
  for (const name of editionNames) {
    const bundle = readEdition(path.join(source, name), mistakes)
    if (bundle !== null) bundles.push(bundle)
  }
  for (const name of names.filter(isNotesName)) {
    if (!editionNames.includes(name.replace('.notes.md', '.md'))) {
      const reason = 'these notes have no edition beside them'
      mistakes.push({ file: path.join(source, name), line: 1, reason })
    }
  }
  if (editionNames.length === 0) {
    mistakes.push({ file: source, line: 1, reason: 'there is no edition in this folder' })
  }
  if (mistakes.length > 0) return { ok: false, mistakes }

  const compiled: CompiledEdition[] = []
  for (const one of bundles) {
    const bundle = { ...one, hyphenation: sortKeys(await hyphenate(dutchTexts(one))) }
    compiled.push({ bundle, bytes: Buffer.from(`${JSON.stringify(bundle)}\n`) })
  }
  const written: string[] = []
  fs.mkdirSync(target, { recursive: true })
  for (const { bundle, bytes } of compiled) {
    const name = `${bundle.edition.id}.json`
    fs.writeFileSync(path.join(target, name), bytes)
    written.push(name)
  }
  const index = options.index(compiled)
  if (index !== null) {
    // Everybody on the machine may read it, unlike the data of a reader.
    const files = { ...realFiles, create: (file: string) => fs.openSync(file, 'w', 0o644) }
    runToEnd(writeSegment(files, target, indexFileName, index))
    written.push(indexFileName)
  }
  return { ok: true, written }
}

/** One edition with its notes; null when either has mistakes, which are added to `mistakes`. */
function readEdition(file: string, mistakes: FileMistake[]): EditionBundle | null {
  const notesFile = file.replace(/\.md$/, '.notes.md')
  const before = mistakes.length
  const report = (of: string, found: readonly Mistake[]): void => {
    mistakes.push(...found.map((mistake) => ({ file: of, ...mistake })))
  }

  const edition = parseSourceEdition(fs.readFileSync(file, 'utf8'))
  if (!edition.ok) report(file, edition.mistakes)
  else if (`${edition.value.id}.md` !== path.basename(file)) {
    const reason = `the id "${edition.value.id}" and the name of the file differ`
    report(file, [{ line: 1, reason }])
  }
  if (!fs.existsSync(notesFile)) {
    report(file, [{ line: 1, reason: `the notes ${path.basename(notesFile)} are missing` }])
    return null
  }
  const source = fs.readFileSync(notesFile, 'utf8')
  const notes = parseSourceNotes(source, edition.ok ? edition.value : null)
  if (!notes.ok) report(notesFile, notes.mistakes)
  if (!edition.ok || !notes.ok || mistakes.length > before) return null

  // The parsers accept what the program would refuse, above all texts that are too long.
  const bundle = { edition: edition.value, notes: notes.value, hyphenation: {} }
  const checked = v.safeParse(editionBundleSchema, bundle)
  if (checked.success) return checked.output
  for (const issue of checked.issues) {
    report(file, [{ line: 1, reason: `${v.getDotPath(issue) ?? 'edition'}: ${issue.message}` }])
  }
  return null
}

/** Every text of an edition in its own language. */
function dutchTexts({ edition, notes }: EditionBundle): string[] {
  return [
    edition.title,
    edition.lede ?? '',
    edition.figure?.caption ?? '',
    ...edition.sections.flatMap(({ heading, items }) => [
      heading ?? '',
      ...items.flatMap(({ title, text }) => [title ?? '', text]),
    ]),
    ...(notes?.sections.map(({ watch }) => watch) ?? []),
    ...(notes?.items.flatMap(({ terms }) => terms.map(({ term }) => term)) ?? []),
  ].filter((text) => text !== '')
}

function sortKeys(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
  )
}

/** Its licence asks that this goes along with every copy. */
const wordListNotice = `${wordListFileName} is made of the Dutch word list of OpenTaal (https://opentaal.org), © OpenTaal and
Nederlandstalige TeX Gebruikersgroep, under CC BY 3.0 (https://creativecommons.org/licenses/by/3.0/).
Changed: of each word only what it tells of compounds is kept, and the words are packed to be searched.
`

async function main(): Promise<void> {
  const root = path.join(import.meta.dirname, '../..')
  const words = await readDutchWords()
  const lexicon = lexiconOf((word) => words.get(word) ?? 0)
  const splitCompound = createCompoundSplitter(lexicon)
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  const target = path.resolve(values.out ?? path.join(root, 'out/editions'))
  const result = await buildEditions({
    source: path.join(root, 'resources/editions'),
    target,
    hyphenate: (texts) =>
      Promise.resolve(buildHyphenation(texts, { splitCompound, patternHyphenate })),
    index: (editions) => packCompiled(editions, lexicon),
  })
  if (result.ok) {
    fs.writeFileSync(path.join(target, `${wordListFileName}.txt`), wordListNotice)
    fs.copyFileSync(
      path.join(root, 'resources/words', glossListName),
      path.join(target, glossListName),
    )
    // Written by a rename, since the edition command builds it only when it does not exist.
    const list = path.join(target, wordListFileName)
    fs.writeFileSync(`${list}.part`, packWordList(words))
    fs.renameSync(`${list}.part`, list)
    return
  }
  for (const { file, line, reason } of result.mistakes) {
    process.stderr.write(`${path.relative(process.cwd(), file)}:${line}: ${reason}\n`)
  }
  process.exitCode = 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
