import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { inPlaces, operatorNames } from '../../../src/core/search/query-operators.ts'
import { parseQueryLanguage } from '../../../src/core/search/query-language.ts'

const page = fs.readFileSync(path.join(import.meta.dirname, '../../../docs/search.md'), 'utf8')
/** What stands as code in the first column of the tables. */
const examples = page
  .split('\n')
  .filter((line) => /^\| +`/u.test(line))
  .flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code),
  )

describe('the page about searching', () => {
  it('has examples, and all of them are understood', () => {
    expect(examples.length).toBeGreaterThan(15)
    for (const example of examples) {
      // What may be left out must go with something, and the page names operators without a value.
      const query = parseQueryLanguage(/^-|:$/u.test(example) ? `kade ${example}` : example)
      expect(query.problem, example).toBeNull()
      const operators = example.match(/\p{L}+:(?=["\p{L}\d])/gu) ?? []
      expect(query.filters.length, example).toBe(operators.length)
      const quoted = example.match(/(?<![:-])"[^"]+"/gu) ?? []
      expect(query.phrases.length, example).toBe(quoted.length)
      const hyphens = example.match(/(?<!\S)-(?!\p{L}+:)/gu) ?? []
      expect(query.exclusions.length, example).toBe(hyphens.length)
    }
  })

  it('names every operator and every place, in Dutch and in English', () => {
    const names = [...operatorNames.values()].flatMap((all) => all.map((name) => `${name}:`))
    const places = inPlaces.flatMap(({ names: [dutch = '', english = ''] }) => [dutch, english])
    for (const name of [...names, ...places.map((place) => `in:${place}`)])
      expect(page).toContain(`\`${name}`)
  })
})
