import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { parseSourceEdition } from '../../../src/core/edition/source-edition.ts'
import { parseSourceNotes } from '../../../src/core/edition/source-notes.ts'

const page = fs.readFileSync(
  path.join(import.meta.dirname, '../../../docs/edition-format.md'),
  'utf8',
)
const [original = '', notes = ''] = page
  .split('```text\n')
  .slice(1)
  .map((rest) => rest.slice(0, rest.indexOf('```')))

it('shows an original and notes that are both correct', () => {
  const edition = parseSourceEdition(original)
  expect(edition).toMatchObject({
    ok: true,
    value: { sections: [{ heading: null }, { id: 'warmte' }] },
  })
  expect(parseSourceNotes(notes, edition.ok ? edition.value : null)).toMatchObject({
    ok: true,
    value: { items: [{ figures: [{ unit: 'hours' }, { unit: '€' }] }, {}] },
  })
})
