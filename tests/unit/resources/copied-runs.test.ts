import { expect, it } from 'vitest'
import { copiedRuns } from './copied-runs.ts'

const other = 'De haven wil dat alle sleepboten zonder motorgeluid varen. De rederijen zuchten.'

it('finds words that were taken over, whatever stands between them', () => {
  expect(copiedRuns('Nu wil ‘de haven’: De haven wil dat, alle\nSleepboten …', other, 6)).toEqual([
    'de haven wil dat alle sleepboten',
  ])
})

it('leaves alone what is said in other words', () => {
  expect(copiedRuns('De haven wil dat elke sleepboot zonder motorgeluid vaart.', other, 6)).toEqual(
    [],
  )
})

it('counts a name as one word', () => {
  const name = 'Uyghur Forced Labor Prevention Act'
  expect(copiedRuns(`Zo werkt de ${name} nu.`, `Dat is de ${name} niet.`, 3)).toEqual([])
  expect(copiedRuns(`Zo werkt de ${name} nu.`, `Zo werkt de ${name} niet.`, 4)).toHaveLength(1)
})
