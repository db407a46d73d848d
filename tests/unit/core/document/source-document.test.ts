import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  documentText,
  sourceDocumentSchema,
  type Block,
} from '../../../../src/core/document/source-document.ts'

const at = (line: number, text: string, kind: 'paragraph' | 'item' = 'paragraph'): Block => ({
  ...{ kind, line, depth: kind === 'item' ? 1 : 0, runs: [{ text }] },
})

describe('the text of a document', () => {
  it('has each block on its line, and below the one above it where that is longer', () => {
    const blocks = [at(3, 'De brug\nis dicht.'), at(4, 'Tot maandag.', 'item'), at(8, 'Einde')]
    expect(documentText({ blocks }).split('\n')).toEqual([
      ...['', '', 'De brug', 'is dicht.', '* Tot maandag.', '', '', 'Einde'],
    ])
    expect(documentText({ blocks: [] })).toBe('')
  })

  it('has no line beyond those that a file can have, whoever made the document', () => {
    const document = (line: number): unknown => ({
      stated: { titles: [], date: null, series: null, language: null },
      ...{ blocks: [at(line, 'Einde')], leftOut: [] },
    })
    expect(v.is(sourceDocumentSchema, document(20_000_000))).toBe(true)
    expect(v.is(sourceDocumentSchema, document(2 ** 40))).toBe(false)
  })
})
