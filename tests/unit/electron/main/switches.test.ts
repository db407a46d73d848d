import { describe, expect, it } from 'vitest'
import {
  findRefusedSwitch,
  readSwitches,
  refusedSwitches,
} from '../../../../electron/main/switches.ts'

const program = '/opt/leeslamp/leeslamp'
const nothing = { edition: null, packages: [], profile: null, language: null }

function read(...args: string[]) {
  return readSwitches([program, ...args], '/home/lezer')
}

describe('the program’s own switches', () => {
  it('are all off when nothing is asked', () => {
    expect(read()).toEqual(nothing)
    expect(readSwitches([], '/')).toEqual(nothing)
  })

  it.each<[args: string[], expected: Partial<ReturnType<typeof read>>]>([
    [['--edition=/a/b.txt'], { edition: '/a/b.txt' }],
    [['--edition', '/a/b.txt'], { edition: '/a/b.txt' }],
    [['--edition=b.txt'], { edition: '/home/lezer/b.txt' }],
    [['--edition', '../b.txt'], { edition: '/home/b.txt' }],
    [['--edition=een bestand.txt'], { edition: '/home/lezer/een bestand.txt' }],
    [['--edition=a=b.txt'], { edition: '/home/lezer/a=b.txt' }],
    [['--edition=a.txt', '--edition=b.txt'], { edition: '/home/lezer/b.txt' }],
    [['--user-data-dir=profiel'], { profile: '/home/lezer/profiel' }],
    [['week.editie'], { packages: ['/home/lezer/week.editie'] }],
    [['/a/WEEK.EDITIE', '--lang=en'], { packages: ['/a/WEEK.EDITIE'], language: 'en' }],
    [['/a/1.editie', 'b.txt', '2.editie'], { packages: ['/a/1.editie', '/home/lezer/2.editie'] }],
    [['--edition', '/a/1.editie'], { edition: '/a/1.editie' }],
    [
      ['--edition=/a/1.editie', '2.editie'],
      { edition: '/a/1.editie', packages: ['/home/lezer/2.editie'] },
    ],
    [['--lang=en'], { language: 'en' }],
    [['--lang', 'nl-BE'], { language: 'nl-BE' }],
    [
      ['--lang=en', '--edition', 'a.txt', '--user-data-dir', '/p'],
      { language: 'en', edition: '/home/lezer/a.txt', profile: '/p' },
    ],
  ])('are read with = and with a space: %j', (args, expected) => {
    expect(read(...args)).toEqual({ ...nothing, ...expected })
  })

  it.each([
    ['no value', ['--edition']],
    ['an empty value', ['--edition=']],
    ['an empty value behind it', ['--edition', '']],
    ['a longer name', ['--editions=a.txt']],
    ['one hyphen', ['-edition=a.txt']],
    ['no hyphens', ['edition=a.txt', 'a.txt']],
    ['capitals', ['--Edition=a.txt']],
  ])('are off with %s', (_, args) => {
    expect(read(...args)).toEqual(nothing)
  })

  it('do not take another switch for a value', () => {
    expect(read('--edition', '--lang=en')).toEqual({ ...nothing, language: 'en' })
    expect(read('--user-data-dir', '--edition', 'a.txt')).toEqual({
      ...nothing,
      edition: '/home/lezer/a.txt',
    })
  })
})

describe('a refused switch', () => {
  const ways = [
    (name: string) => `--${name}`,
    (name: string) => `--${name}=9222`,
    (name: string) => `-${name}`,
    (name: string) => `/${name}`,
    (name: string) => `--${name.toUpperCase()}`,
    (name: string) => `--${name}=a=b`,
  ]

  it.each([...refusedSwitches])('is found however it is written: %s', (name) => {
    for (const way of ways) {
      expect(findRefusedSwitch([program, way(name)])).toBe(name)
      expect(findRefusedSwitch([program, '--lang=nl', 'a.txt', way(name)])).toBe(name)
    }
  })

  it.each([
    ['nothing'],
    ['--edition=a.txt'],
    ['--user-data-dir', '/home/lezer/inspect'],
    ['--lang=nl'],
    ['inspect'],
    ['no-sandbox'],
    ['--no-sandbox-at-the-beach'],
    ['--inspector'],
    ['/home/lezer/--inspect'],
    ['--edition=--inspect'],
    [''],
    ['-'],
    ['--'],
    ['/'],
  ])('is not found where there is none: %j', (...args) => {
    expect(findRefusedSwitch([program, ...args])).toBeNull()
  })
})
