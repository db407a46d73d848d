// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { footTemplate } from '../../../../electron/services/calls/foot-template.ts'

function read(words: string): HTMLElement {
  return new DOMParser().parseFromString(footTemplate(words), 'text/html').body
}

describe('the foot of a printed page', () => {
  it('has the words and a place for the number', () => {
    const foot = read('Weekblik, 5 juli 2024')
    expect(foot.textContent).toBe('Weekblik, 5 juli 2024')
    expect(foot.querySelectorAll('.pageNumber')).toHaveLength(1)
  })

  it.each(['<img src=x onerror=alert(1)>', '</span><script>x</script>', '"a" & \'b\' &lt;', ''])(
    'takes %j for words',
    (words) => {
      const foot = read(words)
      expect(foot.textContent).toBe(words)
      expect([...foot.querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual([
        'DIV',
        'SPAN',
        'SPAN',
      ])
    },
  )

  it('asks for nothing from anywhere', () => {
    expect(footTemplate('Weekblik')).not.toMatch(/url\(|src=|href=|@import/u)
  })
})
