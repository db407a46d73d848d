import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDutchWords } from '../../../../../electron/tools/dutch-lexicon.ts'
import {
  createCompoundSplitter,
  type CompoundSplitter,
} from '../../../../../src/core/dutch/compound.ts'
import { lexiconOf } from '../../../../../src/core/dutch/word-list.ts'
import { parseDigest } from '../../../../fixtures/parse-digest.ts'
import { mergeSegments, runToEnd } from '../../../../../src/core/search/compact/merge-segments.ts'
import { packSegment } from '../../../../../src/core/search/compact/pack-segment.ts'
import { scorePlan } from '../../../../../src/core/search/compact/score-plan.ts'
import {
  createSegmentSet,
  type SegmentSet,
} from '../../../../../src/core/search/compact/segment-set.ts'
import { documentsOf, type SearchDocument } from '../../../../../src/core/search/documents.ts'
import { parseQueryWords } from '../../../../../src/core/search/query-words.ts'
import type { Plan, PlannedTerm } from '../../../../../src/core/search/plan.ts'
import { allWords, planWords } from '../../../../../src/core/search/query-plan.ts'
import { createVocabulary } from '../../../../../src/core/search/vocabulary.ts'
import { besideProject } from '../../../../fixtures/beside.ts'
import { makeEdition } from '../../../../fixtures/make-library.ts'
import { skipWithout } from '../../../skip-without.ts'
import { aLexicon } from '../../dutch/a-lexicon.ts'
import { referenceSearch } from './minisearch-reference.ts'

const split = createCompoundSplitter(
  aLexicon('zon dak graaf machine regen put koel cel geluid scherm weef getouw'),
)

function groupsOf(documents: readonly SearchDocument[]) {
  const facts = { stamp: '', language: '', title: '', series: null, date: null }
  return documents.map((document) => ({ ...facts, key: document.id, documents: [document] }))
}

function setOf(...parts: readonly (readonly SearchDocument[])[]): SegmentSet {
  return setBy(split, ...parts)
}

function setBy(
  splitCompound: CompoundSplitter,
  ...parts: readonly (readonly SearchDocument[])[]
): SegmentSet {
  const set = createSegmentSet()
  for (const documents of parts) set.add(packSegment(groupsOf(documents), splitCompound))
  return set
}

function aDocument(text: string, index: number): SearchDocument {
  return {
    ...{ id: `e/${String(index)}`, edition: 'e', item: String(index), source: '' },
    ...{ language: '', section: text.slice(0, 4), text, heading: null, number: index },
  }
}

/** Document id → score. */
function scored(set: SegmentSet, plan: Plan, limit = Infinity): Map<string, number> {
  const { best } = scorePlan(set, plan, limit)
  return new Map(best.map(({ part, document, score }) => [part.segment.read(document).id, score]))
}

function plansFor(set: SegmentSet, query: string, splitCompound = split): Plan[] {
  const words = parseQueryWords(query)
  const tools = { vocabulary: createVocabulary([set]), splitCompound }
  return (['tight', 'loose'] as const).flatMap((strictness) => {
    const plans = planWords(words, strictness, tools)
    return [allWords(words, plans, strictness, tools), { any: plans }]
  })
}

function expectSame(found: ReadonlyMap<string, number>, wanted: ReadonlyMap<string, number>): void {
  expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort())
  for (const [id, score] of wanted) expect(found.get(id)).toBeCloseTo(score, 9)
}

const library = [1, 2, 3, 4, 5].flatMap((number) => documentsOf(makeEdition(number)))
const queries = [
  ...['gemeente', 'zonnedaken', 'dak', 'zond', 'machine vaart', 'ideeenbussen', 'orgel', 'ko'],
  ...[
    'een bakkerij bouwt',
    'weefgetouwn',
    'de',
    'voor het eerst',
    '900 euro',
    'wtaer',
    'sluis sluizen',
  ],
  ...[
    'glasvezels onder toezicht in drie dorpen met vrijwilligers en subsidie',
    'Streekpost',
    'xyzzy',
  ],
]

describe('scorePlan', () => {
  it.each(queries)('finds for %j what MiniSearch finds, with its scores', (query) => {
    const set = setOf(library)
    const reference = referenceSearch(library, split)
    for (const plan of plansFor(set, query)) expectSame(scored(set, plan), reference(plan))
  })

  it('finds the same however the documents are spread over segments, and after they are merged', () => {
    const spread = setOf(library.slice(0, 3), library.slice(3, 90), library.slice(90))
    const set = setOf(library)
    const merged = createSegmentSet()
    merged.add(runToEnd(mergeSegments(spread.parts)))
    for (const query of queries) {
      for (const plan of plansFor(set, query)) {
        const wanted = scored(set, plan)
        expectSame(scored(spread, plan), wanted)
        expectSame(scored(merged, plan), wanted)
      }
    }
  })

  it('leaves groups out as if they had never been there, once they are merged away', () => {
    const set = setOf(library.slice(0, 120), library.slice(120))
    const isLeft = ({ key }: { key: string }): boolean => !/editie-0000[13]/.test(key)
    set.show(isLeft)
    const left = library.filter(({ id }) => isLeft({ key: id }))
    const merged = createSegmentSet()
    merged.add(runToEnd(mergeSegments(set.parts)))
    const reference = referenceSearch(left, split)
    for (const query of queries) {
      for (const plan of plansFor(merged, query)) {
        expectSame(scored(merged, plan), reference(plan))
        expect([...scored(set, plan).keys()].sort()).toEqual([...reference(plan).keys()].sort())
      }
    }
  })

  it.each([
    ['all that goes along', ['e/1'], true],
    ['not all that goes along', ['e/0', 'e/1'], false],
  ])('says that a word list found the seams when it did of %s', (_, alive, isListed) => {
    const set = createSegmentSet()
    for (const [number, hasListedSeams] of [false, true].entries())
      set.add(packSegment(groupsOf([aDocument('brug', number)]), split, { hasListedSeams }))
    set.show(({ key }) => alive.includes(key))
    expect(runToEnd(mergeSegments(set.parts)).hasListedSeams).toBe(isListed)
  })

  it('leaves groups out also where few documents are found', () => {
    const texts = ['brug', 'brug', ...Array<string>(80).fill('niets')]
    const set = setOf(texts.map(aDocument))
    set.show(({ key }) => key !== 'e/0')
    const brug: PlannedTerm = {
      ...{ term: 'brug', kind: 'word', weight: 1, reason: 'exact', word: 0 },
      ...{ prefix: false, distance: 0 },
    }
    for (const plan of [brug, { all: [brug, brug] }])
      expect([...scored(set, plan).keys()]).toEqual(['e/1'])
  })

  it('gives the best of them in order, all that were asked for apart, and how many there are', () => {
    const set = setOf(library.slice(0, 100), library.slice(100))
    const [, part] = set.parts
    const [plan] = plansFor(set, 'gemeente bouwt')
    if (plan === undefined || part === undefined) throw new Error('there is no plan')
    const all = scorePlan(set, plan, Infinity)
    const few = scorePlan(set, plan, 4, { part, from: 0, to: 30 })
    expect(few.total).toBe(all.total)
    const isWithin = ({ part: other, document }: { part: unknown; document: number }): boolean =>
      other === part && document < 30
    const within = all.best.filter(isWithin)
    expect(within.length).toBeGreaterThan(2)
    expect(few.inRange).toEqual(within)
    expect(few.best.map(({ score }) => score)).toEqual(
      all.best
        .filter((one) => !isWithin(one))
        .slice(0, 4)
        .map(({ score }) => score),
    )
  })

  it('puts documents that are alike in one order, of how many the best are asked for and however they are spread', () => {
    const alike = documentsOf(makeEdition(1)).slice(0, 1)
    const copies = Array.from({ length: 40 }, (_, index) =>
      alike.map((one) => ({ ...one, id: `copie-${String(index)}` })),
    )
    const [plan] = plansFor(setOf(copies.flat()), 'weekblik')
    if (plan === undefined) throw new Error('no plan')
    const lastFirst = copies.map(([one]) => one?.id).toReversed()
    for (const set of [setOf(copies.flat()), setOf(...copies)]) {
      for (const limit of [1, 10, 20, 40])
        expect([...scored(set, plan, limit).keys()]).toEqual(lastFirst.slice(0, limit))
    }
  })

  it('agrees with MiniSearch on any plan over any texts', () => {
    const word = fc.constantFrom(
      'aan',
      'aap',
      'aapje',
      'boot',
      'boten',
      'bo',
      'kade',
      'kaden',
      'kader',
      'de',
    )
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
    const leaf = fc
      .record({
        term: word,
        kind: fc.constantFrom('word' as const, 'stem' as const),
        weight: fc.constantFrom(1, 0.8, 0.3),
        prefix: fc.boolean(),
        distance: fc.constantFrom(0, 1, 2),
      })
      .map((one): PlannedTerm => ({ ...one, reason: 'exact', word: 0 }))
    const { plan } = fc.letrec<{ plan: Plan }>((tie) => ({
      plan: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('plan'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
        fc.array(tie('plan'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      ),
    }))
    const texts = fc.array(text, { minLength: 1, maxLength: 12 })
    // Where few of the documents are found, those are listed.
    const others = fc.constantFrom(0, 80).map((count) => Array<string>(count).fill('niets'))
    fc.assert(
      fc.property(texts, texts, others, plan, (one, more, others, asked) => {
        const documents = [...one, ...more, ...others].map(aDocument)
        const set = setOf(documents.slice(0, one.length), documents.slice(one.length))
        expectSame(scored(set, asked), referenceSearch(documents, split)(asked))
      }),
      { numRuns: 300 },
    )
  })

  /** Of each query all beginnings, as they are typed, with the words of the whole list. */
  async function expectAgreement(
    documents: readonly SearchDocument[],
    asked: readonly string[],
  ): Promise<void> {
    const words = await readDutchWords()
    const splitAll = createCompoundSplitter(lexiconOf((word) => words.get(word) ?? 0))
    const set = setBy(splitAll, documents)
    const reference = referenceSearch(documents, splitAll)
    for (const query of asked) {
      for (let end = 2; end <= query.length; end += 2) {
        for (const plan of plansFor(set, query.slice(0, end), splitAll))
          expectSame(scored(set, plan), reference(plan))
      }
    }
  }

  it('agrees with MiniSearch over the made library with all Dutch words, letter by letter', async () => {
    await expectAgreement(library, queries)
  })

  it('agrees with MiniSearch on the judged queries over a real edition with all Dutch words, letter by letter', async (context) => {
    const names = ['digests/techtrends-2024-07.txt', 'search/dutch-queries.json']
    skipWithout(context, ...names)
    const [digest = '', judged = ''] = names.map((name) =>
      fs.readFileSync(besideProject(name), 'utf8'),
    )
    const parsed = parseDigest(digest, { fileName: '' })
    if (!parsed.ok) throw new Error(parsed.reason)
    const documents = documentsOf({ edition: parsed.edition, notes: null, hyphenation: {} })
    const asked = (JSON.parse(judged) as { queries: { q: string }[] }).queries.map(({ q }) => q)
    expect(asked.length).toBeGreaterThan(0)
    await expectAgreement(documents, asked)
  })
})
