import { describe, expect, it } from 'vitest'
import type { Annotation, AnnotationKind } from '../../../../src/core/annotations/annotation.ts'
import {
  annotationKey,
  countAnnotations,
  isAnnotation,
  keyBeginnings,
  kindNames,
  namesOfKinds,
  readAnnotationKey,
} from '../../../../src/core/annotations/kinds.ts'
import {
  aBookmark,
  aCorrection,
  aHighlight,
  aNote,
  aPlace,
  aWord,
} from '../reader-data/reader-records.ts'

const one: Readonly<Record<AnnotationKind, Annotation>> = {
  bookmark: aBookmark(),
  note: aNote(),
  highlight: aHighlight(),
  correction: aCorrection(),
  word: aWord(),
}

describe.each(kindNames)('a kind of annotation: %s', (kind) => {
  it('has a key that says its kind and edition', () => {
    const { edition } = one[kind]
    const key = annotationKey(one[kind])
    expect(readAnnotationKey(key)).toEqual({ kind, edition })
    expect(keyBeginnings(edition).filter((beginning) => key.startsWith(beginning))).toHaveLength(1)
  })

  it('is counted apart from the others', () => {
    const { [kind]: count, ...others } = countAnnotations([one[kind], one[kind]])
    expect(count).toBe(2)
    expect(new Set(Object.values(others))).toEqual(new Set([0]))
  })

  it('is told from what the program remembers by itself', () => {
    expect(isAnnotation(one[kind])).toBe(true)
    expect(isAnnotation(aPlace())).toBe(false)
  })
})

it('are all named in one line, which is the title of an export', () => {
  expect(namesOfKinds('nl')).toBe('Bladwijzers, notities en markeringen')
  expect(namesOfKinds('en')).toBe('Bookmarks, notes and highlights')
})

it.each(['', 'place:reeks', 'note:reeks', 'note:Reeks/item', 'note:reeks/item/3', 'toString:a/b'])(
  'reads no annotation in the key %j',
  (key) => {
    expect(readAnnotationKey(key)).toBeNull()
  },
)
