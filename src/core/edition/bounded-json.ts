// JSON that somebody else wrote.

/** Brackets of an honest edition are five deep. */
const deepestNesting = 32

/**
 * The value in a JSON text, or undefined when the text is no JSON or is nested deeper than 32. The depth is counted
 * before anything is parsed, in one pass. What comes back still has to pass a schema.
 */
export function parseBoundedJson(text: string): unknown {
  if (!isShallow(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined // not JSON
  }
}

function isShallow(text: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '[' || character === '{') {
      depth += 1
      if (depth > deepestNesting) return false
    } else if (character === ']' || character === '}') depth -= 1
  }
  return true
}
