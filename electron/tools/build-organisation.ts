// Compiles an organisation's name, logo and editions for the program. Without --out it only checks:
// `node electron/tools/build-organisation.ts FILE [--out FOLDER]`.
import { isUtf8 } from 'node:buffer'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { patternHyphenate } from '#core/dutch/break-patterns'
import { createCompoundSplitter } from '#core/dutch/compound'
import { buildHyphenation } from '#core/dutch/hyphenate'
import { lexiconOf } from '#core/dutch/word-list'
import { writeOutHidden } from '#core/edition/hidden-characters'
import { logoKind, mostLogoBytes } from '#core/organisation/logo-kind'
import type { Organisation } from '#core/organisation/organisation'
import { parseOrganisation } from '#core/organisation/parse-organisation'
import { indexFileName } from '#core/search/search-types'
import { Refusal } from '#core/edition/rejection'
import { formSchema, mostBytes as mostFormBytes, type Form } from '#core/series/form'
import { sameSeries } from '#core/series/same-series'
import { readDictionary } from '../services/dictionaries/read-dictionary.ts'
import { storeDictionary, storedFile } from '../services/dictionaries/stored-dictionary.ts'
import { bundledEdition } from '../services/editions/bundled-edition.ts'
import { givenFormsFile, type GivenForm } from '../services/editions/given-forms.ts'
import { buildEditions, type FileMistake } from './build-editions.ts'
import { readDutchWords } from './dutch-lexicon.ts'
import { rejectionSentences } from './edition/rejection-sentences.ts'

/** In bytes; more than any such file needs. */
const mostBytes = 64 * 1024

type Hyphenate = Parameters<typeof buildEditions>[0]['hyphenate']

export type OrganisationResult =
  | { readonly ok: true; readonly organisation: Organisation; readonly logo: Buffer | null }
  | { readonly ok: false; readonly mistakes: readonly FileMistake[] }

/**
 * Reads the file of an organisation and its logo, and compiles its editions into `target`. With any mistake, nothing in `target`
 * may be used. Throws only when `target` cannot be written.
 */
export async function readOrganisation(
  file: string,
  target: string,
  hyphenate: Hyphenate,
): Promise<OrganisationResult> {
  const mistakes: FileMistake[] = []
  const bytes = readBytes(file, mostBytes)
  const unreadable = 'cannot be read, or has more than 64 KB'
  if (bytes === null) return { ok: false, mistakes: [{ file, line: 1, reason: unreadable }] }
  if (!isUtf8(bytes)) return { ok: false, mistakes: [{ file, ...firstNoUtf8(bytes) }] }
  const parsed = parseOrganisation(bytes.toString('utf8'))
  if (!parsed.ok)
    return { ok: false, mistakes: parsed.mistakes.map((mistake) => ({ file, ...mistake })) }
  const { file: said, weak, lineOf } = parsed.value
  mistakes.push(...weak.map((mistake) => ({ file, ...mistake })))
  const toPath = (place: string): string => path.join(path.dirname(file), place)

  const logo = said.logo === undefined ? null : readBytes(toPath(said.logo), mostLogoBytes)
  const kind = logo === null ? null : logoKind(logo)
  if (said.logo !== undefined && kind?.ok !== true) {
    const reason = kind?.reason ?? `the logo ${said.logo} cannot be read, or has more than 512 KB`
    mistakes.push({ file, line: lineOf('logo'), reason })
  }

  let editions: readonly string[] = []
  if (said.editions !== undefined) {
    const source = toPath(said.editions)
    const line = lineOf('editions')
    if (!fs.existsSync(source) || !fs.statSync(source).isDirectory())
      mistakes.push({ file, line, reason: `${said.editions} is no folder` })
    else {
      const built = await buildEditions({ source, target, hyphenate, index: () => null })
      if (!built.ok) mistakes.push(...built.mistakes)
      else editions = built.written.map((name) => path.basename(name, '.json'))
    }
    if (editions.includes(bundledEdition)) {
      const reason = `${bundledEdition} is the id of the edition that comes with the program`
      mistakes.push({ file, line, reason })
    }
  }
  const dictionary =
    said.dictionary === undefined ? null : await compileDictionary(toPath(said.dictionary), target)
  if (typeof dictionary === 'string')
    mistakes.push({
      file,
      line: lineOf('dictionary'),
      reason: `${said.dictionary ?? ''} ${dictionary}`,
    })
  const forms = compileForms(said.forms ?? {}, toPath)
  mistakes.push(...forms.reasons.map((reason) => ({ file, line: lineOf('forms'), reason })))
  if (said.bundledEdition === false && said.editions === undefined) {
    const reason =
      'without the edition of the program and without editions of your own there is nothing to read'
    mistakes.push({ file, line: lineOf('bundledEdition'), reason })
  }
  if (mistakes.length > 0 || typeof dictionary === 'string') return { ok: false, mistakes }
  if (forms.all.length > 0) {
    fs.mkdirSync(target, { recursive: true })
    fs.writeFileSync(path.join(target, givenFormsFile), JSON.stringify(forms.all))
  }
  const organisation: Organisation = {
    name: said.name,
    logo: kind?.ok === true ? `organisation-logo.${kind.kind}` : null,
    colours: said.colours ?? {},
    editions: [...editions],
    dictionary,
    forms: forms.all.map(({ series }) => series),
    bundledEdition: said.bundledEdition ?? true,
  }
  return { ok: true, organisation, logo }
}

/** The forms of series in their files, and what is wrong with any of them. */
function compileForms(
  files: Readonly<Record<string, string>>,
  toPath: (place: string) => string,
): { readonly all: readonly GivenForm[]; readonly reasons: readonly string[] } {
  const all: GivenForm[] = []
  const reasons: string[] = []
  for (const [series, place] of Object.entries(files)) {
    const form = readForm(toPath(place))
    if (all.some((one) => sameSeries(one.series) === sameSeries(series)))
      reasons.push(`the series ${series} stands here a second time`)
    else if (form === null)
      reasons.push(`${place} is no form of a series: npm run edition -- teach makes one`)
    else all.push({ series, form })
  }
  return { all, reasons }
}

function readForm(file: string): Form | null {
  const bytes = readBytes(file, mostFormBytes)
  if (bytes === null || !isUtf8(bytes)) return null
  try {
    const read = v.safeParse(formSchema, JSON.parse(bytes.toString('utf8')))
    return read.success ? read.output : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What is wrong, where there is something. */
async function compileDictionary(
  file: string,
  target: string,
): Promise<Organisation['dictionary'] | string> {
  try {
    const { name, articles } = await readDictionary(file)
    const { id, bytes } = storeDictionary(articles)
    fs.mkdirSync(target, { recursive: true })
    fs.writeFileSync(storedFile(target, id), bytes)
    return { id, name, words: articles.length }
  } catch (error) {
    if (error instanceof Refusal) return rejectionSentences[error.reason]
    throw error
  }
}

/** Null for a file that is too large, and for what is no ordinary file, which may be endless. */
function readBytes(file: string, maxBytes: number): Buffer | null {
  try {
    const found = fs.statSync(file)
    return found.isFile() && found.size <= maxBytes ? fs.readFileSync(file) : null
  } catch {
    return null
  }
}

function firstNoUtf8(bytes: Buffer): { readonly line: number; readonly reason: string } {
  let line = 1
  let start = 0
  for (let end = bytes.indexOf('\n'); end >= 0 && isUtf8(bytes.subarray(start, end));) {
    start = end + 1
    end = bytes.indexOf('\n', start)
    line += 1
  }
  const whole = new TextDecoder().decode(bytes.subarray(start))
  const column = String([...whole.slice(0, whole.indexOf('\uFFFD'))].length + 1)
  return { line, reason: `this is no UTF-8, at column ${column}: save it as UTF-8` }
}

/** Hyphenates like the bundled edition. Reading the word list takes a second. */
async function withWordList(): Promise<Hyphenate> {
  const words = await readDutchWords()
  const splitCompound = createCompoundSplitter(lexiconOf((word) => words.get(word) ?? 0))
  return (texts) => Promise.resolve(buildHyphenation(texts, { splitCompound, patternHyphenate }))
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' } },
  })
  const [file] = positionals
  if (file === undefined) throw new Error('no file was named')
  const { out } = values
  const target =
    out === undefined
      ? fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-organisation-'))
      : path.join(out, 'organisation')
  const hyphenate = out === undefined ? () => Promise.resolve({}) : await withWordList()
  const result = await readOrganisation(path.resolve(file), target, hyphenate)
  if (out === undefined) fs.rmSync(target, { recursive: true })
  if (!result.ok) {
    for (const { file: at, line, reason } of result.mistakes)
      process.stderr.write(
        `${writeOutHidden(`${path.relative(process.cwd(), at)}:${String(line)}: ${reason}`)}\n`,
      )
    process.exitCode = 1
    return
  }
  if (out === undefined) return
  const { organisation, logo } = result
  fs.writeFileSync(
    path.join(out, 'organisation.json'),
    `${JSON.stringify(organisation, null, 1)}\n`,
  )
  if (logo !== null && organisation.logo !== null)
    fs.writeFileSync(path.join(out, 'renderer', organisation.logo), logo)
  // The word list beside it is used by every search.
  if (!organisation.bundledEdition)
    for (const name of [`${bundledEdition}.json`, indexFileName])
      fs.rmSync(path.join(out, 'editions', name))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
