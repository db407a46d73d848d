import type { AboutItem, Highlight, HighlightColour } from '#core/annotations/annotation'
import type { PassageAnchor } from '#core/reading/passage'

/** A highlight as it is made now. */
export function newHighlight(
  about: AboutItem,
  anchor: PassageAnchor,
  colour: HighlightColour,
): Highlight {
  const created = new Date().toISOString()
  const dates = { created, changed: created }
  return { kind: 'highlight', id: newId(), ...about, colour, anchor: { ...anchor }, ...dates }
}

/** 16 hexadecimal digits that no other highlight has. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
