import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  allowedSwitches,
  editionArguments,
  readSwitches,
  refusalOf,
} from '../../../../electron/main/switches.ts'
import { dangerousSwitches } from '../../../fixtures/dangerous-switches.ts'

/** A file as the system that this runs on names it. */
const at = (name: string): string => path.resolve('/home/lezer', name)

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
    [['--edition=/a/b.txt'], { edition: at('/a/b.txt') }],
    [['--edition', '/a/b.txt'], { edition: at('/a/b.txt') }],
    [['--edition=b.txt'], { edition: at('b.txt') }],
    [['--edition', '../b.txt'], { edition: at('/home/b.txt') }],
    [['--edition=een bestand.txt'], { edition: at('een bestand.txt') }],
    [['--edition=a=b.txt'], { edition: at('a=b.txt') }],
    [['--edition=a.txt', '--edition=b.txt'], { edition: at('b.txt') }],
    [['--user-data-dir=profiel'], { profile: at('profiel') }],
    [['week.editie'], { packages: [at('week.editie')] }],
    [['/a/WEEK.EDITIE', '--lang=en'], { packages: [at('/a/WEEK.EDITIE')], language: 'en' }],
    [['/a/1.editie', 'b.txt', '2.editie'], { packages: [at('/a/1.editie'), at('2.editie')] }],
    [['--edition', '/a/1.editie'], { edition: at('/a/1.editie') }],
    [
      ['--edition=/a/1.editie', '2.editie'],
      { edition: at('/a/1.editie'), packages: [at('2.editie')] },
    ],
    [[pathToFileURL(at('/a/een week.editie')).href], { packages: [at('/a/een week.editie')] }],
    [['leeslamp://edition/week-1'], { link: { edition: 'week-1', item: null, passage: null } }],
    [
      ['leeslamp://edition/week-1/b-2'],
      { link: { edition: 'week-1', item: 'b-2', passage: null } },
    ],
    [
      ['leeslamp://edition/week.editie'],
      { link: { edition: 'week.editie', item: null, passage: null } },
    ],
    [
      ['leeslamp:x', '/a/1.editie', 'leeslamp://edition/week-1'],
      { packages: [at('/a/1.editie')], link: { edition: 'week-1', item: null, passage: null } },
    ],
    [['LEESLAMP://edition/week-1'], { link: 'refused' }],
    [['leeslamp:../week.editie'], { link: 'refused' }],
    [['--lang=en'], { language: 'en' }],
    [['--lang', 'nl-BE'], { language: 'nl-BE' }],
    [
      ['--lang=en', '--edition', 'a.txt', '--user-data-dir', '/p'],
      { language: 'en', edition: at('a.txt'), profile: at('/p') },
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
      edition: at('a.txt'),
    })
  })
})

const refusal = (args: readonly string[], platform = 'linux', env = {}): string | null =>
  refusalOf([program, ...args], { env, platform })

describe('an installed program', () => {
  it.each(dangerousSwitches)('does not start with --%s, however it is written', (name) => {
    for (const one of [`--${name}`, `-${name}`, `--${name}=9222`, `--${name}=a=b`, ` --${name}`])
      for (const args of [[one], ['--lang=nl', 'a.txt', one], [`\t${one}\n`]])
        expect(refusal(args), JSON.stringify(args)).toBe(`--${name}`)
    expect(refusal([`/${name}`], 'win32')).toBe(`--${name}`)
    expect(refusal([`--${name.toUpperCase()}`], 'win32')).toBe(`--${name.toUpperCase()}`)
  })

  it('does not start with a switch that nobody knows yet', () => {
    expect(refusal(['--a-switch-of-tomorrow'])).toBe('--a-switch-of-tomorrow')
    expect(refusal(['---no-sandbox'])).toBe('--no-sandbox')
  })

  it('does not start where the environment takes the sandbox away', () => {
    expect(refusal([], 'linux', { ELECTRON_DISABLE_SANDBOX: '' })).toBe('ELECTRON_DISABLE_SANDBOX')
    expect(refusal([], 'linux', { PATH: '/bin' })).toBeNull()
  })

  it.each([
    [[]],
    ...allowedSwitches.map((name): [string[]] => [[`--${name}=a`, `--${name}`, 'a']]),
    [['/home/lezer/no-sandbox', '/no-sandbox']],
    [['no-sandbox', 'inspect']],
    [['--edition=--inspect']],
    [['', '-']],
    [['--lang=nl', 'leeslamp://edition/a', '/a/b.editie', 'leeslamp://edition/b']],
    [['--', 'edition', 'search', '--inspect', 'leeslamp://edition/a']],
    [['--ozone-platform=headless', '--log-level=3', '--', 'edition', 'lint']],
  ])('starts with %j', (args) => {
    expect(refusal(args)).toBeNull()
  })

  it.each([
    [['leeslamp://edition/a', '--edition=/a/b.txt'], '--edition behind an address'],
    [['LEESLAMP:x', '--no-sandbox'], '--no-sandbox behind an address'],
    [[' leeslamp://edition/a', '--user-data-dir', '/p'], '--user-data-dir behind an address'],
    [['leeslamp://edition/a', '--', 'edition', 'unpack'], '-- behind an address'],
    [['--', 'edition', '--inspect'], null],
  ])('lets an address bring nothing along: %j', (args, expected) => {
    expect(refusal(args)).toBe(expected)
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
})
