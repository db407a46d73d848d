import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../../../..')
const css = fs.readFileSync(path.join(root, 'src/styles/tokens.css'), 'utf8')
const themes = ['papier', 'sepia', 'lamp-uit', 'contrast'] as const
type Pair = readonly [colour: string, ground: string]

const grounds = ['page', 'room', 'wash']
const highlights = ['oker', 'salie', 'hemel', 'roos']
/** What is read: at least 7 to 1 (WCAG 2.2, 1.4.6). */
const textPairs: readonly Pair[] = [
  ...['ink', 'ink-soft', 'ink-quiet', 'accent-ink'].flatMap((ink) =>
    grounds.map((ground): Pair => [ink, ground]),
  ),
  ['ink', 'sunk'],
  ['ink-soft', 'sunk'],
  ['danger-ink', 'page'],
  ['danger-ink', 'room'],
  ['ok-ink', 'page'],
  ['ok-ink', 'room'],
  ...highlights.map((colour): Pair => ['ink', colour]),
  ['on-accent', 'accent-fill'],
  ['mark-ink', 'mark'],
  ['mark-now-ink', 'mark-now'],
  ['select-ink', 'select'],
]
/** What is only seen: marks, edges of controls, focus rings. 3 to 1 would do (1.4.11); the design asks 4.5. */
const markPairs: readonly Pair[] = [
  ...['accent', 'edge', 'focus'].flatMap((mark) => grounds.map((ground): Pair => [mark, ground])),
  ...highlights.flatMap((colour): Pair[] => [
    [`${colour}-edge`, 'page'],
    [`${colour}-edge`, colour],
  ]),
]

/** The colours of a theme by name, without the dashes. */
function coloursOf(theme: string, styles: string): Map<string, string> {
  const block = styles.split(`[data-theme='${theme}'] {`)[1]?.split('}')[0] ?? ''
  const colours = block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)
  return new Map([...colours].map(([, name = '', value = '']) => [name, value]))
}

/** Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The pairs of a theme that are weaker than they may be, or not there at all. */
function weakPairs(theme: string, pairs: readonly Pair[], least: number, styles = css): string[] {
  const colours = coloursOf(theme, styles)
  return pairs.flatMap(([one, other]) => {
    const [first, second] = [colours.get(one), colours.get(other)]
    if (first === undefined || second === undefined) return `${one} on ${other}: no colour`
    const ratio = contrast(first, second)
    return ratio >= least ? [] : `${one} on ${other}: ${ratio.toFixed(2)}`
  })
}

describe('the colours', () => {
  it('are measured as WCAG measures them', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrast('#0000ff', '#ffffff')).toBeCloseTo(8.59, 2)
    expect(contrast('#123456', '#123456')).toBe(1)
  })

  it.each(themes)('of text hold 7 to 1 in the theme %s', (theme) => {
    expect(weakPairs(theme, textPairs, 7)).toEqual([])
  })

  it.each(themes)('of marks, edges and focus hold 4.5 to 1 in the theme %s', (theme) => {
    expect(weakPairs(theme, markPairs, 4.5)).toEqual([])
  })

  it('are seen to be weak when one of them is lightened', () => {
    const lighter = css.replace('--ink-quiet: #4e463b', '--ink-quiet: #5e564b')
    expect(lighter).not.toBe(css)
    expect(weakPairs('papier', textPairs, 7, lighter)).toEqual([
      expect.stringMatching(/^ink-quiet on page: 6/),
      expect.stringMatching(/^ink-quiet on room: 6/),
      expect.stringMatching(/^ink-quiet on wash: 6/),
    ])
    const paler = css.replace('--edge: #716553', '--edge: #8a7d69')
    expect(weakPairs('papier', markPairs, 4.5, paler)).not.toEqual([])
  })

  it('are seen to be missing when one of them is', () => {
    const less = css.replace('--mark-now: #713d00', '--mark-now: rgb(0 0 0)')
    expect(weakPairs('papier', textPairs, 7, less)).toEqual(['mark-now-ink on mark-now: no colour'])
  })

  it.each(themes)('of the theme %s have the same names as those of papier', (theme) => {
    const names = [...coloursOf(theme, css).keys()]
    expect(names).toEqual([...coloursOf('papier', css).keys()])
  })

  it.each(themes)('of the window before its first paint are those of the page: %s', (theme) => {
    const source = fs.readFileSync(path.join(root, 'electron/main/window.ts'), 'utf8')
    const ground = new RegExp(`'?${theme}'?: '(#[0-9a-f]{6})'`).exec(source)?.[1]
    expect(ground).toBe(coloursOf(theme, css).get('room'))
  })
})
