// What programs that make sites put among the words of Markdown: `{% … %}`, `{{ … }}`, `{: … }`, `{#name}` behind a heading, and
// lines such as `:::tip` around a box.
import { squeeze } from '#core/squeeze'
import type { DocumentBuilder } from './document-builder.ts'

/** A sign that opens a tag, or a whole tag of a kind that ends on its line. */
const opening =
  /\{(?:[%{]|:[^{}\n]*\}|[#.][\w-][^{}\n]*\}(?=[ \t]*$))|^:{3,}(?:[ \t]*[\w-]+)?(?=[ \t]*$)/gmu

/** The same lines, with white space for the tags. */
export function withoutTags(text: string, builder: DocumentBuilder): string {
  const kept: string[] = []
  /** Signs that no sign closes any more: looking on to the end for each would take too long. */
  const unclosed = new Set<string>()
  let [line, passed] = [1, 0]
  opening.lastIndex = 0
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const { 0: sign, index } = found
    const end = unclosed.has(sign) ? -1 : endOf(sign, opening.lastIndex, text)
    if (end === -1) {
      unclosed.add(sign)
      opening.lastIndex = index + 1
      continue
    }
    const [before, tag] = [text.slice(passed, index), text.slice(index, end)]
    line += lineFeeds(before)
    builder.leaveOut('field', squeeze(tag), line)
    line += lineFeeds(tag)
    kept.push(before, tag.replace(/[^\n]+/gu, ' '))
    passed = end
    opening.lastIndex = end
  }
  return kept.join('') + text.slice(passed)
}

/** Where a tag ends whose first sign ends at `from`; -1 when nothing closes it. */
function endOf(sign: string, from: number, text: string): number {
  if (sign !== '{%' && sign !== '{{') return from
  const close = sign === '{%' ? '%}' : '}}'
  const at = text.indexOf(close, from)
  return at === -1 ? -1 : at + close.length
}

export function lineFeeds(text: string): number {
  return text.split('\n').length - 1
}
