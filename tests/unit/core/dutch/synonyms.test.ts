import { describe, expect, it } from 'vitest'
import { synonymsOf } from '../../../../src/core/dutch/synonyms.ts'

describe('synonymsOf', () => {
  it.each([
    [['accu'], ['batterij']],
    [["accu's".replace("'", '')], ['batterij']],
    [['halfgeleiders'], ['chip']],
    [['south', 'china', 'morning', 'post'], ['scmp']],
    [['scmp'], ['south china morning post']],
  ])('gives for %j %j', (words, synonyms) => {
    expect(synonymsOf(words).map((synonym) => synonym.join(' '))).toEqual(synonyms)
  })

  it('joins what stands in two groups, and never names the word itself', () => {
    const names = synonymsOf(['vs']).map((synonym) => synonym.join(' '))
    expect(names).toContain('verenigde staten')
    expect(names).toContain('amerikaans')
    expect(names).not.toContain('vs')
  })

  it.each([[['haven']], [[]], [['constructor']]])('gives nothing for %j', (words) => {
    expect(synonymsOf(words)).toEqual([])
  })
})
