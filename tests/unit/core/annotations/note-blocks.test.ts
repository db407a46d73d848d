import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import {
  noteBlocks,
  noteExcerpt,
  type Block,
  type Inline,
} from '../../../../src/core/annotations/note-blocks.ts'
import { costOfWhole, leastTime, mostCost } from '../../cost-ratio.ts'

function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text
        case 'code':
          return `<code ${inline.text}>`
        case 'break':
          return '<break>'
        case 'emphasis':
        case 'strong':
          return `<${inline.kind} ${inlineText(inline.children)}>`
        case 'link':
          return `<link ${inline.address} ${inlineText(inline.children)}>`
      }
    })
    .join('')
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return `${block.kind}: ${inlineText(block.children)}`
    case 'list': {
      const items = block.items.map((item) => `(${blocksText(item)})`).join('')
      return block.ordered ? `list from ${block.start}: ${items}` : `list: ${items}`
    }
    case 'quote':
      return `quote: (${blocksText(block.children)})`
    case 'code':
      return `code: ${block.text}`
    case 'rule':
      return 'rule'
  }
}

function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join(' | ')
}

/** The blocks of a note, written on one line. */
function shown(text: string): string {
  return blocksText(noteBlocks(text))
}

describe('a note in Markdown', () => {
  it.each<[what: string, text: string, blocks: string]>([
    ['nothing', '', ''],
    ['white space', ' \n\n', ''],
    ['a sentence', 'Nakijken.', 'paragraph: Nakijken.'],
    ['paragraphs', 'Een.\n\nTwee.', 'paragraph: Een. | paragraph: Twee.'],
    ['lines of one paragraph', 'Een.\nTwee.', 'paragraph: Een.<break>Twee.'],
    ['lines in emphasis', '*een\ntwee*', 'paragraph: <emphasis een<break>twee>'],
    [
      'lines of a list',
      '- een\n  nog\n- twee',
      'list: (paragraph: een<break>nog)(paragraph: twee)',
    ],
    ['a hard line break', 'Een.  \nTwee.', 'paragraph: Een.<break>Twee.'],
    ['headings', '# Kop\n\n### Kop 3', 'heading: Kop | heading: Kop 3'],
    ['emphasis', '*zo* en **zo**', 'paragraph: <emphasis zo> en <strong zo>'],
    ['emphasis in emphasis', '**a *b* c**', 'paragraph: <strong a <emphasis b> c>'],
    ['code in a sentence', 'de `code`', 'paragraph: de <code code>'],
    ['a block of code', '```js\nlet a\n```', 'code: let a'],
    ['a list', '- een\n- twee', 'list: (paragraph: een)(paragraph: twee)'],
    ['a numbered list', '3. een\n4. twee', 'list from 3: (paragraph: een)(paragraph: twee)'],
    ['a list from zero', '0. een', 'list from 0: (paragraph: een)'],
    ['a list in a list', '- een\n  - twee', 'list: (paragraph: een | list: (paragraph: twee))'],
    ['a quote', '> zei hij', 'quote: (paragraph: zei hij)'],
    ['a rule', 'Een.\n\n---\n\nTwee.', 'paragraph: Een. | rule | paragraph: Twee.'],
    ['a long rule', `${'-'.repeat(60)}\n\nTwee.`, 'rule | paragraph: Twee.'],
    ['a long line under a heading', `Kop\n${'-'.repeat(60)}`, 'heading: Kop'],
    ['escaped signs', '\\*zo\\*', 'paragraph: *zo*'],
    ['a character reference', 'R&amp;D', 'paragraph: R&D'],
  ])('becomes blocks: %s', (_, text, blocks) => {
    expect(shown(text)).toBe(blocks)
  })

  it.each<[what: string, text: string, blocks: string]>([
    ['a link', '[hier](https://a.nl)', 'paragraph: <link https://a.nl hier>'],
    ['a bare address', '<https://a.nl>', 'paragraph: <link https://a.nl https://a.nl>'],
    ['a dangerous address', '[x](javascript:alert)', 'paragraph: <link javascript:alert x>'],
  ])('has addresses as data: %s', (_, text, blocks) => {
    expect(shown(text)).toBe(blocks)
  })

  it.each([
    ['a tag', '<b>vet</b>'],
    ['a script', '<script>alert(1)</script>'],
    ['an image tag', '<img src=x onerror=alert(1)>'],
    ['a comment', '<!-- weg -->'],
    ['a tag in a sentence', 'Een <i>woord</i> hier'],
    ['an image', '![foto](https://a.nl/x.png)'],
    ['a reference', '[a][b]'],
    ['an instruction', '<?php echo 1 ?>'],
    ['marked data', '<![CDATA[x]]>'],
  ])('shows as it was typed: %s', (_, text) => {
    expect(shown(text)).toBe(`paragraph: ${text}`)
  })

  it('shows a block of HTML and a definition line by line', () => {
    expect(shown('<div>\n*a*\n</div>')).toBe('paragraph: <div><break><emphasis a><break></div>')
    expect(shown('[a]: https://a.nl "titel"')).toBe('paragraph: [a]: https://a.nl "titel"')
    expect(shown('[a]\n\n[a]: b')).toBe('paragraph: [a] | paragraph: [a]: b')
  })
})

describe('how a note begins, in one line', () => {
  it.each<[what: string, text: string, line: string]>([
    ['a sentence', 'Nakijken.', 'Nakijken.'],
    ['signs of Markdown', 'De prijs is **dalend**, op *klei*.', 'De prijs is dalend, op klei.'],
    ['lines and paragraphs', 'Een.\nTwee.\n\nDrie.', 'Een. Twee. Drie.'],
    ['a heading and a list', '# Kop\n\n- een\n- twee', 'Kop een twee'],
    ['a link', 'Zie [hier](https://a.nl).', 'Zie hier.'],
    ['code', 'De `code`, en\n```\nmeer\n```\nEinde.', 'De code, en meer Einde.'],
    ['signs that mean themselves', '2 * 3 is een_half', '2 * 3 is een_half'],
    ['nothing', ' \n', ''],
  ])('is read without signs: %s', (_, text, line) => {
    expect(noteExcerpt(text)).toBe(line)
  })

  it('is read of the longest note at once', () => {
    expect(noteExcerpt('woord '.repeat(16_000)).length).toBeLessThan(500)
  })
})

/** How many levels of blocks and inlines there are. */
function depthOf(node: Block | Inline): number {
  if (node.kind === 'list') return 1 + deepestOf(node.items.flat())
  return 'children' in node ? 1 + deepestOf(node.children) : 1
}

function deepestOf(nodes: readonly (Block | Inline)[]): number {
  return nodes.reduce((most, node) => Math.max(most, depthOf(node)), 0)
}

const steps = (count: number) =>
  Array.from({ length: count }, (_, level) => `${'  '.repeat(level)}- stap`).join('\n')

describe('a note that is nested too deeply', () => {
  it('shows twenty levels', () => {
    expect(shown(`${'> '.repeat(20)}diep`)).toBe(
      `${'quote: ('.repeat(20)}paragraph: diep${')'.repeat(20)}`,
    )
  })

  it.each([
    ['quotes', '> '.repeat(40) + 'diep'],
    ['lists on a line', '- '.repeat(40) + 'diep'],
    ['numbers on a line', '1. '.repeat(40) + 'diep'],
    ['lists line by line', steps(40) + ' diep'],
    ['stars', '*'.repeat(80) + 'diep' + '*'.repeat(80)],
    ['emphasis', '*a _b '.repeat(40) + 'diep' + '_*'.repeat(40)],
    ['a link in emphasis', '**_'.repeat(30) + '[diep](a)' + '_**'.repeat(30)],
  ])('shows what lies deeper as it was typed: %s', (_, text) => {
    const blocks = noteBlocks(text)
    expect(deepestOf(blocks)).toBeLessThanOrEqual(42)
    expect(blocksText(blocks)).toContain('diep')
  })
})

/** Two thousand signs, line breaks among them, are the most of which a note is still shown as Markdown. */
const signs = 2_000
const longest = 100_000

describe('a note of the greatest length', () => {
  const nested = (levels: number): string => '1. '.repeat(levels) + 'a'
  /** A twelfth of the greatest length, read by what knows no limits: the most that a note within them may take. */
  const withoutLimits = leastTime(() => fromMarkdown(nested(4_000)), 0, 2)
  const timeOf = (read: () => unknown): number => leastTime(read, withoutLimits)

  /** A part, as often as the limit allows, and letters between so that the note has its greatest length. */
  function spread(part: string, cost: number): string {
    const count = Math.floor(signs / cost)
    return (part + 'w'.repeat(Math.floor(longest / count) - part.length)).repeat(count)
  }

  it('is shown as Markdown when a hand could have set its signs', () => {
    const text = `${'woord '.repeat(60)}**vet** woord.\n\n`.repeat(longest / 400)
    const blocks = noteBlocks(text)
    expect(blocks).toHaveLength(longest / 400)
    expect(blocks.every(({ kind }) => kind === 'paragraph')).toBe(true)
  })

  it('stands as it was typed when it has more signs than that', () => {
    const text = '*a '.repeat(signs + 1)
    expect(noteBlocks(text)).toEqual([{ kind: 'code', text }])
    expect(noteBlocks('*a '.repeat(signs))[0]?.kind).toBe('paragraph')
  })

  it.each([
    ...['*', '_', '`', '[', ']', '(', '![', '<', '>', '#', '&', '\\', '\n', '\r', '~', '|', '='],
    ...['*a_', '- ', '* - + ', '1. ', '> ', '>1. ', '- a\n', '[a](b "', '[a]: b\n', 'a\n===\n'],
    ...['<!--', 'a<?', '<a b="', 'a', ' ', '\t', '\0', '😀', '&amp;', 'http://a.nl ', '1.', '-'],
  ])('does not keep the window waiting when it is made of %j', (part) => {
    const text = part.repeat(Math.ceil(longest / part.length)).slice(0, longest)
    expect(costOfWhole(text, noteBlocks)).toBeLessThan(mostCost)
  })

  it.each([
    ['an address without an end', '[a](b (', 5],
    ['a title without an end', '[a](b "', 3],
    ['HTML without an end', 'a<?', 1],
    ['a comment without an end', '<!--', 2],
    ['emphasis without an end', '**a', 2],
    ['a list', '- a\n', 2],
    ['code without an end', '`', 1],
    ['images', '![', 2],
  ])('does not keep it waiting with as many signs as it may have: %s', (_, part, cost) => {
    const text = spread(part, cost)
    expect(noteBlocks(text)[0]?.kind).not.toBe('code')
    expect(timeOf(() => noteBlocks(text))).toBeLessThan(withoutLimits)
  })

  it.each([
    ['images', '![', 'a', '](b)', 5],
    ['links', '[', 'a', '](b)', 4],
    ['emphasis', '*', 'a', '*', 2],
    ['strong', '**', 'a', '**', 4],
    ['quotes', '>', ' a', '', 1],
    ['lists', '- ', 'a', '', 1],
    ['numbers', '1. ', 'a', '', 1],
  ])('nests as deeply as it may: %s', (_, before, middle, after, cost) => {
    const count = Math.floor(signs / cost)
    const text = before.repeat(count) + middle + after.repeat(count)
    expect(deepestOf(noteBlocks(text))).toBeLessThanOrEqual(42)
    expect(timeOf(() => noteBlocks(text))).toBeLessThan(withoutLimits)
  })

  it('would keep the window waiting, and be as deep as it was typed, without these limits', () => {
    expect(withoutLimits).toBeGreaterThan(
      10 * leastTime(() => noteBlocks(nested(8_000)), withoutLimits / 10),
    )
    let levels = 0
    for (let node: Nodes | undefined = fromMarkdown(nested(500)); node !== undefined; levels++)
      node = 'children' in node ? node.children[0] : undefined
    expect(levels).toBeGreaterThan(1_000)
  })

  it('may be a staircase of lists', () => {
    expect(deepestOf(noteBlocks(steps(300)))).toBeLessThanOrEqual(42)
  })
})

describe('any note', () => {
  const parts = ['#', '*', '_', '`', '- ', '1. ', '> ', '\n', '\n\n', '    ', '\t', '[', '](', ')']
  const more = [
    '<b>',
    '<!--',
    '-->',
    '![',
    '&amp;',
    '&',
    '\\',
    '```',
    '---',
    'a',
    ' ',
    'é',
    '😀',
    '\0',
  ]
  const note = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom(...parts, ...more), { maxLength: 60 })
      .map((chosen) => chosen.join('')),
  )

  it('can be read', () => {
    fc.assert(
      fc.property(note, (text) => {
        expect(() => noteBlocks(text)).not.toThrow()
      }),
      { numRuns: 1_000 },
    )
  })

  it('keeps every word', () => {
    const words = fc.array(fc.constantFrom(...parts.filter((part) => part !== '`'), 'woord'), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(words, (chosen) => {
        const text = chosen.join('')
        const count = (within: string) => within.split('woord').length - 1
        expect(count(shown(text))).toBe(count(text))
      }),
      { numRuns: 1_000 },
    )
  })
})
