// A field finds groups by names, addresses and subjects.
import { expect, it } from 'vitest'
import { groupFinder } from '../../../../src/core/collection/find-groups.ts'
import { groupParts } from '../../../../src/core/collection/group-parts.ts'
import { aPart } from './collection-parts.ts'

const parts = [
  aPart({ sender: 'Café De Kade', address: 'post@kade.example', title: 'Zang op zolder' }),
  aPart({ sender: 'Havenblad', address: 'b@blad.example', title: 'De sluis' }),
  aPart({ sender: 'Havenblad', address: 'b@blad.example', title: 'De zolder' }),
]
const find = groupFinder(groupParts(parts, 'sender'), parts)

it.each([
  ['cafe', ['Café De Kade']],
  ['KADE zolder', ['Café De Kade']],
  ['zolder', ['Havenblad', 'Café De Kade']],
  ['blad.example', ['Havenblad']],
  ['sluis zang', []],
  ['  ', ['Havenblad', 'Café De Kade']],
])('finds by %s', (words, names) => {
  expect(find(words).map(({ name }) => name)).toEqual(names)
})
