// Texts that stand in two issues word for word.
import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { repeatedTexts, withoutRepeated } from '../../../../src/core/series/repeated-texts.ts'
import { anEditionOf } from '../search/an-edition.ts'

const closing = 'Tot over twee weken!\n\nDe redactie van Kas en Kade'
const may = anEditionOf('De brug gaat open.', 'Het veen is nat.', closing).edition
const june = (...texts: string[]): Edition => anEditionOf(...texts).edition

/** The questions about an edition whose file has its texts as lines. */
const asked = (edition: Edition, earlier: Edition) => {
  const text = edition.sections.flatMap(({ items }) => items.map((item) => item.text)).join('\n\n')
  return repeatedTexts(edition, text, earlier)
}
const textsOf = ({ sections }: Edition): string[] =>
  sections.flatMap(({ items }) => items.map(({ text }) => text))

describe('texts of an earlier edition', () => {
  it('are asked about once an item, at their line', () => {
    const edition = june(
      'De sluis wordt nieuw.',
      'De kade is schoon.',
      'De markt verhuist.',
      `Het dorp viert feest.\n\n${closing}`,
    )
    const [question, ...others] = asked(edition, may)
    expect(others).toEqual([])
    const item = edition.sections[0]?.items[3]?.id
    expect(question).toEqual({ kind: 'in-each-edition', line: 9, item, quote: closing })
  })

  it('are no question when they are short, or when more than a third is the same', () => {
    expect(asked(june('Mist.', 'De sluis wordt nieuw.'), june('Mist.', 'Zon.'))).toEqual([])
    expect(asked(may, may)).toEqual([])
    expect(asked(june('De sluis wordt nieuw.', closing), may)).toEqual([])
    expect(asked(june('De brug gaat open!', 'De sluis wordt nieuw.'), may)).toEqual([])
  })

  it('go, and what else the item says stays', () => {
    const edition = june(
      'De sluis wordt nieuw.',
      'De kade is schoon.',
      'De markt verhuist.',
      `Het dorp viert feest.\n\n${closing}`,
    )
    const [question] = asked(edition, may)
    if (question === undefined) throw new Error('nothing is asked')
    expect(textsOf(withoutRepeated(edition, question))).toEqual([
      ...[
        'De sluis wordt nieuw.',
        'De kade is schoon.',
        'De markt verhuist.',
        'Het dorp viert feest.',
      ],
    ])
  })

  it('that are all of an item go with it', () => {
    const edition = june(
      'De sluis wordt nieuw.',
      'De kade is schoon.',
      'De markt verhuist.',
      'Het dorp viert.',
      closing,
    )
    const [question] = asked(edition, may)
    if (question === undefined) throw new Error('nothing is asked')
    const left = withoutRepeated(edition, question)
    expect(textsOf(left)).toHaveLength(4)
    expect(withoutRepeated(left, question)).toBe(left)
  })
})
