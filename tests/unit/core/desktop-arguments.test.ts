import fc from 'fast-check'
import * as v from 'valibot'
import { collectionSplits, mostParts } from '../../../src/core/desktop/collection.ts'
import { wordFormats } from '../../../src/core/desktop/transfer.ts'
import { keptFormats } from '../../../src/core/reader-data/kept-formats.ts'
import { withVersion } from '../../../src/core/reader-data/note-versions.ts'
import { withRemoved } from '../../../src/core/reader-data/removed-record.ts'
import { describe, expect, it } from 'vitest'
import { callNames } from '../../../src/core/desktop-names.ts'
import { callArguments } from '../../../src/core/desktop-arguments.ts'
import {
  defaultSettings,
  recordKey,
  textSizes,
} from '../../../src/core/reader-data/reader-record.ts'
import { isEditionPath } from '../../../src/core/edition/edition-path.ts'
import { learnedNameSchema } from '../../../src/core/edition/learned-sources.ts'
import { editionSchema, idSchema } from '../../../src/core/edition/edition.ts'
import { anEditionOf } from './search/an-edition.ts'
import {
  aBookmark,
  aNote,
  aPlace,
  anyKept,
  aQuestion,
  readItems,
} from './reader-data/reader-records.ts'
import { facetNames } from '../../../src/core/search/facets.ts'
import { unfiltered } from '../../../src/core/search/search-types.ts'

type Schema = v.GenericSchema<unknown, unknown[]>
const schemas = new Map<string, Schema>(
  Object.entries(callArguments).flatMap(([noun, calls]) =>
    Object.entries(calls as Record<string, Schema>).map(([name, schema]): [string, Schema] => [
      `${noun}:${name}`,
      schema,
    ]),
  ),
)

/** What a channel makes of arguments: what it hands on, or null when it refuses them. */
function read(channel: string, values: unknown): unknown[] | null {
  const schema = schemas.get(channel)
  if (schema === undefined) throw new Error(`no channel ${channel}`)
  const result = v.safeParse(schema, values)
  return result.success ? result.output : null
}

// The shapes once more, written by hand from the contract and without the schema library.
type Fields = Record<string, unknown>
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown, most = Infinity): value is string =>
  typeof value === 'string' && value.length <= most
const isOneOf = (value: unknown, ...allowed: readonly unknown[]) => allowed.includes(value)
const isId = (value: unknown) =>
  isText(value, 120) && /^[a-z0-9.-]+$/.test(value) && !/^[.-]/.test(value) && !value.endsWith('\n')
const isMoment = (value: unknown) =>
  isText(value) && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value))
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

function areTexts(value: unknown, most: number, longest: number): boolean {
  return (
    Array.isArray(value) &&
    value.length <= most &&
    [...value].every((each) => isText(each, longest))
  )
}

function isContext(value: unknown): boolean {
  if (value === undefined) return true
  if (!isObject(value) || !isText(value.title, 2_000)) return false
  const isPlaced = value.section === null || isText(value.section, 2_000)
  return isPlaced && Number.isInteger(value.number) && Number(value.number) >= 1
}

function isAnchor(value: unknown): boolean {
  if (!isObject(value)) return false
  const isOffset = (offset: unknown) => Number.isInteger(offset) && Number(offset) >= 0
  return (
    isOneOf(value.part, 'item', 'gist', 'lede') &&
    isText(value.exact, 200_000) &&
    value.exact !== '' &&
    isText(value.prefix, 32) &&
    isText(value.suffix, 32) &&
    isOffset(value.start) &&
    isOffset(value.end)
  )
}

function isRecord(value: unknown): boolean {
  if (!isObject(value)) return false
  const isOnItem = isId(value.edition) && isId(value.item) && isText(value.quote, 400)
  switch (value.kind) {
    case 'bookmark':
      return isOnItem && isContext(value.context) && isMoment(value.created)
    case 'highlight':
      return (
        isOnItem &&
        isContext(value.context) &&
        isText(value.id) &&
        /^[0-9a-f]{16}$/u.test(value.id) &&
        isOneOf(value.colour, 'oker', 'salie', 'hemel', 'roos') &&
        isAnchor(value.anchor) &&
        isMoment(value.created) &&
        isMoment(value.changed)
      )
    case 'note':
      return (
        isOnItem &&
        isContext(value.context) &&
        isText(value.text, 100_000) &&
        isMoment(value.created) &&
        isMoment(value.changed)
      )
    case 'correction':
      return (
        isOnItem &&
        isContext(value.context) &&
        isOneOf(value.what, 'figure', 'name', 'earlier') &&
        isText(value.value, 400) &&
        value.value !== '' &&
        isMoment(value.created)
      )
    case 'word':
      return (
        isOnItem &&
        isContext(value.context) &&
        [value.headword, value.printed].every((each) => isText(each, 200) && each !== '') &&
        isText(value.sentence, 2_000) &&
        areTexts(value.glosses, 50, 400) &&
        areTexts(value.parts, 20, 200) &&
        isMoment(value.created)
      )
    case 'place':
      return (
        isId(value.edition) &&
        (value.item === null || isId(value.item)) &&
        isNumber(value.line) &&
        isOneOf(value.view, 'original', 'notes', 'side-by-side')
      )
    case 'read':
      return (
        isId(value.edition) &&
        Array.isArray(value.items) &&
        value.items.length <= 10_000 &&
        // Spread out, since `every` passes over holes.
        [...value.items].every(isId)
      )
    case 'settings':
      return (
        isOneOf(value.theme, 'papier', 'sepia', 'lamp-uit', 'contrast', 'system') &&
        isOneOf(value.face, 'serif', 'sans') &&
        isOneOf(value.textSize, ...textSizes) &&
        isOneOf(value.leading, 'tight', 'normal', 'wide') &&
        isOneOf(value.measure, 'narrow', 'normal', 'wide') &&
        [value.hyphenate, value.lessMotion, value.singleKeys].every(
          (each) => typeof each === 'boolean',
        ) &&
        isOneOf(value.language, 'system', 'nl', 'en') &&
        isOneOf(value.keepSearches, true, false, undefined) &&
        isOneOf(value.wordsInContents, true, false, undefined) &&
        isOneOf(value.printNotes, true, false, undefined) &&
        isOneOf(value.showFound, true, false, undefined) &&
        isOneOf(value.lookUpByDoubleClick, true, false, undefined) &&
        isOneOf(value.keepLookedUp, true, false, undefined) &&
        [value.voice, value.noteVoice].every((each) => each === undefined || isText(each, 200))
      )
    case 'searches':
      return (
        Array.isArray(value.texts) &&
        value.texts.length <= 20 &&
        [...value.texts].every((each) => isText(each, 200) && each !== '')
      )
    case 'versions':
      return (
        isText(value.of, 400) &&
        value.of !== '' &&
        Array.isArray(value.versions) &&
        value.versions.length <= 20 &&
        [...value.versions].every(
          (each) =>
            isObject(each) &&
            isText(each.text, 100_000) &&
            each.text !== '' &&
            isMoment(each.replaced),
        )
      )
    case 'removed':
      return (
        isText(value.of, 400) &&
        value.of !== '' &&
        Array.isArray(value.states) &&
        value.states.length <= 20 &&
        [...value.states].every(
          (each) =>
            isObject(each) &&
            isMoment(each.removed) &&
            isObject(each.record) &&
            isOneOf(each.record.kind, 'bookmark', 'note', 'highlight', 'correction', 'word') &&
            isRecord(each.record),
        )
      )
    case 'text':
      return (
        isId(value.edition) && isId(value.item) && isText(value.text, 20_000) && value.text !== ''
      )
    case 'question':
      return (
        isText(value.text, 200) &&
        value.text !== '' &&
        isObject(value.refine) &&
        Object.entries(value.refine).every(
          ([facet, chosen]) => !facetNames.some((name) => name === facet) || isText(chosen, 2_000),
        ) &&
        isMoment(value.created) &&
        isMoment(value.seen) &&
        (value.before === undefined || isMoment(value.before))
      )
    default:
      return false
  }
}

const isNothing = (values: readonly unknown[]) => values.length === 0
const isOne = (test: (value: unknown) => boolean) => (values: readonly unknown[]) =>
  values.length === 1 && test(values[0])

function isRemovable(value: unknown): boolean {
  if (!isText(value)) return false
  if (value === 'searches' || /^question:[0-9a-f]{8}$/u.test(value)) return true
  const [kind, path, ...rest] = value.replace(/^(?:versions|removed):/u, '').split(':')
  const [edition, item, end, ...more] = (path ?? '').split('/')
  if (kind === 'highlight')
    return (
      isId(edition) && /^[0-9a-f]{16}$/u.test(item ?? '') && end === undefined && rest.length === 0
    )
  const endsAsKind =
    kind === 'correction'
      ? /^(?:figure|name|earlier)-[0-9a-f]{8}$/u.test(end ?? '')
      : kind === 'word'
        ? /^[0-9a-f]{8}$/u.test(end ?? '')
        : isOneOf(kind, 'bookmark', 'note') && end === undefined
  return endsAsKind && rest.length === 0 && more.length === 0 && isId(edition) && isId(item)
}

const questionKeys = [
  'edition',
  'editions',
  'here',
  'id',
  'limit',
  'order',
  'refine',
  'skip',
  'text',
  'within',
]

function areIds(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 100_000 && [...value].every(isId)
}

function isNarrowing(value: unknown): boolean {
  return (
    // An empty list chooses nothing, and comes out as that.
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([facet, chosen]) => facetNames.some((name) => name === facet) && isText(chosen, 2_000),
    )
  )
}

function isQuestion(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.keys(value).every((key) => questionKeys.includes(key)) &&
    Number.isInteger(value.id) &&
    Number(value.id) >= 0 &&
    (value.edition === null || isId(value.edition)) &&
    Number.isInteger(value.limit) &&
    Number(value.limit) > 0 &&
    Number(value.limit) <= 1_000_000 &&
    Number.isInteger(value.skip) &&
    Number(value.skip) >= 0 &&
    Number(value.skip) <= 1_000_000 &&
    isText(value.text, 10_000) &&
    isNarrowing(value.refine) &&
    (!('within' in value) || isText(value.within, 200)) &&
    (!('editions' in value) ||
      (isObject(value.editions) &&
        Object.keys(value.editions).sort().join() === 'areLeftOut,ids' &&
        areIds(value.editions.ids) &&
        typeof value.editions.areLeftOut === 'boolean')) &&
    typeof value.here === 'boolean' &&
    isOneOf(value.order, 'relevance', 'date')
  )
}

function isSource(value: unknown): boolean {
  if (!isObject(value)) return false
  const { html, ...named } = value
  if (Object.keys(named).length !== 2) return false
  if ('html' in value && !(value.kind === 'text' && isText(html, 4 * 1024 * 1024))) return false
  return value.kind === 'files'
    ? Array.isArray(value.paths) &&
        value.paths.length > 0 &&
        value.paths.length <= 10_000 &&
        [...value.paths].every((one) => isText(one, 4_096) && isEditionPath(one))
    : value.kind === 'text' && isText(value.text, 4 * 1024 * 1024)
}

const references: Readonly<Record<string, (values: readonly unknown[]) => boolean>> = {
  'session:start': isNothing,
  'session:paint': isNothing,
  'session:finish': isNothing,
  'reader:records': isNothing,
  'reader:put': isOne(isRecord),
  'reader:remove': isOne(isRemovable),
  'reader:placements': isNothing,
  'reader:textOf': ([edition, item, ...more]) => more.length === 0 && isId(edition) && isId(item),
  'reader:exportTo': ([format, keys, ...more]) =>
    more.length === 0 &&
    isOneOf(format, ...keptFormats, ...wordFormats) &&
    (keys === null ||
      (Array.isArray(keys) && keys.length <= 1_000_000 && keys.every((key) => isText(key, 400)))),
  'reader:cancelExport': isOne((value) => Number.isInteger(value) && Number(value) > 0),
  'reader:readImport': isNothing,
  'reader:mergeImport': isNothing,
  'library:list': isNothing,
  'library:open': isOne(isId),
  'library:read': isOne(isId),
  'library:maker': isNothing,
  'library:remove': isOne(isId),
  'library:restore': isOne(isId),
  'library:removed': isOne(
    (value) => Number.isInteger(value) && Number(value) > 0 && Number(value) <= 100_000,
  ),
  'library:putBack': isOne(
    (value) => isText(value, 200) && /^[a-z0-9][a-z0-9.@-]*$/u.test(String(value)),
  ),
  'library:exportPackage': isOne(isId),
  'imports:choose': isNothing,
  'imports:add': isOne(isSource),
  'imports:foresee': ([id, parts, ...more]) =>
    more.length === 0 &&
    Number.isInteger(id) &&
    Number(id) > 0 &&
    Array.isArray(parts) &&
    parts.length > 0 &&
    parts.length <= 20 &&
    parts.every((part) => Number.isInteger(part) && Number(part) >= 0),
  'imports:take': ([id, parts, split, ...more]) =>
    more.length === 0 &&
    Number.isInteger(id) &&
    Number(id) > 0 &&
    Array.isArray(parts) &&
    parts.length > 0 &&
    parts.length <= mostParts &&
    parts.every((part) => Number.isInteger(part) && Number(part) >= 0) &&
    isOneOf(split, ...collectionSplits),
  'imports:leave': isOne((value) => Number.isInteger(value) && Number(value) > 0),
  'imports:readAgain': (values) =>
    values.length === 2 &&
    Number.isInteger(values[0]) &&
    (values[0] as number) > 0 &&
    values[1] === 'windows-1252',
  'imports:review': isOne(isId),
  'imports:cancel': isOne((value) => Number.isInteger(value) && Number(value) > 0),
  'imports:drop': isOne((value) => Number.isInteger(value) && Number(value) > 0),
  'imports:readFolder': isOne((value) => Number.isInteger(value) && Number(value) > 0),
  'imports:keep': (values) =>
    values.length === 3 &&
    Number.isInteger(values[0]) &&
    Number(values[0]) > 0 &&
    v.is(editionSchema, values[1]) &&
    isObject(values[2]) &&
    Object.keys(values[2]).sort().join() === 'asNew,isFormed,names' &&
    typeof values[2].asNew === 'boolean' &&
    typeof values[2].isFormed === 'boolean' &&
    Array.isArray(values[2].names) &&
    values[2].names.every((one) => v.is(learnedNameSchema, one)),
  'imports:takeBack': isOne(
    (value) =>
      Array.isArray(value) &&
      [...(value as unknown[])].every(
        (one) =>
          isObject(one) &&
          Object.keys(one).sort().join() === 'id,replaced,revision' &&
          v.is(idSchema, one.id) &&
          [one.revision, one.replaced ?? 1].every(
            (revision) => Number.isInteger(revision) && Number(revision) > 0,
          ),
      ),
  ),
  'imports:moveToSeries': (values) =>
    values.length === 2 &&
    Array.isArray(values[0]) &&
    values[0].length > 0 &&
    [...(values[0] as unknown[])].every((one) => v.is(idSchema, one)) &&
    (values[1] === null || (isText(values[1], 2_000) && values[1] !== '')),
  'series:learnt': isNothing,
  'series:forget': isOne((value) => isText(value, 2_000) && value !== ''),
  'series:restore': isOne((value) => isText(value, 2_000) && value !== ''),
  'series:reread': isOne((value) => isText(value, 2_000) && value !== ''),
  'dictionaries:list': isNothing,
  'dictionaries:choose': isNothing,
  'dictionaries:readInstalled': isOne((value) => isText(value, 200) && value !== ''),
  'dictionaries:leave': isNothing,
  'dictionaries:keep': isOne((value) => isText(value, 200) && value !== ''),
  'dictionaries:arrange': isOne(
    (value) =>
      Array.isArray(value) &&
      value.length <= 1_000 &&
      [...value].every(
        (one) =>
          isObject(one) &&
          Object.keys(one).every((key) => isOneOf(key, 'id', 'isOn')) &&
          isText(one.id, 40) &&
          typeof one.isOn === 'boolean',
      ),
  ),
  'findings:notes': isOne(isId),
  'findings:earlier': isOne(isId),
  'findings:lookUp': ([word, sentence, offset, ...more]) =>
    more.length === 0 &&
    isText(word, 200) &&
    word !== '' &&
    isText(sentence, 200_000) &&
    Number.isInteger(offset) &&
    Number(offset) >= 0,
  'watching:current': isNothing,
  'watching:choose': isNothing,
  'watching:stop': isNothing,
  'search:ask': isOne(isQuestion),
  'search:askKept': isOne(isQuestion),
  'search:count': isOne(
    (value) =>
      Array.isArray(value) &&
      value.length <= 10_000 &&
      [...value].every(
        (one) =>
          isObject(one) &&
          Object.keys(one).sort().join() === 'editions,refine,text' &&
          isText(one.text, 200) &&
          one.text !== '' &&
          isNarrowing(one.refine) &&
          areIds(one.editions),
      ),
  ),
  'search:complete': isOne(
    (value) =>
      isObject(value) &&
      Object.keys(value).every((key) => ['text', 'cursor'].includes(key)) &&
      isText(value.text, 10_000) &&
      Number.isInteger(value.cursor) &&
      Number(value.cursor) >= 0 &&
      Number(value.cursor) <= 10_000,
  ),
  'printing:savePdf': isOne(
    (value) =>
      isObject(value) &&
      Object.keys(value).sort().join() === 'foot,name' &&
      isText(value.foot, 300) &&
      isId(value.name),
  ),
  'printing:print': isNothing,
  'frame:toggleFullScreen': isNothing,
  'frame:scale': isOne((value) => isNumber(value) && value >= 1 && value <= 2),
  'clipboard:write': isOne((value) => isText(value, 1_000_000)),
  'pictures:copyAt': (values) =>
    values.length === 2 &&
    [...values].every((value) => isNumber(value) && value >= 0 && value <= 100_000),
  'pictures:save': (values) =>
    values.length === 2 && isText(values[0]) && /^[0-9a-f]{64}$/.test(values[0]) && isId(values[1]),
  'offline:proof': isNothing,
  'about:licences': isNothing,
}
const channels = Object.keys(references)

const aContext = (section: string, number = 1) => ({ title: 'Titel', section, number })

describe('the arguments of the calls', () => {
  it('have a schema for each call of the contract and for nothing else', () => {
    const named = Object.entries(callNames).flatMap(([noun, names]) =>
      names.map((name) => `${noun}:${name}`),
    )
    expect([...schemas.keys()].sort()).toEqual(named.toSorted())
    expect(channels.toSorted()).toEqual(named.toSorted())
  })

  it.each<[channel: string, values: unknown[]]>([
    ['session:start', []],
    ['session:paint', []],
    ['session:finish', []],
    ['printing:savePdf', [{ foot: 'Weekblik, 5 juli 2024', name: 'weekblik-2024-07-05' }]],
    ['printing:savePdf', [{ foot: 'x'.repeat(300), name: 'a' }]],
    ['printing:print', []],
    ['frame:toggleFullScreen', []],
    ['frame:scale', [1]],
    ['frame:scale', [1.75]],
    ['frame:scale', [2]],
    ['reader:cancelExport', [3]],
    ['reader:readImport', []],
    ['reader:records', []],
    ['reader:mergeImport', []],
    ['pictures:copyAt', [0, 812.5]],
    ['pictures:save', ['a1'.repeat(32), 'weekblik-2024-07-05-a1b2c3']],
    ['offline:proof', []],
    ['about:licences', []],
    ['reader:put', [aBookmark()]],
    ['reader:put', [aNote({ text: 'a'.repeat(100_000) })]],
    ['reader:put', [aPlace({ item: null, line: -0.5 })]],
    ['reader:put', [readItems()]],
    ['reader:put', [defaultSettings]],
    ['reader:put', [{ ...aNote(), colour: 'red' }]],
    ['reader:remove', [recordKey(aNote())]],
    ['reader:remove', [recordKey(aBookmark())]],
    ['reader:remove', [`versions:${recordKey(aNote())}`]],
    ['reader:remove', [`removed:${recordKey(aNote())}`]],
    ['reader:put', [withRemoved(null, recordKey(aNote()), aNote(), null, '2024-07-05T08:00:00Z')]],
    ['reader:put', [withVersion(null, recordKey(aNote()), 'Eerst.', '2024-07-05T08:00:00Z')]],
    ['reader:textOf', ['reeks-2024-07', 'lede']],
    ['reader:exportTo', ['json', null]],
    ['reader:exportTo', ['markdown-folder', [recordKey(aNote())]]],
    ['dictionaries:arrange', [[{ id: 'program', isOn: false }]]],
    ['dictionaries:keep', ['Havenwoorden']],
    ['library:list', []],
    ['library:maker', []],
    ['library:open', ['reeks-2024-07']],
    ['library:removed', [50]],
    ['library:putBack', ['reeks-2024-07@1.2024-07-05.2.json']],
    ['imports:add', [{ kind: 'files', paths: ['/a b/c.txt', '/d.md'] }]],
    ['imports:add', [{ kind: 'text', text: '' }]],
    ['imports:add', [{ kind: 'text', text: 'Mist.', html: '<p>Mist.</p>' }]],
    ['imports:take', [1, [0, 2], 'month']],
    ['imports:foresee', [1, [0, 2]]],
    ['imports:leave', [1]],
    ['imports:readAgain', [1, 'windows-1252']],
    [
      'imports:keep',
      [
        1,
        anEditionOf('Mist.').edition,
        { asNew: false, isFormed: false, names: [{ name: 'Kadepost', as: 'source' }] },
      ],
    ],
    [
      'imports:keep',
      [1, anEditionOf('Mist.').edition, { asNew: true, isFormed: false, names: [] }],
    ],
    ['imports:takeBack', [[{ id: 'dorpsblad-41', revision: 2, replaced: 1 }]]],
    ['imports:takeBack', [[{ id: 'dorpsblad-42', revision: 1, replaced: null }]]],
    ['imports:moveToSeries', [['dorpsblad-41', 'dorpsblad-42'], 'Het Dorpsblad']],
    ['imports:moveToSeries', [['dorpsblad-41'], null]],
    ['series:forget', ['Het Dorpsblad']],
    ['series:restore', ['a'.repeat(2_000)]],
    ['series:reread', ['Dorpsblad']],
    ['search:ask', [{ id: 0, text: '', edition: null, limit: 40, skip: 0, ...unfiltered }]],
    [
      'search:ask',
      [{ id: 12, text: 'a'.repeat(10_000), edition: 'blik-1', limit: 1, skip: 0, ...unfiltered }],
    ],
    [
      'search:ask',
      [
        {
          ...{ id: 2, text: 'kade', edition: null, limit: 40, skip: 40, ...unfiltered },
          refine: { source: 'SCMP', year: '2024' },
          here: true,
          order: 'date',
        },
      ],
    ],
    [
      'search:askKept',
      [
        {
          ...{ id: 0, text: 'kade', edition: null, limit: 500, skip: 0, ...unfiltered },
          editions: { ids: ['blik-1'], areLeftOut: true },
          within: 'haven',
        },
      ],
    ],
    ['search:count', [[{ text: 'kade', refine: { year: '2024' }, editions: ['blik-1'] }]]],
    ['reader:put', [aQuestion({ refine: { source: 'Kadepost' } })]],
    ['reader:remove', [recordKey(aQuestion())]],
    ['search:complete', [{ text: 'bron:', cursor: 5 }]],
    ['clipboard:write', ['']],
  ])('are handed on as they came: %s', (channel, values) => {
    expect(read(channel, values)).toEqual(values)
  })

  it.each<[channel: string, what: string, values: unknown]>([
    ['session:start', 'one too many', [undefined]],
    ['session:start', 'no list', undefined],
    ['session:start', 'something like a list', { length: 0 }],
    ['reader:put', 'none', []],
    ['reader:put', 'a question without words', [aQuestion({ text: '' })]],
    ['reader:put', 'a question that is too long', [aQuestion({ text: 'a'.repeat(201) })]],
    ['reader:textOf', 'an edition that is a path', ['../reeks', 'i1']],
    ['reader:remove', 'a question of another shape', ['question:haven']],
    [
      'search:count',
      'an edition that is a path',
      [[{ text: 'a', refine: {}, editions: ['../x'] }]],
    ],
    ['search:count', 'a question without words', [[{ text: '', refine: {}, editions: [] }]]],
    ['reader:put', 'two records', [aNote(), aNote()]],
    ['reader:put', 'a record in a list', [[aNote()]]],
    ['reader:put', 'no kind', [{ ...aNote(), kind: undefined }]],
    ['reader:put', 'another kind', [{ ...aNote(), kind: 'window' }]],
    ['reader:put', 'a note that is too long', [aNote({ text: 'a'.repeat(100_001) })]],
    ['reader:put', 'a quote that is too long', [aNote({ quote: 'a'.repeat(401) })]],
    ['reader:put', 'an id that is a path', [aNote({ item: '../x' })]],
    ['reader:put', 'an id with capitals', [aNote({ item: 'Item' })]],
    ['reader:put', 'an id on two lines', [aNote({ item: 'item\n' })]],
    ['reader:put', 'an id that is too long', [aNote({ item: 'a'.repeat(121) })]],
    ['reader:put', 'a moment that is none', [aNote({ created: 'gisteren' })]],
    ['reader:put', 'a context of another shape', [{ ...aNote(), context: 'Titel' }]],
    [
      'reader:put',
      'a context without a section',
      [{ ...aNote(), context: { title: 'a', number: 1 } }],
    ],
    ['reader:put', 'a section that is too long', [aNote({ context: aContext('a'.repeat(2_001)) })]],
    ['reader:put', 'a number before the first', [aNote({ context: aContext('a', 0) })]],
    ['reader:put', 'a line that is no number', [aPlace({ line: NaN })]],
    ['reader:put', 'a line without end', [aPlace({ line: Infinity })]],
    ['reader:put', 'a text size of its own', [{ ...defaultSettings, textSize: 20 }]],
    ['reader:put', 'too many items', [readItems(...Array<string>(10_001).fill('a'))]],
    ['reader:remove', 'the settings', ['settings']],
    ['reader:remove', 'a place', [recordKey(aPlace())]],
    ['reader:remove', 'the window', ['window']],
    ['reader:remove', 'versions of nothing', ['versions:']],
    ['reader:remove', 'a path', ['note:a/../b']],
    ['reader:remove', 'three parts', ['note:a/b/c']],
    ['reader:remove', 'a second line', ['note:a/b\nx']],
    ['reader:remove', 'a line break', ['note:a/b\n']],
    ['reader:exportTo', 'another format', ['html', null]],
    ['reader:exportTo', 'no keys', ['json']],
    ['reader:exportTo', 'a key that is none', ['json', [1]]],
    ['printing:savePdf', 'no sheet', []],
    ['printing:savePdf', 'a name that is a path', [{ foot: '', name: '../x' }]],
    ['printing:savePdf', 'a foot that is too long', [{ foot: 'x'.repeat(301), name: 'a' }]],
    ['printing:savePdf', 'a way to print', [{ foot: '', name: 'a', silent: true }]],
    ['printing:print', 'a printer', [{ deviceName: 'x', silent: true }]],
    ['frame:scale', 'none', [0]],
    ['frame:scale', 'too much', [2.5]],
    ['frame:scale', 'no number', [NaN]],
    ['reader:exportTo', 'a path', ['json', null, '/etc/passwd']],
    ['library:open', 'a path', ['../x']],
    ['library:remove', 'no id', ['']],
    ['library:removed', 'no rows', [0]],
    ['library:putBack', 'a path', ['../reeks@1.2024-07-05.json']],
    ['imports:take', 'no part', [1, [], 'month']],
    ['imports:foresee', 'no part', [1, []]],
    ['imports:foresee', 'too many parts', [1, Array.from({ length: 21 }, () => 0)]],
    ['imports:take', 'another split', [1, [0], 'decade']],
    ['imports:add', 'no path', [{ kind: 'files', paths: [''] }]],
    ['imports:add', 'a file of another machine', [{ kind: 'files', paths: ['//machine/a.txt'] }]],
    ['imports:cancel', 'no run', []],
    ['reader:cancelExport', 'no run', []],
    ['imports:drop', 'proof 0', [0]],
    ['imports:add', 'no file', [{ kind: 'files', paths: [] }]],
    ['imports:add', 'no HTML', [{ kind: 'text', text: 'Mist.', html: 4 }]],
    ['imports:add', 'too much text', [{ kind: 'text', text: 'a'.repeat(4 * 1024 * 1024 + 1) }]],
    ['imports:readAgain', 'an encoding that was not agreed to', [1, 'utf-16']],
    ['imports:readAgain', 'a path', ['/a.txt', 'windows-1252']],
    ['imports:readAgain', 'no encoding', [1]],
    ['imports:takeBack', 'a path', [[{ id: '../blad', revision: 1, replaced: null }]]],
    ['imports:takeBack', 'no revision', [[{ id: 'blad', replaced: null }]]],
    ['imports:moveToSeries', 'a path', [['../blad'], 'Dorpsblad']],
    ['imports:moveToSeries', 'no edition', [[], 'Dorpsblad']],
    ['imports:moveToSeries', 'no name', [['dorpsblad-41'], '']],
    ['series:forget', 'no name', ['']],
    ['series:restore', 'a name without an end', ['a'.repeat(2_001)]],
    ['series:reread', 'two series', ['Een', 'Twee']],
    ['imports:keep', 'no edition', [1]],
    [
      'imports:keep',
      'an edition of another shape',
      [1, { title: 'Mist' }, { asNew: true, isFormed: false, names: [] }],
    ],
    [
      'imports:keep',
      'proof 0',
      [0, anEditionOf('Mist.').edition, { asNew: true, isFormed: false, names: [] }],
    ],
    ['imports:keep', 'no choice', [1, anEditionOf('Mist.').edition]],
    [
      'imports:keep',
      'a name that is neither',
      [
        1,
        anEditionOf('Mist.').edition,
        { asNew: true, isFormed: false, names: [{ name: 'Kadepost', as: 'beide' }] },
      ],
    ],
    [
      'imports:keep',
      'a word for a choice',
      [1, anEditionOf('Mist.').edition, { asNew: 'ja', isFormed: false, names: [] }],
    ],
    [
      'imports:keep',
      'a choice too many',
      [1, anEditionOf('Mist.').edition, { asNew: true, isFormed: false, names: [], id: 'x' }],
    ],
    ['search:ask', 'a text alone', ['kade']],
    [
      'search:ask',
      'an id below zero',
      [{ id: -1, text: 'kade', edition: null, limit: 40, skip: 0, ...unfiltered }],
    ],
    [
      'search:ask',
      'half an id',
      [{ id: 0.5, text: 'kade', edition: null, limit: 40, skip: 0, ...unfiltered }],
    ],
    [
      'search:ask',
      'a field more',
      [{ id: 1, text: 'kade', edition: null, limit: 40, skip: 0, ...unfiltered, fuzzy: true }],
    ],
    [
      'search:ask',
      'no hits asked for',
      [{ id: 1, text: 'kade', edition: null, limit: 0, skip: 0, ...unfiltered }],
    ],
    [
      'search:ask',
      'a path for an edition',
      [{ id: 1, text: 'kade', edition: '../x', limit: 9, skip: 0, ...unfiltered }],
    ],
    [
      'search:ask',
      'a text that is too long',
      [{ id: 1, text: 'a'.repeat(10_001), edition: null, limit: 40, skip: 0, ...unfiltered }],
    ],
    ...[
      { refine: { author: 'x' } },
      { refine: { source: undefined } },
      { refine: { source: 'a'.repeat(2_001) } },
      { here: 'ja' },
      { order: 'newest' },
    ].map((wrong): [string, string, unknown] => [
      'search:ask',
      JSON.stringify(wrong).slice(0, 40),
      [{ id: 1, text: 'kade', edition: null, limit: 9, skip: 0, ...unfiltered, ...wrong }],
    ]),
    ['search:complete', 'no cursor', [{ text: 'bron:' }]],
    ['search:complete', 'a cursor before the text', [{ text: 'bron:', cursor: -1 }]],
    ['pictures:copyAt', 'a place left of the window', [-1, 0]],
    ['pictures:copyAt', 'one number', [1]],
    ['pictures:save', 'a path', ['../../etc/passwd', 'naam']],
    ['pictures:save', 'half a hash', ['a1'.repeat(16), 'naam']],
    ['pictures:save', 'a name that is a path', ['a1'.repeat(32), '../naam']],
    ['clipboard:write', 'too much', ['a'.repeat(1_000_001)]],
    ['clipboard:write', 'something like a text', [new String('a')]],
  ])('are refused: %s with %s', (channel, _, values) => {
    expect(read(channel, values)).toBeNull()
  })
})

const anything = fc.anything({
  maxDepth: 2,
  maxKeys: 4,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
})

const valid: fc.Arbitrary<unknown> = fc.oneof(
  anyKept,
  fc.constant(aNote({ context: { title: 'Titel', section: null, number: 1 } })),
  fc.constant(defaultSettings),
  fc.integer({ min: 1, max: 9 }),
  fc.constantFrom(1, 1.25, 2, 2.5),
  // Half of these are of one call and half of another.
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['markdown', 'json', 'reeks-2024-07'],
      ...['note:a/b', 'bookmark:a.b/c-d', 'word:a/b/0123abcd'],
    ),
  },
  fc.record({ kind: fc.constant('text'), text: fc.string() }),
  fc.record({
    kind: fc.constant('files'),
    paths: fc.array(fc.constantFrom('/a.txt', '/b.md', '//d/e.txt', 'f.txt'), { maxLength: 2 }),
  }),
  fc.record({
    id: fc.nat(),
    text: fc.string(),
    edition: fc.constantFrom(null, 'blik-1', '../x'),
    limit: fc.integer({ min: -1, max: 60 }),
    skip: fc.integer({ min: -1, max: 60 }),
    refine: fc.constantFrom<object>({}, { source: 'SCMP' }, { year: '2024', kind: 'note' }, []),
    here: fc.boolean(),
    order: fc.constantFrom('relevance', 'date', 'date'),
  }),
  fc.record({ text: fc.string(), cursor: fc.integer({ min: -1, max: 60 }) }),
  fc.array(fc.record({ id: fc.constantFrom('program', 'x'.repeat(41)), isOn: fc.boolean() }), {
    maxLength: 2,
  }),
  fc.record({ foot: fc.string(), name: fc.constantFrom('blik-1', 'a', '../x') }),
)
const fieldNames = [
  ...['kind', 'edition', 'item', 'quote', 'created', 'changed', 'line', 'view', 'items'],
  ...['cursor', 'refine', 'here', 'order', 'foot', 'name'],
  ...['paths', 'theme', 'textSize', 'hyphenate', 'language', 'id', 'context', 'text'],
  ...['keepSearches', 'wordsInContents', 'printNotes', 'showFound', 'lookUpByDoubleClick'],
  ...['keepLookedUp', 'isOn'],
  ...['what', 'value', 'headword', 'printed', 'sentence', 'glosses', 'parts'],
]
const strange = fc.oneof(
  anything,
  fc.constantFrom<unknown>('', 'a', 'A', '..', '-a', 'a\n', null, undefined, 0, -1, 1.5, NaN, 16),
  fc.constantFrom<unknown>('note', 'place', '2024-07-05T08:00:00Z', [], ['a'], ['A'], {}),
  fc
    .record({
      title: fc.constantFrom<unknown>('x', '', 1, 'x'.repeat(2_001)),
      section: fc.constantFrom<unknown>(null, 'x', undefined, {}, 'x'.repeat(2_001)),
      number: fc.constantFrom<unknown>(1, 99, 0, 1.5, '1', null),
    })
    .map((context) => context as unknown),
)
/** A valid argument with one field taken away or given another value. */
const spoiled = fc
  .tuple(valid, fc.constantFrom(...fieldNames), strange, fc.boolean())
  .map(([value, name, other, remove]) => {
    if (!isObject(value)) return other
    if (!remove) return { ...value, [name]: other }
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
  })
const payload = fc.oneof(
  anything,
  fc.array(anything, { maxLength: 3 }),
  fc.array(fc.oneof(valid, spoiled), { maxLength: 2 }),
  fc.tuple(spoiled),
  fc.tuple(valid),
  fc.tuple(
    fc.nat(3),
    fc.oneof(fc.constant(anEditionOf('Mist.').edition), spoiled),
    fc.oneof(
      fc.record({ asNew: fc.boolean(), isFormed: fc.boolean(), names: fc.constant([]) }),
      spoiled,
    ),
  ),
  fc.tuple(fc.nat(3), fc.constantFrom('windows-1252', 'utf-8')),
  fc.tuple(
    fc.constantFrom(...keptFormats, 'html'),
    fc.oneof(fc.constant(null), fc.array(fc.constantFrom('note:a/b', 1), { maxLength: 2 })),
  ),
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc.tuple(fc.integer({ min: -9, max: 900 }), fc.float({ min: 0, max: 900 })),
      fc.tuple(
        fc.constantFrom('', 'sluis', 'x'.repeat(201)),
        fc.string(),
        fc.integer({ min: -1, max: 9 }),
      ),
      fc.tuple(
        fc.constantFrom('a1'.repeat(32), 'a1', 'A1'.repeat(32)),
        fc.constantFrom('a', '../x'),
      ),
      fc.tuple(
        fc.array(fc.constantFrom('reeks-2024-07', 'blad-1', '../x'), { maxLength: 2 }),
        fc.constantFrom(null, 'Dorpsblad', 'x'.repeat(2_001), ''),
      ),
      fc.tuple(
        fc.nat(3),
        fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 2 }),
        fc.constantFrom('month', 'each', 'decade'),
      ),
      fc.tuple(fc.nat(3), fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 2 })),
    ),
  },
)

describe('ten thousand payloads', () => {
  it.each(channels)('pass when they have the right shape, and only then: %s', (channel) => {
    const isRight = references[channel] ?? (() => false)
    fc.assert(
      fc.property(payload, (values) => {
        expect(read(channel, values) !== null).toBe(Array.isArray(values) && isRight(values))
      }),
      { numRuns: 10_000 },
    )
  })

  it('hold enough of both shapes to tell them apart', () => {
    const payloads = fc.sample(payload, { numRuns: 6_000, seed: 7 })
    for (const channel of channels) {
      const passed = payloads.filter((values) => read(channel, values) !== null).length
      expect(passed, channel).toBeGreaterThan(30)
      expect(passed, channel).toBeLessThan(4_000)
    }
  })
})

describe('payloads that reach for the prototype', () => {
  /** As it comes over the wire: an own field of that name, which a literal cannot have. */
  const withField = (value: object, name: string): unknown =>
    JSON.parse(`{"${name}":{"polluted":true,"kind":"note"},${JSON.stringify(value).slice(1)}`)
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']

  it.each(names)('lose a field named %s, or are refused', (name) => {
    for (const [channel, value] of [
      ['reader:put', aNote()],
      ['reader:put', defaultSettings],
      ['search:ask', { id: 1, text: 'kade', edition: null, limit: 40, skip: 0, ...unfiltered }],
    ] as const) {
      const output = read(channel, [withField(value, name)])?.[0] as object | undefined
      if (output === undefined) continue
      expect(Object.getPrototypeOf(output)).toBe(Object.prototype)
      expect(Object.keys(output)).not.toContain('__proto__')
      if (channel === 'search:ask') expect(Object.keys(output).sort()).toEqual(questionKeys)
      expect('polluted' in output).toBe(false)
    }
    expect('polluted' in {}).toBe(false)
  })

  it('do not get their kind or their fields from a prototype', () => {
    const bare: unknown = JSON.parse(`{"__proto__":${JSON.stringify(aNote())}}`)
    expect(read('reader:put', [bare])).toBeNull()
    expect(
      read('search:ask', [
        JSON.parse(
          `{"__proto__":${JSON.stringify({ id: 1, text: 'a', edition: null, limit: 9, skip: 0, ...unfiltered })}}`,
        ),
      ]),
    ).toBeNull()
    expect(read('reader:put', [{ kind: '__proto__' }])).toBeNull()
    expect(read('reader:put', [{ kind: 'constructor' }])).toBeNull()
  })

  it('do not get past the check of the context of a note either', () => {
    const context = { title: 'x', section: null, number: 1 }
    const note: unknown = { ...aNote(), context: withField(context, '__proto__') }
    const output = read('reader:put', [note])?.[0] as { context: object }
    expect(Object.getPrototypeOf(output.context)).toBe(Object.prototype)
    expect(output.context).toEqual(context)
  })
})
