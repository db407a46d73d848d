import { expect, it } from 'vitest'
import { issueNumber, numberedTitle } from '../../../../src/core/edition/issue-number.ts'

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

it.each([
  ['Polderbrief – aflevering 12', { series: 'Polderbrief', number: '12' }],
  ['De Polderbrief, nr. 3', { series: 'De Polderbrief', number: '3' }],
  ['Polderbrief #41', { series: 'Polderbrief', number: '41' }],
  ['Polder Weekly Issue 512', { series: 'Polder Weekly', number: '512' }],
  ['Nummer 49', { series: null, number: '49' }],
  // What changes with each issue is no name of a series.
  ['Polderbrief mei, nr. 5', { series: null, number: '5' }],
  ['Polderbrief 2031 - nummer 6', { series: null, number: '6' }],
  ['Nummer 10 Downing Street', null],
  ['Casino 12', null],
  ['Polderbrief, editie 2031', null],
  ['De Polderbrief', null],
  ['', null],
])('stands at the end of a title, behind the name of its series: %j', (title, found) => {
  expect(numberedTitle(title)).toEqual(found)
})
