import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '../../..')
const read = (name: string) => fs.readFileSync(path.join(root, 'resources/linux', name), 'utf8')

it('names one and the same type for editions in all files', () => {
  const type = /type="(application\/[^"]+)">\s*<comment>/.exec(read('leeslamp.xml'))?.[1] ?? ''
  expect(type).toBe('application/vnd.leeslamp.edition+zip')
  expect(read('leeslamp.desktop')).toContain(`MimeType=${type};x-scheme-handler/leeslamp;`)
  expect(read('leeslamp.metainfo.xml')).toContain(`<mediatype>${type}</mediatype>`)
})

it('lists the version of the program as a release', () => {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  expect(read('leeslamp.metainfo.xml')).toContain(`<release version="${version}"`)
})

it('gives the profile to the program where the packages put it', () => {
  expect(read('apparmor-profile')).toMatch(
    /^profile leeslamp \/usr\/lib\/leeslamp\/leeslamp flags/m,
  )
})
