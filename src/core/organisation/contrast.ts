// Whether the colours of an organisation can be read on the grounds of each theme (WCAG 2.2, 1.4.3 and 1.4.11).
import { accentThemes, type AccentTheme } from './shown-organisation.ts'

/** The colours that an accent meets, as src/styles/tokens.css has them. */
export const themeGrounds: Readonly<
  Record<AccentTheme, Readonly<Record<'page' | 'room' | 'wash' | 'on-accent', string>>>
> = {
  papier: { page: '#fdfbf7', room: '#f2ede4', wash: '#f8e9c8', 'on-accent': '#fffdf8' },
  sepia: { page: '#f5ead6', room: '#eadcc3', wash: '#f3d9a2', 'on-accent': '#fff6e6' },
  'lamp-uit': { page: '#1d1a16', room: '#151310', wash: '#302614', 'on-accent': '#1d1508' },
}

const leastForText = 4.5
const leastForMarks = 3

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast ratio of two colours, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** As far as a file has them. */
export type PartialColours = Readonly<
  Partial<Record<AccentTheme, Readonly<Partial<Record<WeakColour['name'], string>>>>>
>

export interface WeakColour {
  readonly theme: AccentTheme
  readonly name: 'accent' | 'accentInk'
  readonly ground: string
  readonly ratio: number
  readonly least: number
}

/** The pairs that are too weak to be read; of each colour the weakest alone. */
export function weakColours(colours: PartialColours): readonly WeakColour[] {
  return accentThemes.flatMap((theme) => {
    return (['accent', 'accentInk'] as const).flatMap((name) => {
      const chosen = colours[theme]?.[name]
      if (chosen === undefined) return []
      const least = name === 'accent' ? leastForMarks : leastForText
      const [weakest] = Object.entries(themeGrounds[theme])
        // The text on a filled accent meets the ink of the accent alone.
        .filter(([ground]) => ground !== 'on-accent' || name === 'accentInk')
        .map(([ground, colour]) => ({ ground, ratio: contrastOf(chosen, colour) }))
        .sort((one, other) => one.ratio - other.ratio)
      return weakest === undefined || weakest.ratio >= least
        ? []
        : [{ theme, name, least, ...weakest }]
    })
  })
}
