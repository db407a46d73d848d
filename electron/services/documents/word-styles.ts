// Which styles of a Word file are headings. Authors and templates have their own, under names of their own.
import { attributeOf, elementsIn, firstIn, readXml, type XmlElement } from './read-xml.ts'

/** As Word names its own in the file, in every language. */
const ownHeading = /^heading ([1-6])$/iu
const deepest = 6
/** A style may be made after itself. */
const mostSteps = 20

/**
 * The level of each style of paragraphs that is a heading, from 1, by its id. A style is one where it has a place in the outline of
 * the document, or is made after one that has (ECMA-376 part 1, 17.7.4.3 and 17.3.1.20).
 */
export function headingStyles(xml: string): ReadonlyMap<string, number> {
  const styles = new Map(
    elementsIn(readXml(xml, 'styles'), 'style').map((style) => [
      attributeOf(style, 'styleId'),
      style,
    ]),
  )
  const levels = new Map<string, number>()
  for (const [id, style] of styles) {
    const level = levelOf(style, styles)
    if (level !== null) levels.set(id, level)
  }
  return levels
}

function levelOf(from: XmlElement, styles: ReadonlyMap<string, XmlElement>): number | null {
  let style: XmlElement | undefined = from
  for (let step = 0; step < mostSteps && style !== undefined; step += 1) {
    const [, own] = ownHeading.exec(valueOf(style, 'name')) ?? []
    if (own !== undefined) return Number(own)
    const outline = valueOf(style, 'pPr', 'outlineLvl')
    if (outline !== '') return Number(outline) < deepest ? Number(outline) + 1 : null
    style = styles.get(valueOf(style, 'basedOn'))
  }
  return null
}

function valueOf(style: XmlElement, ...path: readonly string[]): string {
  const found = firstIn(style, ...path)
  return found === null ? '' : attributeOf(found, 'val')
}
