import fs from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import {
  findStableFiles,
  type Sightings,
} from '../../../../electron/services/watch/stable-files.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()
const never = 3_600_000
let sightings: Sightings
beforeEach(() => {
  sightings = new Map()
})

const look = async (delay: number): Promise<[readonly string[], boolean]> => {
  const { stable, hasUnstable } = await findStableFiles(
    { folder: place.folder(), files: new Map(), gone: 0 },
    sightings,
    delay,
  )
  return [stable, hasUnstable]
}

it('takes no file that has not stood still for long enough', async () => {
  fs.writeFileSync(place.file('week.txt'), 'half')
  expect(await look(never)).toEqual([[], true])
  // It is as it was, but has not been so for long.
  expect(await look(never)).toEqual([[], true])
  expect(await look(0)).toEqual([['week.txt'], false])
})

it('begins anew with a file that grew or was written again', async () => {
  fs.writeFileSync(place.file('week.txt'), 'half')
  await look(0)
  fs.appendFileSync(place.file('week.txt'), ' and whole')
  expect(await look(0)).toEqual([[], true])
  fs.utimesSync(place.file('week.txt'), 1, 1)
  expect(await look(0)).toEqual([[], true])
  expect(await look(0)).toEqual([['week.txt'], false])
})
