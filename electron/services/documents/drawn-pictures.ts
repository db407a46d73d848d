// Pictures within a drawing (SVG): books set a page that is a picture so, to make it as large as the screen.
import { squeeze } from '#core/squeeze'
import { attribute, wordsOfPart, type PageElement } from './page-elements.ts'

export interface DrawnPicture {
  readonly source: string
  /** What the picture, else the drawing, is called for those who do not see it. */
  readonly label: string
}

/** The pictures in a drawing, in order. What else is drawn there is not looked at. */
export function picturesIn(svg: PageElement): DrawnPicture[] {
  const found: DrawnPicture[] = []
  const open: PageElement[] = [svg]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.tagName === 'image') {
      const source = attribute(element, 'href') ?? ''
      if (source !== '') found.push({ source, label: nameOf(element) || nameOf(svg) })
    }
    for (let index = element.childNodes.length - 1; index >= 0; index -= 1) {
      const child = element.childNodes[index]
      if (child !== undefined && 'tagName' in child) open.push(child)
    }
  }
  return found
}

function nameOf(element: PageElement): string {
  const title = element.childNodes.find((node) => 'tagName' in node && node.tagName === 'title')
  const words = title !== undefined && 'tagName' in title ? wordsOfPart(title) : ''
  return squeeze(attribute(element, 'aria-label') ?? words)
}
