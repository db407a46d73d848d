// On the first screen of a long edition at least half of the page's height holds text.
import type { Rule } from './rule.ts'

export const firstScreen: Rule = {
  name: 'the first screen holds text',
  check() {
    const page = document.querySelector<HTMLElement>('main.page')
    if (page === null || page.scrollTop > 0 || page.scrollHeight < page.clientHeight * 1.5)
      return []
    const frame = page.getBoundingClientRect()
    const blocks = [...page.querySelectorAll('h1, h2, p, li, td, th, dt, dd, figcaption')]
    const lines = blocks
      .map((block) => block.getBoundingClientRect())
      .filter(({ bottom, top, height }) => height > 0 && bottom > frame.top && top < frame.bottom)
      .map(({ top, bottom }) => [Math.max(top, frame.top), Math.min(bottom, frame.bottom)] as const)
      .toSorted(([one], [other]) => one - other)
    let covered = 0
    let end = frame.top
    for (const [top, bottom] of lines) {
      covered += Math.max(0, bottom - Math.max(top, end))
      end = Math.max(end, bottom)
    }
    const share = covered / frame.height
    return share >= 0.5 ? [] : [`text covers ${(share * 100).toFixed(0)} % of the first screen`]
  },
  broken() {
    const sheet = document.querySelector<HTMLElement>('main.page > *')
    if (sheet !== null) sheet.style.paddingTop = '70vh'
  },
}
