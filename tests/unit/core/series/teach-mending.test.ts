import { describe, expect, it } from 'vitest'
import type { Edition } from '../../../../src/core/edition/edition.ts'
import { editionOfDocument } from '../../../../src/core/outline/document-edition.ts'
import { noForm, type Form } from '../../../../src/core/series/form.ts'
import { teachMending } from '../../../../src/core/series/teach.ts'
import { editionsOf, teachesSomething } from '../../../../src/core/series/taught-editions.ts'
import { documentOf } from './a-series.ts'

const document = documentOf([
  ['klein', 'Aan het water'],
  ['kop', 'Kade dicht vanaf maandag'],
  ['', 'De kade is dicht tot de herfst, omdat de muur eronder zakt. Fietsers rijden om.'],
  ['klein', 'In het dorp'],
  ['kop', 'Minder kramen op de markt'],
  ['', 'Op de markt staan voorlopig minder kramen. De gemeente zoekt een ander plein.'],
  ['voet', 'Deze brief komt elke vrijdag uit.'],
])

function read(form: Form | null = null): Edition {
  const parsed = editionOfDocument(document, 'blad.html', form)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.edition
}

const untouched = { isFormed: false, replaces: null }
const asRead = read()

/** The last paragraph of the last item goes. */
function withoutFoot(edition: Edition): Edition {
  const sections = edition.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({
      ...item,
      text: item.text.replace(/\n\nDeze brief komt.*/u, ''),
    })),
  }))
  return { ...edition, sections }
}

const changesIn = (form: Form): string[] =>
  editionsOf(form).flatMap(({ blocks }) =>
    blocks.flatMap(({ traits, kept }) =>
      traits.guess === kept ? [] : [`${traits.guess} → ${kept}`],
    ),
  )

describe('what a reader mended', () => {
  it('is nothing where the edition is kept as it was read', () => {
    const form = teachMending(noForm, document, { read: asRead, kept: asRead, ...untouched })
    expect(changesIn(form)).toEqual([])
    expect(teachesSomething(form)).toBe(false)
  })

  it('is what they took out, and nothing else', () => {
    const kept = withoutFoot(asRead)
    expect(kept).not.toEqual(asRead)
    const form = teachMending(noForm, document, { read: asRead, kept, ...untouched })
    expect(changesIn(form)).toEqual(['text → left-out'])
  })

  it('is what had been left out, and they took in again', () => {
    const once = teachMending(noForm, document, {
      ...{ read: asRead, kept: withoutFoot(asRead) },
      ...untouched,
    })
    const formed = read(once)
    const kept = {
      ...formed,
      sections: formed.sections.map((section) => ({
        ...section,
        items: section.items.map((item, at) =>
          section === formed.sections.at(-1) && at === section.items.length - 1
            ? { ...item, text: `${item.text}\n\nDeze brief komt elke vrijdag uit.` }
            : item,
        ),
      })),
    }
    const twice = teachMending(once, document, {
      ...{ read: formed, kept },
      ...{ isFormed: true, replaces: 0 },
    })
    expect(changesIn(twice)).toEqual([])
  })

  it('is no word that they wrote otherwise', () => {
    const [first, ...others] = asRead.sections
    if (first === undefined) throw new Error('no section')
    const items = first.items.map((item) => ({ ...item, text: item.text.replace('zakt', 'wijkt') }))
    const kept = { ...asRead, sections: [{ ...first, items }, ...others] }
    const form = teachMending(noForm, document, { read: asRead, kept, ...untouched })
    expect(changesIn(form)).toEqual([])
  })

  it('is the title where it stands in the file', () => {
    const titles = [
      { text: 'Gemeentenieuws', from: 'head' as const },
      { text: 'Kades en markten', from: 'subject' as const },
    ]
    const stated = { ...document.stated, titles }
    const kept = { ...asRead, title: 'Gemeentenieuws' }
    const form = teachMending(noForm, { ...document, stated }, { read: asRead, kept, ...untouched })
    expect(form.editions[0]?.title).toBe('head')
    expect(teachesSomething(form)).toBe(true)
  })

  it('stays what it was in the next edition that is read by it and kept so', () => {
    const once = teachMending(noForm, document, {
      ...{ read: asRead, kept: withoutFoot(asRead) },
      ...untouched,
    })
    const formed = read(once)
    const twice = teachMending(once, document, {
      ...{ read: formed, kept: formed },
      ...{ isFormed: true, replaces: null },
    })
    expect(changesIn(twice)).toEqual(['text → left-out', 'text → left-out'])
  })

  it('takes the place of what the same edition taught before', () => {
    const once = teachMending(noForm, document, {
      ...{ read: asRead, kept: withoutFoot(asRead) },
      ...untouched,
    })
    const again = teachMending(once, document, {
      ...{ read: asRead, kept: asRead },
      ...{ isFormed: false, replaces: 0 },
    })
    expect(again.editions).toHaveLength(1)
    expect(changesIn(again)).toEqual([])
  })
})
