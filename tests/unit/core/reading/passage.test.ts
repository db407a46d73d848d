import { expect, it } from 'vitest'
import { anchorOf, isInPlace } from '../../../../src/core/reading/passage.ts'

const text = 'De sluis bij Zandvliet gaat op 4 mei dicht, en schippers varen twaalf weken om.'
const at = text.indexOf('dicht')
const anchor = anchorOf(text, { part: 'item', start: at, end: at + 5 })

it('remembers the words, and 32 letters on either side', () => {
  expect(anchor).toEqual({
    part: 'item',
    exact: 'dicht',
    prefix: text.slice(at - 32, at),
    suffix: text.slice(at + 5, at + 37),
    start: at,
    end: at + 5,
  })
  const first = anchorOf(text, { part: 'item', start: 0, end: 2 })
  expect([first.prefix, first.suffix]).toEqual(['', text.slice(2, 34)])
})

it('is in place while neither the words nor what stands beside them changed', () => {
  expect(isInPlace(text, anchor)).toBe(true)
  expect(isInPlace(`${text} Meer volgt.`, anchor)).toBe(true)
  expect(isInPlace(text.replace('dicht', 'open!'), anchor)).toBe(false)
  expect(isInPlace(text.replace('schippers', 'Schippers'), anchor)).toBe(false)
  expect(isInPlace(`Let op. ${text}`, anchor)).toBe(false)
  expect(isInPlace('', anchor)).toBe(false)
})
