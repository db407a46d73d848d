import fs from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openProfile, type Profile } from '../../../../electron/services/program/profile.ts'
import { aStorePlace } from '../a-store.ts'
import { asOrdinaryUser } from '../as-ordinary-user.ts'

const place = aStorePlace()

beforeEach(() => {
  // A throw-away folder then lies in the folder of the test, and goes with it.
  vi.stubEnv('TMPDIR', place.folder())
  return () => vi.unstubAllEnvs()
})

describe('a profile', () => {
  it('is made with all folders above it when it is not there', () => {
    const folder = place.file('een/twee/profiel')
    expect(openProfile(folder)).toEqual({
      dataFolder: `${folder}/reader-data`,
      browserFolder: `${folder}/browser`,
      isWritable: true,
    })
    expect(fs.readdirSync(folder)).toEqual(['browser'])
  })

  it('is left as it is when it is there', () => {
    const folder = place.file('profiel')
    const first = openProfile(folder)
    fs.writeFileSync(`${folder}/browser/Cookies`, 'x')
    expect(openProfile(folder)).toEqual(first)
    expect(fs.readFileSync(`${folder}/browser/Cookies`, 'utf8')).toBe('x')
  })

  it.each([
    ['itself', 'profiel'],
    ['above it', 'profiel/a/b'],
  ])(
    'has its reader’s data where it is when a file stands in the way of the folder %s',
    (_, name) => {
      fs.writeFileSync(place.file('profiel'), '')
      const profile = openProfile(place.file(name))
      expect(profile).toMatchObject({
        dataFolder: place.file(`${name}/reader-data`),
        isWritable: false,
      })
      expect(fs.statSync(profile.browserFolder).isDirectory()).toBe(true)
      expect(profile.browserFolder).not.toContain(place.file(name))
    },
  )

  it('removes the throw-away folders of starts that have ended, and no others', () => {
    fs.writeFileSync(place.file('profiel'), '')
    const own = openProfile(place.file('profiel')).browserFolder
    const gone = place.file('leeslamp-browser-2147483646-abc')
    const other = place.file('leeslamp-iets')
    for (const folder of [gone, other]) fs.mkdirSync(folder)
    fs.writeFileSync(`${gone}/Cookies`, 'x')
    openProfile(place.file('profiel'))
    expect([own, gone, other].map((folder) => fs.existsSync(folder))).toEqual([true, false, true])
  })

  it('has another throw-away folder at each start', () => {
    fs.writeFileSync(place.file('profiel'), '')
    const folders = [1, 2].map(() => openProfile(place.file('profiel')).browserFolder)
    expect(new Set(folders).size).toBe(2)
  })

  it.each([
    ['a profile that may not be written', 'profile'],
    ['a profile that may not be written, unlike the folder for the browser in it', 'profile'],
    ['a profile whose folder for the browser may not be written', 'profile'],
    ['a profile in a folder that may not be written', 'above/profile'],
  ])('gives the browser a throw-away folder and says it cannot be written: %s', (name, folder) => {
    const { result, place: where } = asOrdinaryUser(name)
    const profile = result as Profile
    expect(profile).toMatchObject({
      dataFolder: `${where}/${folder}/reader-data`,
      isWritable: false,
    })
    expect(profile.browserFolder).toMatch(new RegExp(`^${where}/leeslamp-`))
  })
})
