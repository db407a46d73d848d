import { expect, it } from 'vitest'
import { hangTexts, takeTexts } from '../../../../src/core/reader-data/exported-texts.ts'
import { readerRecordSchema } from '../../../../src/core/reader-data/reader-record.ts'
import { longestItemText } from '../../../../src/core/reader-data/item-text.ts'
import { kindsBefore, readBefore } from '../../../fixtures/reading-rules-before.ts'
import * as v from 'valibot'
import { aBookmark, aNote, aText } from './reader-records.ts'

const context = { title: 'Titel', section: null, number: 3 }
const records = [aBookmark({ context }), aNote({ context }), aText()]

it('hangs a text on one annotation of its item, where a program of before reads it', () => {
  const hung = hangTexts(records)
  expect(hung).toEqual([aBookmark({ context: { ...context, text: aText().text } }), records[1]])
  for (const record of hung) {
    expect(kindsBefore).toContain(record.kind)
    expect(readBefore(record)).toEqual(record)
  }
})

it('takes it from there again', () => {
  const taken = takeTexts(hangTexts(records).map((one) => v.parse(readerRecordSchema, one)))
  expect(taken).toEqual([records[0], records[2], records[1]])
})

it('leaves what is no text where it stands', () => {
  for (const text of [7, '', 'a'.repeat(longestItemText + 1)]) {
    const odd = [aBookmark({ context: { ...context, text } })]
    expect(takeTexts(odd)).toEqual(odd)
  }
})

it('takes no more along than can be read back, and nothing without its annotation', () => {
  expect(hangTexts([aText(), aBookmark()])).toEqual([aBookmark()])
  const many = Array.from({ length: 1_000 }, (_, index) => `item-${String(index)}`)
  const text = 'a'.repeat(longestItemText)
  const hung = hangTexts(
    many.flatMap((item) => [aBookmark({ item, context }), aText({ item, text })]),
  )
  expect(hung).toHaveLength(many.length)
  expect(JSON.stringify(hung).length).toBeLessThan(16_000_000)
})
