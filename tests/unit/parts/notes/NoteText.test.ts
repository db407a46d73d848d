// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import NoteText from '../../../../src/parts/notes/NoteText.vue'

function rendered(text: string): HTMLElement {
  return mount(NoteText, { props: { text } }).element as HTMLElement
}

/** What is shown, without the marks that Vue leaves between its pieces. */
function html(text: string): string {
  return rendered(text).innerHTML.replaceAll(/<!--.*?-->| data-v-[0-9a-f]+=""/g, '')
}

describe('a note on the screen', () => {
  it.each([
    ['a sentence', 'Nakijken.', '<p>Nakijken.</p>'],
    ['paragraphs', 'Een.\n\nTwee.', '<p>Een.</p><p>Twee.</p>'],
    ['a heading, which is none of the page', '# Kop', '<p class="heading">Kop</p>'],
    ['emphasis', '*zo* **zo**', '<p><em>zo</em> <strong>zo</strong></p>'],
    ['code', '`a < b`', '<p><code>a &lt; b</code></p>'],
    ['a block of code', '```\na\nb\n```', '<pre>a\nb</pre>'],
    ['a list', '- een\n- twee', '<ul><li><p>een</p></li><li><p>twee</p></li></ul>'],
    ['a numbered list', '3. een', '<ol start="3"><li><p>een</p></li></ol>'],
    ['a quote', '> zei hij', '<blockquote><p>zei hij</p></blockquote>'],
    ['a rule', '---', '<hr>'],
    ['a line break', 'een  \ntwee', '<p>een<br>twee</p>'],
    ['a line that ends', 'een\ntwee', '<p>een<br>twee</p>'],
    [
      'a link',
      '[hier](https://a.nl)',
      '<p><span class="link" title="https://a.nl">hier</span></p>',
    ],
    ['nothing', '', ''],
  ])('has the shape that was typed: %s', (_, text, expected) => {
    expect(html(text)).toBe(expected)
  })

  it.each([
    '<b>vet</b>',
    '<script>window.hacked = true</script>',
    '<img src=x onerror="window.hacked = true">',
    '<svg onload="window.hacked = true">',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="https://evil.example">hier</a>',
    '<style>* { display: none }</style>',
    '</div><h1>weg</h1>',
    '![foto](https://evil.example/x.png)',
    '<!-- weg -->',
    '{{ constructor }}',
  ])('shows as text what would be HTML: %s', (text) => {
    const note = rendered(text)
    expect(note.textContent).toBe(text)
    expect([...note.querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual(['P'])
  })

  it('follows the note when it changes', async () => {
    const wrapper = mount(NoteText, { props: { text: 'Een.' } })
    await wrapper.setProps({ text: '- twee' })
    expect(wrapper.find('li').text()).toBe('twee')
    expect(wrapper.text()).not.toContain('Een.')
  })

  it('has only these elements and attributes, whatever is typed', () => {
    const elements = 'p em strong code span br ul ol li blockquote pre hr'.toUpperCase().split(' ')
    const parts = [
      ...['<b>', '<script>', '</p>', '<img src=x onerror=y>', '<!--', '-->', '<a href="x">'],
      ...['[a](javascript:x)', '![b](data:x)', '<javascript:x>', '&lt;b&gt;', '"', "'", '`', '\n'],
      ...['\n\n', '# ', '- ', '1. ', '> ', '**', '*', '    ', '---\n', 'woord ', '{{ x }}'],
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 25 }), (chosen) => {
        for (const element of rendered(chosen.join('')).querySelectorAll('*')) {
          expect(elements).toContain(element.tagName)
          for (const name of element.getAttributeNames())
            expect(name).toMatch(/^(?:class|title|start|data-v-\w+)$/)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('may be nested as deeply as a note can be', () => {
    for (const text of ['> '.repeat(900) + 'diep', '**'.repeat(400) + 'diep' + '**'.repeat(400)])
      expect(rendered(text).textContent).toContain('diep')
  })
})
