import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { en } from '../../../../src/i18n/en.ts'
import { nl } from '../../../../src/i18n/nl.ts'

type Tree = { readonly [key: string]: string | Tree }

/** Every text with the path that leads to it. */
function textsOf(tree: Tree, path = ''): [path: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[here, value] as [string, string]] : textsOf(value, here)
  })
}

const forms = (text: string) => text.split('|').map((form) => form.trim())
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort()

interface Difference {
  readonly path: string
  readonly what: string
}

/** Where two languages differ in more than their words. */
function differences(one: Tree, other: Tree): Difference[] {
  const others = new Map(textsOf(other))
  const missing = [...others.keys()].filter((path) => !new Map(textsOf(one)).has(path))
  return [
    ...missing.map((path) => ({ path, what: 'only in the second' })),
    ...textsOf(one).flatMap(([path, text]) => {
      const counterpart = others.get(path)
      if (counterpart === undefined) return { path, what: 'only in the first' }
      const what =
        forms(text).length !== forms(counterpart).length
          ? 'forms'
          : placeholders(text).join() !== placeholders(counterpart).join()
            ? 'placeholders'
            : text.trim() === '' || counterpart.trim() === ''
              ? 'empty'
              : null
      return what === null ? [] : { path, what }
    }),
  ]
}

/** Their first form is for none at all, and needs no number. */
const withNoneAtAll = new Set([
  'library.daysLeft',
  'search.hits',
  'library.editions',
  'library.keptMany',
  'library.cameIn',
  'proof.questionsLeft',
  'taught.reread',
  'taught.takenBack',
])

describe('the two languages', () => {
  it('have the same texts, forms and placeholders, and none is empty', () => {
    expect(differences(nl, en)).toEqual([])
  })

  it('have no empty form', () => {
    for (const [path, text] of [...textsOf(nl), ...textsOf(en)])
      expect(forms(text), path).not.toContain('')
  })

  it.each([
    ['a text more', { a: 'x', b: { c: 'y' } }, { a: 'x' }, 'b.c', 'only in the first'],
    ['a text less', { a: 'x' }, { a: 'x', b: 'y' }, 'b', 'only in the second'],
    ['another placeholder', { a: '{n} x' }, { a: '{m} x' }, 'a', 'placeholders'],
    ['no placeholder', { a: '{n} x' }, { a: 'x' }, 'a', 'placeholders'],
    ['one form less', { a: 'x | y' }, { a: 'x' }, 'a', 'forms'],
    ['an empty text', { a: 'x' }, { a: ' ' }, 'a', 'empty'],
  ])('would be seen to differ with %s', (_, one, other, path, what) => {
    expect(differences(one as Tree, other as Tree)).toEqual([{ path, what }])
  })

  it('use the same placeholders in each form', () => {
    for (const [path, text] of [...textsOf(nl), ...textsOf(en)]) {
      const named = new Set(forms(text).map((form) => placeholders(form).join()))
      if (withNoneAtAll.has(path)) named.delete('') // none at all has no number
      expect(named.size, path).toBe(1)
    }
  })

  it.each(['nl', 'en'] as const)(
    'are understood by the library, with all values put in: %s',
    (locale) => {
      const { t } = createI18n({ legacy: false, locale, messages: { nl, en } }).global
      for (const [path, text] of textsOf(locale === 'nl' ? nl : en)) {
        const fill = (form: string, n = '«n»') =>
          form.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'n' ? n : `«${name}»`))
        const values = Object.fromEntries(placeholders(text).map((name) => [name, `«${name}»`]))
        if (forms(text).length === 1) expect(t(path, values), path).toBe(fill(text))
        else {
          // Two forms: one and more. Three: none, one and more. Only the number itself is put in.
          expect(placeholders(text), path).toEqual(['n'])
          const [first = '', second = '', third] = forms(text)
          const [none, one, more] =
            third === undefined ? [second, first, second] : [first, second, third]
          for (const [number, form] of [none, one, more, more].entries())
            expect(t(path, number), path).toBe(fill(form, String(number)))
        }
      }
    },
  )

  it('write ellipses, quotes and dashes as signs of their own', () => {
    for (const [path, text] of [...textsOf(nl), ...textsOf(en)])
      expect(text, path).not.toMatch(/\.\.\.|"|'|--| {2}/)
  })

  it('promise only of what is being written that it will be tried again', () => {
    const promise =
      /blijft het proberen|vanzelf|wat u nu schrijft|keeps trying|by itself|you write now/iu
    const { addDiskFull, addReadOnly, addFailed, ...others } = nl.fault
    expect(others.failed).toMatch(promise)
    expect(en.fault.failed).toMatch(promise)
    for (const text of [addDiskFull, addReadOnly, addFailed])
      expect(text).toMatch(/Er is niets veranderd/)
    const english = [en.fault.addDiskFull, en.fault.addReadOnly, en.fault.addFailed]
    for (const text of [addDiskFull, addReadOnly, addFailed, ...english])
      expect(text).not.toMatch(promise)
  })

  it('have a title between single quotes', () => {
    for (const [path, text] of [...textsOf(nl.library), ...textsOf(nl.proof)])
      if (text.includes('{title}')) expect(text, path).toContain('‘{title}’')
  })

  it('say of every failure what is still safe or what helps: at least two parts', () => {
    for (const [path, text] of [...textsOf(nl.fault), ...textsOf(en.fault), ...textsOf(nl.notice)])
      if (path !== 'close') expect(text, path).toMatch(/[.;:] \S/)
  })
})
