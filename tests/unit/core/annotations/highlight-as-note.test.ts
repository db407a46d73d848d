import { expect, it } from 'vitest'
import { longestNote } from '../../../../src/core/annotations/annotation.ts'
import { highlightAsNote } from '../../../../src/core/annotations/highlight-as-note.ts'
import { anchorOf } from '../../../../src/core/reading/passage.ts'

const text = 'De sluis *in mei* gaat dicht.'
const anchor = { ...anchorOf(text, { part: 'item', start: 3, end: 17 }) }
const now = '2026-07-09T10:00:00.000Z'
const before = { text: 'Al lang bekend.', changed: '2026-07-01T10:00:00.000Z' }

it('quotes the words as they stood, and puts its note below them', () => {
  expect(highlightAsNote({ anchor, note: 'Navragen' }, undefined, now)).toBe(
    '> sluis \\*in mei\\*\n\nNavragen',
  )
})

it('stands behind the note that is there', () => {
  expect(highlightAsNote({ anchor }, before, now)).toBe(
    'Al lang bekend.\n\n---\n\n> sluis \\*in mei\\*',
  )
})

it('is written once', () => {
  const once = highlightAsNote({ anchor }, before, now) ?? ''
  expect(highlightAsNote({ anchor }, { text: once, changed: now }, now)).toBe(once)
})

it('is nothing where it would be too long, with a note and without', () => {
  const long = { ...before, text: 'x'.repeat(longestNote - 10) }
  expect(highlightAsNote({ anchor, note: 'Navragen' }, long, now)).toBeNull()
  const words = { ...anchor, exact: 'x'.repeat(longestNote) }
  expect(highlightAsNote({ anchor: words }, undefined, now)).toBeNull()
})
