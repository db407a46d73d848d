import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonSteps } from '../../../../electron/services/library/json-steps.ts'
import { allAtOnce } from '../../../../src/core/steps.ts'
import { makeEdition } from '../../../fixtures/make-library.ts'

describe('jsonSteps', () => {
  it('writes what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(allAtOnce(jsonSteps(value)).toString()).toBe(JSON.stringify(value))
      }),
    )
    const odd = { left: undefined, text: 'é\ud800"\n', list: [undefined, null, Number.NaN], '': {} }
    expect(allAtOnce(jsonSteps(odd)).toString()).toBe(JSON.stringify(odd))
  })

  it('goes over little of a large edition in each step', () => {
    const bundle = makeEdition(1, { items: 4_000 })
    const length = JSON.stringify(bundle).length
    const steps = [...jsonSteps(bundle)]
    expect(Math.max(...steps)).toBeLessThan(length / 10)
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeGreaterThan(length * 0.9)
  })
})
