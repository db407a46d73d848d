// Who wrote the letters of a mailbox.
import { describe, expect, it } from 'vitest'
import { hostOf, sendersOf } from '../../../../src/core/collection/senders.ts'

const part = (sender: string, address: string) => ({ sender, address })

/** The places of each sender's parts. */
function places(parts: readonly ReturnType<typeof part>[]): number[][] {
  const senders = sendersOf(parts)
  return [...new Set(senders)].map((one) =>
    senders.flatMap((other, place) => (other === one ? [place] : [])),
  )
}

describe('senders', () => {
  it('are one with one address under several names, and with one name at one host', () => {
    const parts = [
      part('Havenblad', 'b1@blad.example'),
      part('Havenblad', 'b2@blad.example'),
      part('Het Havenblad', 'b2@blad.example'),
      part('', 'b1@blad.example'),
    ]
    expect(places(parts)).toEqual([[0, 1, 2, 3]])
  })

  it('are several with one name at several hosts, and with several names at one host', () => {
    const parts = [
      part('Nieuwsbrief', 'n@kade.example'),
      part('Nieuwsbrief', 'n@kas.example'),
      part('Mina Vos', 'm@kas.example'),
    ]
    expect(places(parts)).toEqual([[0], [1], [2]])
  })

  it('are nobody without a name and an address', () => {
    expect(sendersOf([part('', ''), part('Mina', '')])).toEqual(['', 'name mina '])
  })

  it('are found in time for the number of letters, also in a long row of addresses', () => {
    const parts = Array.from({ length: 50_000 }, (_, at) =>
      part(`n${String(Math.floor(at / 2))}`, `a${String(Math.floor((at + 1) / 2))}@blad.example`),
    )
    expect(new Set(sendersOf(parts)).size).toBe(1)
  })
})

it('the host of an address stands behind its last sign', () => {
  expect(hostOf('a@b@kade.example')).toBe('kade.example')
  expect(hostOf('')).toBe('')
})
