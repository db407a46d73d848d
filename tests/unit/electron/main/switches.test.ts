import { describe, expect, it } from 'vitest'
import {
  editionArguments,
  findRefusedSwitch,
  readSwitches,
  refusedSwitches,
} from '../../../../electron/main/switches.ts'

const program = '/opt/leeslamp/leeslamp'
const nothing = { edition: null, packages: [], link: null, profile: null, language: null }

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
    [['file:///a/een%20week.editie'], { packages: ['/a/een week.editie'] }],
    [['leeslamp://edition/week-1'], { link: { edition: 'week-1', item: null } }],
    [['leeslamp://edition/week-1/b-2'], { link: { edition: 'week-1', item: 'b-2' } }],
    [['leeslamp://edition/week.editie'], { link: { edition: 'week.editie', item: null } }],
    [
      ['leeslamp:x', '/a/1.editie', 'leeslamp://edition/week-1'],
      { packages: ['/a/1.editie'], link: { edition: 'week-1', item: null } },
    ],
    [['LEESLAMP://edition/week-1'], { link: 'refused' }],
    [['leeslamp:../week.editie'], { link: 'refused' }],
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
    ['a file of another machine', ['file://server/a/1.editie']],
    ['the address of a file that cannot be one', ['file:///a%2Fb.editie']],
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

describe('the command for editions', () => {
  it('is what stands behind the end of the switches', () => {
    const args = [
      'leeslamp',
      '--ozone-platform=headless',
      '--',
      'edition',
      'lint',
      'a.txt',
      '--json',
    ]
    expect(editionArguments(args)).toEqual(['lint', 'a.txt', '--json'])
    expect(editionArguments(['leeslamp', '--', 'edition'])).toEqual([])
  })

  it.each([[[]], [['edition', 'lint']], [['--', 'lint', 'edition']], [['--edition', 'a.txt']]])(
    'is not %j',
    (args) => {
      expect(editionArguments(['leeslamp', ...args])).toBe(null)
    },
  )

  it('has words of its own behind that end, where Chromium reads no switches', () => {
    expect(findRefusedSwitch(['leeslamp', '--', 'edition', 'search', '--inspect'])).toBe(null)
    expect(findRefusedSwitch(['leeslamp', '--inspect', '--', 'edition'])).toBe('inspect')
  })
})
