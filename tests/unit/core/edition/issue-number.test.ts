import { expect, it } from 'vitest'
import { issueNumber } from '../../../../src/core/edition/issue-number.ts'

it.each([
  ['27', '27'],
  ['2024/12', '2024/12'],
  ['nr. 27', '27'],
  ['Nr 27', '27'],
  ['nr27', '27'],
  ['No. 8', '8'],
  ['nummer: 12a', '12a'],
  ['#41', '41'],
  ['  27\u200B ', '27'],
  ['XIV', null],
  ['Zomernummer', null],
  ['', null],
  ['jaargang 12, nummer 27 van 52', null],
])('is what stands behind its label, as printed: %j', (written, number) => {
  expect(issueNumber(written)).toBe(number)
})
