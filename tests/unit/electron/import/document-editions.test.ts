// Files of our own words, each with the edition that it must become: tests/fixtures/documents/outline.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEdition } from '../../../../electron/services/import/read-edition.ts'

const folder = path.resolve('tests/fixtures/documents/outline')
const ending = '.expected.json'
const names = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length))

async function read(name: string): Promise<unknown> {
  const bytes = fs.readFileSync(path.join(folder, name))
  const found = await readEdition({ bytes, format: null, encoding: null, name })
  if (!found.ok) throw new Error(found.reason)
  const { edition, remarks } = found.value
  const { title, date, series, language, lede, sections } = edition
  return {
    title: remarks.some(({ kind }) => kind === 'title-missing') ? null : title,
    date: date?.value ?? null,
    ...{ series, language, lede },
    sections: sections.map(({ heading, items }) => ({
      heading,
      items: items.map(({ title: own, text, sources }) => ({ title: own, text, sources })),
    })),
  }
}

describe('a file becomes the edition that its structure gives', () => {
  it.each(names)('%s', async (name) => {
    const expected: unknown = JSON.parse(fs.readFileSync(path.join(folder, name + ending), 'utf8'))
    expect(await read(name)).toEqual(expected)
  })
})
