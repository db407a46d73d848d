import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actionFor,
  bindings,
  chordsOf,
  shownKeys,
  type KeyPress,
} from '../../../../src/composables/keymap.ts'
import { en } from '../../../../src/i18n/en.ts'
import { nl } from '../../../../src/i18n/nl.ts'

const systems = [
  { system: 'a Mac', isMac: true },
  { system: 'Windows and Linux', isMac: false },
]

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }
}

/** A chord as it is pressed: with Shift a letter is a capital. */
function pressed(chord: string, isMac: boolean): KeyPress {
  const key = /[^+]+$|\+$/.exec(chord)?.[0] ?? ''
  const held = new Set(chord.slice(0, -key.length).split('+'))
  const shiftKey = held.has('Shift')
  return press(shiftKey && key.length === 1 ? key.toUpperCase() : key, {
    shiftKey,
    altKey: held.has('Alt'),
    ctrlKey: held.has('Mod') && !isMac,
    metaKey: held.has('Mod') && isMac,
  })
}

describe('the table of keys', () => {
  it('has each action of the key list once', () => {
    const { title, reading, keeping, finding, proof, window, off, or, ...actions } = nl.keys
    expect([title, reading, keeping, finding, proof, window, off, or]).not.toContain('')
    expect(bindings.map(({ action }) => action).sort()).toEqual(Object.keys(actions).sort())
  })

  it.each(systems)('has a key for each action on $system', ({ isMac }) => {
    for (const binding of bindings) {
      const keys = [binding.single ?? [], chordsOf(binding, isMac)].flat()
      expect(keys, binding.action).not.toEqual([])
    }
  })

  it.each(systems)('has no key for two actions on $system', ({ isMac }) => {
    const keys = bindings.flatMap((binding) => [
      ...(binding.single === undefined ? [] : [binding.single]),
      ...chordsOf(binding, isMac),
    ])
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('has single keys that are one small letter, figure or sign, some of them with Shift', () => {
    for (const { single = 'a' } of bindings) expect(single).toMatch(/^(?:Shift\+)?\P{Lu}$/u)
  })

  it('reaches nothing by a single key alone that the reader cannot reach otherwise in the window', () => {
    const onlySingle = bindings.filter((binding) => chordsOf(binding, false).length === 0)
    // J and K are the arrow of a reader; the three views have their switch in the bar.
    expect(onlySingle.map(({ action }) => action)).toEqual([
      'nextItem',
      'previousItem',
      'original',
      'notes',
      'sideBySide',
    ])
  })
})

describe('a key press', () => {
  const chords = systems.flatMap(({ system, isMac }) =>
    bindings.flatMap((binding) =>
      chordsOf(binding, isMac).map((chord) => ({ system, isMac, chord, action: binding.action })),
    ),
  )

  it.each(chords)('asks for $action with $chord on $system, also while typing', (each) => {
    for (const allowSingle of [true, false]) {
      const { isMac, action } = each
      expect(actionFor(pressed(each.chord, isMac), { isMac, allowSingle })).toBe(action)
    }
  })

  const singles = bindings.flatMap(({ action, single }) => (single ? [{ action, single }] : []))

  it.each(singles)('asks for $action with $single, whatever the capitals', ({ action, single }) => {
    const key = single.replace('Shift+', '')
    const withShift = singles.some((other) => other.single === `Shift+${key}`)
    const shifts = single === key ? [false, ...(withShift ? [] : [true])] : [true]
    for (const { isMac } of systems) {
      for (const typed of [key, key.toUpperCase()])
        for (const shiftKey of shifts)
          expect(actionFor(press(typed, { shiftKey }), { isMac, allowSingle: true })).toBe(action)
    }
  })

  const sign = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
  const anyKey = fc.oneof(sign, fc.constantFrom(...singles.map(({ single }) => single)))

  it('of a single key asks for nothing when those are not allowed', () => {
    fc.assert(
      fc.property(anyKey, fc.boolean(), fc.boolean(), (key, shiftKey, isMac) => {
        expect(actionFor(press(key, { shiftKey }), { isMac, allowSingle: false })).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  it('asks for nothing with AltGr, which Windows tells as Ctrl and Alt', () => {
    const altGr = { ctrlKey: true, altKey: true }
    fc.assert(
      fc.property(anyKey, fc.boolean(), (key, shiftKey) => {
        const held = press(key, { ...altGr, shiftKey })
        expect(actionFor(held, { isMac: false, allowSingle: true })).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  it('asks for nothing with Option on a Mac, which types signs', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const held = press(key, { altKey: true })
        expect(actionFor(held, { isMac: true, allowSingle: true })).toBeNull()
      }),
    )
  })

  it('asks for nothing with the other system’s key', () => {
    for (const { isMac } of systems) {
      const foreign = isMac ? { ctrlKey: true } : { metaKey: true }
      for (const binding of bindings) {
        for (const chord of chordsOf(binding, isMac)) {
          const held = { ...pressed(chord, isMac), ...foreign }
          expect(actionFor(held, { isMac, allowSingle: true })).toBeNull()
        }
        if (binding.single === undefined) continue
        const held = press(binding.single, foreign)
        expect(actionFor(held, { isMac, allowSingle: true })).toBeNull()
      }
    }
  })

  it.each([
    ['Ctrl+Shift+Z, which redoes', press('Z', { ctrlKey: true, shiftKey: true })],
    ['Ctrl+C, which copies', press('c', { ctrlKey: true })],
    ['Ctrl+V', press('v', { ctrlKey: true })],
    ['Ctrl+X', press('x', { ctrlKey: true })],
    ['Ctrl+Q', press('q', { ctrlKey: true })],
    ['Ctrl+Alt+D', press('d', { ctrlKey: true, altKey: true })],
    ['Shift+F1', press('F1', { shiftKey: true })],
    ['an arrow', press('ArrowDown')],
    ['the space bar', press(' ')],
    ['Tab', press('Tab')],
    ['Enter', press('Enter')],
    ['Ctrl alone', press('Control', { ctrlKey: true })],
    ['Shift alone', press('Shift', { shiftKey: true })],
    ['AltGr alone', press('AltGraph')],
    ['a dead key', press('Dead')],
    ['an input method', press('Process')],
    ['a key without a name', press('Unidentified')],
    ['no key', press('')],
  ])('asks for nothing of ours: %s', (_, held) => {
    expect(actionFor(held, { isMac: false, allowSingle: true })).toBeNull()
  })

  it.each([
    ['+ behind Shift', press('+', { ctrlKey: true, shiftKey: true }), 'bigger'],
    ['+ of the numbers', press('+', { ctrlKey: true }), 'bigger'],
    ['= without Shift', press('=', { ctrlKey: true }), 'bigger'],
    [
      '0 behind Shift, on a Belgian keyboard',
      press('0', { ctrlKey: true, shiftKey: true }),
      'normalSize',
    ],
    ['1 behind Shift', press('1', { shiftKey: true }), 'original'],
    ['? behind Shift', press('?', { shiftKey: true }), 'help'],
    ['/ behind Shift, on a German keyboard', press('/', { shiftKey: true }), 'search'],
    ['a small letter while Caps Lock is on', press('D', { ctrlKey: true }), 'bookmark'],
    [
      'a letter behind Shift while Caps Lock is on',
      press('n', { ctrlKey: true, shiftKey: true }),
      'note',
    ],
  ])('asks for its action on every keyboard: %s', (_, held, action) => {
    expect(actionFor(held, { isMac: false, allowSingle: true })).toBe(action)
  })
})

describe('a key as it is shown', () => {
  it.each([
    ['Mod+k', false, ['Ctrl', 'K']],
    ['Mod+k', true, ['⌘', 'K']],
    ['Mod+Shift+n', false, ['Ctrl', 'Shift', 'N']],
    ['Mod+Shift+n', true, ['⌘', '⇧', 'N']],
    ['Alt+ArrowLeft', false, ['Alt', 'pijl links']],
    ['Alt+ArrowRight', true, ['⌥', 'pijl rechts']],
    ['Mod++', false, ['Ctrl', '+']],
    ['Mod+=', false, ['Ctrl', '=']],
    ['Mod+-', false, ['Ctrl', '−']],
    ['Mod+\\', false, ['Ctrl', '\\']],
    ['Shift+F3', false, ['Shift', 'F3']],
    ['Escape', false, ['Esc']],
  ])('has the names of the keyboard: %s', (chord, isMac, shown) => {
    expect(shownKeys(chord, isMac, nl.key)).toEqual(shown)
  })

  it('speaks the language of the interface', () => {
    expect(shownKeys('Alt+ArrowLeft', false, en.key)).toEqual(['Alt', 'left arrow'])
  })

  it('has no empty part, for any key of the table', () => {
    for (const { isMac } of systems)
      for (const binding of bindings)
        for (const chord of chordsOf(binding, isMac))
          expect(shownKeys(chord, isMac, nl.key)).not.toContain('')
  })
})
