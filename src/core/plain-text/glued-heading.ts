// A heading that lost the line break in front of it, and so stands behind the sources of the item above it.
import { endsAsSentence } from '../sources/sentence-end.ts'
import { readSourceList } from '../sources/source-list.ts'
import { looksLikeName } from '../sources/source-names.ts'
import { isRegistered } from '../sources/source-register.ts'
import { longestHeading } from './plain-line.ts'

const shortestItem = 40
const longestSources = 80
/** `🚁 Techniek`, but not `🔒 Betaald artikel`. */
const pictured =
  /^\p{So}\p{M}?\s?(?!(?:Aanrader|Abonnee|Alleen|Betaald|Luister|Podcast|Video)(?!\p{L}{4}))\p{Lu}/u

/** `… gedaald. (NYT)Economie` as item and heading; null when nothing is glued to the item. */
export function cutGluedHeading(text: string): [item: string, heading: string] | null {
  const close = text.lastIndexOf(')')
  const heading = text.slice(close + 1).trim()
  if (close < shortestItem || heading === '' || heading.length > longestHeading) return null
  if (!/^[^\p{Ll}\s.,;:]/u.test(heading) || heading.endsWith('.') || isRegistered(heading))
    return null
  const open = text.lastIndexOf('(', close)
  const isGlued = !/\s/u.test(text.charAt(close + 1))
  // `… een grenspost (NYT)🚁 Techniek`: no sentence goes on so.
  const isSure = isGlued && pictured.test(heading)
  const isBehindSentence = endsAsSentence(text.slice(0, open).trim())
  if (close - open > longestSources) return null
  const { names } = readSourceList(text.slice(open + 1, close), isRegistered)
  if (!isBehindSentence && !isSure && !(isGlued && names.every(isRegistered))) return null
  const isApart = isGlued || pictured.test(heading)
  const accepts = (name: string): boolean => isRegistered(name) || (isApart && looksLikeName(name))
  return names.length > 0 && names.every(accepts) ? [text.slice(0, close + 1), heading] : null
}
