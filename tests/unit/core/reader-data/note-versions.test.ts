import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  lastingVersions,
  noteVersionsSchema,
  withVersion,
  type NoteVersions,
} from '../../../../src/core/reader-data/note-versions.ts'

const of = 'note:week/een'
const day = 86_400_000
/** So many days after the first of July. */
const at = (days: number): string => new Date(Date.UTC(2024, 6, 1) + days * day).toISOString()

function texts(versions: NoteVersions | null, current: string, now: string): readonly string[] {
  return lastingVersions(versions, current, now).map(({ text }) => text)
}

function versionsOf(all: readonly string[], step = 1): NoteVersions | null {
  return all.reduce<NoteVersions | null>(
    (before, text, index) => withVersion(before, of, text, at(index * step)),
    null,
  )
}

describe('earlier versions of a note', () => {
  it('stand with the last first, each text once', () => {
    const versions = versionsOf(['een', 'twee', 'een', 'drie'])
    expect(texts(versions, 'vier', at(4))).toEqual(['drie', 'een', 'twee'])
  })

  it('do not hold what the note says now', () => {
    expect(texts(versionsOf(['een', 'twee']), 'twee', at(2))).toEqual(['een'])
    expect(texts(null, 'twee', at(2))).toEqual([])
  })

  it('last for thirty days after they were replaced', () => {
    const versions = versionsOf(['een', 'twee'], 20)
    expect(texts(versions, 'drie', at(30))).toEqual(['twee', 'een'])
    expect(texts(versions, 'drie', at(31))).toEqual(['twee'])
    expect(withVersion(versions, of, 'drie', at(31)).versions).toHaveLength(2)
  })

  it('are bounded, whatever is written, and never without the last one', () => {
    const written = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b', 'c') })
    const long = fc.constantFrom('x'.repeat(100_000), 'y'.repeat(90_000), 'z'.repeat(80_000))
    fc.assert(
      fc.property(fc.array(fc.oneof(written, long), { minLength: 1, maxLength: 30 }), (all) => {
        const versions = versionsOf(all, 0.1)
        expect(v.is(noteVersionsSchema, versions)).toBe(true)
        expect(versions?.versions[0]?.text).toBe(all.at(-1))
        const letters = versions?.versions.reduce((sum, { text }) => sum + text.length, 0)
        expect(letters).toBeLessThanOrEqual(200_000)
      }),
    )
  })
})
