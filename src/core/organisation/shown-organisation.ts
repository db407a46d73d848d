// What the window needs of an organisation: kept small, since it is loaded before the first text.

/** The themes whose accent may be another; high contrast stays as it is. */
export const accentThemes = ['papier', 'sepia', 'lamp-uit'] as const
export type AccentTheme = (typeof accentThemes)[number]

/** The title of the window. */
export function windowTitle(organisation: { readonly name: string } | null): string {
  return organisation === null ? 'Leeslamp' : `${organisation.name} – Leeslamp`
}
