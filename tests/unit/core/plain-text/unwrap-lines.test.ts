import { describe, expect, it } from 'vitest'
import { unwrapLines } from '../../../../src/core/plain-text/unwrap-lines.ts'

/** An empty line stands for a gap. */
function unwrapped(...lines: string[]): string[] {
  const raw = lines.flatMap((text, index) =>
    text === ''
      ? []
      : [{ line: index + 1, text, gap: lines[index - 1] === '', isIndented: false, joined: [] }],
  )
  const none = (): boolean => false
  return unwrapLines(raw, { beginsBlock: none, standsAlone: none, isWithin: none }).map(
    ({ text }) => text,
  )
}

const wrapped = [
  'The harbour master counted the boats that came in during the storm and',
  'wrote each of their names into a book that nobody had opened for years',
  'because the last storm of this kind passed by before he was even hired',
  'for the work.',
]

describe('lines that a mail program broke', () => {
  it('are joined where the next word did not fit', () => {
    expect(unwrapped(...wrapped)).toEqual([wrapped.join(' ')])
  })

  it('stay apart where it did, though a word ends the line that ends no line in Dutch', () => {
    const [title, text] = ['Old boats that nobody wants to see die', 'Or swim.']
    expect(unwrapped(...wrapped, '', title, text)).toEqual([wrapped.join(' '), title, text])
  })

  it('are joined behind a word that ends no line', () => {
    expect(
      unwrapped(...wrapped, '', 'De boten liggen nu al jaren in de haven van de', 'Zaan.'),
    ).toEqual([wrapped.join(' '), 'De boten liggen nu al jaren in de haven van de Zaan.'])
  })
})
