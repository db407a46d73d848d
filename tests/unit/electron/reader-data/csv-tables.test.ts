import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import type { Highlight } from '../../../../src/core/annotations/annotation.ts'
import { anchorOf } from '../../../../src/core/reading/passage.ts'
import { annotationsCsv, wordsCsv } from '../../../../electron/services/reader-data/csv-tables.ts'
import { aHighlight, aNote, aWord } from '../../core/reader-data/reader-records.ts'
import { anEditionOf, bundleOf } from '../../core/search/an-edition.ts'

/** As Python's csv reads it, which is not ours. */
function read(text: string): Record<string, string>[] {
  const script =
    'import csv, io, json, sys; print(json.dumps(list(csv.DictReader(io.StringIO(sys.stdin.read(), newline="")))))'
  const out = execFileSync('python3', ['-c', script], {
    input: text.replace('\uFEFF', ''),
    encoding: 'utf8',
  })
  return JSON.parse(out) as Record<string, string>[]
}

it('is read back whole by another program, whatever signs a sentence has', () => {
  const sentence = 'De "sluizen",\ngaan; dicht.'
  const text = wordsCsv([aWord({ sentence }), aWord({ headword: 'kade', glosses: [] })])
  expect(text.startsWith('\uFEFFguid,word,gloss,sentence,source\r\n')).toBe(true)
  expect(read(text)).toMatchObject([
    { word: 'sluis', gloss: 'lock', sentence, source: '' },
    { word: 'kade', gloss: '' },
  ])
})

it('has no field that a spreadsheet takes for a formula', () => {
  const [row] = read(wordsCsv([aWord({ sentence: '=1+1' })]))
  expect(row?.sentence).toBe("'=1+1")
})

it('has a row for each annotation, with the place where it stands and what leads back to it', () => {
  const { edition } = anEditionOf('Mist boven de haven.')
  const about = { edition: edition.id, item: 'i1' }
  const note = 'Eerste regel,\n"tweede"; slot.'
  const highlight = aHighlight({ ...about, note, tags: ['haven', 'mist'] })
  const rows = read(
    annotationsCsv([aNote({ ...about, author: 'Anna' }), highlight], [bundleOf(edition)], 'nl'),
  )
  expect(rows).toHaveLength(2)
  expect(rows[1]).toMatchObject({
    ...{ soort: 'Markering', woorden: highlight.anchor.exact, notitie: note, kleur: 'oker' },
    ...{ trefwoorden: 'haven, mist', editie: edition.title, bericht: '1' },
    ...{ gemaakt: highlight.created, gewijzigd: highlight.changed },
  })
  expect(rows[1]?.verwijzing).toMatch(/^leeslamp:\/\/edition\/.+\/i1#/u)
  expect(rows.map(({ door }) => door)).toEqual(['Anna', ''])
  expect(Object.keys(rows[0] ?? {})).toHaveLength(16)
})

it('says of a passage what became of it', () => {
  const edition = {
    ...anEditionOf('Mist boven de haven kost de stad dit jaar 54.000 euro.', 'Niets.').edition,
    revision: 2,
  }
  const before = 'Mist boven de haven kost de stad dit jaar 45.000 euro.'
  const marked = (words: string, item = 'i1', text = before): Highlight =>
    aHighlight({
      ...{ edition: edition.id, item, id: words.length.toString(16).padStart(16, '0') },
      anchor: {
        ...anchorOf(text, {
          part: 'item',
          start: text.indexOf(words),
          end: text.indexOf(words) + words.length,
        }),
      },
    })
  const records = [
    marked('haven kost de stad dit jaar 45.000 euro'),
    marked('Mist boven de haven'),
    marked('Wat hier stond, is weg', 'i2', 'Wat hier stond, is weg.'),
  ]
  const remarks = new Map(
    read(annotationsCsv(records, [bundleOf(edition)], 'nl')).map((row) => [
      row.woorden,
      row.opmerking,
    ]),
  )
  expect(Object.fromEntries(remarks)).toEqual({
    'haven kost de stad dit jaar 45.000 euro':
      'gewijzigd in revisie 2: er staat nu ‘haven kost de stad dit jaar 54.000 euro’',
    'Mist boven de haven': '',
    'Wat hier stond, is weg': 'niet teruggevonden in revisie 2',
  })
})

it('says of an item that is gone since when', () => {
  const edition = { ...anEditionOf('Mist boven de haven.').edition, revision: 2 }
  const about = { edition: edition.id, text: 'Navragen.' }
  const records = [aNote({ ...about, item: 'weg' }), aNote({ ...about, item: 'i1' })]
  const told = (language: 'nl' | 'en') =>
    read(annotationsCsv(records, [bundleOf(edition)], language))
  expect(
    told('nl')
      .map(({ opmerking }) => opmerking)
      .toSorted(),
  ).toEqual(['', 'niet meer in revisie 2'])
  expect(told('en').map(({ remark }) => remark)).toContain('no longer in revision 2')
})
