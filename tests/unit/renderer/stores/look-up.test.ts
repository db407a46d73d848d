// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { useLookUpStore } from '../../../../src/stores/look-up.ts'
import { laterEdition } from '../../../fixtures/found-editions.ts'

let answers: (() => void)[]
let lookUp: ReturnType<typeof useLookUpStore>

beforeEach(async () => {
  answers = []
  vi.resetModules()
  Object.assign(window, {
    desktop: {
      findings: {
        lookUp: () =>
          new Promise((answer) => {
            answers.push(() => answer(null))
          }),
      },
    },
  })
  setActivePinia(createPinia())
  const { useEditionStore } = await import('../../../../src/stores/edition.ts')
  useEditionStore().open(laterEdition, null)
  lookUp = (await import('../../../../src/stores/look-up.ts')).useLookUpStore()
})

const een = { word: 'Een', start: 0, end: 3 }
const bus = { word: 'waterstofbus', start: 4, end: 16 }

describe('the word that is looked up', () => {
  it('is the last one that was asked for, whichever answer comes first', async () => {
    const older = lookUp.open('bus-1004', een)
    const newer = lookUp.open('bus-1004', bus)
    answers[1]?.()
    await newer
    answers[0]?.()
    await older
    expect(lookUp.asked?.word).toBe('waterstofbus')
  })

  it('has no card any more when it was closed before the answer came', async () => {
    const asking = lookUp.open('bus-1004', bus)
    lookUp.close()
    answers[0]?.()
    await asking
    expect(lookUp.asked).toBeNull()
  })
})
