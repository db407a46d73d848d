// Where a line leads on to the whole text, its words go and its address stays with the text.
import { describe, expect, it } from 'vitest'
import { item, other } from '../../../fixtures/digest-outline.ts'
import { parseDigest } from '../../../fixtures/parse-digest.ts'

const address = 'https://haven.example/sleepboten'

function items(...lines: string[]): { text: string; links: string[] }[] {
  const result = parseDigest(lines.join('\n'), { fileName: '' })
  if (!result.ok) throw new Error(result.reason)
  return result.edition.sections.flatMap((section) =>
    section.items.map(({ text, links = [] }) => ({
      text,
      links: links.map((link) => link.address),
    })),
  )
}

describe('an address behind words that lead on', () => {
  it.each([
    ['on the line of the text', [`${item} Lees verder: ${address}`]],
    ['between brackets', [`${item} Lees meer (${address})`]],
    ['between angle brackets', [`${item} Read more <${address}>.`]],
    ['on a line of its own', [item, `Lees meer op ${address}`]],
    ['in words of another form', [item, `Lees het hele artikel via ${address}`]],
  ])('stays with its text: %s', (_where, lines) => {
    const [first, second] = items('Stil', '', 'Haven', '', ...lines, '', 'Dorp', '', other)
    expect(first).toEqual({ text: item, links: [address] })
    expect(second).toEqual({ text: other, links: [] })
  })

  it('stays in the text when a sentence says where it leads', () => {
    const text = `${item} De plannen liggen ter inzage op ${address}`
    expect(items('Stil', '', 'Haven', '', text, '', 'Dorp', '', other)[0]?.text).toBe(text)
  })
})
