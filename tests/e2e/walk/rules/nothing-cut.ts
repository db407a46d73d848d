// No horizontal scrollbar, and nothing cut short without a tooltip that has the whole; titles of the library never before two lines.
import type { Rule } from './rule.ts'

export const nothingCut: Rule = {
  name: 'nothing is cut short',
  check() {
    const broken: string[] = []
    const nameOf = (one: Element): string =>
      `${one.tagName}.${String(one.className)} “${(one.textContent ?? '').trim().slice(0, 30)}”`
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      if (one.offsetParent === null || one.matches('textarea, input, svg *, .visually-hidden'))
        continue
      const { overflowX, overflowY, webkitLineClamp, clipPath, lineHeight } = getComputedStyle(one)
      if (clipPath !== 'none') continue
      const isWide = one.scrollWidth > one.clientWidth + 1
      if ((overflowX === 'auto' || overflowX === 'scroll') && isWide)
        broken.push(`scrolls sideways: ${nameOf(one)}`)
      const line = Number.parseFloat(lineHeight)
      // Letters may reach beyond their line by a few pixels; what is cut is lines.
      const isClamped = webkitLineClamp !== 'none' && one.scrollHeight > one.clientHeight + line / 2
      const isCut =
        isClamped ||
        (overflowX === 'hidden' && overflowY !== 'auto' && isWide && one.childElementCount === 0)
      if (!isCut) continue
      const whole = (one.textContent ?? '').trim().replaceAll('\u00AD', '')
      const tooltip = one.closest('[title]')?.getAttribute('title') ?? ''
      // What may be opened by a click need not be said in a tooltip.
      const opens = one.closest('[aria-expanded], [data-excerpt]') !== null
      if (!tooltip.includes(whole) && !opens) broken.push(`cut without a tooltip: ${nameOf(one)}`)
      const isTitle = one.closest('.library .row') !== null && one.matches('.name')
      const lines = one.clientHeight / line
      if (isTitle && lines < 1.9) broken.push(`title cut before two lines: ${nameOf(one)}`)
    }
    if (document.documentElement.scrollWidth > innerWidth)
      broken.push('the window scrolls sideways')
    return broken
  },
  broken() {
    const title = document.querySelector<HTMLElement>('h1, h2')
    if (title !== null)
      title.style.cssText = 'width: 40px; overflow: hidden; white-space: nowrap; max-width: 40px'
    for (const child of title?.children ?? []) child.remove()
  },
}
