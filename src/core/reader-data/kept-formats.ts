// The forms of an export of what the reader kept.
export const keptFormats = [
  'markdown',
  'markdown-folder',
  'csv',
  'web-annotations',
  'json',
] as const
export type KeptFormat = (typeof keptFormats)[number]
