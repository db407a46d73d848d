import { describe, expect, it } from 'vitest'
import {
  openEditionRecord,
  rememberBroughtDown,
  takeLastOpen,
} from '../../../../electron/services/records/open-edition-record.ts'
import { aStorePlace } from '../a-store.ts'

const place = aStorePlace()

describe('what is opened at the start', () => {
  it('is the edition that was open last', () => {
    const store = place.open()
    openEditionRecord(store).write('kade-2024-07')
    expect(takeLastOpen(store)).toEqual({ last: 'kade-2024-07', broughtDown: null })
    expect(takeLastOpen(store)).toEqual({ last: 'kade-2024-07', broughtDown: null })
  })

  it('is not the one that brought the window down, neither now nor later', () => {
    const store = place.open()
    openEditionRecord(store).write('kade-2024-07')
    rememberBroughtDown(store, 'kade-2024-07')
    expect(takeLastOpen(store)).toEqual({ last: null, broughtDown: 'kade-2024-07' })
    expect(takeLastOpen(store)).toEqual({ last: null, broughtDown: null })
  })

  it('is one that was tried again after all, and one that was opened since', () => {
    const store = place.open()
    openEditionRecord(store).write('kade-2024-07')
    rememberBroughtDown(store, 'kade-2024-07')
    rememberBroughtDown(store, null)
    expect(takeLastOpen(store)).toEqual({ last: 'kade-2024-07', broughtDown: null })
    rememberBroughtDown(store, 'kade-2024-07')
    openEditionRecord(store).write('brug-2024-08')
    expect(takeLastOpen(store)).toEqual({ last: 'brug-2024-08', broughtDown: null })
  })
})
