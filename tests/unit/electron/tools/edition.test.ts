import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { onePixel } from '../../../fixtures/a-package.ts'
import { quiet, tool } from './run-edition.ts'
import { bounds } from '../../../bounds.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-edition-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name)
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.writeFileSync(place, content)
  return place
}

function edition(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
    timeout: bounds.program,
    encoding: 'utf8',
    env: quiet,
  })
  return { status, stdout, stderr }
}

const lede =
  'Deze week varen we mee op een sleepboot. We eindigen in een dorp dat zijn warmte bewaart onder het plein van de school.'
const clean = `Stil\n${lede}\n*De haven wordt stil. GT\nWarmte\n*Het dorp blijft warm. SCMP, CNN\n`

describe('edition parse', () => {
  it('prints what stands in the text, and nothing that was made up', () => {
    const { status, stdout, stderr } = edition('parse', file('clean.txt', `${clean}Lees verder`))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual({
      digest: true,
      title: 'Stil',
      lede,
      figure: null,
      openingLinks: [],
      openingPictures: [],
      sections: [
        {
          heading: null,
          items: [
            {
              title: null,
              text: 'De haven wordt stil.',
              sources: ['GT'],
              sourceNames: ['Global Times'],
              links: [],
              pictures: [],
            },
          ],
        },
        {
          heading: 'Warmte',
          items: [
            {
              title: null,
              text: 'Het dorp blijft warm.',
              sources: ['SCMP', 'CNN'],
              sourceNames: ['South China Morning Post', 'Cable News Network'],
              links: [],
              pictures: [],
            },
          ],
        },
      ],
      remarks: [{ line: 6, kind: 'page-furniture', quote: 'Lees verder' }],
      ...{ date: null, series: null, language: 'nl', leftOut: [] },
    })
  })

  it('says of one text that it is no digest, and gives it no heading that it has not', () => {
    const letter =
      'Beste buren\n\nHet mistte de hele week.\n\nDe brug\n\nDie is weer open, en dicht.\n'
    const { stdout } = edition('parse', file('letter.txt', letter))
    expect(JSON.parse(stdout)).toMatchObject({ digest: false, sections: [{ heading: null }] })
  })

  it('prints sources as they stand there, and beside them what each is called', () => {
    const printed = file('again.txt', '*De haven wordt stil. GT, CNN (betaald), Global Times')
    const { stdout } = edition('parse', printed)
    const item = {
      sources: ['GT', 'CNN (betaald)', 'Global Times'],
      sourceNames: ['Global Times', 'Cable News Network', 'Global Times'],
    }
    expect(JSON.parse(stdout)).toMatchObject({ sections: [{ items: [item] }] })
  })

  it('prints null where there is nothing', () => {
    const bare = file('bare.txt', '*De haven wordt stil en het water schoon. GT')
    expect(JSON.parse(edition('parse', bare).stdout)).toMatchObject({
      title: null,
      lede: null,
      figure: null,
      sections: [{ heading: null, items: [{ title: null, sources: ['GT'] }] }],
    })
  })

  it('believes the headings of a page, and prints links and pictures at their items', () => {
    const picture = `data:image/png;base64,${onePixel.toString('base64')}`
    const page = file(
      'page.html',
      `<h1>Stil</h1><p>${lede}</p><h2>Water</h2><h3>De haven koopt GT.</h3>
        <p>De haven wordt stil. <a href="https://blik.nl/a">Blik</a><img alt="De kade" src="${picture}"></p>
        <h3>Het dorp</h3><p>Het dorp blijft warm. SCMP</p>`,
    )
    expect(JSON.parse(edition('parse', page).stdout)).toMatchObject({
      title: 'Stil',
      sections: [
        {
          heading: 'Water',
          items: [
            {
              title: 'De haven koopt GT.',
              sources: ['Blik'],
              links: [{ label: 'Blik', address: 'https://blik.nl/a' }],
              pictures: [{ label: 'De kade', file: { kind: 'png', width: 1, height: 1 } }],
            },
            { title: 'Het dorp', sources: ['SCMP'], links: [], pictures: [] },
          ],
        },
      ],
    })
  })

  it('reads UTF-16 with a mark, and Windows-1252 when that is said', () => {
    const utf16 = file('utf16.txt', Buffer.from(`\uFEFFCafé aan zee\n${clean}`, 'utf16le'))
    expect(JSON.parse(edition('parse', utf16).stdout)).toMatchObject({ title: 'Café aan zee' })
    const windows = file('windows.txt', Buffer.from(`Café aan zee\n${clean}`, 'latin1'))
    const refused = edition('parse', windows)
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toMatch(/^[^\n]*--encoding windows-1252\n$/u)
    const said = edition('parse', windows, '--format', 'text', '--encoding', 'windows-1252')
    expect(JSON.parse(said.stdout)).toMatchObject({ title: 'Café aan zee' })
  })
})

describe('edition lint', () => {
  it('is silent and content with a clean edition', () => {
    expect(edition('lint', file('clean.txt', clean))).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('names file and line of what needs a look', () => {
    const doubtful = file('doubtful.txt', `${clean}*De brug gaat dicht. Havenbode\n`)
    const { status, stdout } = edition('lint', doubtful)
    expect(status).toBe(1)
    expect(stdout).toBe(`${doubtful}:6: a source that is not in the register: Havenbode\n`)
  })

  it('is content with remarks that only quote what was left out', () => {
    const { status, stdout } = edition('lint', file('page.txt', `${clean}Lees verder\n`))
    expect(status).toBe(0)
    expect(stdout).toMatch(/page\.txt:6: .*Lees verder\n$/u)
  })
})

describe('edition score', () => {
  const sections = (source: string) => [
    { heading: null, items: [{ firstWords: 'De haven wordt stil.', sources: ['GT'] }] },
    { heading: 'Warmte', items: [{ firstWords: 'Het dorp blijft', sources: ['SCMP', source] }] },
  ]

  it('gives precision and recall by file and for all', () => {
    file('scores/one.txt', clean)
    file('scores/one.expected.json', JSON.stringify({ sections: sections('CNN') }))
    file('scores/two.txt', clean)
    file('scores/two.expected.json', JSON.stringify({ sections: sections('BBC') }))
    const { status, stdout } = edition('score', path.join(folder, 'scores'), '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      files: [
        { file: 'one.txt', sources: { precision: 1, recall: 1 } },
        {
          file: 'two.txt',
          headings: { precision: 1 },
          sources: { right: 2, found: 3, expected: 3 },
        },
      ],
      headings: { precision: 1, recall: 1 },
      items: { precision: 1, recall: 1 },
      sources: { right: 5, found: 6, expected: 6 },
    })
    const table = edition('score', path.join(folder, 'scores')).stdout
    expect(table).toMatch(/all\s+1\.000\s+1\.000\s+1\.000\s+1\.000\s+0\.833\s+0\.833/u)
  })
})

describe('edition score, beside other files', () => {
  it('takes the edition and neither its backup nor a hidden file', () => {
    for (const name of ['a.bak', '.a', 'a.txt']) {
      file(`backup/${name}`, name === 'a.txt' ? clean : 'oude tekst')
    }
    const expected = [{ heading: null, items: [{ firstWords: 'De haven', sources: ['GT'] }] }]
    // With a byte order mark, as Windows writes it.
    file('backup/a.expected.json', `\uFEFF${JSON.stringify({ sections: expected })}`)
    const { status, stdout } = edition('score', path.join(folder, 'backup'), '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ file: 'a.txt' }] })
  })
})

describe('edition score, of what is no file', () => {
  it('does not wait for a pipe', () => {
    const pipe = file('pipe/a.txt', clean).replace(/txt$/u, 'expected.json')
    spawnSync('mkfifo', [pipe])
    expect(edition('score', path.dirname(pipe))).toMatchObject({
      status: 1,
      stderr: `${pipe} cannot be read\n`,
    })
  })
})

describe('edition', () => {
  it.each([
    [['parse', 'nowhere.txt'], /does not exist/u],
    [['parse', folder], /cannot be read/u],
    [['parse', file('x.editie', Buffer.from('PK\xff', 'latin1'))], /is a package: .*unpack/u],
    [['lint', file('x.EDITIE', 'PK')], /is a package: .*import/u],
    [['parse', file('empty.txt', ' \n')], /is empty/u],
    [['lint', file('bytes.bin', Uint8Array.from([0, 1, 2]))], /is not text/u],
    [['score', 'nowhere'], /no folder/u],
    [['score', path.dirname(file('none/a.txt', clean))], /no file with \.expected\.json/u],
    [['score', path.dirname(file('bad/a.expected.json', '{}'))], /does not say what is expected/u],
    [
      ['score', path.dirname(file('alone/a.expected.json', '{"sections":[]}'))],
      /no edition beside it/u,
    ],
  ])('ends with 1 and one line for %j', (args, line) => {
    const { status, stdout, stderr } = edition(...args)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(line)
    expect(stderr.trimEnd()).not.toContain('\n')
  })

  it.each([
    [[]],
    [['print']],
    [['parse']],
    [['parse', 'a', 'b']],
    [['parse', 'a', '--format', 'pdf']],
    [['parse', 'a', '--encoding', 'ebcdic']],
    [['parse', 'a', '--loud']],
    [['lint']],
    [['lint', 'a', '--json']],
    [['score']],
  ])('ends with 2 and one line for %j', (args) => {
    const { status, stdout, stderr } = edition(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.trimEnd()).not.toContain('\n')
  })

  it('has help for all verbs and for each', () => {
    const all = edition('--help')
    expect(all.status).toBe(0)
    for (const verb of ['parse', 'teach', 'lint', 'build', 'unpack', 'import', 'search', 'score']) {
      expect(all.stdout).toContain(`edition ${verb} `)
      const one = edition(verb, '--help')
      expect(one.status).toBe(0)
      expect(one.stdout).toContain(`edition ${verb} `)
    }
  })
})
