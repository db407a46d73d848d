// Each line of text that lies wholly inside its scroll area is what is found at both its ends: nothing lies over it.
import type { Rule } from './rule.ts'

export const textUncovered: Rule = {
  name: 'nothing covers a line of text',
  check() {
    const styles = new Map<Element, CSSStyleDeclaration>()
    const styleOf = (element: Element): CSSStyleDeclaration => {
      const known = styles.get(element) ?? getComputedStyle(element)
      styles.set(element, known)
      return known
    }
    const ancestors = (element: Element | null): Element[] =>
      element === null ? [] : [element, ...ancestors(element.parentElement)]
    const isShown = (chain: readonly Element[]): boolean =>
      chain.every((one) => {
        const { visibility, opacity, clipPath } = styleOf(one)
        return visibility === 'visible' && Number(opacity) > 0.1 && clipPath === 'none'
      }) && chain.every((one) => !one.hasAttribute('inert'))
    /** What is seen of an element: the window, less what every area around it cuts off. */
    const frameOf = (chain: readonly Element[]): DOMRect => {
      let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight]
      for (const one of chain) {
        const { overflowX, overflowY, position } = styleOf(one)
        const box = one.getBoundingClientRect()
        if (overflowX !== 'visible') {
          left = Math.max(left, box.left + one.clientLeft)
          right = Math.min(right, box.left + one.clientLeft + one.clientWidth)
        }
        if (overflowY !== 'visible') {
          top = Math.max(top, box.top + one.clientTop)
          bottom = Math.min(bottom, box.top + one.clientTop + one.clientHeight)
        }
        if (position === 'fixed') break
      }
      return new DOMRect(left, top, right - left, bottom - top)
    }
    /** Heads that stick within the same area, and its foot bar, may lie over what scrolls under them; a card or bar over the text. */
    const sticksInArea = (found: Element, chain: readonly Element[]): boolean => {
      const over = '[data-foot], [role="dialog"]:not([aria-modal]), .holder'
      if (found.closest(over) !== null) return true
      const sticky = ancestors(found).find((one) => styleOf(one).position === 'sticky')
      return sticky !== undefined && chain.includes(sticky.parentElement as Element)
    }
    const broken: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent === null || (node.textContent ?? '').trim() === '') continue
      const chain = ancestors(parent)
      if (!isShown(chain)) continue
      const frame = frameOf(chain)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, top, right, bottom, width, height } of range.getClientRects()) {
        if (width < 4 || height < 4) continue
        if (left < frame.left - 1 || right > frame.right + 1) continue
        if (top < frame.top - 1 || bottom > frame.bottom + 1) continue
        // In its middle; and nearer to its edges, where it meets other lines but may meet the empty rim of a button.
        const middle = (top + bottom) / 2
        for (const [x, y] of [left + 1.5, right - 1.5].flatMap((at) =>
          [middle, middle - height / 4, middle + height / 4].map((down) => [at, down] as const),
        )) {
          const found = document.elementFromPoint(x, y)
          if (y !== middle && found?.closest('button') != null) continue
          const control = parent.closest('label, button, .editor, [role="option"]')
          const isItself =
            found !== null &&
            (found.contains(parent) || parent.contains(found) || control?.contains(found) === true)
          if (isItself || (found !== null && sticksInArea(found, chain))) continue
          const words = (node.textContent ?? '').trim().slice(0, 40)
          const over = found === null ? 'nothing' : `${found.tagName}.${String(found.className)}`
          broken.push(
            `“${words}” at ${String(Math.round(x))},${String(Math.round(top))} under ${over}`,
          )
          break
        }
      }
    }
    return broken
  },
  broken() {
    const cover = document.createElement('div')
    cover.style.cssText = 'position: fixed; inset: 30% 20% 30% 20%; background: Canvas'
    document.body.append(cover)
  },
}
