import { describe, expect, it } from 'vitest'
import { quoteOf } from '../../../../src/core/annotations/annotation.ts'
import { belongToAnotherEdition } from '../../../../src/core/annotations/belong-to-another-edition.ts'
import { anEditionOf } from '../search/an-edition.ts'

const long = Array.from({ length: 60 }, (_none, at) => `woord${String(at)}`).join(' ')
const { edition } = anEditionOf('De sluis ging open.', long)
const [here, alsoHere, gone] = ['De sluis ging open.', long, 'De loods bleef aan wal.'].map(
  (text) => ({ quote: quoteOf(text) }),
) as [{ quote: string }, { quote: string }, { quote: string }]

describe('bookmarks and notes under the id of an edition', () => {
  it.each([
    ['there are none', [], false],
    ['all quote it', [here, alsoHere], false],
    ['half of them quote it, as after it was mended', [here, gone], false],
    ['most quote what it does not have', [here, gone, gone], true],
    ['none quotes it', [gone], true],
  ])('are of another one or not: %s', (_name, kept, isSo) => {
    expect(belongToAnotherEdition(kept, edition)).toBe(isSo)
  })
})
