// What has the focus is in view and visible, and is never the body.
import type { Rule } from './rule.ts'

export const focusSeen: Rule = {
  name: 'the focus is in view',
  check() {
    const focused = document.activeElement
    if (focused === null || focused === document.body) return ['the focus is lost']
    const { left, top, right, bottom, width, height } = focused.getBoundingClientRect()
    const name = `${focused.tagName}.${String(focused.className)}`
    if (width === 0 || height === 0) return [`what has the focus has no size: ${name}`]
    const isOutside = right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight
    if (isOutside) return [`what has the focus is out of view: ${name}`]
    if (focused.closest('[inert]') !== null) return [`what has the focus is out of reach: ${name}`]
    const { visibility } = getComputedStyle(focused)
    return visibility === 'visible' ? [] : [`what has the focus is not visible: ${name}`]
  },
  broken() {
    const focused = document.activeElement as HTMLElement | null
    if (focused !== null) focused.style.translate = '-5000px'
  },
}
