import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import {
  contrastOf,
  themeGrounds,
  weakColours,
} from '../../../../src/core/organisation/contrast.ts'

const tokens = fs.readFileSync(
  path.join(import.meta.dirname, '../../../../src/styles/tokens.css'),
  'utf8',
)

it('measures contrast as WCAG does', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastOf('#ffffff', '#ffffff')).toBe(1)
  expect(contrastOf('#777777', '#FFFFFF')).toBeCloseTo(4.478, 3)
})

it.each(Object.entries(themeGrounds))(
  'has the grounds of %s as the style sheet has them',
  (theme, grounds) => {
    const block = tokens.split(`[data-theme='${theme}']`)[1]?.split('}')[0] ?? ''
    for (const [name, colour] of Object.entries(grounds))
      expect(block).toContain(`--${name}: ${colour};`)
  },
)

it('finds the weakest pair of each colour, and nothing where all can be read', () => {
  const strong = { accent: '#1f6f8b', accentInk: '#0f4c66' }
  expect(weakColours({})).toEqual([])
  expect(weakColours({ papier: strong })).toEqual([])
  const weak = weakColours({ papier: { ...strong, accentInk: '#6b8794' }, 'lamp-uit': strong })
  expect(weak.map(({ theme, name, ground }) => `${theme} ${name} ${ground}`)).toEqual([
    'papier accentInk wash',
    'lamp-uit accent wash',
    'lamp-uit accentInk wash',
  ])
  expect(weakColours({ 'lamp-uit': { accent: '#8ed3ea', accentInk: '#8ed3ea' } })).toEqual([])
})
