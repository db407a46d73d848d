// Whether an SVG is a drawing and nothing else: what is known to draw is taken, and all else is refused. Read in one pass, so
// that no text takes long.

/** What draws, or says how. No references to other elements but by `url(#…)`: a few of those in each other draw for hours. */
const drawing = new Set([
  ...['svg', 'g', 'defs', 'title', 'desc', 'style', 'path', 'rect', 'circle', 'ellipse', 'line'],
  ...['polyline', 'polygon', 'text', 'tspan', 'linearGradient', 'radialGradient', 'stop'],
  ...['clipPath', 'mask'],
])
/** What others are cut by: nothing in it is cut itself, or the work would grow with every step. */
const cutting = new Set(['clipPath', 'mask'])
const mostElements = 2_000
const mostDepth = 32

const pieces =
  /<!--[\s\S]*?-->|<\?xml\s[^>]*\?>|<\/?[A-Z][\w:.-]*(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>|[^<]+/giuy
const attributes = /\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu

/** What stands in it that is no drawing, in words; null for a drawing. */
export function foreignInSvg(text: string): string | null {
  const open: string[] = []
  let count = 0
  let end = 0
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    end = index + piece.length
    if (piece.startsWith('<!--') || piece.startsWith('<?')) continue
    if (!piece.startsWith('<')) {
      const wrong = wrongInText(piece, open.at(-1))
      if (wrong !== null) return wrong
      continue
    }
    const name = /^<\/?([\w:.-]+)/u.exec(piece)?.[1] ?? ''
    if (piece.startsWith('</')) {
      if (open.pop() !== name) return 'an element that is not closed'
      continue
    }
    if (!drawing.has(name) || (count === 0) !== (name === 'svg')) return `<${name}>`
    count += 1
    const wrong = wrongInAttributes(
      piece,
      open.some((one) => cutting.has(one)),
    )
    if (wrong !== null) return wrong
    if (!piece.endsWith('/>')) open.push(name)
    if (count > mostElements || open.length > mostDepth) return 'too many elements'
  }
  if (end < text.length)
    return /^<(?:!|\?)/u.test(text.slice(end)) ? 'a document type' : 'an element that is not closed'
  return open.length === 0 && count > 0 ? null : 'an element that is not closed'
}

function wrongInText(text: string, inside: string | undefined): string | null {
  if (inside === undefined) return text.trim() === '' ? null : 'a text around the drawing'
  return inside === 'style' ? wrongInStyle(text) : null
}

function wrongInStyle(text: string): string | null {
  // What is written with a backslash or a number of a character may say anything.
  if (/@import|[\\&]/iu.test(text)) return 'a style sheet from elsewhere'
  return /url\s*\((?!\s*["']?#)/iu.test(text) ? 'a link' : null
}

function wrongInAttributes(tag: string, isCutting: boolean): string | null {
  for (const [, name = '', one, other] of tag.matchAll(attributes)) {
    const value = one ?? other ?? ''
    if (/^on/iu.test(name)) return 'a program'
    if (/(?:^|:)href$/iu.test(name) && !value.startsWith('#')) return 'a link'
    if (isCutting && /url\s*\(/iu.test(value)) return 'cuts within cuts'
    const wrong = /^xmlns/u.test(name) ? null : wrongInStyle(value)
    if (wrong !== null) return wrong
  }
  return null
}
