// @vitest-environment happy-dom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOfText, liveRange, readShownText } from '../../../../src/composables/shown-text.ts'

/** An element that shows these paragraphs; each is a list of pieces, of which every second stands in an element. */
function anElement(...paragraphs: readonly (readonly string[])[]): HTMLElement {
  const element = document.createElement('div')
  for (const pieces of paragraphs) {
    const paragraph = document.createElement('p')
    for (const [index, piece] of pieces.entries()) {
      const text = document.createTextNode(piece)
      if (index % 2 === 0) paragraph.append(text)
      else paragraph.appendChild(document.createElement('em')).append(text)
    }
    element.append(paragraph)
  }
  return element
}

const withoutHyphens = (text: string) => text.replaceAll('\u00AD', '')

describe('the text that an element shows', () => {
  it.each<[what: string, paragraphs: string[][], text: string]>([
    ['one paragraph', [['Een kade.']], 'Een kade.'],
    ['two paragraphs', [['Een.'], ['Twee.']], 'Een.\n\nTwee.'],
    ['pieces of one paragraph', [['Een ', 'ka', 'de.']], 'Een kade.'],
    ['soft hyphens', [['thuis\u00ADbat\u00ADte\u00ADrij']], 'thuisbatterij'],
    ['a soft hyphen at the edge of a piece', [['thuis\u00AD', '\u00ADbatterij']], 'thuisbatterij'],
    ['emoji', [['👍 zo']], '👍 zo'],
    ['an empty piece', [['', 'a', '']], 'a'],
    ['nothing', [], ''],
  ])('is what is stored: %s', (_, paragraphs, text) => {
    expect(readShownText(anElement(...paragraphs)).text).toBe(text)
  })

  it('is also read where the element is itself the paragraph', () => {
    const paragraph = document.createElement('p')
    paragraph.append('Een ', 'kade')
    expect(readShownText(paragraph).text).toBe('Een kade')
  })

  it('leaves out what is no text', () => {
    const element = anElement(['Een', ' kade'])
    element.firstChild?.appendChild(document.createComment('weg'))
    expect(readShownText(element).text).toBe('Een kade')
  })
})

describe('the place of a range', () => {
  function shownAt(element: HTMLElement, start: number, end: number): string | null {
    const range = readShownText(element).range(start, end)
    return range === null ? null : liveRange(range).toString()
  }

  it.each([
    ['a word', 4, 8, 'kade'],
    ['the first letter', 0, 1, 'E'],
    ['the last letter', 8, 9, '.'],
    ['all', 0, 9, 'Een kade.'],
  ])('is where it stands on the screen: %s', (_, start, end, text) => {
    expect(shownAt(anElement(['Een kade.']), start, end)).toBe(text)
    expect(shownAt(anElement(['Een ', 'ka', 'de.']), start, end)).toBe(text)
  })

  it('has the soft hyphens inside it, and none before or behind', () => {
    const element = anElement(['a\u00ADthuis\u00ADbat\u00ADterij\u00ADb'])
    expect(shownAt(element, 1, 6)).toBe('thuis')
    expect(shownAt(element, 6, 14)).toBe('bat\u00ADterij')
  })

  it.each([
    ['empty', 3, 3],
    ['turned round', 5, 3],
    ['behind the text', 20, 25],
    ['partly behind the text', 5, 25],
    ['before the text', -3, 2],
  ])('is nowhere when it is %s', (_, start, end) => {
    expect(shownAt(anElement(['Een kade.']), start, end)).toBeNull()
  })

  it('is nowhere when it begins or ends between two paragraphs', () => {
    const element = anElement(['Een.'], ['Twee.'])
    expect(shownAt(element, 4, 8)).toBeNull()
    expect(shownAt(element, 2, 5)).toBeNull()
    expect(shownAt(element, 2, 8)).not.toBeNull()
  })

  it('shows what is stored there, in any text', () => {
    const sign = fc.constantFrom('a', 'b', ' ', 'é', 'e\u0301', '👍', '\u00AD', '\u00AD\u00AD')
    const piece = fc.array(sign, { maxLength: 6 }).map((signs) => signs.join(''))
    const paragraph = fc
      .array(piece, { minLength: 1, maxLength: 4 })
      .filter((pieces) => withoutHyphens(pieces.join('')) !== '')
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), (paragraphs) => {
        const stored = paragraphs.map((pieces) => withoutHyphens(pieces.join(''))).join('\n\n')
        const shown = readShownText(anElement(...paragraphs))
        expect(shown.text).toBe(stored)
        for (let start = 0; start < stored.length; start += 1) {
          for (let end = start + 1; end <= stored.length; end += 1) {
            if (stored[start] === '\n' || stored[end - 1] === '\n') continue
            const range = shown.range(start, end)
            expect(withoutHyphens(range === null ? 'none' : liveRange(range).toString())).toBe(
              stored.slice(start, end).replaceAll('\n', ''),
            )
          }
        }
      }),
    )
  })
})

it('finds the blocks of the text, none twice, and no words of the program', () => {
  const page = document.createElement('main')
  page.innerHTML = `<h1>Titel</h1><p class="not-text">Alleen berichten uit De Kade</p>
    <ul><li><p>Een bericht.</p></li></ul><footer class="not-text"><p>Einde</p></footer>
    <figure><figcaption>Een kraan.</figcaption></figure>`
  const words = blocksOfText(page).map((block) => block.textContent)
  expect(words).toEqual(['Titel', 'Een bericht.', 'Een kraan.'])
})
