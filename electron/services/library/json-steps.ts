// Writes JSON in steps: of a large edition it takes long.
import type { Steps } from '#core/steps'

/** What becomes bytes at once, in characters. */
const pieceLength = 65_536

/** The bytes of a plain value as `JSON.stringify` writes it, in pieces. */
export function* jsonSteps(value: unknown): Steps<readonly Buffer[]> {
  const pieces: Buffer[] = []
  let text = ''
  for (const part of partsOf(value)) {
    text += part
    if (text.length < pieceLength) continue
    pieces.push(Buffer.from(text))
    yield text.length
    text = ''
  }
  return [...pieces, Buffer.from(text)]
}

function* partsOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value)
    return
  }
  const isList = Array.isArray(value)
  yield isList ? '[' : '{'
  let mark = ''
  for (const [key, part] of Object.entries(value)) {
    // A list has null for what is not there.
    if (part === undefined && !isList) continue
    yield isList ? mark : `${mark}${JSON.stringify(key)}:`
    yield* partsOf(part ?? null)
    mark = ','
  }
  yield isList ? ']' : '}'
}
