// Shows whose program this is by its accent colours, in place of the program's own.
import type { Organisation } from '#core/organisation/organisation'
import { accentThemes } from '#core/organisation/shown-organisation'

/** All that is the colour of text in tokens.css, or has text on it. */
const inkTokens = ['accent-ink', 'accent-fill', 'focus', 'mark-now']

/** Each theme takes its colours by a rule of its own; colours of the system, and high contrast, are left as they are. */
export function applyOrganisation(organisation: Organisation | null): void {
  if (organisation === null) return
  const rules = accentThemes.flatMap((theme) => {
    const colours = organisation.colours[theme]
    if (colours === undefined) return []
    const { accent, accentInk } = colours
    return `[data-theme='${theme}'] { --accent: ${accent}; ${inkTokens.map((name) => `--${name}: ${accentInk};`).join(' ')} }`
  })
  const sheet = new CSSStyleSheet({ media: '(forced-colors: none)' })
  sheet.replaceSync(rules.join('\n'))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
