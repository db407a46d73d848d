import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  checkOrganisation,
  organisationInputs,
  prepareOrganisation,
} from '../../../../scripts/release/organisation.mjs'
import { run } from '../../../../scripts/steps.mjs'
import type { Organisation } from '../../../../src/core/organisation/organisation.ts'
import { readStored } from '../../../../electron/services/dictionaries/stored-dictionary.ts'
import { openGivenForms } from '../../../../electron/services/editions/given-forms.ts'
import { noForm } from '../../../../src/core/series/form.ts'
import { readOrganisation } from '../../../../electron/tools/build-organisation.ts'

const example = path.join(import.meta.dirname, '../../../fixtures/organisation')
let folder = ''
let file = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leeslamp-organisation-'))
  file = path.join(folder, 'own/leeslamp.organisation.json')
  fs.cpSync(example, path.dirname(file), { recursive: true })
  return () => {
    fs.rmSync(folder, { recursive: true })
    delete process.env.LEESLAMP_ORGANISATION
  }
})

const read = () => readOrganisation(file, path.join(folder, 'target'), () => Promise.resolve({}))
const own = (name: string): string => path.join(path.dirname(file), name)
const put = (name: string, text: string): void => {
  fs.writeFileSync(own(name), text)
}

function change(name: string, from: string, to: string): void {
  const text = fs.readFileSync(own(name), 'utf8')
  expect(text).toContain(from)
  put(name, text.replace(from, to))
}

const json = 'leeslamp.organisation.json'
const edition = 'edities/kadebrief-2031-09.md'

describe('the build of an organisation', () => {
  it('takes the example: its editions are compiled, its logo is read', async () => {
    const result = await read()
    expect(result).toMatchObject({
      ok: true,
      organisation: {
        name: 'Waterschap De Lage Kade',
        logo: 'organisation-logo.svg',
        editions: ['kadebrief-2031-09'],
        bundledEdition: true,
        dictionary: { name: 'Kadewoorden', words: 3 },
      },
    })
    const { dictionary } = (result as { organisation: Organisation }).organisation
    expect(fs.readdirSync(path.join(folder, 'target')).sort()).toEqual(
      ['kadebrief-2031-09.json', `${dictionary?.id ?? ''}.json`].sort(),
    )
    expect(readStored(path.join(folder, 'target'), dictionary?.id ?? '')).toHaveLength(3)
  })

  it('takes the forms of series, for which its readers mend nothing', async () => {
    put('kadebrief.json', JSON.stringify(noForm))
    change(json, '"name"', '"forms": { "Kadebrief": "kadebrief.json" },\n  "name"')
    expect(await read()).toMatchObject({ ok: true, organisation: { forms: ['Kadebrief'] } })
    const forms = openGivenForms(path.join(folder, 'target'), 'Waterschap')
    expect(forms.of('Kadebrief')?.form).toEqual(noForm)
  })

  it.each<[string, () => void, string]>([
    [
      'a form that is none',
      () => {
        put('kadebrief.json', '{"version": 1}')
        change(json, '"name"', '"forms": { "Kadebrief": "kadebrief.json" }, "name"')
      },
      `${json}:3: kadebrief.json is no form of a series`,
    ],
    [
      'a form that is not there',
      () => {
        change(json, '"name"', '"forms": { "Kadebrief": "kadebrief.json" }, "name"')
      },
      `${json}:3: kadebrief.json is no form of a series`,
    ],
    [
      'two forms of one series',
      () => {
        put('kadebrief.json', JSON.stringify(noForm))
        const forms = '"forms": { "Kadebrief": "kadebrief.json", "kadebrief ": "kadebrief.json" }'
        change(json, '"name"', `${forms}, "name"`)
      },
      `${json}:3: the series kadebrief  stands here a second time`,
    ],
    [
      'a form outside the folder',
      () => {
        change(json, '"name"', '"forms": { "Kadebrief": "../kadebrief.json" }, "name"')
      },
      `${json}:3: forms.Kadebrief: a place lies beside the file or below it`,
    ],
    [
      'a dictionary that is none',
      () => {
        put('Kadewoorden.tsv', 'Beste lezer')
      },
      `${json}:11: Kadewoorden.tsv is no dictionary`,
    ],
    [
      'a file that is not there',
      () => {
        fs.rmSync(file)
      },
      `${json}:1: cannot be read`,
    ],
    [
      'a file that never ends',
      () => {
        fs.rmSync(file)
        fs.symlinkSync('/dev/zero', file)
      },
      `${json}:1: cannot be read`,
    ],
    [
      'a file that is too large',
      () => {
        fs.appendFileSync(file, ' '.repeat(70_000))
      },
      `${json}:1: cannot be read, or has more than 64 KB`,
    ],
    [
      'bytes that are no UTF-8',
      () => {
        const text = fs.readFileSync(file, 'utf8').replace('Lage Kade', 'Lágé Kade')
        fs.writeFileSync(file, Buffer.from(text, 'latin1'))
      },
      `${json}:3: this is no UTF-8, at column 27: save it as UTF-8`,
    ],
    [
      'a logo that never ends',
      () => {
        fs.rmSync(own('logo.svg'))
        fs.symlinkSync('/dev/zero', own('logo.svg'))
      },
      `${json}:4: the logo logo.svg cannot be read, or has more than 512 KB`,
    ],
    [
      'a logo with a program',
      () => {
        change('logo.svg', '<rect', '<rect onload="x()"')
      },
      `${json}:4: the logo holds a program, and a logo is only a drawing`,
    ],
    [
      'a file with a mistake',
      () => {
        change(json, '"name"', '"naam"')
      },
      `${json}:3: "naam" is no key of this file`,
    ],
    [
      'a logo that is not there',
      () => {
        fs.rmSync(own('logo.svg'))
      },
      `${json}:4: the logo logo.svg cannot be read`,
    ],
    [
      'a logo that is none',
      () => {
        put('logo.svg', 'GIF89a')
      },
      `${json}:4: the logo is no PNG or SVG`,
    ],
    [
      'editions that are not there',
      () => {
        fs.rmSync(own('edities'), { recursive: true })
      },
      `${json}:10: edities is no folder`,
    ],
    [
      'editions that are a file',
      () => {
        change(json, '"edities"', '"logo.svg"')
      },
      `${json}:10: logo.svg is no folder`,
    ],
    [
      'an edition without notes',
      () => {
        fs.rmSync(own('edities/kadebrief-2031-09.notes.md'))
      },
      `${edition}:1: the notes kadebrief-2031-09.notes.md are missing`,
    ],
    [
      'an edition with a mistake',
      () => {
        change(edition, 'Bron: Kadeblad', 'Bron:')
      },
      `${edition}:`,
    ],
    [
      'the edition of the program',
      () => {
        for (const name of [edition, 'edities/kadebrief-2031-09.notes.md']) {
          change(name, 'kadebrief-2031-09', 'techtrends-2024-07')
          fs.renameSync(own(name), own(name.replace('kadebrief-2031-09', 'techtrends-2024-07')))
        }
      },
      `${json}:10: techtrends-2024-07 is the id of the edition that comes with the program`,
    ],
  ])('refuses %s with line and reason', async (_what, damage, mistake) => {
    damage()
    const result = await read()
    const mistakes = result.ok
      ? []
      : result.mistakes.map(
          (one) =>
            `${path.relative(path.dirname(file), one.file)}:${String(one.line)}: ${one.reason}`,
        )
    expect(mistakes.join('\n')).toContain(mistake)
  })

  it('tells of a weak colour, a logo and an edition at once', async () => {
    change(json, '#1f6f8b', '#eeeeee')
    put('logo.svg', 'geen tekening')
    change(edition, 'Bron: Kadeblad', 'Bron:')
    const result = await read()
    const places = result.ok ? [] : result.mistakes.map((one) => `${one.file}:${String(one.line)}`)
    expect(places.slice(0, 2)).toEqual([`${file}:6`, `${file}:4`])
    expect(places.length).toBeGreaterThan(2)
  })

  it('leaves the edition of the program out when asked, unless nothing is left to read', async () => {
    change(json, '"editions": "edities"', '"editions": "edities", "bundledEdition": false')
    expect(await read()).toMatchObject({ ok: true, organisation: { bundledEdition: false } })
    change(json, '"editions": "edities", ', '')
    expect(await read()).toMatchObject({
      ok: false,
      mistakes: [{ line: 10, reason: expect.stringContaining('nothing to read') as string }],
    })
  })

  it('is built anew after a change of any file that it names', () => {
    put('kadebrief.json', JSON.stringify(noForm))
    change(json, '"name"', '"forms": { "Kadebrief": "kadebrief.json" },\n  "name"')
    process.env.LEESLAMP_ORGANISATION = file
    expect(organisationInputs().map((input) => path.basename(input))).toEqual([
      ...[json, 'logo.svg', 'edities', 'Kadewoorden.tsv', 'kadebrief.json'],
    ])
  })

  it('refuses a wrong file before anything is built, on each way in', async () => {
    change(json, '#1f6f8b', '#eeeeee')
    const sentence = `${json}:6: accent of papier cannot be read on its room`
    await expect(prepareOrganisation(file)).rejects.toThrow(sentence)
    await expect(checkOrganisation()).rejects.toThrow('nothing was built')
    const root = path.join(import.meta.dirname, '../../../..')
    const stamp = path.join(root, 'out/.built-from')
    const before = fs.statSync(stamp).mtimeMs
    const built = await run(process.execPath, ['scripts/build.mjs'], {
      quiet: true,
      env: { ...process.env, LEESLAMP_ORGANISATION: file },
    })
    expect(built.code).toBe(1)
    expect(built.output).toContain(sentence)
    expect(fs.statSync(stamp).mtimeMs).toBe(before)
  })
})
