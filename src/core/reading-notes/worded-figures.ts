// Figures that are written as words of their own: `de helft`, `twee derde van`, `58-jarige`.

/** A figure without what the numbers around it tell. Offsets are in UTF-16 units. */
export interface WordedFigure {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly unit: string
}

const share =
  /(?<![\p{L}\p{N}-])(?:de |een )?(?:helft|kwart|driekwart)(?![\p{L}\p{N}-])|(?<![\p{L}\p{N}-])(?:een|één|twee|drie|vier|vijf|zes) (?:derde|vierde|vijfde|zesde|achtste|tiende)(?= (?:van|deel|minder|meer|der|lager|hoger)(?!\p{L}))/giu
const age = /(?<![\p{L}\p{N}.,-])(\d{1,3})-jarige?n?(?!\p{L})/gu

/** Dutch shares and ages of a text. */
export function wordedFigures(text: string, language: string): readonly WordedFigure[] {
  if (!language.startsWith('nl')) return []
  const shares = [...text.matchAll(share)].map(({ 0: printed, index }) => {
    const value = printed.toLowerCase().replace(/^(?:de|een) (?=helft|kwart|driekwart)/u, '')
    return { start: index, end: index + printed.length, value, unit: '' }
  })
  const ages = [...text.matchAll(age)].map(({ 0: printed, 1: years = '', index }) => {
    return { start: index, end: index + printed.length, value: years, unit: 'jaar' }
  })
  return [...shares, ...ages]
}
