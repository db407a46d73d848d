import { Linter } from 'eslint'
import { expect, it } from 'vitest'
import { waitsInTests } from '../../../scripts/testing/waits-in-tests.mjs'

function isRefused(code: string): boolean {
  const said = new Linter().verify(code, [
    { rules: { 'no-restricted-syntax': ['error', ...waitsInTests] } },
  ])
  expect(said.filter(({ fatal }) => fatal)).toEqual([])
  return said.length > 0
}

it.each([
  'expect(title).toBeVisible({ timeout: 5_000 })',
  'test.setTimeout(120_000)',
  'page.waitForTimeout(300)',
  'page.setDefaultTimeout(10_000)',
  'setTimeout(end, 50)',
  'new Promise((resolve) => setTimeout(resolve, 200))',
  'wait(20)',
])('refuses a number by which a test would wait: %s', (code) => {
  expect(isRefused(code)).toBe(true)
})

it.each([
  'expect(title).toBeVisible({ timeout: bounds.attempt })',
  'test.setTimeout(bounds.test)',
  'setTimeout(end)',
  'wait(bounds.look)',
  'vi.advanceTimersByTime(45)',
  'page.clock.fastForward(3_000)',
  'createCage({ limits: { milliseconds: 1_000 } })',
])('lets all else stand: %s', (code) => {
  expect(isRefused(code)).toBe(false)
})
