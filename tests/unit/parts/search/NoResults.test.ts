// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Relaxation, SearchAnswer } from '../../../../src/core/search/search-types.ts'
import NoResults from '../../../../src/parts/search/NoResults.vue'
import { i18n } from '../../../../src/i18n/index.ts'
import { anAnswer } from './an-answer.ts'

function noResults(changes: Partial<SearchAnswer> = {}, chosen: readonly string[] = []) {
  return mount(NoResults, {
    props: {
      ...{ answer: anAnswer({ total: 0, ...changes }), text: 'sluis', chosen },
      nameOfValue: (_: string, value: string) => value.toUpperCase(),
    },
    global: { plugins: [i18n] },
  })
}

const withoutSource: Relaxation = { what: 'blik', refine: 'source', text: 'sluis', total: 2 }

describe('an answer without hits', () => {
  it('says what was looked for, and that all of it was looked through', () => {
    const text = noResults().text()
    expect(text).toContain('Niets gevonden voor ‘sluis’')
    expect(text).toContain('Er is gezocht in alle edities')
  })

  it('says within what was looked', () => {
    const text = noResults({ narrowedTo: ['bron:VP'] }, ['Deze editie']).text()
    expect(text).toContain('Er is alleen gezocht binnen: Deze editie en ‘bron:VP’.')
  })

  it.each<[Relaxation, string]>([
    [withoutSource, 'Ook buiten BLIK: 2 treffers'],
    [{ ...withoutSource, what: 'bron:VP', refine: null }, 'Zonder bron:VP: 2 treffers'],
    [{ ...withoutSource, refine: 'here', total: 1 }, 'In alle edities: 1 treffer'],
    [{ ...withoutSource, refine: 'all' }, 'Alleen de woorden, overal: 2 treffers'],
    [{ ...withoutSource, what: 'sluys', refine: 'spelling' }, 'Zoek ‘sluys’ overal: 2 treffers'],
  ])('offers to give up what excludes all: %j', async (relaxation, name) => {
    const answer = noResults({ relaxations: [relaxation] })
    expect(answer.get('.ways button').text()).toBe(name)
    await answer.get('.ways button').trigger('click')
    expect(answer.emitted('relax')).toEqual([[relaxation]])
  })

  it('offers a spelling that finds something', async () => {
    const answer = noResults({ suggestion: 'sluis' })
    await answer.get('button').trigger('click')
    expect(answer.emitted('ask')).toEqual([['sluis']])
  })
})
