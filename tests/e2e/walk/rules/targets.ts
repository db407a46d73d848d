// What can be pressed is at least 24 px wide and high (WCAG 2.5.8), but for links within running text.
import type { Rule } from './rule.ts'

export const targets: Rule = {
  name: 'targets are large enough',
  check() {
    const least = 24
    const broken: string[] = []
    const controls = document.querySelectorAll<HTMLElement>(
      'button, input, select, textarea, summary, a[href], [role="option"], [role="tab"]',
    )
    for (const control of controls) {
      if (control.offsetParent === null || control.closest('[inert], [hidden]') !== null) continue
      // A field without an edge of its own is as large as its frame, and a choice as its label.
      const target = control.closest('label, [role="search"], .search') ?? control
      const { width, height } = target.getBoundingClientRect()
      const own = control.getBoundingClientRect()
      if (own.width === 0 || control.closest('[aria-hidden="true"]') !== null) continue
      if (control.matches('a[href]') && control.closest('p') !== null) continue
      if (width >= least - 0.5 && height >= least - 0.5) continue
      const name = control.getAttribute('aria-label') ?? (control.textContent ?? '').trim()
      broken.push(`${name.slice(0, 30)}: ${width.toFixed(1)} × ${height.toFixed(1)}`)
    }
    return broken
  },
  broken() {
    const button = document.querySelector<HTMLElement>('button')
    if (button !== null)
      button.style.cssText = 'width: 12px; height: 12px; min-height: 0; min-width: 0'
  },
}
